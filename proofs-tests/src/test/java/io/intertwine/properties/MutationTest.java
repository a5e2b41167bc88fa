package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every accepted certificate, changed in every field, is rejected, or the judge confirms by brute force that it still proves a true
 * claim. Fields that bind are always rejected.
 */
class MutationTest {
    private static final List<Word> INVOLUTION = List.of(Word.power(0, 2));
    private static final AffineMap ONE = AffineMap.identity(1);

    private static Network net(String first, String bias, String activation, String readout, String outputBias) {
        return new NetworkBuilder()
                .dense(first, bias)
                .activation(activation)
                .dense(readout, outputBias)
                .build();
    }

    private static Symmetry generated(AffineMap input, AffineMap output) {
        return WorkedExamples.symmetry(new GroupDescription.Generated(List.of("s")), List.of(input), List.of(output));
    }

    private static Arguments entry(String name, boolean forced, Network network, Symmetry symmetry) {
        return Arguments.of(name, forced, network, symmetry);
    }

    static List<Arguments> pool() {
        AffineMap swap = WorkedExamples.swap(1).input().images().get(0);
        Symmetry odd = WorkedExamples.reflection(1, -1);
        return List.of(
                entry("tanh swapped", true, WorkedExamples.swappedPair(), WorkedExamples.swap(1)),
                entry("tanh swapped, antisymmetric", true, WorkedExamples.antisymmetricPair(), WorkedExamples.swap(-1)),
                entry("tanh negated", true, WorkedExamples.signedUnits(), WorkedExamples.reflection(2, -1)),
                entry("forced without relators", true, WorkedExamples.swappedPair(), generated(swap, ONE)),
                entry("ReLU scaled", true, net("1 0; 0 3", "1 3", "relu", "3 1", "2"), WorkedExamples.swap(1)),
                entry("sigmoid flipped", true, net("1; 2", "0 0", "sigmoid", "2 3", "-5/2"), odd),
                entry("ReLU6 flipped", true, net("1; 1/2", "3 3", "relu6", "1 2", "-9"), odd),
                entry("absolute value", true, net("1 -1; 2 2", "0 0", "abs", "5 7", "1"), WorkedExamples.swap(1)),
                entry(
                        "cube",
                        true,
                        new NetworkBuilder()
                                .dense("1 2; 4 2")
                                .activation(Activations.power(3))
                                .dense("8 1")
                                .build(),
                        WorkedExamples.swap(1)),
                entry(
                        "clones in order",
                        false,
                        net("1 0; 1 0; 0 1; 0 1", "0 0 0 0", "tanh", "1 1 1 1", "0"),
                        WorkedExamples.swap(1)),
                entry("clones merged", false, WorkedExamples.splitClones(), WorkedExamples.swap(1)),
                entry("deep clones merged", false, WorkedExamples.nonSplitClones(), WorkedExamples.swap(1)),
                entry(
                        "flipped sigmoid clones merged",
                        false,
                        net("1 0; -1 0; 0 1", "1 -1 1", "sigmoid", "1 -2 3", "0"),
                        WorkedExamples.swap(1)),
                entry(
                        "linear layers factored",
                        false,
                        new NetworkBuilder()
                                .dense("1 1; 2 2", "1 1")
                                .dense("1 1; 0 1", "0 0")
                                .build(),
                        WorkedExamples.involution(swap, AffineMap.identity(2))),
                entry("exact witness", true, net("1 0; 0 1", "1 2", "relu", "1 1", "0"), WorkedExamples.swap(1)),
                entry(
                        "exact witness of two outputs",
                        true,
                        net("1 0; 0 1", "1 1", "abs", "1 2; 1 1", "0 0"),
                        WorkedExamples.involution(swap, AffineMap.identity(2))),
                entry("enclosed witness", true, net("1 0; 0 1", "1 2", "tanh", "1 1", "0"), WorkedExamples.swap(1)),
                entry(
                        "enclosed witness, sigmoid",
                        true,
                        net("1 2; 2 1", "1 1", "sigmoid", "1 2", "0"),
                        WorkedExamples.swap(1)));
    }

    private static Certificate certificate(Verification result) {
        if (result instanceof Verification.Layerwise layerwise) {
            return layerwise.certificate();
        }
        assertThat(result).as("%s", result.reasons()).isInstanceOf(Verification.NotEquivariant.class);
        return ((Verification.NotEquivariant) result).witness();
    }

    private static Claim claim(Verification result) {
        return result instanceof Verification.Layerwise layerwise
                ? new SymmetryClaim.LayerwiseEquivariant(
                        layerwise.network(), layerwise.symmetry(), layerwise.reparametrised())
                : new SymmetryClaim.NotEquivariant(result.network(), result.symmetry());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pool")
    void everyMutantIsRejectedOrStillTrue(
            String name, boolean forced, Network network, Symmetry symmetry, TestReporter reporter) {
        Verification result = Verifier.verify(network, symmetry, 5);
        Certificate certificate = certificate(result);
        Claim claim = claim(result);
        Judge judge = new Judge(network, symmetry, INVOLUTION);
        assertThat(Checker.check(claim, certificate)).isInstanceOf(CheckResult.Accepted.class);
        assertThat(judge.isTrue(certificate))
                .as("the judge accepts the honest certificate")
                .isTrue();
        int rejected = 0;
        Map<String, Integer> stillTrue = new TreeMap<>();
        List<Mutants.Mutant> mutants = Mutants.of(certificate);
        for (Mutants.Mutant mutant : mutants) {
            if (Checker.check(claim, mutant.certificate()) instanceof CheckResult.Rejected) {
                rejected++;
                continue;
            }
            boolean binds = mutant.binding() || (forced && mutant.field().equals("actions"));
            assertThat(binds)
                    .as("%s binds, but was accepted: %s", mutant.field(), mutant.certificate())
                    .isFalse();
            assertThat(judge.isTrue(mutant.certificate()))
                    .as("accepted, but not true: %s of %s", mutant.field(), mutant.certificate())
                    .isTrue();
            stillTrue.merge(mutant.field(), 1, Integer::sum);
        }
        reporter.publishEntry(name, mutants.size() + " mutants, " + rejected + " rejected, still true " + stillTrue);
    }
}
