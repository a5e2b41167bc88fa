package io.intertwine.match;

import io.intertwine.group.FiniteGroup;
import io.intertwine.match.UnitScores.SignRule;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best homomorphism from a finite group into the (signed) permutations of units of one kind: the one with the largest sum of scores
 * over all elements but the neutral one and all units.
 *
 * <p>For every element alone the best signed permutation is an assignment, and for elements of order two a matching with loops
 * ({@link InvolutionMatching}); the sum of their scores is an upper bound, and where they multiply as the group does they are the answer.
 * So groups of order two are solved exactly. Else {@link OrbitAssembly} starts from the orbits on which they do.
 *
 * @param images for every element of the group, by number, its signed permutation; a homomorphism
 * @param score the sum of the scores
 * @param upperBound no homomorphism has a larger sum, up to rounding
 */
public record HomomorphismMatching(List<SignedPermutation> images, double score, double upperBound) {
    public HomomorphismMatching {
        images = List.copyOf(images);
    }

    /** The best homomorphism that was found. Throws IllegalArgumentException as {@link GroupOrbits#of}. */
    public static HomomorphismMatching best(UnitScores scores) {
        return best(scores, GroupOrbits.of(scores.group()));
    }

    /** The same with the orbits of the group at hand. */
    public static HomomorphismMatching best(UnitScores scores, GroupOrbits orbits) {
        Search search = new Search(scores);
        search.assignElements();
        if (scores.group().order() == 2) {
            return search.homomorphism(List.of(SignedPermutation.identity(search.n), search.alone[1]));
        }
        List<UnitOrbit> seeds = search.seeds(orbits);
        return search.assembled(new OrbitAssembly(scores, orbits, search.bounds).best(seeds));
    }

    /** For every element alone its best signed permutation: in general no homomorphism. */
    static List<SignedPermutation> separately(UnitScores scores) {
        Search search = new Search(scores);
        search.assignElements();
        return List.of(search.alone);
    }

    private static final class Search {
        private final UnitScores scores;
        private final FiniteGroup group;
        private final int n;
        private final SignedPermutation[] alone;
        private final double[] bounds;
        private double upperBound;

        Search(UnitScores scores) {
            this.scores = scores;
            group = scores.group();
            n = scores.units();
            alone = new SignedPermutation[group.order()];
            bounds = new double[n];
        }

        /** The best signed permutation for every element alone, and the units' shares of the bound. */
        void assignElements() {
            alone[0] = SignedPermutation.identity(n);
            for (int g = 1; g < group.order(); g++) {
                int inverse = group.inverse(g);
                if (inverse < g) {
                    alone[g] = alone[inverse].inverse();
                    continue;
                }
                assign(g, inverse == g);
            }
        }

        private void assign(int g, boolean involution) {
            DoubleMatrix costs = DoubleMatrix.zeros(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    costs.set(i, j, -scores.best(g, i, j));
                }
            }
            Assignment assignment = Assignment.minimise(costs);
            // an element that is no involution counts for its inverse, too, which has the same scores
            int times = involution ? 1 : 2;
            int[] to = new int[n];
            for (int i = 0; i < n; i++) {
                to[assignment.column(i)] = i;
                bounds[i] -= times * (assignment.rowPrice(i) + assignment.columnPrice(i));
            }
            if (involution) {
                InvolutionMatching matching = InvolutionMatching.of(costs, assignment);
                upperBound += matching.upperBound();
                Arrays.setAll(to, matching.matching()::to);
            } else {
                upperBound -= 2 * assignment.lowerBound();
            }
            int[] signs = new int[n];
            // of an involution both directions are asked in the same one, so that rounding cannot give them different
            // signs
            Arrays.setAll(
                    signs,
                    j -> involution
                            ? scores.bestSign(g, Math.max(to[j], j), Math.min(to[j], j))
                            : scores.bestSign(g, to[j], j));
            alone[g] = SignedPermutation.of(to, signs);
        }

        /** The orbits on which the generators, each at its best alone, satisfy all relations. */
        List<UnitOrbit> seeds(GroupOrbits orbits) {
            SignedPermutation[] products = new SignedPermutation[group.order()];
            for (int x : group.shortFirst()) {
                products[x] = x == 0 ? alone[0] : alone[group.generator(group.first(x))].after(products[group.rest(x)]);
            }
            boolean[] seen = new boolean[n];
            List<UnitOrbit> seeds = new ArrayList<>();
            List<OrbitType> types = orbits.types(n, scores.rule() != SignRule.UNSIGNED);
            OrbitScores orbitScores = new OrbitScores(scores);
            int[] slotOf = new int[n];
            Arrays.fill(slotOf, -1);
            for (int base = 0; base < n; base++) {
                if (!seen[base] && isConsistent(products, base, seen)) {
                    seed(products, base, types, orbitScores, slotOf, seeds);
                }
            }
            return seeds;
        }

        /** Whether for all units of an orbit the products of generators depend on the element alone; marks the orbit. */
        private boolean isConsistent(SignedPermutation[] products, int base, boolean[] seen) {
            boolean consistent = true;
            for (int x = 0; x < products.length; x++) {
                int unit = products[x].to(base);
                seen[unit] = true;
                for (int g = 0; g < group.generators() && consistent; g++) {
                    SignedPermutation generator = alone[group.generator(g)];
                    SignedPermutation product = products[group.leftProduct(g, x)];
                    consistent = generator.to(unit) == product.to(base)
                            && generator.sign(unit) * products[x].sign(base) == product.sign(base);
                }
            }
            return consistent;
        }

        /** The orbit of a unit, as a pattern of one of the types: some unit of it has the stabiliser and the character of slot 0. */
        private void seed(
                SignedPermutation[] products,
                int base,
                List<OrbitType> types,
                OrbitScores orbitScores,
                int[] slotOf,
                List<UnitOrbit> seeds) {
            for (OrbitType type : types) {
                for (int start = 0; start < products.length; start++) {
                    int[] units = new int[type.degree()];
                    int[] signs = new int[type.degree()];
                    boolean fits = fits(products, base, start, type, units, signs, slotOf);
                    for (SignedPermutation product : products) {
                        slotOf[product.to(base)] = -1;
                    }
                    if (fits) {
                        seeds.add(orbitScores.orbit(type, units, signs));
                        return;
                    }
                }
            }
        }

        /** Whether x -> (the image of slot 0, the image of the unit start base) is a bijection of slots and units that keeps signs. */
        private boolean fits(
                SignedPermutation[] products,
                int base,
                int start,
                OrbitType type,
                int[] units,
                int[] signs,
                int[] slotOf) {
            Arrays.fill(units, -1);
            for (int x = 0; x < products.length; x++) {
                int moved = group.product(x, start);
                int unit = products[moved].to(base);
                int slot = type.image(x, 0);
                int sign = products[moved].sign(base) * products[start].sign(base) * type.sign(x, 0);
                if (units[slot] < 0 && slotOf[unit] < 0) {
                    units[slot] = unit;
                    signs[slot] = sign;
                    slotOf[unit] = slot;
                } else if (units[slot] != unit || signs[slot] != sign) {
                    return false;
                }
            }
            return true;
        }

        HomomorphismMatching assembled(List<UnitOrbit> orbits) {
            List<SignedPermutation> images = new ArrayList<>();
            for (int g = 0; g < group.order(); g++) {
                int[] to = new int[n];
                int[] signs = new int[n];
                for (UnitOrbit orbit : orbits) {
                    for (int k = 0; k < orbit.units().length; k++) {
                        int slot = orbit.type().image(g, k);
                        to[orbit.unit(k)] = orbit.unit(slot);
                        signs[orbit.unit(k)] = scores.rule() == SignRule.UNSIGNED
                                ? 1
                                : orbit.sign(k)
                                        * orbit.sign(slot)
                                        * orbit.type().sign(g, k);
                    }
                }
                images.add(SignedPermutation.of(to, signs));
            }
            return homomorphism(images);
        }

        HomomorphismMatching homomorphism(List<SignedPermutation> images) {
            double sum = 0;
            for (int g = 1; g < group.order(); g++) {
                for (int j = 0; j < n; j++) {
                    sum += scores.score(g, images.get(g).to(j), j, images.get(g).sign(j));
                }
            }
            return new HomomorphismMatching(images, sum, Math.max(sum, upperBound));
        }
    }
}
