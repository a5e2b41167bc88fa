package io.intertwine.dimension;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ModularEchelon;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.ParameterDerivatives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Architectures, and ranks counted again. */
final class Families {
    private Families() {}

    static Architecture family(Activation activation, boolean bias, String widths) {
        List<Integer> list =
                Arrays.stream(widths.split(" ")).map(Integer::valueOf).toList();
        return Architecture.ofWidths(list, List.of(activation), bias);
    }

    static int hidden(List<Integer> widths) {
        return widths.subList(1, widths.size() - 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** All widths with input width and hidden widths at least 2 and at least one hidden layer, of at most so many weights and biases. */
    static List<List<Integer>> wide(int parameters) {
        List<List<Integer>> found = new ArrayList<>();
        for (int inputs = 2; inputs < parameters; inputs++) {
            extend(List.of(inputs), parameters, found);
        }
        return found;
    }

    private static void extend(List<Integer> widths, int left, List<List<Integer>> found) {
        int row = widths.get(widths.size() - 1) + 1;
        for (int next = 1; next * row <= left; next++) {
            List<Integer> longer = new ArrayList<>(widths);
            longer.add(next);
            if (widths.size() > 1) {
                found.add(longer);
            }
            if (next > 1) {
                extend(longer, left - next * row, found);
            }
        }
    }

    /** The rank of the derivatives at the points of a witness; fails where a unit is at a breakpoint. */
    static int rank(RankWitness witness) {
        ParameterDerivatives derivatives =
                ParameterDerivatives.of(witness.network()).orElseThrow();
        ModularEchelon span = new ModularEchelon(derivatives.parameters());
        for (List<Scalar> point : witness.points()) {
            derivatives.at(point).orElseThrow().forEach(span::add);
        }
        return span.rank();
    }

    /** All widths with at least one hidden layer, of at most so many weights, without biases. */
    static List<List<Integer>> withoutBiases(int parameters) {
        List<List<Integer>> found = new ArrayList<>();
        for (int inputs = 1; inputs < parameters; inputs++) {
            extendWithoutBiases(List.of(inputs), parameters, found);
        }
        return found;
    }

    private static void extendWithoutBiases(List<Integer> widths, int left, List<List<Integer>> found) {
        int row = widths.get(widths.size() - 1);
        for (int next = 1; next * row <= left; next++) {
            List<Integer> longer = new ArrayList<>(widths);
            longer.add(next);
            if (widths.size() > 1) {
                found.add(longer);
            }
            extendWithoutBiases(longer, left - next * row, found);
        }
    }

    /**
     * An upper bound of the dimension of a family of ReLU networks without biases. The function f is positively homogeneous.
     *
     * <ul>
     *   <li>It is D - h, because positive scalings of the hidden units keep f.
     *   <li>For one input f(x) = x f(1) or -x f(-1): at most twice the number of outputs.
     *   <li>Behind a hidden layer of one unit, of value r >= 0, f is r v for a vector v: v has as many numbers as there are outputs, and
     *       a positive factor moves between r and v.
     * </ul>
     */
    static int boundWithoutBiases(List<Integer> widths) {
        int last = widths.size() - 1;
        int outputs = widths.get(last);
        int bound = -hidden(widths);
        for (int i = 1; i <= last; i++) {
            bound += widths.get(i) * widths.get(i - 1);
        }
        bound = widths.get(0) == 1 ? Math.min(bound, 2 * outputs) : bound;
        for (int i = 1; i < last; i++) {
            if (widths.get(i) == 1) {
                int before = i == 1 ? widths.get(0) : boundWithoutBiases(widths.subList(0, i + 1));
                bound = Math.min(bound, before + outputs - 1);
            }
        }
        return bound;
    }
}
