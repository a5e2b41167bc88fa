package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionFactorisationsTest {
    private static ConvolutionFactorisations of(String filter, Integer... lengths) {
        return ConvolutionFactorisations.of(NetworkBuilder.vector(filter), List.of(lengths))
                .orElseThrow();
    }

    private static List<Scalar> product(List<Scalar> left, List<Scalar> right) {
        List<Scalar> product = new ArrayList<>();
        for (int k = 0; k < left.size() + right.size() - 1; k++) {
            Scalar sum = Scalar.ZERO;
            for (int i = Math.max(0, k - right.size() + 1); i <= Math.min(k, left.size() - 1); i++) {
                sum = sum.add(left.get(i).multiply(right.get(k - i)));
            }
            product.add(sum);
        }
        return product;
    }

    /** A filter divided by its first number that is not 0. */
    private static List<Scalar> normalised(List<Scalar> filter) {
        Scalar first =
                filter.stream().filter(entry -> !entry.isZero()).findFirst().orElseThrow();
        return filter.stream().map(entry -> entry.divide(first)).toList();
    }

    private static List<List<Scalar>> normalisedAll(List<List<Scalar>> filters) {
        return filters.stream().map(ConvolutionFactorisationsTest::normalised).toList();
    }

    private static List<List<Scalar>> reversed(List<List<Scalar>> filters) {
        return filters.stream()
                .map(filter -> {
                    List<Scalar> mirror = new ArrayList<>(filter);
                    Collections.reverse(mirror);
                    return mirror;
                })
                .map(ConvolutionFactorisationsTest::normalised)
                .toList();
    }

    /** C4 and E7: two ordered factorisations, exchanged by the flip; none is kept. */
    @Test
    void theFlipExchangesTheFactorsOfTwoFiveTwo() {
        ConvolutionFactorisations result = of("2 5 2", 2, 2);
        assertThat(result.count()).isEqualTo(2);
        assertThat(result.factorisations().stream()
                        .map(ConvolutionFactorisationsTest::normalisedAll)
                        .toList())
                .containsExactlyInAnyOrder(
                        List.of(NetworkBuilder.vector("1 2"), NetworkBuilder.vector("1 1/2")),
                        List.of(NetworkBuilder.vector("1 1/2"), NetworkBuilder.vector("1 2")));
        assertThat(result.flip()).containsExactly(1, 0);
        assertThat(result.fixed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // (t + 1)(t + 2)(t + 3): all orders
        "6 11 6 1, '2 2 2', 6, 6",
        // the same: which two share the longer filter
        "6 11 6 1, '3 2', 3, 3",
        // a complex pair needs a filter of length 3
        "1 0 1, '2 2', 0, 0",
        "1 0 1, '3 1', 1, 1",
        // (t^2 + 1)(t^2 + t + 1): two quartic halves
        "1 1 2 1 1, '3 3', 2, 2",
        // a double root is given to both or to one
        "1 2 1, '2 2', 1, 1",
        "1 4 6 4 1, '3 3', 1, 1",
        // roots at 0 and at infinity
        "0 1 0, '2 2', 2, 2",
        "0 0 3, '2 2', 1, 1",
        // irrational real roots: t^2 - 2
        "-2 0 1, '2 2', 2, 2",
        // a cubic without rational roots, three real roots: counted only
        "-1 -3 0 1, '2 2 2', 6, 0",
        // one real root and a pair: counted only
        "-2 0 0 1, '3 2', 1, 0",
        "-2 0 0 1, '2 2 2', 0, 0",
        "5, '1 1', 1, 1"
    })
    void countsAndListsAllFactorisations(String filter, String lengths, int count, int listed) {
        Integer[] sizes =
                Arrays.stream(lengths.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
        ConvolutionFactorisations result = of(filter, sizes);
        assertThat(result.count()).isEqualTo(count);
        assertThat(result.factorisations()).hasSize(listed);
        Set<List<List<Scalar>>> different = new HashSet<>();
        for (List<List<Scalar>> filters : result.factorisations()) {
            assertThat(filters).hasSize(sizes.length);
            for (int i = 0; i < sizes.length; i++) {
                assertThat(filters.get(i)).hasSize(sizes[i]);
            }
            assertThat(filters.stream().reduce(List.of(Scalar.ONE), ConvolutionFactorisationsTest::product))
                    .isEqualTo(NetworkBuilder.vector(filter));
            different.add(normalisedAll(filters));
        }
        assertThat(different).hasSize(listed);
    }

    /** Reversing every filter takes each factorisation to the one that the flip names. */
    @ParameterizedTest
    @CsvSource({"2 5 2, '2 2'", "1 -6 11 -6 1, '3 3'", "2 7 9 7 2, '2 2 3'", "1 0 0 0 -1, '2 4'", "0 2 5 2 0, '3 2 2'"})
    void theFlipReversesEveryFilter(String filter, String lengths) {
        Integer[] sizes =
                Arrays.stream(lengths.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);
        ConvolutionFactorisations result = of(filter, sizes);
        assertThat(result.flip()).hasSameSizeAs(result.factorisations());
        for (int i = 0; i < result.flip().size(); i++) {
            List<List<Scalar>> image = result.factorisations().get(result.flip().get(i));
            assertThat(normalisedAll(image))
                    .isEqualTo(reversed(result.factorisations().get(i)));
            assertThat(result.fixed().contains(i))
                    .isEqualTo(normalisedAll(result.factorisations().get(i)).equals(normalisedAll(image)));
        }
    }

    @Test
    void aFilterThatIsNotSymmetricHasNoFlip() {
        assertThat(of("2 3 1", 2, 2).flip()).isEmpty();
        assertThat(of("2 3 1", 2, 2).fixed()).isEmpty();
    }

    @Test
    void filtersWithRootsOfManyKindsAreOnlyCounted() {
        // (t^2 - 10007)(t^2 - 10009)(t^2 - 10037): three of six roots for each filter
        List<Scalar> product = List.of(Scalar.ONE);
        for (int square : new int[] {10007, 10009, 10037}) {
            product = product(product, List.of(Scalar.of(-square), Scalar.ZERO, Scalar.ONE));
        }
        ConvolutionFactorisations result =
                ConvolutionFactorisations.of(product, List.of(4, 4)).orElseThrow();
        assertThat(result.count()).isEqualTo(20);
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("1 2 1", 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> of("0 0 0", 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> of("1 1", 3, 0));
        assertThat(ConvolutionFactorisations.of(Collections.nCopies(26, Scalar.ONE), List.of(26)))
                .isEmpty();
    }

    @Test
    void manyFactorisationsAreOnlyCounted() {
        List<Scalar> product = List.of(Scalar.ONE);
        for (int root = 1; root <= 8; root++) {
            product = product(product, List.of(Scalar.of(root), Scalar.ONE));
        }
        ConvolutionFactorisations result =
                ConvolutionFactorisations.of(product, Collections.nCopies(8, 2)).orElseThrow();
        assertThat(result.count()).isEqualTo(40_320);
        assertThat(result.factorisations()).isEmpty();
    }

    /** Cubics with irrational coefficients, and factors with square roots of irrational numbers, are only counted. */
    @Test
    void irrationalFiltersAreCounted() {
        assertThat(of("sqrt(2) 0 0 1", 3, 2).count()).isEqualTo(1);
        ConvolutionFactorisations result = of("-sqrt(2) 0 1", 2, 2);
        assertThat(result.count()).isEqualTo(2);
        assertThat(result.factorisations()).isEmpty();
    }
}
