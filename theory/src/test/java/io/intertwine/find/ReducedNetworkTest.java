package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Checker;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.net.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reduction to smaller networks with the same function. */
class ReducedNetworkTest {
    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static ReducedNetwork reduce(Network network) {
        ReducedNetwork result = NetworkReduction.of(network);
        Network current = network;
        for (ReductionStep step : result.steps()) {
            current = Checker.reparametrise(current, step);
        }
        assertThat(current).isEqualTo(result.reduced());
        assertThat(result.network()).isEqualTo(network);
        assertThat(result.trace()).hasSameSizeAs(result.steps());
        assertThat(result.proof().theorem().claim()).isEqualTo(result.proof().claim());
        return result;
    }

    @Test
    void clonesMergeAndTheFreedUnitsGo() {
        ReducedNetwork result = reduce(WorkedExamples.splitClones());
        assertThat(result.reduced())
                .isEqualTo(
                        net().dense("1 0; 0 1").activation("tanh").dense("1 1").build());
        assertThat(result.trace()).first().asString().contains("merged into it");
        assertThat(result.trace()).last().asString().contains("without outgoing weights, dropped");
    }

    @Test
    void constantsAreFoldedAndUnreadUnitsGoThroughAllLayers() {
        Network network = net().dense("1; 0; 2", "0 3 1")
                .activation("relu")
                .dense("1 2 0; 5 6 0", "0 0")
                .activation("tanh")
                .dense("7 0")
                .build();
        ReducedNetwork result = reduce(network);
        assertThat(result.reduced())
                .isEqualTo(net().dense("1", "0")
                        .activation("relu")
                        .dense("1", "6")
                        .activation("tanh")
                        .dense("7")
                        .build());
        assertThat(result.trace()).anyMatch(text -> text.contains("constant, folded into the next bias"));
    }

    @Test
    void oneUnitStaysWhereNoneIsRead() {
        Network network =
                net().dense("1; 2", "0 1").activation("tanh").dense("0 0", "5").build();
        Network reduced = reduce(network).reduced();
        assertThat(reduced.layers().get(0).outputs()).isEqualTo(1);
        assertThat(NetworkReduction.of(reduced).steps()).isEmpty();
    }

    @Test
    void blocksAreRewrittenWithFewerUnits() {
        // s(x) - s(-x) + s(2 x) - s(-2 x) = 3 x for SiLU takes a pair of units.
        Network network = net().dense("1; -1; 2; -2", "0 0 0 0")
                .activation("silu")
                .dense("1 -1 1 -1", "0")
                .build();
        ReducedNetwork result = reduce(network);
        assertThat(result.reduced().layers().get(0).outputs()).isEqualTo(2);
        assertThat(result.steps()).anyMatch(ReductionStep.Replace.class::isInstance);
        assertThat(result.trace()).anyMatch(text -> text.contains("4 hidden units replaced by 2"));
        assertThat(NetworkReduction.toSubmodel(network).steps()).isEmpty();
    }

    @Test
    void aNetworkThatCannotBeReducedIsKept() {
        ReducedNetwork result = reduce(WorkedExamples.swappedPair());
        assertThat(result.steps()).isEmpty();
        assertThat(result.reduced()).isEqualTo(WorkedExamples.swappedPair());
    }

    @Test
    void anActivationWhosePiecesAreNotKnownIsNoObstacle() throws ExpressionSyntaxException {
        Expression formula = Expression.parse("max(sin(x), exp(x) - x^3)");
        Network network = net().dense("1; 2")
                .activation(Activations.of(formula, UnitGroup::trivial))
                .dense("1 0")
                .build();
        assertThat(reduce(network).reduced().layers().get(0).outputs()).isEqualTo(1);
    }

    @Test
    void aSubmodelIsReachedByMergingFoldingAndDroppingOnly() {
        for (Network network : List.of(WorkedExamples.splitClones(), WorkedExamples.nonSplitClones())) {
            assertThat(NetworkReduction.toSubmodel(network).steps())
                    .isNotEmpty()
                    .noneMatch(ReductionStep.Replace.class::isInstance);
        }
    }
}
