package io.intertwine.find;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.UnivariatePolynomial;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The parameters of a linear convolutional network of one channel and stride 1 with a given end-to-end filter, up to scalings: the
 * factorisations of the filter's polynomial in a fixed order, the k-th factor of the k-th length.
 *
 * <p>A filter (c_0, ..., c_N) is the binary form of degree N with these coefficients, so that zeros at its ends are roots at 0 and at
 * infinity. Over the reals it is a product of linear forms and of quadratic ones without real roots, unique up to factors and order. So
 * the factorisations modulo scalings are the ways to distribute these, with multiplicities, on factors of the given degrees (K. Kohn, T.
 * Merkh, G. Montufar, M. Trager, Geometry of linear convolutional networks, SIAM J. Appl. Algebra Geom. 6 (2022)).
 *
 * @param count the number of factorisations, modulo scalings
 * @param factorisations all of them, each a list of filters whose product is the given one; empty where the filters are not known exactly
 *     or there are more than {@link #MOST_LISTED}
 * @param flip for each of these the index of the one with all filters reversed; empty where the given filter's reversal is no multiple of
 *     it, or where there are no factorisations in the list
 */
public record ConvolutionFactorisations(BigInteger count, List<List<List<Scalar>>> factorisations, List<Integer> flip) {
    /** The most factorisations that are listed. */
    public static final int MOST_LISTED = 1_000;

    private static final int LARGEST_DEGREE = 24;

    public ConvolutionFactorisations {
        factorisations = factorisations.stream()
                .map(filters -> filters.stream().map(List::copyOf).toList())
                .toList();
        flip = List.copyOf(flip);
    }

    /** A prime factor over the reals with its multiplicity; its coefficients are unknown where the list is empty. */
    private record Factor(List<Scalar> filter, int degree, int multiplicity) {}

    /** The factorisations that the flip keeps, up to scalings: the classes of parameters that are equivariant layer by layer. */
    public List<Integer> fixed() {
        return IntStream.range(0, flip.size())
                .filter(i -> flip.get(i) == i)
                .boxed()
                .toList();
    }

    /**
     * The factorisations of a filter.
     *
     * @param filter the end-to-end filter, not 0, of length 1 + the sum of (length - 1)
     * @param lengths the lengths of the layers' filters, at least 1 each
     * @return nothing if the filter is too large for its real roots to be counted
     */
    public static Optional<ConvolutionFactorisations> of(List<Scalar> filter, List<Integer> lengths) {
        int degree = lengths.stream().mapToInt(length -> length - 1).sum();
        if (filter.size() != degree + 1 || filter.stream().allMatch(Scalar::isZero)) {
            throw new IllegalArgumentException("expected a filter of " + (degree + 1)
                    + " numbers, not all 0, for filters of lengths " + lengths + ", found " + filter);
        }
        if (lengths.stream().anyMatch(length -> length < 1)) {
            throw new IllegalArgumentException("expected lengths of at least 1, found " + lengths);
        }
        if (degree > LARGEST_DEGREE) {
            return Optional.empty();
        }
        List<Integer> room = lengths.stream().map(length -> length - 1).toList();
        return factors(filter).map(factors -> new Distribution(filter, factors, room).result());
    }

    private static Optional<List<Factor>> factors(List<Scalar> filter) {
        List<Factor> factors = new ArrayList<>();
        int low = 0;
        while (filter.get(low).isZero()) {
            low++;
        }
        UnivariatePolynomial polynomial = new UnivariatePolynomial(filter.subList(low, filter.size()));
        int high = filter.size() - 1 - low - polynomial.degree();
        add(factors, List.of(Scalar.ZERO, Scalar.ONE), low);
        add(factors, List.of(Scalar.ONE, Scalar.ZERO), high);
        List<UnivariatePolynomial> parts = polynomial.degree() > 0 ? polynomial.squareFreeParts() : List.of();
        for (int i = 0; i < parts.size(); i++) {
            int multiplicity = i + 1;
            UnivariatePolynomial part = parts.get(i);
            if (part.degree() < 1) {
                continue;
            }
            Optional<List<UnivariatePolynomial>> known = RealFactors.of(part);
            Optional<Integer> real = RealFactors.realRoots(part);
            if (known.isPresent()) {
                known.get().forEach(factor -> add(factors, factor.coefficients(), multiplicity));
            } else if (real.isPresent()) {
                int pairs = (part.degree() - real.get()) / 2;
                factors.addAll(Collections.nCopies(real.get(), new Factor(List.of(), 1, multiplicity)));
                factors.addAll(Collections.nCopies(pairs, new Factor(List.of(), 2, multiplicity)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(factors);
    }

    private static void add(List<Factor> factors, List<Scalar> filter, int multiplicity) {
        if (multiplicity > 0) {
            factors.add(new Factor(filter, filter.size() - 1, multiplicity));
        }
    }

    /** Distributes factors on layers. */
    private static final class Distribution {
        private final List<Scalar> filter;
        private final List<Factor> factors;
        private final List<Integer> room;
        private final Map<List<Integer>, BigInteger> known = new HashMap<>();
        private final List<List<List<Integer>>> found = new ArrayList<>();

        Distribution(List<Scalar> filter, List<Factor> factors, List<Integer> room) {
            this.filter = filter;
            this.factors = factors;
            this.room = room;
        }

        ConvolutionFactorisations result() {
            BigInteger count = count(0, room);
            boolean listed =
                    factors.stream().noneMatch(factor -> factor.filter().isEmpty())
                            && count.compareTo(BigInteger.valueOf(MOST_LISTED)) <= 0;
            if (listed) {
                try {
                    list(0, room, List.of());
                    return new ConvolutionFactorisations(
                            count, found.stream().map(this::filters).toList(), flip());
                } catch (ArithmeticException noCommonField) {
                    // Square roots of too many kinds in one filter: only the number is reported.
                }
            }
            return new ConvolutionFactorisations(count, List.of(), List.of());
        }

        private BigInteger count(int index, List<Integer> left) {
            if (index == factors.size()) {
                return BigInteger.ONE;
            }
            List<Integer> key = new ArrayList<>(left);
            key.add(index);
            BigInteger stored = known.get(key);
            if (stored == null) {
                stored = shares(factors.get(index), left).stream()
                        .map(share -> count(
                                index + 1, less(left, share, factors.get(index).degree())))
                        .reduce(BigInteger.ZERO, BigInteger::add);
                known.put(List.copyOf(key), stored);
            }
            return stored;
        }

        private void list(int index, List<Integer> left, List<List<Integer>> shares) {
            if (index == factors.size()) {
                found.add(shares);
                return;
            }
            for (List<Integer> share : shares(factors.get(index), left)) {
                List<List<Integer>> next = new ArrayList<>(shares);
                next.add(share);
                list(index + 1, less(left, share, factors.get(index).degree()), List.copyOf(next));
            }
        }

        /** All ways to give the copies of a factor to layers with room for them. */
        private static List<List<Integer>> shares(Factor factor, List<Integer> left) {
            List<List<Integer>> shares = List.of(List.of());
            for (int layer = 0; layer < left.size(); layer++) {
                List<List<Integer>> longer = new ArrayList<>();
                for (List<Integer> share : shares) {
                    int given = share.stream().mapToInt(Integer::intValue).sum();
                    int most = Math.min(left.get(layer) / factor.degree(), factor.multiplicity() - given);
                    for (int copies = 0; copies <= most; copies++) {
                        List<Integer> next = new ArrayList<>(share);
                        next.add(copies);
                        longer.add(next);
                    }
                }
                shares = longer;
            }
            return shares.stream()
                    .filter(share -> share.stream().mapToInt(Integer::intValue).sum() == factor.multiplicity())
                    .toList();
        }

        private static List<Integer> less(List<Integer> left, List<Integer> share, int degree) {
            return IntStream.range(0, left.size())
                    .mapToObj(i -> left.get(i) - share.get(i) * degree)
                    .toList();
        }

        /** The filters of a distribution; the last one takes the number in front. */
        private List<List<Scalar>> filters(List<List<Integer>> shares) {
            List<List<Scalar>> filters = new ArrayList<>();
            for (int layer = 0; layer < room.size(); layer++) {
                List<Scalar> product = List.of(Scalar.ONE);
                for (int i = 0; i < factors.size(); i++) {
                    for (int copy = 0; copy < shares.get(i).get(layer); copy++) {
                        product = product(product, factors.get(i).filter());
                    }
                }
                filters.add(product);
            }
            List<Scalar> whole = filters.stream().reduce(List.of(Scalar.ONE), Distribution::product);
            Scalar front = ratio(whole, filter).orElseThrow();
            int last = filters.size() - 1;
            filters.set(last, filters.get(last).stream().map(front::multiply).toList());
            return filters;
        }

        private List<Integer> flip() {
            if (ratio(filter, reversed(filter)).isEmpty()) {
                return List.of();
            }
            List<Integer> image = factors.stream().map(this::mirror).toList();
            return found.stream()
                    .map(shares -> found.indexOf(IntStream.range(0, shares.size())
                            .mapToObj(i -> shares.get(image.get(i)))
                            .toList()))
                    .toList();
        }

        /** The index of the factor that is a multiple of the reversal of a factor. */
        private int mirror(Factor factor) {
            return IntStream.range(0, factors.size())
                    .filter(i -> ratio(factors.get(i).filter(), reversed(factor.filter()))
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
        }

        private static List<Scalar> product(List<Scalar> left, List<Scalar> right) {
            List<Scalar> product = new ArrayList<>(Collections.nCopies(left.size() + right.size() - 1, Scalar.ZERO));
            for (int i = 0; i < left.size(); i++) {
                for (int j = 0; j < right.size(); j++) {
                    product.set(i + j, product.get(i + j).add(left.get(i).multiply(right.get(j))));
                }
            }
            return product;
        }

        private static List<Scalar> reversed(List<Scalar> filter) {
            List<Scalar> reversed = new ArrayList<>(filter);
            Collections.reverse(reversed);
            return reversed;
        }

        /** The number c with right = c left, if there is one other than 0; left is not 0. */
        private static Optional<Scalar> ratio(List<Scalar> left, List<Scalar> right) {
            int place = 0;
            while (left.get(place).isZero()) {
                place++;
            }
            Scalar ratio = right.get(place % right.size()).divide(left.get(place));
            boolean proportional = left.size() == right.size()
                    && !ratio.isZero()
                    && IntStream.range(0, left.size())
                            .allMatch(i -> left.get(i).multiply(ratio).equals(right.get(i)));
            return proportional ? Optional.of(ratio) : Optional.empty();
        }
    }
}
