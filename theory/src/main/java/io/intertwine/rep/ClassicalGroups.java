package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The standard representations of the classical groups, by generators of their Lie algebras, whose brackets are all claimed (and so
 * checked), and by discrete generators for the groups that are not connected (R. Goodman and N. R. Wallach, Symmetry, Representations,
 * and Invariants, chapter 1). A Lie algebra stands for the connected group with it.
 *
 * <p>Names: {@code Jij} turns axes i and j (counted from 1), {@code Eij} has one entry, 1, in row i and column j, {@code Hi} is
 * diagonal: E_ii - E_nn for SL(n), E_ii for GL(n). Axes above 9 are set apart, as in {@code J10_11}.
 */
public final class ClassicalGroups {
    /** The largest size of the matrices. */
    public static final int LARGEST = 12;

    private ClassicalGroups() {}

    /** SO(n) on R^n, n at least 2. */
    public static LinearRepresentation specialOrthogonal(int n) {
        return specialOrthogonal(n, 0);
    }

    /**
     * The identity component of SO(p, q) on R^(p + q), p + q at least 2; the invariant form is diagonal, first p times 1, then q times
     * -1. SO(1, 3) is the proper orthochronous Lorentz group, with time first.
     *
     * <p>SO(p, q) has the same equivariant maps between tensor powers: its identity component is dense in it in Zariski's topology.
     */
    public static LinearRepresentation specialOrthogonal(int p, int q) {
        return representation(List.of(), List.of(), List.of(), rotations(p, q));
    }

    /** O(n) on R^n, n at least 2: so(n) and the reflection r of the first axis. */
    public static LinearRepresentation orthogonal(int n) {
        return orthogonal(n, 0);
    }

    /**
     * O(p, q) on R^(p + q), p + q at least 2: so(p, q), the reflection r of the first axis and, if p and q are both positive, the
     * reflection s of the last one. They represent all components: four, or two if p or q is 0. For O(1, 3) they are the reversal of
     * time and the reflection of one axis of space.
     */
    public static LinearRepresentation orthogonal(int p, int q) {
        Generators rotations = rotations(p, q);
        int n = p + q;
        if (p == 0 || q == 0) {
            return representation(List.of("r"), List.of(Word.power(0, 2)), List.of(reflection(n, 0)), rotations);
        }
        Word.Letter r = new Word.Letter(0, 1);
        Word.Letter s = new Word.Letter(1, 1);
        return representation(
                List.of("r", "s"),
                List.of(Word.power(0, 2), Word.power(1, 2), new Word(List.of(r, s, r, s))),
                List.of(reflection(n, 0), reflection(n, n - 1)),
                rotations);
    }

    /** SL(n) on R^n, n at least 2. */
    public static LinearRepresentation specialLinear(int n) {
        Generators generators = elementary(requireSize(n, 2));
        for (int i = 0; i + 1 < n; i++) {
            generators.add("H" + (i + 1), i, i, entry(n, i, i, 1).add(entry(n, n - 1, n - 1, -1)));
        }
        return representation(List.of(), List.of(), List.of(), generators);
    }

    /** The identity component of GL(n) on R^n, n at least 1; it has the same equivariant maps as GL(n) between tensor powers. */
    public static LinearRepresentation generalLinear(int n) {
        Generators generators = elementary(requireSize(n, 1));
        for (int i = 0; i < n; i++) {
            generators.add("H" + (i + 1), i, i, entry(n, i, i, 1));
        }
        return representation(List.of(), List.of(), List.of(), generators);
    }

    /**
     * Sp(2n) on R^(2n), n at least 1: the matrices that keep x_1 y_(n+1) - x_(n+1) y_1 + ... + x_n y_2n - x_2n y_n. Generators of the Lie
     * algebra are {@code Aij}, [[E_ij, 0], [0, -E_ji]], and for i at most j {@code Bij} and {@code Cij}, with E_ij + E_ji (E_ii for i = j)
     * in the upper right or the lower left block.
     *
     * @param n half of the dimension
     */
    public static LinearRepresentation symplectic(int n) {
        int size = requireSize(Math.multiplyExact(2, n), 2);
        Generators generators = new Generators();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                generators.add(name("A", i, j), i, j, entry(size, i, j, 1).add(entry(size, n + j, n + i, -1)));
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                generators.add(name("B", i, j), i, n + j, symmetric(size, i, j, 0, n));
                generators.add(name("C", i, j), n + i, j, symmetric(size, i, j, n, 0));
            }
        }
        return representation(List.of(), List.of(), List.of(), generators);
    }

    private static SparseMatrix symmetric(int size, int i, int j, int rowStart, int columnStart) {
        SparseMatrix one = entry(size, rowStart + i, columnStart + j, 1);
        return i == j ? one : one.add(entry(size, rowStart + j, columnStart + i, 1));
    }

    /** Names and matrices, in order, and for each matrix a place where all others are zero. */
    private static final class Generators {
        private final List<String> names = new ArrayList<>();
        private final List<SparseMatrix> matrices = new ArrayList<>();
        private final List<SparseMatrix.Entry> places = new ArrayList<>();

        void add(String name, int row, int column, SparseMatrix matrix) {
            names.add(name);
            matrices.add(matrix);
            places.add(new SparseMatrix.Entry(row, column, matrix.get(row, column)));
        }

        /** The brackets of all pairs; that they lie in the span is checked where the representation is made. */
        List<LieAlgebra.Bracket> brackets() {
            List<LieAlgebra.Bracket> brackets = new ArrayList<>();
            for (int i = 0; i < matrices.size(); i++) {
                for (int j = i + 1; j < matrices.size(); j++) {
                    SparseMatrix x = matrices.get(i);
                    SparseMatrix y = matrices.get(j);
                    SparseMatrix bracket = x.multiply(y).add(y.multiply(x).scaled(Scalar.MINUS_ONE));
                    List<Scalar> combination = places.stream()
                            .map(place ->
                                    bracket.get(place.row(), place.column()).divide(place.value()))
                            .toList();
                    brackets.add(new LieAlgebra.Bracket(i, j, combination));
                }
            }
            return brackets;
        }
    }

    /** E_ij h_j - E_ji h_i for i before j, where h is the diagonal of the form. */
    private static Generators rotations(int p, int q) {
        if (p < 0 || q < 0) {
            throw new IllegalArgumentException("expected a signature of two numbers from 0, found " + p + " and " + q);
        }
        int n = requireSize(Math.addExact(p, q), 2);
        Generators generators = new Generators();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                SparseMatrix turn = entry(n, i, j, j < p ? 1 : -1).add(entry(n, j, i, i < p ? -1 : 1));
                generators.add(name("J", i, j), i, j, turn);
            }
        }
        return generators;
    }

    /** E_ij for different i and j. */
    private static Generators elementary(int n) {
        Generators generators = new Generators();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    generators.add(name("E", i, j), i, j, entry(n, i, j, 1));
                }
            }
        }
        return generators;
    }

    private static String name(String letter, int i, int j) {
        return letter + (i + 1) + (Math.max(i, j) < 9 ? "" : "_") + (j + 1);
    }

    private static int requireSize(int n, int least) {
        if (n < least || n > LARGEST) {
            throw new IllegalArgumentException(
                    "expected matrices of size " + least + " to " + LARGEST + ", found " + n);
        }
        return n;
    }

    private static SparseMatrix entry(int n, int row, int column, int value) {
        return SparseMatrix.of(n, n, List.of(new SparseMatrix.Entry(row, column, Scalar.of(value))));
    }

    private static AffineMap reflection(int n, int axis) {
        List<Scalar> signs = new ArrayList<>(Collections.nCopies(n, Scalar.ONE));
        signs.set(axis, Scalar.MINUS_ONE);
        return AffineMap.monomial(Permutation.identity(n), signs);
    }

    private static LinearRepresentation representation(
            List<String> names, List<Word> relators, List<AffineMap> images, Generators generators) {
        GroupDescription discrete =
                names.isEmpty() ? new GroupDescription.Generated(names) : new Presentation(names, relators);
        LieAlgebra algebra = new LieAlgebra(generators.names, generators.brackets());
        int n = generators.matrices.get(0).rows();
        return LinearRepresentation.of(
                new ActingGroup(discrete, algebra), new Representation(discrete, n, images), generators.matrices);
    }
}
