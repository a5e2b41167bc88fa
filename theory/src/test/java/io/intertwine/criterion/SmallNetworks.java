package io.intertwine.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Networks of one hidden layer for tests, and comparisons of networks at points. */
final class SmallNetworks {
    private SmallNetworks() {}

    static Activation leaky(long numerator, long denominator) {
        return Activations.leakyRelu(Scalar.of(numerator, denominator));
    }

    /** One hidden layer; an empty text is a missing bias. */
    static Network shallow(String activation, String weight, String bias, String outgoing, String outputBias) {
        return shallow(Activations.requireNamed(activation), weight, bias, outgoing, outputBias);
    }

    static Network shallow(Activation activation, String weight, String bias, String outgoing, String outputBias) {
        return new NetworkBuilder()
                .dense(NetworkBuilder.matrix(weight), vector(bias))
                .activation(activation)
                .dense(NetworkBuilder.matrix(outgoing), vector(outputBias))
                .build();
    }

    private static List<Scalar> vector(String text) {
        return text.isEmpty() ? List.of() : NetworkBuilder.vector(text);
    }

    /** A random network with integers from -size to size. */
    static Network random(
            SplittableRandom random, Activation activation, int[] widths, int size, boolean bias, boolean outputBias) {
        NetworkBuilder builder = new NetworkBuilder()
                .dense(matrix(random, widths[1], widths[0], size), bias ? vector(random, widths[1], size) : List.of());
        return builder.activation(activation)
                .dense(
                        matrix(random, widths[2], widths[1], size),
                        outputBias ? vector(random, widths[2], size) : List.of())
                .build();
    }

    private static ExactMatrix matrix(SplittableRandom random, int rows, int columns, int size) {
        return ExactMatrix.build(rows, columns, (i, j) -> Scalar.of(random.nextInt(-size, size + 1)));
    }

    private static List<Scalar> vector(SplittableRandom random, int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(i -> Scalar.of(random.nextInt(-size, size + 1)))
                .toList();
    }

    /** Points with coordinates k/7. */
    static List<List<Scalar>> points(int dimension) {
        SplittableRandom random = new SplittableRandom(20261127);
        List<List<Scalar>> points = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            points.add(IntStream.range(0, dimension)
                    .mapToObj(i -> Scalar.of(random.nextInt(-40, 41), 7))
                    .toList());
        }
        return points;
    }

    /** Asserts that two networks have the same values at points: exactly, or in enclosures that contain zero and are narrow. */
    static void assertSameValues(Network f, Network g) {
        for (List<Scalar> point : points(f.inputs())) {
            assertThat(separates(f, g, point)).as("%s", point).isFalse();
        }
    }

    /** Whether some of the points shows that the networks differ. */
    static boolean differ(Network f, Network g) {
        return points(f.inputs()).stream().anyMatch(point -> separates(f, g, point));
    }

    private static boolean separates(Network f, Network g, List<Scalar> point) {
        Optional<List<Scalar>> left = Evaluation.exact(f, point);
        Optional<List<Scalar>> right = Evaluation.exact(g, point);
        if (left.isPresent() && right.isPresent()) {
            return !left.equals(right);
        }
        List<Enclosure> a = Evaluation.enclose(f, point, 200);
        List<Enclosure> b = Evaluation.enclose(g, point, 200);
        return IntStream.range(0, a.size())
                .anyMatch(i -> a.get(i).subtract(b.get(i)).excludesZero());
    }
}
