package io.intertwine.match;

import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Evaluates f(rho x) and rho f(x) in doubles at random inputs: independent normal entries of three sizes, rounded to dyadic numbers so
 * that the inputs are exact. Differences are seen relative to the largest output, on either side, among the inputs of the same size.
 */
final class Sampling {
    /** Standard deviations of the inputs, as powers of two. */
    private static final int[] SIZES = {0, -2, 2};

    /** Bits after the binary point of inputs of standard deviation 1. */
    private static final int INPUT_BITS = 10;

    /** Bits after the binary point of the enclosures that bound the error of an evaluation. */
    private static final int ENCLOSURE_BITS = 160;

    /** How many of the most promising inputs are tried as witnesses. */
    private static final int WITNESSES = 3;

    private final Network network;
    private final Symmetry symmetry;
    private final FloatingNetwork floating;
    private final List<Point> points = new ArrayList<>();
    private final List<List<Sample>> samples = new ArrayList<>();

    /** An input: numerators over a power of two. */
    private static final class Point {
        private final long[] numerators;
        private final int size;

        Point(long[] numerators, int size) {
            this.numerators = numerators;
            this.size = size;
        }

        double[] inDoubles() {
            return Arrays.stream(numerators)
                    .mapToDouble(numerator -> Math.scalb((double) numerator, size - INPUT_BITS))
                    .toArray();
        }

        List<Scalar> exact() {
            return Arrays.stream(numerators)
                    .mapToObj(numerator -> Scalar.ofDyadic(BigInteger.valueOf(numerator), size - INPUT_BITS))
                    .toList();
        }
    }

    /** The two sides at a point; scale is the largest output at points of this size. */
    private static final class Sample {
        private final int generator;
        private final Point point;
        private final double[] left;
        private final double[] right;
        private final double scale;

        Sample(int generator, Point point, double[] left, double[] right, double scale) {
            this.generator = generator;
            this.point = point;
            this.left = left;
            this.right = right;
            this.scale = scale;
        }

        double difference() {
            double largest = 0;
            for (int i = 0; i < left.length; i++) {
                largest = Math.max(largest, Math.abs(left[i] - right[i]));
            }
            return largest;
        }

        double relative() {
            return scale > 0 ? difference() / scale : 0;
        }
    }

    /** Evaluates at {@code count} points for every generator; points where a value is not finite are left out. */
    Sampling(Network network, Symmetry symmetry, int count, long seed) {
        this.network = network;
        this.symmetry = symmetry;
        floating = new FloatingNetwork(network);
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < count; k++) {
            long[] numerators = new long[network.inputs()];
            Arrays.setAll(numerators, j -> Math.round(Math.scalb(random.nextGaussian(), INPUT_BITS)));
            points.add(new Point(numerators, SIZES[k % SIZES.length]));
        }
        List<double[]> values =
                points.stream().map(point -> floating.apply(point.inDoubles())).toList();
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            samples.add(samples(g, values));
        }
    }

    private List<Sample> samples(int generator, List<double[]> values) {
        FloatingMap input = FloatingMap.from(symmetry.input().images().get(generator));
        FloatingMap output = FloatingMap.from(symmetry.output().images().get(generator));
        List<Sample> result = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            Point point = points.get(k);
            double[] left = floating.apply(input.apply(point.inDoubles()));
            double[] right = output.apply(values.get(k));
            if (isFinite(left) && isFinite(right)) {
                result.add(new Sample(generator, point, left, right, 0));
            }
        }
        return result.stream()
                .map(sample -> new Sample(
                        generator, sample.point, sample.left, sample.right, scale(result, sample.point.size)))
                .toList();
    }

    private static double scale(List<Sample> samples, int size) {
        double largest = 0;
        for (Sample sample : samples) {
            if (sample.point.size == size) {
                largest = Math.max(largest, Math.max(size(sample.left), size(sample.right)));
            }
        }
        return largest;
    }

    private static double size(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private static boolean isFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** The largest differences over all generators. */
    Difference largest() {
        List<Sample> all = samples.stream().flatMap(List::stream).toList();
        double absolute = all.stream().mapToDouble(Sample::difference).max().orElse(0);
        Optional<Sample> worst = all.stream().max(Comparator.comparingDouble(Sample::relative));
        return new Difference(
                absolute,
                worst.map(Sample::relative).orElse(0.0),
                worst.map(sample -> symmetry.group().generators().get(sample.generator))
                        .orElse(""),
                worst.map(sample ->
                                Arrays.stream(sample.point.inDoubles()).boxed().toList())
                        .orElse(List.of()),
                points.size());
    }

    /** An input at which a generator fails by more than the tolerance, beyond the error of the evaluation. */
    Optional<NumericVerification.Witness> against(int generator, Tolerance tolerance) {
        return samples.get(generator).stream()
                .filter(sample -> !tolerance.admits(sample.relative()))
                .sorted(Comparator.comparingDouble(Sample::relative).reversed())
                .limit(WITNESSES)
                .map(this::witness)
                .flatMap(Optional::stream)
                .filter(witness -> exceeds(witness, tolerance))
                .findFirst();
    }

    private static boolean exceeds(NumericVerification.Witness witness, Tolerance tolerance) {
        double certain =
                witness.difference().stream().mapToDouble(Math::abs).max().orElse(0) - witness.errorBound();
        return certain > tolerance.relative() * witness.scale();
    }

    private Optional<NumericVerification.Witness> witness(Sample sample) {
        double[] difference = new double[sample.left.length];
        Arrays.setAll(difference, i -> sample.left[i] - sample.right[i]);
        double error = error(sample, difference);
        if (!Double.isFinite(error)) {
            return Optional.empty();
        }
        return Optional.of(new NumericVerification.Witness(
                symmetry.group().generators().get(sample.generator),
                sample.point.exact(),
                boxed(sample.left),
                boxed(sample.right),
                boxed(difference),
                sample.relative(),
                sample.scale,
                error));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** A bound for the distance of each entry from its real value; infinite where none is known. */
    private double error(Sample sample, double[] difference) {
        List<Scalar> x = sample.point.exact();
        AffineMap input = symmetry.input().images().get(sample.generator);
        AffineMap output = symmetry.output().images().get(sample.generator);
        List<Enclosure> left = Evaluation.enclose(network, input.apply(x), ENCLOSURE_BITS);
        List<Enclosure> plain = Evaluation.enclose(network, x, ENCLOSURE_BITS);
        List<Enclosure> right = Evaluation.enclose(output, plain, ENCLOSURE_BITS);
        double error = 0;
        for (int i = 0; i < difference.length; i++) {
            Enclosure real = left.get(i).subtract(right.get(i));
            error = real.isBounded() ? Math.max(error, distance(real, difference[i])) : Double.POSITIVE_INFINITY;
            if (!real.isBounded()) {
                return error;
            }
        }
        return error;
    }

    /** The largest distance of a double from a point of an enclosure, rounded up. */
    private static double distance(Enclosure real, double value) {
        double lower = Math.nextDown(Rounded.from(real.lower()));
        double upper = Math.nextUp(Rounded.from(real.upper()));
        return Math.nextUp(Math.max(Math.nextUp(value - lower), Math.nextUp(upper - value)));
    }
}
