package io.intertwine.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * The solutions of rational equations by elimination modulo primes near 2^31: a reduced basis modulo a prime is lifted to the rationals
 * with as many primes as it takes, and every lifted solution is verified exactly on all equations.
 *
 * <p>That proves the basis: a rank modulo a prime is at most the rank over the rationals, so there are at most as many independent
 * solutions as modulo the prime; and the lifted ones are as many, and independent, because each has a place where it is 1 and the
 * others are 0. A prime modulo which the rank is smaller shows itself by a solution that does not lift; then another one is taken.
 */
public final class RationalKernel {
    /** The most unknowns that hang together. */
    public static final int LARGEST = 6_000;

    /** After so many primes numbers count as too large. */
    private static final int MOST_PRIMES = 64;
    /** After so many first primes the computation is given up. */
    private static final int MOST_ATTEMPTS = 3;

    private final SparseEquations equations;
    private long next = PrimeField.PRIME_LIMIT - 1;

    private RationalKernel(SparseEquations equations) {
        this.equations = equations;
    }

    /** A reduced basis of the solutions. */
    static List<SparseEquations.Solution> of(SparseEquations equations) {
        if (equations.unknowns() > LARGEST) {
            throw new IllegalArgumentException("expected at most " + LARGEST
                    + " unknowns in linear equations that hang together, found " + equations.unknowns()
                    + "; write the spaces as sums of smaller ones, or ask for a smaller tensor power");
        }
        RationalKernel kernel = new RationalKernel(equations);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<List<SparseEquations.Solution>> basis = kernel.attempt();
            if (basis.isPresent()) {
                return basis.get();
            }
        }
        throw new IllegalArgumentException(
                "the solutions of the linear equations of the space have numbers of more than " + 31 * MOST_PRIMES / 2
                        + " bits, or " + MOST_ATTEMPTS + " primes were unlucky; choose other bases");
    }

    /** The next prime that divides no denominator. */
    private PrimeField nextField() {
        while (true) {
            long candidate = next;
            next -= 2;
            BigInteger prime = BigInteger.valueOf(candidate);
            if (prime.isProbablePrime(30) && isGood(prime)) {
                return new PrimeField(candidate);
            }
        }
    }

    private boolean isGood(BigInteger prime) {
        return equations.coefficients().stream()
                .noneMatch(value -> value.rational().getDenominator().mod(prime).signum() == 0);
    }

    private Optional<List<SparseEquations.Solution>> attempt() {
        PrimeField first = nextField();
        ModularKernel kernel = ModularKernel.of(equations, first);
        Lift lift = new Lift(kernel, first);
        for (int primes = 1; primes < MOST_PRIMES; primes++) {
            Optional<List<SparseEquations.Solution>> basis = lift.basis(equations);
            if (basis.isPresent()) {
                return basis;
            }
            PrimeField field = nextField();
            try {
                lift.join(ModularKernel.like(kernel, field), field);
            } catch (ArithmeticException zeroMinor) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** The basis modulo a product of primes. */
    private static final class Lift {
        private final int[] free;
        private final int[] pivots;
        private final BigInteger[][] residues;
        private BigInteger modulus;
        /** The solutions that are verified already. */
        private final List<SparseEquations.Solution> known = new ArrayList<>();

        Lift(ModularKernel kernel, PrimeField field) {
            free = kernel.free();
            pivots = kernel.pivots();
            modulus = BigInteger.valueOf(field.prime());
            residues = new BigInteger[free.length][];
            for (int k = 0; k < free.length; k++) {
                residues[k] = Arrays.stream(kernel.basisSolution(k))
                        .mapToObj(BigInteger::valueOf)
                        .toArray(BigInteger[]::new);
            }
        }

        /** Adds a prime, by the Chinese remainder theorem; solutions that are known are left alone. */
        void join(ModularKernel kernel, PrimeField field) {
            BigInteger prime = BigInteger.valueOf(field.prime());
            BigInteger inverse = modulus.modInverse(prime);
            for (int k = known.size(); k < free.length; k++) {
                long[] values = kernel.basisSolution(k);
                for (int i = 0; i < values.length; i++) {
                    BigInteger difference = BigInteger.valueOf(values[i]).subtract(residues[k][i]);
                    residues[k][i] = residues[k][i].add(
                            difference.multiply(inverse).mod(prime).multiply(modulus));
                }
            }
            modulus = modulus.multiply(prime);
        }

        Optional<List<SparseEquations.Solution>> basis(SparseEquations equations) {
            while (known.size() < free.length) {
                List<Scalar> values = lifted(known.size(), equations.unknowns());
                if (values.isEmpty() || !equations.isSolvedBy(values)) {
                    return Optional.empty();
                }
                known.add(new SparseEquations.Solution(values, free[known.size()]));
            }
            return Optional.of(known);
        }

        /** The k-th solution over the rationals, or nothing if a number needs more primes. */
        private List<Scalar> lifted(int k, int unknowns) {
            List<Scalar> values = new ArrayList<>(Collections.nCopies(unknowns, Scalar.ZERO));
            values.set(free[k], Scalar.ONE);
            for (int i = 0; i < pivots.length; i++) {
                Optional<BigFraction> value = RationalReconstruction.of(residues[k][i], modulus);
                if (value.isEmpty()) {
                    return List.of();
                }
                values.set(pivots[i], Scalar.of(value.get()));
            }
            return values;
        }
    }
}
