package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.claim.Claim;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericJacobian;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functional dimensions of families: evidence accepted and rejected. */
class DimensionRuleTest {
    private static final GenericPoint.Sampling SAMPLING = new GenericPoint.Sampling(8388593, 3, 1, 3, 3);
    /** D = 9, no symmetry. */
    private static final Architecture TANH = family("tanh", true);
    /** D = 9, two shifts. */
    private static final Architecture EXPONENTIAL = family("exp", true);

    private static Architecture family(String activation, boolean bias) {
        return Architecture.ofWidths(List.of(2, 2, 1), List.of(Activations.requireNamed(activation)), bias);
    }

    /** Pivots of the derivatives, in an order in which no exchange is needed. */
    private static DimensionEvidence.Generic minor(
            Architecture architecture, GenericPoint.Sampling sampling, int size) {
        GenericPoint point = ((GenericPoint.Found) GenericPoint.draw(architecture, sampling)).point();
        GenericJacobian jacobian = new GenericJacobian(architecture, point);
        PrimeField field = point.field();
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<long[]> reduced = new ArrayList<>();
        for (int line = 0; line < sampling.bases() * sampling.lines(); line++) {
            List<long[]> block = jacobian.line(line);
            for (int r = 0; r < block.size() && rows.size() < size; r++) {
                long[] rest = block.get(r).clone();
                for (int k = 0; k < reduced.size(); k++) {
                    long factor = field.negate(rest[columns.get(k)]);
                    for (int j = 0; j < rest.length; j++) {
                        rest[j] = field.add(rest[j], field.multiply(factor, reduced.get(k)[j]));
                    }
                }
                int pivot = IntStream.range(0, rest.length)
                        .filter(j -> rest[j] != 0)
                        .findFirst()
                        .orElse(-1);
                if (pivot >= 0) {
                    long inverse = field.inverse(rest[pivot]);
                    reduced.add(Arrays.stream(rest)
                            .map(entry -> field.multiply(entry, inverse))
                            .toArray());
                    rows.add(line * jacobian.rowsOfLine() + r);
                    columns.add(pivot);
                }
            }
        }
        return new DimensionEvidence.Generic(sampling, rows, columns);
    }

    private static DimensionEvidence.Factored factored(Architecture architecture, DimensionEvidence.Generic minor) {
        int size = minor.rows().size();
        List<long[]> rows = new ArrayList<>(Collections.nCopies(size, new long[0]));
        try {
            GenericMinorRule.forEachRow(architecture, minor, rows::set);
        } catch (Rejection rejection) {
            throw new AssertionError(rejection);
        }
        PrimeField field = new PrimeField(minor.sampling().prime());
        ModularMatrix factors = new ModularMatrix(field.prime(), size, size);
        for (int k = 0; k < size; k++) {
            for (int i = k + 1; i < size; i++) {
                long factor = field.multiply(rows.get(i)[k], field.inverse(rows.get(k)[k]));
                for (int j = k; j < size; j++) {
                    rows.get(i)[j] = field.subtract(rows.get(i)[j], field.multiply(factor, rows.get(k)[j]));
                }
                rows.get(i)[k] = factor;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                factors.set(i, j, rows.get(i)[j]);
            }
        }
        return new DimensionEvidence.Factored(minor, factors);
    }

    private static CheckResult check(
            Architecture architecture, int dimension, boolean exactly, DimensionEvidence evidence) {
        return Checker.check(
                new DimensionClaim.OfFamily(architecture, dimension, exactly),
                new Certificate.Dimension(Digest.of(architecture), evidence));
    }

    private static String accepted(CheckResult result) {
        assertThat(result).isInstanceOf(CheckResult.Accepted.class);
        return ((CheckResult.Accepted) result).theorem().toString();
    }

    private static String rejected(CheckResult result) {
        assertThat(result).isInstanceOf(CheckResult.Rejected.class);
        return ((CheckResult.Rejected) result).reason();
    }

    @Test
    void minorsAreAccepted() {
        assertThat(accepted(check(TANH, 9, true, minor(TANH, SAMPLING, 9))))
                .contains("functional dimension of the family is 9.")
                .contains("modulo 8388593")
                .contains("bound \"parameters\"");
        assertThat(accepted(check(EXPONENTIAL, 7, true, minor(EXPONENTIAL, SAMPLING, 9))))
                .contains("bound \"symmetries\"");
        assertThat(accepted(check(TANH, 4, false, minor(TANH, SAMPLING, 4)))).contains("is at least 4.");
        assertThat(accepted(check(TANH, 3, false, minor(TANH, SAMPLING, 4)))).contains("is at least 3.");
    }

    @Test
    void moreThanTheMinorShowsIsRejected() {
        assertThat(minor(EXPONENTIAL, SAMPLING, 9).rows()).hasSize(7);
        assertThat(rejected(check(TANH, 9, true, minor(TANH, SAMPLING, 8)))).contains("rank 8, expected at least 9");
        assertThat(rejected(check(EXPONENTIAL, 8, false, minor(EXPONENTIAL, SAMPLING, 9))))
                .contains("rank 7");
        assertThat(rejected(check(TANH, 8, true, minor(TANH, SAMPLING, 8))))
                .contains("least upper bound known is 9")
                .contains("expected at most 8");
    }

    @Test
    void minorsThatVanishAreRejected() {
        DimensionEvidence.Generic good = minor(TANH, SAMPLING, 9);
        List<Integer> rows = new ArrayList<>(good.rows());
        // The derivative of the value at the base point along the second line: that along the first line again.
        rows.set(1, rows.get(0) + 4);
        assertThat(rejected(check(TANH, 9, true, new DimensionEvidence.Generic(SAMPLING, rows, good.columns()))))
                .contains("minor of size 9 is zero modulo 8388593");
        GenericPoint.Sampling otherSeed = new GenericPoint.Sampling(8388593, 4, 1, 3, 0);
        assertThat(rejected(
                        check(TANH, 2, false, new DimensionEvidence.Generic(otherSeed, List.of(0, 1), List.of(7, 8)))))
                .contains("is zero modulo");
    }

    @Test
    void placesOutsideAreRejected() {
        DimensionEvidence.Generic good = minor(TANH, SAMPLING, 2);
        assertThat(rejected(check(TANH, 2, false, with(good, List.of(0, 12), good.columns()))))
                .contains("expected a row below 12, found 12");
        assertThat(rejected(check(TANH, 2, false, with(good, List.of(0, -1), good.columns()))))
                .contains("found -1");
        assertThat(rejected(check(TANH, 2, false, with(good, good.rows(), List.of(0, 9)))))
                .contains("expected a column below 9, found 9");
        assertThat(rejected(check(TANH, 2, false, with(good, good.rows(), List.of(0, 0)))))
                .contains("different");
        assertThat(rejected(check(TANH, 2, false, with(good, good.rows(), List.of(0)))))
                .contains("as many different");
        assertThat(rejected(check(TANH, 2, false, with(good, List.of(1, 1), good.columns()))))
                .contains("different");
        List<Integer> many = IntStream.range(0, 2001).boxed().toList();
        assertThat(rejected(check(TANH, 2, false, with(good, many, many))))
                .contains("expected a minor of size at most 2000");
    }

    private static DimensionEvidence.Generic with(
            DimensionEvidence.Generic minor, List<Integer> rows, List<Integer> columns) {
        return new DimensionEvidence.Generic(minor.sampling(), rows, columns);
    }

    @Test
    void pointsThatCannotBeDrawnAreRejected() {
        assertThat(rejected(check(TANH, 1, false, drawn(new GenericPoint.Sampling(9, 1, 1, 1, 1)))))
                .contains("expected an odd prime below 2^31, found 9");
        assertThat(rejected(check(TANH, 1, false, drawn(new GenericPoint.Sampling(3, 1, 1, 1, 3)))))
                .contains("expected an order from 0 to 2");
        assertThat(rejected(check(TANH, 1, false, drawn(new GenericPoint.Sampling(8388593, 1, 1 << 20, 1 << 20, 1)))))
                .contains("expected at most 50000000 coordinates");
        // More base points than a row has parameters: the arguments are not independent.
        assertThat(rejected(check(TANH, 1, false, drawn(new GenericPoint.Sampling(8388593, 1, 4, 1, 0)))))
                .contains("not independent");
        // 2 is no square modulo 5.
        assertThat(rejected(check(family("gelu", true), 1, false, drawn(new GenericPoint.Sampling(5, 1, 1, 1, 1)))))
                .contains("2 is not a square modulo 5");
    }

    private static DimensionEvidence.Generic drawn(GenericPoint.Sampling sampling) {
        return new DimensionEvidence.Generic(sampling, List.of(0), List.of(8));
    }

    @Test
    void factorisationsAreAccepted() {
        DimensionEvidence.Factored evidence = factored(TANH, minor(TANH, SAMPLING, 9));
        assertThat(accepted(check(TANH, 9, true, evidence)))
                .contains("probability of error below 2^-80")
                .contains("is 9.");
        assertThat(rejected(check(TANH, 9, true, factored(TANH, minor(TANH, SAMPLING, 8)))))
                .contains("rank 8");
    }

    @Test
    void wrongFactorsAreRejected() {
        DimensionEvidence.Factored good = factored(TANH, minor(TANH, SAMPLING, 9));
        for (int place = 0; place < 81; place++) {
            ModularMatrix changed = copy(good.factors(), SAMPLING.prime());
            changed.data()[place] = (changed.data()[place] + 1) % 8388593;
            assertThat(rejected(check(TANH, 9, true, new DimensionEvidence.Factored(good.minor(), changed))))
                    .containsAnyOf("no factorisation", "has a zero");
        }
    }

    @Test
    void factorsOfAnotherShapeAreRejected() {
        DimensionEvidence.Factored good = factored(TANH, minor(TANH, SAMPLING, 9));
        assertThat(rejected(check(
                        TANH, 9, true, new DimensionEvidence.Factored(good.minor(), copy(good.factors(), 8388587)))))
                .contains("another prime");
        assertThat(rejected(check(
                        TANH, 9, true, new DimensionEvidence.Factored(good.minor(), new ModularMatrix(8388593, 8, 8)))))
                .contains("expected factors of size 9, found 8 x 8");
        assertThat(rejected(check(
                        TANH, 9, true, new DimensionEvidence.Factored(good.minor(), new ModularMatrix(8388593, 9, 8)))))
                .contains("found 9 x 8");
        ModularMatrix singular = copy(good.factors(), 8388593);
        singular.set(8, 8, 0);
        assertThat(rejected(check(TANH, 9, true, new DimensionEvidence.Factored(good.minor(), singular))))
                .contains("diagonal of U has a zero at 8");
        for (int entry : new int[] {-1, 8388593}) {
            ModularMatrix outside = copy(good.factors(), 8388593);
            outside.data()[1] = entry;
            assertThat(rejected(check(TANH, 9, true, new DimensionEvidence.Factored(good.minor(), outside))))
                    .contains("no residue");
        }
    }

    private static ModularMatrix copy(ModularMatrix matrix, long prime) {
        ModularMatrix copy = new ModularMatrix(prime, matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.data().length; i++) {
            copy.data()[i] = Math.floorMod(matrix.data()[i], (int) prime);
        }
        return copy;
    }

    private static final Network UNIT = new NetworkBuilder()
            .dense("1", "1")
            .activation("relu")
            .dense("1", "2")
            .build();

    private static DimensionEvidence.Explicit explicit(Network network, String... points) {
        List<List<Scalar>> inputs =
                Arrays.stream(points).map(NetworkBuilder::vector).toList();
        return new DimensionEvidence.Explicit(network, inputs);
    }

    @Test
    void explicitParametersAreAccepted() {
        Architecture architecture = Architecture.of(UNIT);
        assertThat(accepted(check(architecture, 3, true, explicit(UNIT, "1", "2", "-2"))))
                .contains("At the recorded parameters and inputs")
                .contains("bound \"symmetries\"");
        assertThat(accepted(check(architecture, 1, false, explicit(UNIT, "1")))).contains("at least 1");
    }

    @Test
    void ofASoftmaxTheDifferencesCount() {
        List<Layer> layers = new ArrayList<>(new NetworkBuilder()
                .dense("1", "1")
                .activation("relu")
                .dense("1; 0", "2 0")
                .build()
                .layers());
        layers.add(new Layer.Softmax(2));
        Network network = new Network(layers);
        Architecture architecture = Architecture.of(network);
        assertThat(accepted(check(architecture, 3, true, explicit(network, "1", "2", "-2"))))
                .contains("is 3.");
        assertThat(rejected(check(architecture, 4, false, explicit(network, "1", "2", "-2", "3", "-3"))))
                .contains("rank 3");
    }

    @Test
    void explicitParametersThatShowLessAreRejected() {
        Architecture architecture = Architecture.of(UNIT);
        assertThat(rejected(check(architecture, 3, true, explicit(UNIT, "1", "2", "3"))))
                .contains("rank 2");
        assertThat(rejected(check(architecture, 3, true, explicit(UNIT, "1", "2", "-1"))))
                .contains("a unit is at a breakpoint");
        assertThat(rejected(check(architecture, 3, true, explicit(UNIT, "1 2"))))
                .isNotEmpty();
        assertThat(rejected(check(TANH, 3, true, explicit(UNIT, "1")))).contains("of another architecture");
        Network smooth = new NetworkBuilder()
                .dense("1", "1")
                .activation("tanh")
                .dense("1", "2")
                .build();
        assertThat(rejected(check(Architecture.of(smooth), 1, false, explicit(smooth, "1"))))
                .contains("continuous and piecewise affine");
        Network softmax = new Network(List.of(new Layer.Softmax(2)));
        assertThat(rejected(check(Architecture.of(softmax), 0, false, explicit(softmax))))
                .contains("no parameters");
    }

    @Test
    void tooManyParametersAreRejected() {
        Network wide = new NetworkBuilder()
                .dense(String.join("; ", Collections.nCopies(1001, "1")))
                .activation("relu")
                .dense(String.join(" ", Collections.nCopies(1001, "1")))
                .build();
        assertThat(rejected(check(Architecture.of(wide), 1, false, explicit(wide, "1"))))
                .contains("expected at most 2000 parameters, found 2002");
    }

    @Test
    void evidenceOfAnotherArchitectureOrKindIsRejected() {
        DimensionEvidence.Generic evidence = minor(TANH, SAMPLING, 9);
        Claim claim = new DimensionClaim.OfFamily(TANH, 9, true);
        assertThat(rejected(Checker.check(claim, new Certificate.Dimension(Digest.of(EXPONENTIAL), evidence))))
                .contains("speaks of another architecture");
        assertThat(rejected(Checker.check(claim, new Certificate.IndependentDerivatives(Digest.of(TANH), List.of()))))
                .isNotEmpty();
        assertThat(rejected(Checker.check(
                        new ParameterClaim.LocallyIdentifiable(UNIT),
                        new Certificate.Dimension(Digest.of(UNIT), evidence))))
                .isNotEmpty();
    }

    @Test
    void architecturesHaveDigestsOfTheirOwn() {
        LayerShape.Dense dense = new LayerShape.Dense(2, 2, true);
        assertThat(Digest.of(new Architecture(List.of(dense))))
                .isNotEqualTo(Digest.of(new Architecture(List.of(new LayerShape.Dense(2, 2, false)))))
                .isNotEqualTo(Digest.of(new Architecture(List.of(dense, dense))))
                .isEqualTo(Digest.of(new Architecture(List.of(new LayerShape.Dense(2, 2, true)))));
        assertThat(Digest.of(TANH)).isNotEqualTo(Digest.of(EXPONENTIAL));
    }
}
