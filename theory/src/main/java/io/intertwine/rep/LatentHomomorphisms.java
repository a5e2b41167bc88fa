package io.intertwine.rep;

import io.intertwine.group.FiniteGroup;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * All homomorphisms from a finite group into the latent group of a layer, up to conjugation there. The latent group is a product over
 * blocks of alike units, each of them permutations or signed permutations. A homomorphism into one of these is determined up to
 * conjugation by how often it contains every {@link TransitiveAction}, so the number of those on n units is the coefficient of x^n in the
 * product of 1 / (1 - x^d) over the transitive actions of degree d. Homomorphisms are numbered from 0 and made from their numbers.
 *
 * <p>Latent groups with positive factors give nothing else. Let a unit u have the stabiliser H in a homomorphism into the monomial group
 * with positive or with nonzero factors. H multiplies the coordinate of u by a character H -> R^x, whose values have finite order: they
 * are 1, or also -1. So the images of e_u under the group are one vector, up to sign, for every unit of its orbit, and with these vectors
 * in place of the unit vectors the maps are permutations, or signed permutations. The same holds for reflections about a centre.
 */
public final class LatentHomomorphisms {
    private final List<Multisets> blocks;

    /**
     * Alike units.
     *
     * @param units how many
     * @param signed whether they may change their signs
     */
    public record Block(int units, boolean signed) {
        public Block {
            if (units < 1) {
                throw new IllegalArgumentException("expected at least one unit, found " + units);
            }
        }
    }

    private LatentHomomorphisms(List<Multisets> blocks) {
        this.blocks = blocks;
    }

    /**
     * The homomorphisms from a group into the latent group of a layer.
     *
     * @param actions all transitive actions of the group, as {@link TransitiveActions#of} lists them
     * @param blocks at least one block of units
     */
    public static LatentHomomorphisms of(List<TransitiveAction> actions, List<Block> blocks) {
        return new LatentHomomorphisms(blocks.stream()
                .map(block -> new Multisets(
                        actions.stream()
                                .filter(action -> block.signed || action.isPermutation())
                                .filter(action -> action.degree() <= block.units)
                                .toList(),
                        block.units))
                .toList());
    }

    /** The homomorphisms from a group into the latent group of a layer. */
    public static LatentHomomorphisms of(FiniteGroup group, List<Block> blocks) {
        return of(TransitiveActions.of(group), blocks);
    }

    /** How many there are up to conjugation. */
    public BigInteger count() {
        return blocks.stream().map(Multisets::count).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** The one with a number; throws IllegalArgumentException unless it is at least 0 and less than {@link #count}. */
    public LatentAction get(BigInteger number) {
        if (number.signum() < 0 || number.compareTo(count()) >= 0) {
            throw new IllegalArgumentException(
                    "expected a number from 0 and less than " + count() + ", found " + number);
        }
        List<List<TransitiveAction>> result = new ArrayList<>();
        BigInteger rest = number;
        for (Multisets block : blocks) {
            BigInteger[] parts = rest.divideAndRemainder(block.count());
            result.add(block.get(parts[1]));
            rest = parts[0];
        }
        return new LatentAction(result);
    }

    /** All of them, made one by one. */
    public Stream<LatentAction> all() {
        BigInteger count = count();
        return Stream.iterate(
                        BigInteger.ZERO, number -> number.compareTo(count) < 0, number -> number.add(BigInteger.ONE))
                .map(this::get);
    }

    /** One of them, each class with the same probability. */
    public LatentAction random(SplittableRandom random) {
        BigInteger count = count();
        BigInteger number = count;
        while (number.compareTo(count) >= 0) {
            byte[] bits = new byte[count.bitLength() / 8 + 1];
            random.nextBytes(bits);
            number = new BigInteger(1, bits).mod(BigInteger.ONE.shiftLeft(count.bitLength()));
        }
        return get(number);
    }

    /** Multisets of actions whose degrees have a given sum. */
    private static final class Multisets {
        private final List<TransitiveAction> actions;
        private final int units;
        /** How many have the sum n and only actions from the i-th on. */
        private final BigInteger[][] counts;

        Multisets(List<TransitiveAction> actions, int units) {
            this.actions = actions;
            this.units = units;
            this.counts = new BigInteger[actions.size() + 1][units + 1];
            for (int i = actions.size(); i >= 0; i--) {
                for (int n = 0; n <= units; n++) {
                    counts[i][n] = count(i, n);
                }
            }
        }

        private BigInteger count(int i, int n) {
            if (i == actions.size()) {
                return n == 0 ? BigInteger.ONE : BigInteger.ZERO;
            }
            int degree = actions.get(i).degree();
            return n < degree ? counts[i + 1][n] : counts[i + 1][n].add(counts[i][n - degree]);
        }

        BigInteger count() {
            return counts[0][units];
        }

        List<TransitiveAction> get(BigInteger number) {
            List<TransitiveAction> result = new ArrayList<>();
            BigInteger rest = number;
            int n = units;
            for (int i = 0; n > 0; ) {
                BigInteger without = counts[i + 1][n];
                if (rest.compareTo(without) < 0) {
                    i++;
                } else {
                    rest = rest.subtract(without);
                    result.add(actions.get(i));
                    n -= actions.get(i).degree();
                }
            }
            return result;
        }
    }
}
