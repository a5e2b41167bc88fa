package io.intertwine.group;

import java.util.List;

/**
 * The complex irreducible characters of a finite group that are conjugate under the Galois group of the cyclotomic numbers: the constituents
 * of one irreducible representation over the rational numbers.
 *
 * @param degree the dimension of each of them
 * @param conjugates how many there are
 * @param indicator the Frobenius-Schur indicator of each of them: 1, 0 or -1
 * @param values the sum of their values, an integer, on every conjugacy class
 */
public record GaloisClass(int degree, int conjugates, int indicator, List<Integer> values) {
    public GaloisClass {
        values = List.copyOf(values);
    }

    /** The division algebra over the real numbers that commutes with a real irreducible representation. */
    public enum Type {
        /** The real numbers: the complex representation is one over the real numbers. */
        REAL,
        /** The complex numbers: the character has values that are not real. */
        COMPLEX,
        /** The quaternions: the character is real, its representation is not. */
        QUATERNIONIC;

        /** The type of a Frobenius-Schur indicator. */
        static Type of(int indicator) {
            return indicator > 0 ? REAL : indicator < 0 ? QUATERNIONIC : COMPLEX;
        }
    }

    /** The type over the real numbers (G. Frobenius, I. Schur 1906; Serre, Linear Representations of Finite Groups, section 13.2). */
    public Type type() {
        return Type.of(indicator);
    }

    /** Whether this is the trivial character. */
    public boolean isTrivial() {
        return values.stream().allMatch(value -> value == 1);
    }
}
