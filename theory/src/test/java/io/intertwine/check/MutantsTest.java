package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.cyclic;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.equality;
import static io.intertwine.check.Table.gauge;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.ridge;
import static io.intertwine.check.Table.symmetry;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.Claim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Accepted certificates with one number, index, flag or name changed. No mutant makes the checker throw; and where the networks or the
 * symmetry of the claim are changed with it, what is accepted is still true, as values at sample points say.
 */
class MutantsTest {
    private static final int BITS = 96;
    private static final Symmetry EVEN = symmetry(cyclic(2), map("0 | -1"), map("0"));
    private static final Symmetry SWAP = symmetry(cyclic(2), map("1 0"), map("0"));
    private static final Network HAT = WorkedExamples.hat("relu");
    private static final Network WIDE =
            network(dense("1; -1; 1; -1", "0 0 -1 -1"), units("relu", "relu", "relu", "relu"), dense("-1 -1 1 1", "1"));
    private static final FibreEvidence FLIPS = new FibreEvidence.Flips(List.of(List.of(), List.of(0, 1, 2)));
    private static final Network FLIPPED =
            network(dense("-1; -1; -1", "-1 0 1"), units("relu", "relu", "relu"), dense("1 -2 1"));
    private static final Network CLONES = network(
            dense("1; -1; 0; 2", "1 -1 3 1"), units("sigmoid", "sigmoid", "relu", "relu"), dense("3 5 7 0", "1"));
    private static final Network MERGED = network(dense("1", "1"), units("sigmoid"), dense("-2", "27"));
    private static final Network SIGMOID = network(dense("1; 2", "2 0"), units("sigmoid", "relu"), dense("3 1", "4"));
    private static final Network SIGMOID_MOVED =
            network(dense("1; -1", "0 -2"), units("relu", "sigmoid"), dense("2 -3", "7"));
    private static final Network SOFT = network(dense("1"), units("tanh"), dense("1; 2", "3 4"), new Layer.Softmax(2));
    private static final Network SOFT_MOVED =
            network(dense("-1"), units("tanh"), dense("2; 1", "4 5"), new Layer.Softmax(2));

    private static final Network CONSTANT = network(dense("1; 0", "0 1"), units("tanh", "tanh"), dense("1 3", "0"));

    static List<Arguments> certificates() {
        return List.of(
                Arguments.of(
                        new EqualityClaim.Equal(SIGMOID, SIGMOID_MOVED),
                        equality(SIGMOID, SIGMOID_MOVED, gauge(map("1 0 | -1 1/2"), map("1 0 | -1 1/2 | 0 1")))),
                Arguments.of(
                        new EqualityClaim.Equal(SOFT, SOFT_MOVED),
                        equality(SOFT, SOFT_MOVED, gauge(map("0 | -1"), map("0 | -1")))),
                Arguments.of(new EqualityClaim.Equal(HAT, WIDE), equality(HAT, WIDE, ridge("relu"))),
                Arguments.of(new EqualityClaim.Equal(CLONES, MERGED), equality(CLONES, MERGED, reduction())),
                Arguments.of(
                        new SymmetryClaim.Equivariant(HAT, EVEN),
                        EquivarianceRuleTest.certificate(HAT, EVEN, ridge("relu"))),
                Arguments.of(
                        new SymmetryClaim.LayerwiseWhenWidened(HAT, EVEN),
                        EquivarianceRuleTest.certificate(HAT, EVEN, ridge("relu"))),
                Arguments.of(
                        new SymmetryClaim.LayerwiseWhenWidened(HAT, EVEN),
                        new Certificate.Widening(
                                Digest.of(HAT),
                                Digest.of(EVEN),
                                WIDE,
                                EqualityProof.of(ridge("relu")),
                                List.of(List.of(map("1 0 3 2"), map("1 0 3 2"))))),
                Arguments.of(
                        new SymmetryClaim.NotLayerwise(HAT, EVEN),
                        new Certificate.ClassAction(
                                Digest.of(HAT),
                                Digest.of(EVEN),
                                FLIPS,
                                List.of(List.of(
                                        new ClassMove(1, List.of(map("2 1 0"), map("2 1 0"))),
                                        new ClassMove(0, List.of(map("2 1 0"), map("2 1 0"))))))),
                Arguments.of(
                        new SymmetryClaim.NoLatentAction(WorkedExamples.splitClones(), SWAP),
                        new Certificate.Exhaustion(Digest.of(WorkedExamples.splitClones()), Digest.of(SWAP))),
                Arguments.of(
                        new SymmetryClaim.LayerwiseEquivariant(WorkedExamples.swappedPair(), SWAP, false),
                        Table.certificate(
                                WorkedExamples.swappedPair(), SWAP, List.of(List.of(map("1 0"), map("1 0"))))),
                Arguments.of(
                        new ParameterClaim.FinitelyIdentifiable(HAT, 2), new Certificate.Fibre(Digest.of(HAT), FLIPS)),
                Arguments.of(
                        new ParameterClaim.NotIdentifiable(HAT),
                        new Certificate.OtherParameter(Digest.of(HAT), FLIPPED, EqualityProof.of(ridge("relu")))),
                Arguments.of(
                        new ParameterClaim.NotIdentifiable(CONSTANT),
                        new Certificate.ConstantUnit(Digest.of(CONSTANT), 0, 1)));
    }

    private static EqualityProof reduction() {
        return new EqualityProof(
                List.of(
                        new ReductionStep.Merge(
                                0,
                                List.of(new ReductionStep.UnitMerge(1, 0, new UnitMap(Scalar.MINUS_ONE, Scalar.ZERO)))),
                        new ReductionStep.Fold(0, List.of(2)),
                        new ReductionStep.Prune(0, List.of(1)),
                        new ReductionStep.Drop(0, List.of(1, 2, 3))),
                List.of(new ReductionStep.Replace(
                        0,
                        3,
                        MERGED.layers(),
                        new Comparison.Gauge(List.of(AffineMap.identity(1), AffineMap.identity(1))))),
                new Comparison.Gauge(List.of(AffineMap.identity(1), AffineMap.identity(1))));
    }

    /** The claim is true, whatever the certificate says; the checker must only answer. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void aMutatedCertificateIsAnswered(Claim claim, Certificate certificate) {
        accept(claim, certificate);
        List<? extends Record> mutants = Mutants.of((Record) certificate);
        assertThat(mutants).isNotEmpty();
        long rejected = mutants.stream()
                .map(mutant -> Checker.check(claim, (Certificate) mutant))
                .filter(CheckResult.Rejected.class::isInstance)
                .count();
        assertThat(rejected).isPositive();
    }

    /** Networks, symmetries, flags and numbers of the claim are changed, and the certificate is made out for them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void aMutatedClaimIsRejectedOrStillTrue(Claim claim, Certificate certificate) {
        for (Record mutant : Mutants.of((Record) claim)) {
            Claim other = (Claim) mutant;
            if (!other.equals(claim)
                    && Checker.check(other, rebound(certificate, other)) instanceof CheckResult.Accepted) {
                assertThat(isTrue(other)).as(other.toString()).isTrue();
            }
        }
    }

    /** The certificate with the digests of what the claim speaks of. */
    private static Certificate rebound(Certificate certificate, Claim claim) {
        List<String> digests = new ArrayList<>();
        claim.networks().forEach(network -> digests.add(Digest.of(network)));
        claim.symmetries().forEach(each -> digests.add(Digest.of(each)));
        Record result = (Record) certificate;
        for (int i = 0; i < digests.size(); i++) {
            result = Mutants.with(result, i, digests.get(i)).orElseThrow();
        }
        if (result instanceof Certificate.Layerwise layerwise) {
            return new Certificate.Layerwise(
                    layerwise.network(),
                    layerwise.symmetry(),
                    layerwise.steps(),
                    layerwise.network(),
                    layerwise.actions());
        }
        return (Certificate) result;
    }

    private static boolean isTrue(Claim claim) {
        if (claim instanceof EqualityClaim.Equal equal) {
            return IntStream.range(0, 12).allMatch(seed -> agree(equal.left(), equal.right(), seed));
        }
        if (claim instanceof SymmetryClaim.NoLatentAction none) {
            return !(Verifier.verify(none.network(), none.symmetry(), 1) instanceof Verification.Layerwise found
                    && !found.reparametrised());
        }
        if (claim instanceof SymmetryClaim symmetric) {
            return IntStream.range(0, 12).allMatch(seed -> isEquivariant(symmetric, seed));
        }
        if (claim instanceof ParameterClaim.FinitelyIdentifiable finitely) {
            return finitely.classes() == zeroSums(finitely.network());
        }
        // A unit without incoming weights, or the flip of all units: read off the network.
        Network network = ((ParameterClaim.NotIdentifiable) claim).network();
        Layer.Dense first = (Layer.Dense) network.layers().get(0);
        return IntStream.range(0, first.outputs()).anyMatch(first.weight()::isZeroRow)
                || IntStream.range(0, 12).allMatch(seed -> agree(network, FLIPPED, seed));
    }

    private static List<Scalar> point(int inputs, int seed) {
        return IntStream.range(0, inputs)
                .mapToObj(i -> Scalar.of((seed * 7L + i * 5L) % 13 - 6, 1 + seed % 3))
                .toList();
    }

    private static boolean agree(Network left, Network right, int seed) {
        List<Scalar> x = point(left.inputs(), seed);
        return right.inputs() == left.inputs() && meet(values(left, x), values(right, x));
    }

    private static boolean isEquivariant(SymmetryClaim claim, int seed) {
        List<Scalar> x = point(claim.network().inputs(), seed);
        return IntStream.range(0, claim.symmetry().group().generators().size())
                .allMatch(g -> meet(
                        values(
                                claim.network(),
                                claim.symmetry().input().images().get(g).apply(x)),
                        Evaluation.enclose(
                                claim.symmetry().output().images().get(g), values(claim.network(), x), BITS)));
    }

    private static List<Enclosure> values(Network network, List<Scalar> x) {
        return Evaluation.enclose(network, x, BITS);
    }

    private static boolean meet(List<Enclosure> left, List<Enclosure> right) {
        return left.size() == right.size()
                && IntStream.range(0, left.size())
                        .noneMatch(i -> left.get(i).subtract(right.get(i)).excludesZero());
    }

    /** The number of sets of units with sum of v_j (w_j, b_j) equal to zero, one by one. */
    private static int zeroSums(Network network) {
        Layer.Dense first = (Layer.Dense) network.layers().get(0);
        Layer.Dense last = (Layer.Dense) network.layers().get(2);
        int count = 0;
        for (int mask = 0; mask < 1 << first.outputs(); mask++) {
            Scalar[] sums = new Scalar[(first.inputs() + 1) * last.outputs()];
            Arrays.fill(sums, Scalar.ZERO);
            for (int j = 0; j < first.outputs(); j++) {
                for (int k = 0; k < sums.length && (mask >> j & 1) == 1; k++) {
                    int input = k % (first.inputs() + 1);
                    Scalar factor = input < first.inputs() ? first.weight().get(j, input) : first.bias(j);
                    sums[k] = sums[k].add(factor.multiply(last.weight().get(k / (first.inputs() + 1), j)));
                }
            }
            count += Arrays.stream(sums).allMatch(Scalar::isZero) ? 1 : 0;
        }
        return count;
    }

    @Test
    void mutantsDifferInOnePlace() {
        ClassMove move = new ClassMove(1, List.of(map("1 0")));
        assertThat(Mutants.of(move)).isNotEmpty().doesNotContain(move).contains(new ClassMove(2, move.gauge()));
        assertThat(Optional.of(new ClassMove(1, List.of()))).isEqualTo(Mutants.with(move, 1, List.of()));
    }
}
