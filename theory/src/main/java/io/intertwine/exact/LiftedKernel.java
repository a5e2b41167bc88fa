package io.intertwine.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The solutions of equations over the rationals or over one real quadratic field by elimination modulo primes near 2^31: a reduced basis
 * modulo a prime is lifted with as many primes as it takes, and every lifted solution is verified exactly on all equations.
 *
 * <p>That proves the basis: a rank modulo a prime is at most the rank over the field, so there are at most as many independent solutions
 * as modulo the prime; and the lifted ones are as many, and independent, because each has a place where it is 1 and the others are 0. A
 * prime modulo which the rank is smaller shows itself by a solution that does not lift; then another one is taken. The rank modulo the
 * prime rests on a test that a wrong engine passes with probability 1 / p ({@link ModularKernel}).
 */
public final class LiftedKernel {
    /** The most unknowns that hang together. */
    public static final int LARGEST = 6_000;

    /** After so many primes numbers count as too large. */
    private static final int MOST_PRIMES = 64;
    /** After so many first primes the computation is given up. */
    private static final int MOST_ATTEMPTS = 3;

    private final SparseEquations equations;
    private final ResidueMaps maps;

    private LiftedKernel(SparseEquations equations) {
        this.equations = equations;
        this.maps = new ResidueMaps(equations.coefficients());
    }

    /** A reduced basis of the solutions; the coefficients lie in one field, {@link ResidueMaps#isField}. */
    static List<SparseEquations.Solution> of(SparseEquations equations) {
        if (equations.unknowns() > LARGEST) {
            throw new IllegalArgumentException("expected at most " + LARGEST
                    + " unknowns in linear equations that hang together, found " + equations.unknowns()
                    + "; write the spaces as sums of smaller ones, or ask for a smaller tensor power");
        }
        LiftedKernel kernel = new LiftedKernel(equations);
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

    private Optional<List<SparseEquations.Solution>> attempt() {
        ResidueMaps.AtPrime first = maps.next();
        ModularKernel kernel =
                ModularKernel.of(equations, first.field(), first.residues().get(0));
        Lift lift = new Lift(equations, maps, kernel.free(), kernel.pivots());
        for (ResidueMaps.AtPrime atPrime = first; lift.primes < MOST_PRIMES; atPrime = maps.next()) {
            try {
                lift.join(conjugates(kernel, atPrime), atPrime);
            } catch (ArithmeticException zeroMinor) {
                lift.primes++;
            }
            if (lift.isComplete()) {
                return Optional.of(lift.known);
            }
        }
        return Optional.empty();
    }

    /** The kernel with the same pivots for every residue map; throws ArithmeticException where a leading minor is zero. */
    private List<ModularKernel> conjugates(ModularKernel first, ResidueMaps.AtPrime atPrime) {
        return atPrime.residues().stream()
                .map(residues -> ModularKernel.like(first, atPrime.field(), residues))
                .toList();
    }

    /** The basis modulo a product of primes: for every pivot of every solution its coordinates in the field. */
    private static final class Lift {
        private final SparseEquations equations;
        private final ResidueMaps maps;
        private final int[] free;
        private final int[] pivots;
        private final List<List<BigInteger[]>> coordinates = new ArrayList<>();
        private BigInteger modulus = BigInteger.ONE;
        private int primes;
        /** The solutions that are verified already. */
        private final List<SparseEquations.Solution> known = new ArrayList<>();

        Lift(SparseEquations equations, ResidueMaps maps, int[] free, int[] pivots) {
            this.equations = equations;
            this.maps = maps;
            this.free = free;
            this.pivots = pivots;
        }

        /** Adds a prime, by the Chinese remainder theorem; solutions that are known are left alone. */
        void join(List<ModularKernel> kernels, ResidueMaps.AtPrime atPrime) {
            BigInteger prime = BigInteger.valueOf(atPrime.field().prime());
            BigInteger inverse = modulus.modInverse(prime);
            for (int k = known.size(); k < free.length; k++) {
                int solution = k;
                List<long[]> values = kernels.stream()
                        .map(kernel -> kernel.basisSolution(solution))
                        .toList();
                if (coordinates.size() == k) {
                    coordinates.add(new ArrayList<>(Collections.nCopies(pivots.length, new BigInteger[0])));
                }
                for (int i = 0; i < pivots.length; i++) {
                    int pivot = i;
                    long[] residues = atPrime.coordinates(
                            values.stream().mapToLong(value -> value[pivot]).toArray());
                    coordinates.get(k).set(i, joined(coordinates.get(k).get(i), residues, prime, inverse));
                }
            }
            modulus = modulus.multiply(prime);
            primes++;
        }

        private BigInteger[] joined(BigInteger[] before, long[] residues, BigInteger prime, BigInteger inverse) {
            BigInteger[] result = new BigInteger[residues.length];
            for (int c = 0; c < residues.length; c++) {
                BigInteger old = before.length == 0 ? BigInteger.ZERO : before[c];
                BigInteger difference = BigInteger.valueOf(residues[c]).subtract(old);
                result[c] = old.add(difference.multiply(inverse).mod(prime).multiply(modulus));
            }
            return result;
        }

        /** Lifts and verifies one solution after the other, up to the first that needs more primes. */
        boolean isComplete() {
            while (known.size() < coordinates.size()) {
                List<Scalar> values = lifted(known.size());
                if (values.isEmpty() || !equations.isSolvedBy(values)) {
                    return false;
                }
                known.add(new SparseEquations.Solution(values, free[known.size()]));
            }
            return known.size() == free.length;
        }

        /** The k-th solution, or nothing if a number needs more primes. */
        private List<Scalar> lifted(int k) {
            List<Scalar> values = new ArrayList<>(Collections.nCopies(equations.unknowns(), Scalar.ZERO));
            values.set(free[k], Scalar.ONE);
            for (int i = 0; i < pivots.length; i++) {
                Optional<Scalar> value = maps.number(coordinates.get(k).get(i), modulus);
                if (value.isEmpty()) {
                    return List.of();
                }
                values.set(pivots[i], value.get());
            }
            return values;
        }
    }
}
