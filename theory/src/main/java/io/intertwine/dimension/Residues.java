package io.intertwine.dimension;

import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.PrimeField;

/** Arithmetic modulo a prime: below 2^31, or 2^61 - 1. */
interface Residues {
    long add(long a, long b);

    long negate(long a);

    long multiply(long a, long b);

    /** The inverse of a residue that is not 0. */
    long inverse(long a);

    /** Modulo a prime below 2^31. */
    static Residues of(PrimeField field) {
        return new Residues() {
            @Override
            public long add(long a, long b) {
                return field.add(a, b);
            }

            @Override
            public long negate(long a) {
                return field.negate(a);
            }

            @Override
            public long multiply(long a, long b) {
                return field.multiply(a, b);
            }

            @Override
            public long inverse(long a) {
                return field.inverse(a);
            }
        };
    }

    /** Modulo 2^61 - 1. */
    static Residues mersenne() {
        return new Residues() {
            @Override
            public long add(long a, long b) {
                return Mersenne61.add(a, b);
            }

            @Override
            public long negate(long a) {
                return Mersenne61.negate(a);
            }

            @Override
            public long multiply(long a, long b) {
                return Mersenne61.multiply(a, b);
            }

            @Override
            public long inverse(long a) {
                return Mersenne61.inverse(a);
            }
        };
    }
}
