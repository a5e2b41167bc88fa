package io.intertwine.rep;

import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A representation as a direct sum of tensor products of given representations and of duals of such: sums and multiples are expanded,
 * also inside tensor products and duals.
 */
final class Summands {
    private Summands() {}

    /** A summand: what it is, and for each of its coordinates the coordinate of the whole, ascending. */
    static final class Summand {
        private final Product product;
        private final int[] places;

        private Summand(Product product, int[] places) {
            this.product = product;
            this.places = places;
        }

        Product product() {
            return product;
        }

        /** The coordinate of the whole that is the k-th of this summand. */
        int place(int k) {
            return places[k];
        }

        private Summand shifted(int start) {
            return new Summand(
                    product, Arrays.stream(places).map(k -> start + k).toArray());
        }
    }

    /**
     * A tensor product of given representations and of duals of such. Two are equal where their factors act by the same matrices.
     *
     * @param factors at least one
     */
    record Product(List<LinearRepresentation> factors) {
        Product {
            factors = List.copyOf(factors);
        }

        LinearRepresentation representation() {
            return factors.stream().reduce(LinearRepresentation::tensor).orElseThrow();
        }

        int dimension() {
            return factors.stream().mapToInt(LinearRepresentation::dimension).reduce(1, Math::multiplyExact);
        }

        /** Whether only discrete generators act, and all by monomial matrices. */
        boolean isMonomial() {
            return factors.stream()
                    .allMatch(factor -> factor.group().isDiscrete()
                            && given(factor).discrete().images().stream().allMatch(AffineMap::isMonomial));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Product that
                    && factors.size() == that.factors.size()
                    && IntStream.range(0, factors.size()).allMatch(i -> equal(factors.get(i), that.factors.get(i)));
        }

        private static boolean equal(LinearRepresentation a, LinearRepresentation b) {
            return a.dimension() == b.dimension()
                    && (a.structure() instanceof Structure.Dual) == (b.structure() instanceof Structure.Dual)
                    && given(a).equals(given(b));
        }

        @Override
        public int hashCode() {
            return factors.stream()
                    .map(LinearRepresentation::dimension)
                    .toList()
                    .hashCode();
        }

        private static Structure.Given given(LinearRepresentation factor) {
            LinearRepresentation inner = factor.structure() instanceof Structure.Dual dual ? dual.of() : factor;
            return (Structure.Given) inner.structure();
        }
    }

    /** The summands, in order. */
    static List<Summand> of(LinearRepresentation representation) {
        return of(representation, false);
    }

    private static List<Summand> of(LinearRepresentation whole, boolean dual) {
        Structure structure = whole.structure();
        if (structure instanceof Structure.Given) {
            Product product = new Product(List.of(dual ? whole.dual() : whole));
            return List.of(
                    new Summand(product, IntStream.range(0, whole.dimension()).toArray()));
        }
        if (structure instanceof Structure.Sum sum) {
            return beside(
                    sum.summands().stream().map(summand -> of(summand, dual)).toList(),
                    sum.summands().stream()
                            .mapToInt(LinearRepresentation::dimension)
                            .toArray());
        }
        if (structure instanceof Structure.Multiple multiple) {
            int[] sizes = new int[multiple.count()];
            Arrays.fill(sizes, multiple.of().dimension());
            return beside(Collections.nCopies(sizes.length, of(multiple.of(), dual)), sizes);
        }
        if (structure instanceof Structure.Tensor tensor) {
            return products(
                    of(tensor.left(), dual),
                    of(tensor.right(), dual),
                    tensor.right().dimension());
        }
        return of(((Structure.Dual) structure).of(), !dual);
    }

    private static List<Summand> beside(List<List<Summand>> parts, int[] sizes) {
        List<Summand> all = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < sizes.length; i++) {
            for (Summand summand : parts.get(i)) {
                all.add(start == 0 ? summand : summand.shifted(start));
            }
            start += sizes[i];
        }
        return all;
    }

    private static List<Summand> products(List<Summand> left, List<Summand> right, int width) {
        List<Summand> all = new ArrayList<>();
        for (Summand a : left) {
            for (Summand b : right) {
                List<LinearRepresentation> factors = new ArrayList<>(a.product.factors);
                factors.addAll(b.product.factors);
                int[] places = Arrays.stream(a.places)
                        .flatMap(i -> Arrays.stream(b.places).map(j -> i * width + j))
                        .toArray();
                all.add(new Summand(new Product(factors), places));
            }
        }
        return all;
    }
}
