package io.intertwine.find;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An action by positive monomial matrices A(g) seen as an action by permutations: D A(g) D^-1 is a permutation matrix for every
 * generator g. Rescaling the units of the layer by D, rows by d_i and outgoing weights by 1 / d_i, makes the latent action of a ReLU
 * layer this permutation action.
 *
 * <p>For a finite group such a D always exists: the stabiliser of a unit multiplies it by positive numbers of finite order, that is
 * by 1, so that the entry that takes e_i to e_j is the same for all group elements that do.
 *
 * @param diagonal the entries of D, positive; 1 at the smallest unit of every orbit
 * @param permutations D A(g) D^-1 for the generators, in order
 */
public record Normalisation(List<Scalar> diagonal, List<Permutation> permutations) {
    public Normalisation {
        diagonal = List.copyOf(diagonal);
        permutations = List.copyOf(permutations);
    }

    /**
     * The normalisation of an action, given by the maps of the generators, at least one and all of the same dimension. Empty if a map
     * is not a positive monomial matrix, or if no positive diagonal matrix does it for all generators; both are decided exactly.
     */
    public static Optional<Normalisation> of(List<AffineMap> generators) {
        if (!generators.stream().allMatch(Normalisation::isPositive)) {
            return Optional.empty();
        }
        List<Scalar> diagonal = walk(generators);
        return generators.stream().allMatch(map -> becomesPermutation(map, diagonal))
                ? Optional.of(new Normalisation(
                        diagonal,
                        generators.stream().map(AffineMap::permutation).toList()))
                : Optional.empty();
    }

    /** Whether nothing has to be rescaled. */
    public boolean isTrivial() {
        return diagonal.stream().allMatch(Scalar::isOne);
    }

    private static boolean isPositive(AffineMap map) {
        return map.isMonomial() && map.isLinear() && map.scales().stream().allMatch(scale -> scale.signum() > 0);
    }

    /** D A e_j = d_p(j) a_j e_p(j) and D^-1 e_j = e_j / d_j, so d_p(j) a_j = d_j for every unit j. */
    private static boolean becomesPermutation(AffineMap map, List<Scalar> diagonal) {
        for (int j = 0; j < map.dimension(); j++) {
            Scalar image = diagonal.get(map.permutation().apply(j));
            if (!image.multiply(map.scales().get(j)).equals(diagonal.get(j))) {
                return false;
            }
        }
        return true;
    }

    /** Candidates for the entries of D, from the smallest unit of every orbit on; 0 stands for a unit that was not reached yet. */
    private static List<Scalar> walk(List<AffineMap> generators) {
        List<Scalar> diagonal =
                new ArrayList<>(Collections.nCopies(generators.get(0).dimension(), Scalar.ZERO));
        for (int base = 0; base < diagonal.size(); base++) {
            if (diagonal.get(base).isZero()) {
                diagonal.set(base, Scalar.ONE);
                extend(generators, diagonal, base);
            }
        }
        return diagonal;
    }

    private static void extend(List<AffineMap> generators, List<Scalar> diagonal, int base) {
        Deque<Integer> waiting = new ArrayDeque<>(List.of(base));
        while (!waiting.isEmpty()) {
            int unit = waiting.remove();
            for (AffineMap map : generators) {
                int image = map.permutation().apply(unit);
                if (diagonal.get(image).isZero()) {
                    diagonal.set(image, diagonal.get(unit).divide(map.scales().get(unit)));
                    waiting.add(image);
                }
            }
        }
    }
}
