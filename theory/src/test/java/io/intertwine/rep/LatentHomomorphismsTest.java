package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.SmallGroups;
import io.intertwine.rep.LatentHomomorphisms.Block;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatentHomomorphismsTest {
    @ParameterizedTest
    @CsvSource({
        "C1, 3, true",
        "C2, 1, true",
        "C2, 2, true",
        "C2, 3, true",
        "C2, 4, true",
        "C3, 3, true",
        "C3, 4, true",
        "C4, 2, true",
        "C4, 3, true",
        "V4, 2, true",
        "V4, 3, true",
        "S3, 2, true",
        "S3, 3, true",
        "C2, 4, false",
        "C3, 4, false",
        "C4, 4, false",
        "V4, 4, false",
        "S3, 4, false"
    })
    void areTheClassesThatBruteForceFinds(String name, int units, boolean signed) {
        LatentHomomorphisms found = LatentHomomorphisms.of(SmallGroups.of(name), List.of(new Block(units, signed)));
        Set<Set<List<AffineMap>>> expected = bruteForce(SmallGroups.presentation(name), units, signed);
        assertThat(found.count()).isEqualTo(BigInteger.valueOf(expected.size()));
        List<AffineMap> conjugators = elements(units, signed);
        Set<Set<List<AffineMap>>> classes = found.all()
                .map(action -> conjugates(action.images(), conjugators))
                .collect(Collectors.toSet());
        assertThat(classes).isEqualTo(expected);
    }

    private static Set<Set<List<AffineMap>>> bruteForce(Presentation group, int units, boolean signed) {
        List<AffineMap> elements = elements(units, signed);
        Set<List<AffineMap>> seen = new HashSet<>();
        Set<Set<List<AffineMap>>> classes = new HashSet<>();
        for (List<AffineMap> images : tuples(elements, group.generators().size())) {
            boolean holds = group.relators().stream()
                    .allMatch(word ->
                            word.evaluate(new AffineGroup(units), images).isIdentity());
            if (holds && !seen.contains(images)) {
                Set<List<AffineMap>> orbit = conjugates(images, elements);
                seen.addAll(orbit);
                classes.add(orbit);
            }
        }
        return classes;
    }

    private static Set<List<AffineMap>> conjugates(List<AffineMap> images, List<AffineMap> by) {
        return by.stream()
                .map(change -> images.stream()
                        .map(map -> change.after(map).after(change.inverse()))
                        .toList())
                .collect(Collectors.toSet());
    }

    private static List<List<AffineMap>> tuples(List<AffineMap> elements, int length) {
        List<List<AffineMap>> result = List.of(List.of());
        for (int i = 0; i < length; i++) {
            result = result.stream()
                    .flatMap(tuple -> elements.stream().map(element -> {
                        List<AffineMap> longer = new ArrayList<>(tuple);
                        longer.add(element);
                        return List.copyOf(longer);
                    }))
                    .toList();
        }
        return result;
    }

    private static List<AffineMap> elements(int units, boolean signed) {
        List<AffineMap> result = new ArrayList<>();
        for (int[] images : permutations(units)) {
            for (int signs = 0; signs < (signed ? 1 << units : 1); signs++) {
                int bits = signs;
                result.add(AffineMap.monomial(
                        Permutation.of(images),
                        IntStream.range(0, units)
                                .mapToObj(i -> (bits >> i & 1) == 0 ? Scalar.ONE : Scalar.MINUS_ONE)
                                .toList()));
            }
        }
        return result;
    }

    private static List<int[]> permutations(int n) {
        if (n == 0) {
            return List.of(new int[0]);
        }
        List<int[]> result = new ArrayList<>();
        for (int[] shorter : permutations(n - 1)) {
            for (int place = 0; place < n; place++) {
                int[] longer = new int[n];
                for (int i = 0; i < n; i++) {
                    longer[i] = i == place ? n - 1 : shorter[i < place ? i : i - 1];
                }
                result.add(longer);
            }
        }
        return result;
    }

    @Test
    void blocksDoNotMix() {
        LatentHomomorphisms found = LatentHomomorphisms.of(
                SmallGroups.of("V4"), List.of(new Block(2, true), new Block(1, false), new Block(3, false)));
        BigInteger product = BigInteger.ONE;
        for (Block block : List.of(new Block(2, true), new Block(1, false), new Block(3, false))) {
            product = product.multiply(
                    LatentHomomorphisms.of(SmallGroups.of("V4"), List.of(block)).count());
        }
        assertThat(found.count()).isEqualTo(product);
        assertThat(found.all().map(LatentAction::images).distinct().count()).isEqualTo(product.longValueExact());
        assertThat(found.all())
                .allMatch(action -> action.images().get(0).permutation().apply(2) == 2);
        new Representation(
                SmallGroups.presentation("V4"), 6, found.get(BigInteger.TEN).images());
    }

    @Test
    void theNumbersOfALargeLayerAreGivenByTheGeneratingFunction() {
        // C2: fixed, negated, swapped. The coefficient of x^n in 1 / ((1 - x)^2 (1 - x^2)).
        LatentHomomorphisms found = LatentHomomorphisms.of(SmallGroups.of("C2"), List.of(new Block(1000, true)));
        int expected =
                IntStream.rangeClosed(0, 500).map(pairs -> 1000 - 2 * pairs + 1).sum();
        assertThat(found.count()).isEqualTo(BigInteger.valueOf(expected));
        LatentAction last = found.get(found.count().subtract(BigInteger.ONE));
        assertThat(last.blocks().get(0)).hasSize(1000);
        assertThat(last.images().get(0).dimension()).isEqualTo(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.get(found.count()))
                .withMessage("expected a number from 0 and less than 251001, found 251001");
    }

    @Test
    void drawsEveryClassAboutEquallyOften() {
        LatentHomomorphisms found = LatentHomomorphisms.of(SmallGroups.of("S3"), List.of(new Block(4, true)));
        int classes = found.count().intValueExact();
        SplittableRandom random = new SplittableRandom(20261127);
        int draws = 200 * classes;
        var frequencies = IntStream.range(0, draws)
                .mapToObj(i -> found.random(random))
                .collect(Collectors.groupingBy(action -> action, Collectors.counting()));
        assertThat(frequencies).hasSize(classes);
        double chiSquare = frequencies.values().stream()
                .mapToDouble(count -> (count - 200.0) * (count - 200.0) / 200)
                .sum();
        // The mean of the statistic is classes - 1 and its variance twice that: five standard deviations.
        assertThat(chiSquare).isLessThan(classes - 1 + 5 * Math.sqrt(2.0 * (classes - 1)));
    }

    @Test
    void refusesEmptyBlocks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block(0, true))
                .withMessage("expected at least one unit, found 0");
    }
}
