package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.find.Identification.Verdict;
import io.intertwine.net.Network;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentifierTest {
    private static Network shallow(String activation, String weight, String bias, String outgoing) {
        return new NetworkBuilder()
                .dense(weight, bias)
                .activation(activation)
                .dense(outgoing, "0")
                .build();
    }

    private static Identification identify(Network network) {
        Identification found = Identifier.identify(network, 1);
        assertThat(found.proof().isEmpty()).isEqualTo(found.verdict() == Verdict.UNDETERMINED);
        // A witness is a parameter of the same architecture with the same function.
        for (Network witness : found.witness()) {
            assertThat(witness.hasArchitectureOf(network)).isTrue();
            assertThat(EqualitySearch.compare(network, witness, 1)).isInstanceOf(Equality.Equal.class);
        }
        return found;
    }

    @Test
    void irreducibleTanhNetworksAreIdentifiable() {
        Identification found = identify(shallow("tanh", "1 2; 3 4", "5 6", "7 8"));
        assertThat(found.verdict()).isEqualTo(Verdict.IDENTIFIABLE);
        assertThat(found.classes()).isEqualTo("1");
        assertThat(found.upTo()).isEqualTo("signed permutations");
        assertThat(found.by()).hasSize(1);
    }

    @Test
    void clonesLeaveOnlyTheReducedNetworkIdentifiable() {
        Identification found = identify(WorkedExamples.splitClones());
        assertThat(found.verdict()).isEqualTo(Verdict.WEAKLY_IDENTIFIABLE);
        assertThat(found.classes()).isEqualTo("infinite");
        assertThat(found.witness()).hasSize(1);
        assertThat(found.reduction().reduced().layers().get(0).outputs()).isEqualTo(2);
        assertThat(found.reduction().trace()).anyMatch(step -> step.contains("unit 1 is a copy of unit 0"));
    }

    @Test
    void theHatHasTwoClasses() {
        Identification found = identify(WorkedExamples.hat("gelu"));
        assertThat(found.verdict()).isEqualTo(Verdict.FINITELY_IDENTIFIABLE);
        assertThat(found.classes()).isEqualTo("2");
        assertThat(found.reasons()).anyMatch(reason -> reason.contains("[0, 1, 2]"));
    }

    @Test
    void aConstantUnitTradesWithTheNextBias() {
        Identification found = identify(shallow("tanh", "1 2; 0 0", "5 6", "7 8"));
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
        assertThat(found.classes()).isEqualTo("infinite");
        assertThat(found.witness()).isEmpty();
    }

    @Test
    void anUnusedUnitMayHaveAnyRow() {
        Identification found = identify(new NetworkBuilder()
                .dense("1 2; 0 0", "5 0")
                .activation("gelu")
                .dense("7 0")
                .activation("tanh")
                .dense("1")
                .build());
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
        assertThat(found.witness()).hasSize(1);
    }

    @Test
    void oppositePairsOfGeluUnitsAreNotIdentifiable() {
        // s(l) - s(-l) = l, so both pairs may be written with other forms that span the same plane.
        Identification found = identify(shallow("gelu", "1 0; -1 0; 0 1; 0 -1; 1 1", "0 0 0 0 0", "1 -1 2 -2 1"));
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
    }

    @Test
    void aSumOfSquaresMayBeTurned() {
        Identification found = identify(new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation(Activations.power(2))
                .dense("1 1")
                .build());
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
        assertThat(found.classes()).isEqualTo("infinite");
        assertThat(found.witness()).hasSize(1);
    }

    @Test
    void linearLayersWiderThanTheRankHaveOtherParameters() {
        // diag(1, 0) = diag(1, 0) I, the worked example of linear networks; weakly it is one unit wide.
        Network wide = new NetworkBuilder().dense("1 0; 0 1").dense("1 0; 0 0").build();
        assertThat(identify(wide).verdict()).isEqualTo(Verdict.NOT_IDENTIFIABLE);
        Network bottleneck = new NetworkBuilder().dense("1 2 3").dense("1; 2").build();
        assertThat(identify(bottleneck).verdict()).isEqualTo(Verdict.IDENTIFIABLE);
    }

    @Test
    void aReluNetworkOfFullRankIsLocallyIdentifiable() {
        Identification found = identify(new NetworkBuilder()
                .dense("1 2; -3 1; 2 -1", "1 2 -1")
                .activation("relu")
                .dense("1 -2 1; 3 1 -1", "1 -2")
                .activation("relu")
                .dense("1 -1", "0")
                .build());
        assertThat(found.verdict()).isIn(Verdict.LOCALLY_IDENTIFIABLE, Verdict.UNDETERMINED);
    }

    @Test
    void theReasonNamesWhatNoCriterionSpeaksOf() {
        Network last = new NetworkBuilder()
                .dense("1 2; 3 4", "5 6")
                .activation("tanh")
                .dense("1 1")
                .activation("tanh")
                .build();
        assertThat(identify(last).reasons()).anyMatch(reason -> reason.contains("stands first or last"));
    }

    @Test
    void deepGeluNetworksAreUndeterminedWithAReason() {
        Identification found = identify(new NetworkBuilder()
                .dense("1 2; 3 4", "1 1")
                .activation("gelu")
                .dense("1 2; 3 5", "1 1")
                .activation("gelu")
                .dense("1 1", "0")
                .build());
        assertThat(found.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(found.reasons()).anyMatch(reason -> reason.contains("nearest criterion"));
    }

    @Test
    void theReducedNetworkOfASoftmaxClassifierHasTheSameFunction() {
        Network classifier = new Network(java.util.List.of(
                new io.intertwine.net.Layer.Dense(
                        NetworkBuilder.matrix("1 2; 1 2; 3 4"), NetworkBuilder.vector("0 0 1")),
                io.intertwine.net.Layer.Entrywise.of(io.intertwine.activation.Activations.requireNamed("tanh"), 3),
                new io.intertwine.net.Layer.Dense(NetworkBuilder.matrix("1 2 3; 4 5 6"), NetworkBuilder.vector("0 0")),
                new io.intertwine.net.Layer.Softmax(2)));
        ReducedNetwork reduced = NetworkReduction.of(classifier);
        assertThat(reduced.reduced().layers().get(0).outputs()).isEqualTo(2);
        assertThat(Optional.of(EqualitySearch.compare(classifier, reduced.reduced(), 1)))
                .containsInstanceOf(Equality.Equal.class);
    }
}
