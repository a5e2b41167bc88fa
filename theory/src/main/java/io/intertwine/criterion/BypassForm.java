package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The normal form of a network with one hidden layer of units with s(x) - s(-x) = k x: f(x) = A x + a_0 + sum_H kappa_H e(l_H(x)) with
 * the even part e(x) = s(x) - k x / 2, no kappa_H zero, and no two forms l_H equal up to sign (for relu, leaky_relu and abs: up to a
 * nonzero factor). Two networks with the same activation, inputs and outputs have the same function exactly if their normal forms are
 * equal ({@code docs/IDENTIFIABILITY.md}, the normal form).
 *
 * @param activation s
 * @param linear A, outputs x inputs
 * @param constant a_0
 * @param ridges the terms, by ascending form; the first nonzero weight of a form is positive, and 1 where factors do not matter
 */
public record BypassForm(Activation activation, ExactMatrix linear, List<Scalar> constant, List<Ridge> ridges) {
    private static final Comparator<List<Scalar>> LEXICOGRAPHIC = BypassForm::compare;

    /**
     * One term kappa e(w . x + b).
     *
     * @param weight w, not zero
     * @param bias b
     * @param factor kappa, a number for each output, not all zero
     */
    public record Ridge(List<Scalar> weight, Scalar bias, List<Scalar> factor) {
        public Ridge {
            weight = List.copyOf(weight);
            factor = List.copyOf(factor);
        }
    }

    public BypassForm {
        constant = List.copyOf(constant);
        ridges = List.copyOf(ridges);
    }

    /**
     * Whether the network has, after dense layers in a row are multiplied, one hidden layer of equal units whose activation is known to
     * have such a normal form: relu, leaky_relu, abs, gelu, silu, softplus, logsigmoid, squareplus, gaussian, sech, logcosh.
     */
    public static boolean isApplicable(Network network) {
        return shallow(network).isPresent();
    }

    /**
     * The normal form; empty if a unit without incoming weights that is used has a value s(b) that is not an exact number.
     *
     * @throws IllegalArgumentException if {@link #isApplicable} is false
     * @throws ArithmeticException if irrational numbers of many fields do not fit together ({@link Scalar})
     */
    public static Optional<BypassForm> of(Network network) {
        Perceptron shallow = shallow(network)
                .orElseThrow(() -> new IllegalArgumentException("there is no normal form for " + network));
        return new Collection(shallow).collect();
    }

    private static Optional<Perceptron> shallow(Network network) {
        return Perceptron.of(Composition.fused(network))
                .filter(found -> found.depth() == 1)
                .filter(found -> found.activation().flatMap(EvenPart::of).isPresent());
    }

    /**
     * A network of one hidden layer with biases and an output bias that has this function: first a unit for every term, then pairs of
     * opposite units for what is left of A. It has as few units as its orientation of the terms allows; another orientation may need
     * fewer pairs.
     */
    public Network network() {
        return BypassRealisation.of(this);
    }

    /** k, the slope of s(x) - s(-x). */
    public Scalar slope() {
        return EvenPart.of(activation).orElseThrow().slope();
    }

    private static int compare(List<Scalar> left, List<Scalar> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Adds the units of a network up. */
    private static final class Collection {
        private final Layer.Dense first;
        private final Layer.Dense last;
        private final Activation activation;
        private final EvenPart part;
        private final Scalar[][] linear;
        private final Scalar[] constant;
        private final SortedMap<List<Scalar>, Scalar[]> factors = new TreeMap<>(LEXICOGRAPHIC);

        Collection(Perceptron shallow) {
            first = shallow.first();
            last = shallow.last();
            activation = shallow.activation().orElseThrow();
            part = EvenPart.of(activation).orElseThrow();
            linear = new Scalar[last.outputs()][first.inputs()];
            constant = new Scalar[last.outputs()];
            for (int i = 0; i < constant.length; i++) {
                Arrays.fill(linear[i], Scalar.ZERO);
                constant[i] = last.bias(i);
            }
        }

        Optional<BypassForm> collect() {
            ExactMatrix columns = last.weight().transpose();
            for (int j = 0; j < first.outputs(); j++) {
                List<Scalar> outgoing = columns.row(j);
                if (outgoing.stream().allMatch(Scalar::isZero)) {
                    continue;
                }
                if (!first.weight().isZeroRow(j)) {
                    addRidge(j, outgoing);
                } else {
                    Optional<Scalar> value = activation.exact(first.bias(j));
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    accumulate(constant, outgoing, value.get());
                }
            }
            return Optional.of(new BypassForm(
                    activation,
                    ExactMatrix.build(linear.length, first.inputs(), (i, k) -> linear[i][k]),
                    List.of(constant),
                    ridges()));
        }

        /** v s(l) = (k / 2) v l + v e(l), and e(l) = e(-l). */
        private void addRidge(int unit, List<Scalar> outgoing) {
            List<Scalar> row = new ArrayList<>(first.weight().row(unit));
            row.add(first.bias(unit));
            Scalar half = part.slope().divide(Scalar.of(2));
            for (int i = 0; i < linear.length; i++) {
                Scalar factor = half.multiply(outgoing.get(i));
                for (int k = 0; k < first.inputs(); k++) {
                    linear[i][k] = linear[i][k].add(factor.multiply(row.get(k)));
                }
                constant[i] = constant[i].add(factor.multiply(first.bias(unit)));
            }
            Scalar lead =
                    row.stream().filter(entry -> !entry.isZero()).findFirst().orElseThrow();
            Scalar size = part.homogeneous() ? lead.abs() : Scalar.ONE;
            Scalar divisor = lead.signum() < 0 ? size.negate() : size;
            List<Scalar> form = row.stream().map(entry -> entry.divide(divisor)).toList();
            Scalar[] sum = factors.computeIfAbsent(form, key -> {
                Scalar[] zeros = new Scalar[linear.length];
                Arrays.fill(zeros, Scalar.ZERO);
                return zeros;
            });
            accumulate(sum, outgoing, size);
        }

        private List<Ridge> ridges() {
            List<Ridge> ridges = new ArrayList<>();
            factors.forEach((form, factor) -> {
                if (!Arrays.stream(factor).allMatch(Scalar::isZero)) {
                    int inputs = form.size() - 1;
                    ridges.add(new Ridge(form.subList(0, inputs), form.get(inputs), List.of(factor)));
                }
            });
            return ridges;
        }

        private static void accumulate(Scalar[] sum, List<Scalar> vector, Scalar scale) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = sum[i].add(vector.get(i).multiply(scale));
            }
        }
    }
}
