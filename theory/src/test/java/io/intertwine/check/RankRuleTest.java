package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Local identifiability by ranks, accepted and rejected. */
class RankRuleTest {
    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static final Network UNIT =
            net().dense("1", "1").activation("relu").dense("1", "2").build();
    private static final Network TWO =
            net().dense("1; 1", "0 -1").activation("relu").dense("1 1", "2").build();
    private static final Network CLONES =
            net().dense("1; 1", "1 1").activation("relu").dense("1 1", "2").build();
    private static final Network CLAMP =
            net().dense("1", "1/3").activation("hardtanh").dense("1", "2").build();

    private static Certificate.IndependentDerivatives certificate(Network network, String... points) {
        List<List<Scalar>> inputs =
                Arrays.stream(points).map(NetworkBuilder::vector).toList();
        return new Certificate.IndependentDerivatives(Digest.of(network), inputs);
    }

    static List<Arguments> accepted() {
        return List.of(
                Arguments.of("rank 3 of 4", UNIT, certificate(UNIT, "1", "2", "-2")),
                Arguments.of("more points than needed", UNIT, certificate(UNIT, "1", "2", "3", "4", "-2", "-3")),
                Arguments.of("two kinks", TWO, certificate(TWO, "-1", "1/2", "1/3", "2", "3")),
                Arguments.of("no symmetry at all", CLAMP, certificate(CLAMP, "0", "1/3", "3", "-3")),
                Arguments.of("leaky units, without biases", leaky("1; -2"), certificate(leaky("1; -2"), "1", "-1")),
                Arguments.of(
                        "scaled coordinates of one number between dense layers",
                        net().dense("2").dense("3").build(),
                        certificate(net().dense("2").dense("3").build(), "1")));
    }

    /** One unit of slope 1/4 left of 0 for two outputs. */
    private static Network leaky(String readout) {
        return net().dense("1")
                .activation(Activations.leakyRelu(Scalar.of(1, 4)))
                .dense(readout)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String name, Network network, Certificate evidence) {
        Theorem theorem = Table.accept(new ParameterClaim.LocallyIdentifiable(network), evidence);
        assertThat(theorem.claim().verdict()).as(name).isEqualTo("locally-identifiable");
    }

    static List<Arguments> rejected() {
        Network tanh = net().dense("1").activation("tanh").dense("1").build();
        Network prime = net().dense("1/" + Mersenne61.PRIME).build();
        Network large = net().dense(String.join(" ", Collections.nCopies(RankRule.MOST_PARAMETERS + 1, "1")))
                .build();
        return List.of(
                Arguments.of(
                        "rank 2, expected the 4 parameters less the 1 scalings",
                        UNIT,
                        certificate(UNIT, "1", "2", "5")),
                Arguments.of("rank 1, expected", UNIT, certificate(UNIT, "-2", "-3")),
                Arguments.of("rank 0, expected", UNIT, certificate(UNIT)),
                Arguments.of(
                        "rank 3, expected the 7 parameters less the 2",
                        CLONES,
                        certificate(CLONES, "1", "2", "-2", "5")),
                Arguments.of(
                        "rank 3, expected the 4 parameters less the 0", CLAMP, certificate(CLAMP, "0", "1/3", "3")),
                Arguments.of("at the input [-1] a unit is at a breakpoint", UNIT, certificate(UNIT, "1", "2", "-1")),
                Arguments.of("the input has 2 entries, expected 1", UNIT, certificate(UNIT, "1 1")),
                Arguments.of("expected dense layers with rational weights", tanh, certificate(tanh, "1")),
                Arguments.of("expected at most 2000 parameters, found 2001", large, certificate(large)),
                Arguments.of("residues cannot be taken", prime, certificate(prime, "1")),
                Arguments.of("residues cannot be taken", UNIT, certificate(UNIT, "sqrt(2)")),
                Arguments.of("residues cannot be taken", UNIT, certificate(UNIT, "1/" + Mersenne61.PRIME)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rejected(String reason, Network network, Certificate evidence) {
        Table.reject(new ParameterClaim.LocallyIdentifiable(network), evidence, reason);
    }

    @Test
    void otherClaimsAndOtherEvidenceAreRefused() {
        Table.reject(
                new ParameterClaim.NotIdentifiable(UNIT),
                certificate(UNIT, "1", "2", "-2"),
                "another kind than the claim not-identifiable");
        Table.reject(
                new ParameterClaim.LocallyIdentifiable(UNIT),
                new Certificate.Cited(Digest.of(UNIT), List.of(), "relu"),
                "another kind than the claim locally-identifiable");
        Table.reject(new ParameterClaim.LocallyIdentifiable(TWO), certificate(UNIT, "1", "2", "-2"), "another network");
    }

    @Test
    void aUnitWithoutParametersIsNoScaling() {
        // The first coordinate between the layers is always 0: its outgoing weight is free, and no rank may hide that.
        Network idle = net().dense("0; 1").dense("1 1").build();
        Table.reject(
                new ParameterClaim.LocallyIdentifiable(idle),
                certificate(idle, "1", "2"),
                "rank 1, expected the 4 parameters less the 1 scalings");
    }
}
