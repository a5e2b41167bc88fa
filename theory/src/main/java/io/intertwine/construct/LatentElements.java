package io.intertwine.construct;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random elements of latent groups. */
public final class LatentElements {
    private static final int LARGEST_POWER_OF_TWO = 2;

    private LatentElements() {}

    /**
     * A random element of the latent group of units: units of the same activation are permuted, factors are powers of two between 1/4
     * and 4, up to sign where the group has signs. Translations by periods are left out.
     *
     * @param units the activation of every unit
     * @param linearOnly whether the actions before and after the activation must both be linear, as they must where a bias is missing
     * @param random where the element comes from
     */
    public static AffineMap monomial(List<Activation> units, boolean linearOnly, SplittableRandom random) {
        Permutation permutation = permutation(units, random);
        List<Scalar> scales = new ArrayList<>();
        Scalar[] shifts = new Scalar[units.size()];
        for (int i = 0; i < shifts.length; i++) {
            UnitGroup group = units.get(i).group();
            Scalar scale = scale(group, linearOnly, random);
            scales.add(scale);
            shifts[permutation.apply(i)] = group.centre().multiply(Scalar.ONE.subtract(scale));
        }
        return AffineMap.monomial(permutation, scales, List.of(shifts));
    }

    /** A random permutation of the units that exchanges only units of the same activation. */
    private static Permutation permutation(List<Activation> units, SplittableRandom random) {
        Map<Activation, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            alike.computeIfAbsent(units.get(i), ignored -> new ArrayList<>()).add(i);
        }
        int[] images = new int[units.size()];
        for (List<Integer> places : alike.values()) {
            List<Integer> shuffled = new ArrayList<>(places);
            for (int i = shuffled.size() - 1; i > 0; i--) {
                Collections.swap(shuffled, i, random.nextInt(i + 1));
            }
            for (int i = 0; i < places.size(); i++) {
                images[places.get(i)] = shuffled.get(i);
            }
        }
        return Permutation.of(images);
    }

    private static Scalar scale(UnitGroup group, boolean linearOnly, SplittableRandom random) {
        boolean flip = random.nextBoolean() && !(linearOnly && movesConstants(group));
        Scalar sign = flip ? Scalar.MINUS_ONE : Scalar.ONE;
        int exponent = random.nextInt(-LARGEST_POWER_OF_TWO, LARGEST_POWER_OF_TWO + 1);
        Scalar power = Scalar.ofDyadic(BigInteger.ONE, exponent);
        return switch (group.scales()) {
            case TRIVIAL -> Scalar.ONE;
            case SIGNS -> sign;
            case POSITIVE -> power;
            case NONZERO -> power.multiply(sign);
        };
    }

    private static boolean movesConstants(UnitGroup group) {
        return !group.centre().isZero() || (group.odd() && !group.value().isZero());
    }

    /** A random integer n x n matrix of determinant 1, a product of elementary ones: an element of the latent group GL(n). */
    public static AffineMap shears(int n, SplittableRandom random) {
        AffineMap result = AffineMap.identity(n);
        for (int k = 0; k < 2 * n && n > 1; k++) {
            int row = random.nextInt(n);
            int column = (row + 1 + random.nextInt(n - 1)) % n;
            int entry = random.nextInt(-1, 2);
            AffineMap shear = AffineMap.of(
                    ExactMatrix.build(n, n, (i, j) -> Scalar.of(i == j ? 1 : i == row && j == column ? entry : 0)),
                    Collections.nCopies(n, Scalar.ZERO));
            result = shear.after(result);
        }
        return result;
    }
}
