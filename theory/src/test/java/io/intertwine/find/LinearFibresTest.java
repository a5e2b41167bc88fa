package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Echelon;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearFibresTest {
    private static Network network(String text) {
        NetworkBuilder builder = new NetworkBuilder();
        for (String part : text.split("\\|")) {
            String[] halves = part.split("\\+");
            if (part.trim().equals("tanh")) {
                builder.activation("tanh");
            } else if (halves.length == 2) {
                builder.dense(halves[0].trim(), halves[1].trim());
            } else {
                builder.dense(part.trim());
            }
        }
        return builder.build();
    }

    static boolean equal(Network left, Network right) {
        return Proof.of(
                        new EqualityClaim.Equal(left, right),
                        new Certificate.Equality(
                                Digest.of(left), Digest.of(right), EqualityProof.of(new Comparison.Expansion())))
                .isPresent();
    }

    private static List<Integer> ranks(Network network) {
        return network.layers().stream()
                .map(layer -> layer instanceof Layer.Dense dense
                        ? Echelon.of(dense.weight()).rank()
                        : 0)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // the width is the rank
        "1 0; 0 1 | 2 1; 1 2, 1, true",
        // an invertible product through a wider space: one class, not free
        "1 0; 0 1; 0 0 | 2 1 0; 1 2 0, 1, false",
        // one wide space after another
        "1; 0 | 1 0; 0 1 | 1 0, 2, false",
        // diag(1, 0): kernel and cokernel of dimension one, width rank + 1 and rank + 2
        "1 0; 0 1 | 1 0; 0 0, 3, false",
        "1 0; 0 1; 0 0 | 1 0 0; 0 0 0, 4, false",
        "1 0; 0 1 | 1 0, 2, false",
        // a plane of kernels
        "1 0 0; 0 1 0 | 1 0, infinite, false",
        "1; 0 | 1 0; 0 0; 0 0, infinite, false",
        // a kernel of dimension two before a width equal to the rank does no harm
        "1 0 0 | 1; 0 | 1 0, 1, false",
        "0 0; 0 0 | 0 0, infinite, false"
    })
    void theClassesAreCounted(String text, String classes, Boolean free) {
        LinearFibres.Fibre fibre = LinearFibres.of(network(text)).orElseThrow();
        assertThat(fibre.classes()).isEqualTo(classes);
        assertThat(fibre.free()).isEqualTo(free);
        assertThat(fibre.sentence()).contains("rank " + fibre.rank());
    }

    @ParameterizedTest
    @CsvSource({
        "1 0; 0 1 | 2 1; 1 2, false",
        "1 0; 0 1; 0 0 | 2 1 0; 1 2 0, false",
        "1 0; 0 1 | 1 0; 0 0, true",
        "1 0; 0 0 | 1 0; 0 0, true",
        "1 0; 0 1 | 1 0, true",
        "1; 0 | 1 0; 0 1 | 1 0, true",
        "1; 0 | 1 0; 0 0 | 1 0, true",
        "1 2; 3 4; 5 6 | 1 1 1, true",
        "1; 1; 1 | 1 2 3; 2 1 0, true",
        "1 0; 0 1 + 1 2 | 1 0 + 3, true",
        "1 0; 0 1 | 1 0; 0 0 + 3 4, true",
        "1 0; 0 1 + 1 2 | 1 0, false",
        "0 0; 0 0 | 0 0, true"
    })
    void anotherParameterHasOtherRanks(String text, boolean exists) {
        Network network = network(text);
        var other = LinearFibres.other(network);
        assertThat(other.isPresent()).isEqualTo(exists);
        if (exists) {
            assertThat(other.get().hasArchitectureOf(network)).isTrue();
            assertThat(equal(network, other.get())).isTrue();
            assertThat(ranks(other.get())).isNotEqualTo(ranks(network));
            // Both directions: from the one that was found, a third.
            Network third = LinearFibres.other(other.get()).orElseThrow();
            assertThat(equal(network, third)).isTrue();
            assertThat(ranks(third)).isNotEqualTo(ranks(other.get()));
        }
    }

    @Test
    void denseLayersInARowAreFoundInsideOtherNetworks() {
        Network network = network("1 1; 1 -1 | tanh | 1 0; 0 1 | 1 0; 0 0 | tanh | 1 1");
        Network other = LinearFibres.other(network).orElseThrow();
        assertThat(other.hasArchitectureOf(network)).isTrue();
        assertThat(other.layers().subList(0, 2)).isEqualTo(network.layers().subList(0, 2));
        assertThat(ranks(other)).isNotEqualTo(ranks(network));
        assertThat(LinearFibres.of(network)).isEmpty();
        assertThat(LinearFibres.of(network("1 2"))).isEmpty();
        assertThat(LinearFibres.other(network("1 2"))).isEmpty();
        assertThat(LinearFibres.of(network("1 0; 0 1 + 1 2 | 1 0"))).isEmpty();
    }

    @Test
    void longRowsAreCountedWithinABudget() {
        assertThat(IntervalCount.of(List.of(0, 1, 1, 1, 0))).contains(BigInteger.valueOf(4));
        assertThat(IntervalCount.of(List.of(0, 2, 2, 0))).contains(BigInteger.valueOf(3));
        assertThat(IntervalCount.of(List.of(1, 1))).contains(BigInteger.ONE);
        assertThat(IntervalCount.of(List.of(1, 1, 1))).contains(BigInteger.valueOf(3));
        assertThat(IntervalCount.of(Collections.nCopies(12, 12))).isEmpty();
        Network network = network("1; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0" + " | "
                + String.join(" | ", Collections.nCopies(11, square(13))) + " | 1 0 0 0 0 0 0 0 0 0 0 0 0");
        LinearFibres.Fibre fibre = LinearFibres.of(network).orElseThrow();
        assertThat(fibre.classes()).isEmpty();
        assertThat(fibre.sentence()).contains("finitely many");
    }

    private static String square(int n) {
        return IntStream.range(0, n)
                .mapToObj(i ->
                        IntStream.range(0, n).mapToObj(j -> i == j ? "1" : "0").collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    /**
     * The number of classes over the field with two elements, by exhaustion: W_2 W_1 = f for 2 x 2 matrices as four bits, classes as
     * orbits of GL_2. With f invertible: one; of rank one: three, kernel and cokernel being lines; f = 0 has more over larger fields.
     */
    @Test
    void theCountsAgreeWithAFiniteField() {
        assertThat(orbits(0b1001)).isEqualTo(1);
        assertThat(orbits(0b1000)).isEqualTo(3);
    }

    private static int orbits(int target) {
        Set<Integer> seen = new HashSet<>();
        int orbits = 0;
        for (int pair = 0; pair < 256; pair++) {
            int first = pair & 15;
            int second = pair >> 4;
            if (times(second, first) != target || !seen.add(pair)) {
                continue;
            }
            orbits++;
            for (int g = 0; g < 16; g++) {
                for (int inverse = 0; inverse < 16; inverse++) {
                    if (times(g, inverse) == 0b1001) {
                        seen.add(times(second, inverse) << 4 | times(g, first));
                    }
                }
            }
        }
        return orbits;
    }

    /** The product of matrices [[a, b], [c, d]] as bits a b c d. */
    private static int times(int left, int right) {
        int product = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                int sum = 0;
                for (int k = 0; k < 2; k++) {
                    sum ^= (left >> (3 - 2 * i - k)) & (right >> (3 - 2 * k - j)) & 1;
                }
                product |= sum << (3 - 2 * i - j);
            }
        }
        return product;
    }
}
