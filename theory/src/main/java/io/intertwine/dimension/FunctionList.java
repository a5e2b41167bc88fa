package io.intertwine.dimension;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions of the parameters that are looked at: the parameters, ratios in a unit, products along paths, and norms. */
final class FunctionList {
    /** Groups with more functions are left out. */
    static final int MOST = 500;

    private static final int LARGEST_EXPONENT = 10_000;
    private static final String RATIOS = "ratios within a unit";
    private static final String PATHS = "products along paths";
    private static final String INCOMING = "norms of incoming weights";
    private static final String OUTGOING = "norms of outgoing weights";
    private static final String BOTH = "products of both norms";

    private final ParameterLayout layout;
    private final UnitScalings scalings;
    private final Residues residues;
    private final long[] values;
    private final Map<String, List<ParameterFunction>> groups = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    /**
     * The functions at a point.
     *
     * @param values the parameters, modulo a prime
     */
    FunctionList(ParameterLayout layout, UnitScalings scalings, Residues residues, long[] values) {
        this.layout = layout;
        this.scalings = scalings;
        this.residues = residues;
        this.values = values.clone();
        parameters();
        ratios();
        if (scalings.largestExponent() > LARGEST_EXPONENT) {
            leftOut.add(PATHS + " and of norms, with powers above " + LARGEST_EXPONENT);
        } else {
            paths();
            norms();
        }
    }

    /** The functions, the parameters first. */
    List<ParameterFunction> functions() {
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** What was left out because it is too much, in words. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private void add(ParameterFunction function) {
        groups.computeIfAbsent(function.group(), group -> new ArrayList<>()).add(function);
    }

    private void parameters() {
        for (boolean bias : new boolean[] {false, true}) {
            for (int layer = 1; layer <= layout.depth(); layer++) {
                int inputs = layout.layer(layer).inputs();
                for (int row = 0; row < layout.layer(layer).outputs(); row++) {
                    for (int k = bias ? inputs : 0;
                            k < (bias ? layout.layer(layer).rowLength() : inputs);
                            k++) {
                        Power one = new Power(layer, row, k, 1);
                        add(product((bias ? "b" : "W") + layer, List.of(one)));
                    }
                }
            }
        }
    }

    /** A power of a parameter. */
    private record Power(int layer, int row, int column, int exponent) {}

    private String name(Power power) {
        String name = layout.name(power.layer, power.row, power.column);
        return Math.abs(power.exponent) == 1 ? name : name + "^" + Math.abs(power.exponent);
    }

    /** A product of powers; its gradient is that of its logarithm. */
    private ParameterFunction product(String group, List<Power> powers) {
        StringBuilder name = new StringBuilder();
        Map<Integer, Long> gradient = new HashMap<>();
        Map<Integer, Integer> monomial = new HashMap<>();
        for (Power power : powers) {
            name.append(power.exponent < 0 ? "/" : name.isEmpty() ? "" : "*").append(name(power));
            int place = layout.place(power.layer, power.row, power.column);
            gradient.merge(place, quotient(power.exponent, values[place]), residues::add);
            monomial.merge(place, power.exponent, Integer::sum);
        }
        return new ParameterFunction(group, name.toString(), gradient, List.of(monomial));
    }

    private long quotient(int exponent, long value) {
        long quotient = residues.multiply(Math.abs(exponent), residues.inverse(value));
        return exponent < 0 ? residues.negate(quotient) : quotient;
    }

    /** Of every hidden unit, its weights and its bias over its first weight. */
    private void ratios() {
        long count = 0;
        for (int layer = 1; layer < layout.depth(); layer++) {
            count += (long) layout.layer(layer).outputs() * (layout.layer(layer).rowLength() - 1);
        }
        if (isTooMany(count, RATIOS)) {
            return;
        }
        for (int layer = 1; layer < layout.depth(); layer++) {
            for (int row = 0; row < layout.layer(layer).outputs(); row++) {
                for (int column = 1; column < layout.layer(layer).rowLength(); column++) {
                    add(product(RATIOS, List.of(new Power(layer, row, column, 1), new Power(layer, row, 0, -1))));
                }
            }
        }
    }

    private boolean isTooMany(long count, String group) {
        if (count > MOST) {
            leftOut.add(count + " " + group);
        }
        return count > MOST;
    }

    /** Products along paths from an input or a bias to an output, with the powers that scalings of units keep. */
    private void paths() {
        if (layout.depth() < 2 || isTooMany(pathCount(), PATHS)) {
            return;
        }
        for (int output = 0; output < layout.layer(layout.depth()).outputs(); output++) {
            paths(layout.depth(), output, 1, List.of());
        }
    }

    private long pathCount() {
        long paths = 0;
        for (int layer = 1; layer <= layout.depth(); layer++) {
            boolean bias = layout.layer(layer).bias();
            paths = Math.min(
                    MOST * (long) MOST,
                    paths * layout.layer(layer).outputs()
                            + (layer == 1
                                    ? (long) layout.layer(1).outputs()
                                            * layout.layer(1).inputs()
                                    : 0)
                            + (bias && layer < layout.depth()
                                    ? layout.layer(layer).outputs()
                                    : 0));
        }
        return paths;
    }

    private void paths(int layer, int unit, int exponent, List<Power> after) {
        int inputs = layout.layer(layer).inputs();
        for (int column = 0; column < layout.layer(layer).rowLength(); column++) {
            List<Power> path = new ArrayList<>(List.of(new Power(layer, unit, column, exponent)));
            path.addAll(after);
            if (column < inputs && layer > 1) {
                paths(layer - 1, column, exponent * scalings.exponent(layer - 1, column), path);
            } else if (path.size() > 1) {
                add(product(PATHS, path));
            }
        }
    }

    /** Of every hidden unit, the squared norms of its incoming and of its outgoing weights, and a product of powers of them. */
    private void norms() {
        long units = 0;
        for (int layer = 1; layer < layout.depth(); layer++) {
            units += layout.layer(layer).outputs();
        }
        if (isTooMany(units, "norms of weights")) {
            return;
        }
        for (int layer = 1; layer < layout.depth(); layer++) {
            for (int unit = 0; unit < layout.layer(layer).outputs(); unit++) {
                norms(layer, unit);
            }
        }
    }

    private void norms(int layer, int unit) {
        int exponent = scalings.exponent(layer, unit);
        List<Integer> incoming = new ArrayList<>();
        for (int column = 0; column < layout.layer(layer).inputs(); column++) {
            incoming.add(layout.place(layer, unit, column));
        }
        List<Integer> outgoing = new ArrayList<>();
        for (int row = 0; row < layout.layer(layer + 1).outputs(); row++) {
            outgoing.add(layout.place(layer + 1, row, unit));
        }
        String in = "|W" + layer + "[" + unit + ",:]|^";
        String out = "|W" + (layer + 1) + "[:," + unit + "]|^";
        add(new ParameterFunction(INCOMING, in + 2, gradient(incoming, 1), squares(incoming)));
        add(new ParameterFunction(OUTGOING, out + 2, gradient(outgoing, 1), squares(outgoing)));
        Map<Integer, Long> both = new HashMap<>(gradient(incoming, exponent));
        both.putAll(gradient(outgoing, 1));
        List<Map<Integer, Integer>> monomials = new ArrayList<>();
        for (int from : incoming) {
            outgoing.forEach(to -> monomials.add(Map.of(from, 2 * exponent, to, 2)));
        }
        add(new ParameterFunction(BOTH, in + 2 * exponent + "*" + out + 2, both, monomials));
    }

    private static List<Map<Integer, Integer>> squares(List<Integer> places) {
        return places.stream().map(place -> Map.of(place, 2)).toList();
    }

    /** The gradient of exponent times the logarithm of a sum of squares, and half of it. */
    private Map<Integer, Long> gradient(List<Integer> places, int exponent) {
        long sum = 0;
        for (int place : places) {
            sum = residues.add(sum, residues.multiply(values[place], values[place]));
        }
        long factor = sum == 0 ? 1 : residues.multiply(exponent, residues.inverse(sum));
        Map<Integer, Long> gradient = new HashMap<>();
        places.forEach(place -> gradient.put(place, residues.multiply(factor, values[place])));
        return gradient;
    }
}
