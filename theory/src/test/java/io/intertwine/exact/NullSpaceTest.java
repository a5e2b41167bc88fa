package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Null spaces are those that exact elimination of the dense matrix finds. */
class NullSpaceTest {
    private static final long PRIME = Integer.MAX_VALUE;

    private final Random random = new Random(5);

    /** A matrix as a system. */
    private record Dense(ExactMatrix matrix) implements HomogeneousSystem {
        @Override
        public int unknowns() {
            return matrix.columns();
        }

        @Override
        public int equations() {
            return matrix.rows();
        }

        @Override
        public void visit(int equation, TermVisitor visitor) {
            for (int j = 0; j < matrix.columns(); j++) {
                visitor.term(j, matrix.get(equation, j));
            }
        }
    }

    /** The product of two random matrices: rank at most r. */
    private ExactMatrix matrix(int rows, int columns, int rank, Supplier<Scalar> entry) {
        ExactMatrix left = ExactMatrix.build(rows, rank, (i, j) -> entry.get());
        return rank == 0
                ? ExactMatrix.build(rows, columns, (i, j) -> Scalar.ZERO)
                : left.multiply(ExactMatrix.build(rank, columns, (i, j) -> entry.get()));
    }

    private static void requireNullSpace(ExactMatrix matrix) {
        List<NullSpace.Solution> basis = NullSpace.of(new Dense(matrix));
        assertThat(basis).hasSize(matrix.columns() - Echelon.of(matrix).rank());
        for (NullSpace.Solution solution : basis) {
            List<Scalar> values = dense(solution, matrix.columns());
            assertThat(values.get(solution.pivot())).isEqualTo(Scalar.ONE);
            assertThat(matrix.multiply(values)).allMatch(Scalar::isZero);
            assertThat(basis.stream().filter(other -> other.unknowns().contains(solution.pivot())))
                    .hasSize(1);
            assertThat(solution.unknowns()).isSorted();
        }
    }

    private static List<Scalar> dense(NullSpace.Solution solution, int columns) {
        List<Scalar> values = new ArrayList<>(Collections.nCopies(columns, Scalar.ZERO));
        for (int k = 0; k < solution.unknowns().size(); k++) {
            values.set(solution.unknowns().get(k), solution.values().get(k));
        }
        return values;
    }

    @Test
    void smallSystemsAreSolved() {
        for (int round = 0; round < 60; round++) {
            int columns = 1 + random.nextInt(8);
            requireNullSpace(matrix(
                    1 + random.nextInt(10),
                    columns,
                    random.nextInt(columns + 1),
                    () -> Scalar.of(random.nextInt(3) - 1)));
        }
    }

    @Test
    void sparseSystemsFallApart() {
        for (int round = 0; round < 60; round++) {
            int columns = 5 + random.nextInt(20);
            requireNullSpace(ExactMatrix.build(
                    columns,
                    columns,
                    (i, j) -> random.nextInt(columns) < 2 ? Scalar.of(random.nextInt(5) - 2) : Scalar.ZERO));
        }
    }

    @Test
    void longNumbersTakeSeveralPrimes() {
        for (int round = 0; round < 5; round++) {
            requireNullSpace(
                    matrix(12, 10, 8, () -> Scalar.of(random.nextInt(2_000_001) - 1_000_000, 1 + random.nextInt(50))));
        }
    }

    @Test
    void quadraticFieldsAreLiftedByTwoResidueMaps() {
        Scalar root = Scalar.sqrt(new BigFraction(5));
        for (int round = 0; round < 10; round++) {
            requireNullSpace(matrix(
                    7,
                    6,
                    4,
                    () -> root.multiply(Scalar.of(random.nextInt(5) - 2)).add(Scalar.of(random.nextInt(5) - 2, 2))));
        }
    }

    @Test
    void otherFieldsAreEliminatedExactly() {
        Scalar cosine = Scalar.cosine(1, 7);
        Scalar mixed = Scalar.sqrt(BigFraction.TWO).add(Scalar.sqrt(new BigFraction(3)));
        for (Scalar number : List.of(cosine, mixed)) {
            requireNullSpace(matrix(
                    5,
                    5,
                    3,
                    () -> number.multiply(Scalar.of(random.nextInt(5) - 2)).add(Scalar.of(random.nextInt(3)))));
        }
    }

    @Test
    void unluckyPrimesAreLeft() {
        // Modulo 2^31 - 1 the first three rows are dependent, and the second minor vanishes.
        Scalar p = Scalar.of(PRIME);
        List<Scalar> entries = new ArrayList<>();
        for (int value : new int[] {1, 2, 3, 2, 4, 6, 1, 1, 1}) {
            entries.add(Scalar.of(value));
        }
        entries.set(4, Scalar.of(4).add(p));
        requireNullSpace(ExactMatrix.of(3, 3, entries));
        // A denominator that the first prime divides.
        requireNullSpace(ExactMatrix.of(1, 3, List.of(p.reciprocal(), Scalar.ONE, Scalar.of(2))));
        // A coefficient that vanishes modulo the first prime: a solution modulo it that is none leaves p or -p in an
        // equation.
        for (Scalar coefficient : List.of(p, p.negate())) {
            requireNullSpace(ExactMatrix.of(
                    2,
                    4,
                    List.of(
                            Scalar.ONE,
                            Scalar.ONE,
                            Scalar.ONE,
                            coefficient,
                            Scalar.ONE,
                            Scalar.of(2),
                            Scalar.of(4),
                            Scalar.ONE)));
        }
    }

    @Test
    void equationsEnterInParts() {
        // Each of the first equations repeats one of few, so the first part of the elimination does not have the full
        // rank.
        ExactMatrix few = matrix(3, 9, 3, () -> Scalar.of(random.nextInt(9) - 4));
        ExactMatrix more = matrix(40, 9, 7, () -> Scalar.of(random.nextInt(9) - 4));
        requireNullSpace(ExactMatrix.build(100, 9, (i, j) -> i < 60 ? few.get(i % 3, j) : more.get(i - 60, j)));
    }

    @Test
    void limitsAreStated() {
        Scalar cosine = Scalar.cosine(1, 7);
        int n = NullSpace.LARGEST_IRRATIONAL + 1;
        ExactMatrix row = ExactMatrix.build(1, n, (i, j) -> j == 0 ? cosine : Scalar.ONE);
        assertThatThrownBy(() -> NullSpace.of(new Dense(row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 250 unknowns")
                .hasMessageContaining("found 251");
        ExactMatrix wide = ExactMatrix.build(1, LiftedKernel.LARGEST + 1, (i, j) -> Scalar.ONE);
        assertThatThrownBy(() -> NullSpace.of(new Dense(wide)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 6001");
    }

    @Test
    void fractionsAreFoundFromTheirResidues() {
        BigInteger modulus = BigInteger.valueOf(PRIME).pow(2);
        BigInteger bound = modulus.shiftRight(1).sqrt();
        for (int round = 0; round < 200; round++) {
            BigInteger numerator = new BigInteger(30, random).subtract(BigInteger.ONE.shiftLeft(29));
            BigInteger denominator = new BigInteger(30, random).add(BigInteger.ONE);
            BigFraction value = new BigFraction(numerator, denominator);
            assertThat(value.getDenominator().compareTo(bound)).isNegative();
            BigInteger residue = value.getNumerator()
                    .multiply(value.getDenominator().modInverse(modulus))
                    .mod(modulus);
            assertThat(RationalReconstruction.of(residue, modulus)).contains(value);
        }
        assertThat(RationalReconstruction.of(BigInteger.valueOf(3), BigInteger.valueOf(11)))
                .isEmpty();
    }
}
