package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.exact.Binary64;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.EnclosureSum;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.ExponentialFunctions;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Values of a network, a function over the reals: exact where every activation has an exact value, in proven enclosures elsewhere. */
public final class Evaluation {
    /** Numbers with more bits than this are enclosed and no longer kept exact. */
    public static final int EXACT_BITS = 200_000;

    private Evaluation() {}

    /** The exact value at a point of {@link Network#inputs} numbers, or empty where a layer's value is not known exactly. */
    public static Optional<List<Scalar>> exact(Network network, List<Scalar> input) {
        requireSize(network.inputs(), input.size());
        Optional<List<Scalar>> values = Optional.of(input);
        for (Layer layer : network.layers()) {
            values = values.flatMap(x -> exact(layer, x));
        }
        return values;
    }

    /** Enclosures of the value at a point, computed with {@code bits} bits after the binary point; exact as long as possible. */
    public static List<Enclosure> enclose(Network network, List<Scalar> input, int bits) {
        requireSize(network.inputs(), input.size());
        Optional<List<Scalar>> exact = Optional.of(input);
        List<Enclosure> enclosed = List.of();
        for (Layer layer : network.layers()) {
            Optional<List<Scalar>> next = exact.flatMap(x -> exact(layer, x));
            if (next.isEmpty()) {
                enclosed = enclose(layer, exact.map(x -> enclose(x, bits)).orElse(enclosed), bits);
            }
            exact = next;
        }
        return exact.map(x -> enclose(x, bits)).orElse(enclosed);
    }

    /** Enclosures of the image of a point under an affine map. */
    public static List<Enclosure> enclose(AffineMap map, List<Enclosure> point, int bits) {
        List<Enclosure> result = new ArrayList<>();
        if (!map.isMonomial()) {
            List<Enclosure> linear = product(map.matrix(), point, bits);
            for (int i = 0; i < linear.size(); i++) {
                result.add(linear.get(i).add(enclose(map.shift().get(i), bits)));
            }
            return result;
        }
        int[] from = map.permutation().inverse().toArray();
        for (int i = 0; i < from.length; i++) {
            Enclosure scaled = times(point.get(from[i]), map.scales().get(from[i]), bits);
            Scalar shift = map.shift().get(i);
            result.add(shift.isZero() ? scaled : scaled.add(enclose(shift, bits)));
        }
        return result;
    }

    private static Optional<List<Scalar>> exact(Layer layer, List<Scalar> x) {
        if (layer instanceof Layer.Dense dense) {
            return exact(dense, x);
        }
        if (layer instanceof Layer.Entrywise entrywise) {
            return exact(entrywise.units(), x);
        }
        return Optional.empty();
    }

    private static Optional<List<Scalar>> exact(Layer.Dense dense, List<Scalar> x) {
        try {
            List<Scalar> product = dense.weight().multiply(x);
            List<Scalar> result = new ArrayList<>();
            for (int i = 0; i < product.size(); i++) {
                result.add(product.get(i).add(dense.bias(i)));
            }
            return result.stream().allMatch(Evaluation::isSmall) ? Optional.of(result) : Optional.empty();
        } catch (ArithmeticException beyondTheFields) {
            // Irrational numbers of many fields do not fit together.
            return Optional.empty();
        }
    }

    private static Optional<List<Scalar>> exact(List<Activation> units, List<Scalar> x) {
        List<Scalar> result = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            Optional<Scalar> value = units.get(i).exact(x.get(i)).filter(Evaluation::isSmall);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            result.add(value.get());
        }
        return Optional.of(result);
    }

    static boolean isSmall(Scalar value) {
        return value.coefficients().stream()
                .allMatch(part ->
                        part.getNumerator().bitLength() + part.getDenominator().bitLength() <= EXACT_BITS);
    }

    private static List<Enclosure> enclose(Layer layer, List<Enclosure> x, int bits) {
        if (layer instanceof Layer.Dense dense) {
            List<Enclosure> result = product(dense.weight(), x, bits);
            for (int i = 0; i < dense.biases().size(); i++) {
                result.set(i, result.get(i).add(enclose(dense.bias(i), bits)));
            }
            return result;
        }
        if (layer instanceof Layer.Entrywise entrywise) {
            List<Enclosure> result = new ArrayList<>();
            for (int i = 0; i < x.size(); i++) {
                result.add(entrywise.units().get(i).enclose(x.get(i)));
            }
            return result;
        }
        return softmax(x, bits);
    }

    private static List<Enclosure> product(ExactMatrix matrix, List<Enclosure> x, int bits) {
        List<Enclosure> result = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            EnclosureSum sum = EnclosureSum.ofBits(bits);
            for (int j = 0; j < matrix.columns(); j++) {
                if (matrix.isZero(i, j)) {
                    continue;
                }
                if (matrix.isBinary64()) {
                    long weight = matrix.bits(i, j);
                    sum.plusProduct(x.get(j), Binary64.mantissa(weight), Binary64.exponent(weight));
                } else {
                    sum.plus(times(x.get(j), matrix.get(i, j), bits));
                }
            }
            result.add(sum.total());
        }
        return result;
    }

    private static Enclosure times(Enclosure x, Scalar factor, int bits) {
        if (factor.isRational()) {
            return factor.isOne() ? x : x.multiply(factor.rational());
        }
        return x.multiply(enclose(factor, bits));
    }

    /** exp(z_i - z_0) / sum_k exp(z_k - z_0). */
    private static List<Enclosure> softmax(List<Enclosure> logits, int bits) {
        List<Enclosure> weights = logits.stream()
                .map(logit -> ExponentialFunctions.exp(logit.subtract(logits.get(0))))
                .toList();
        Enclosure total = Enclosure.from(BigFraction.ZERO, bits);
        for (Enclosure weight : weights) {
            total = total.add(weight);
        }
        Enclosure sum = total;
        return weights.stream().map(weight -> weight.divide(sum)).toList();
    }

    private static List<Enclosure> enclose(List<Scalar> values, int bits) {
        return values.stream().map(value -> enclose(value, bits)).toList();
    }

    /** An enclosure of an exact number. */
    private static Enclosure enclose(Scalar value, int bits) {
        RationalInterval bounds = value.bounds(bits + 2);
        return Enclosure.fromBounds(bounds.lower(), bounds.upper(), bits);
    }

    private static void requireSize(int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException("the network reads " + expected + " numbers, found " + found);
        }
    }
}
