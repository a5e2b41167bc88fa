package io.intertwine.dimension;

import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The rank of the derivatives of a network in decimal arithmetic with many digits: independent of the code that is tested. */
final class DecimalJacobian {
    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal SMALL = new BigDecimal("1e-30");

    private DecimalJacobian() {}

    private static BigDecimal number(Scalar value) {
        return new BigDecimal(value.rational().getNumerator())
                .divide(new BigDecimal(value.rational().getDenominator()), DIGITS);
    }

    static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.valueOf(40)) > 0) {
            throw new ArithmeticException("too large");
        }
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.01")) > 0) {
            small = small.divide(BigDecimal.valueOf(2), DIGITS);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Inputs do not count where a unit is at a breakpoint: some units are there on a whole region. */
    private static void requireDifferent(BigDecimal z, BigDecimal breakpoint) {
        if (z.compareTo(breakpoint) == 0) {
            throw new ArithmeticException("breakpoint");
        }
    }

    /** Value and slope. */
    private static BigDecimal[] unit(String name, BigDecimal z) {
        BigDecimal one = BigDecimal.ONE;
        switch (name) {
            case "tanh" -> {
                BigDecimal e = exp(z.add(z));
                BigDecimal t = e.subtract(one).divide(e.add(one), DIGITS);
                return new BigDecimal[] {t, one.subtract(t.multiply(t, DIGITS))};
            }
            case "sigmoid" -> {
                BigDecimal t = one.divide(one.add(exp(z.negate())), DIGITS);
                return new BigDecimal[] {t, t.multiply(one.subtract(t), DIGITS)};
            }
            case "silu" -> {
                BigDecimal t = one.divide(one.add(exp(z.negate())), DIGITS);
                BigDecimal slope = t.multiply(one.subtract(t), DIGITS);
                return new BigDecimal[] {z.multiply(t, DIGITS), t.add(z.multiply(slope, DIGITS))};
            }
            case "exp" -> {
                return new BigDecimal[] {exp(z), exp(z)};
            }
            case "gaussian" -> {
                BigDecimal e = exp(z.multiply(z, DIGITS).negate());
                return new BigDecimal[] {e, e.multiply(z, DIGITS).multiply(BigDecimal.valueOf(-2))};
            }
            case "relu" -> {
                requireDifferent(z, BigDecimal.ZERO);
                return new BigDecimal[] {z.max(BigDecimal.ZERO), z.signum() > 0 ? one : BigDecimal.ZERO};
            }
            case "abs" -> {
                requireDifferent(z, BigDecimal.ZERO);
                return new BigDecimal[] {z.abs(), BigDecimal.valueOf(z.signum())};
            }
            case "hardtanh" -> {
                requireDifferent(z.abs(), one);
                boolean inside = z.abs().compareTo(one) < 0;
                return new BigDecimal[] {inside ? z : BigDecimal.valueOf(z.signum()), inside ? one : BigDecimal.ZERO};
            }
            case "power:2" -> {
                return new BigDecimal[] {z.multiply(z, DIGITS), z.add(z)};
            }
            case "power:3" -> {
                BigDecimal square = z.multiply(z, DIGITS);
                return new BigDecimal[] {square.multiply(z, DIGITS), square.multiply(BigDecimal.valueOf(3))};
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Rows of derivatives at an input. */
    static List<BigDecimal[]> at(Network network, List<BigDecimal> input) {
        List<List<BigDecimal>> values = new ArrayList<>();
        List<List<BigDecimal>> slopes = new ArrayList<>();
        values.add(input);
        int parameters = 0;
        for (Layer layer : network.layers()) {
            List<BigDecimal> x = values.get(values.size() - 1);
            List<BigDecimal> next = new ArrayList<>();
            List<BigDecimal> slope = new ArrayList<>();
            if (layer instanceof Layer.Dense dense) {
                for (int j = 0; j < dense.outputs(); j++) {
                    BigDecimal sum = number(dense.bias(j));
                    for (int k = 0; k < x.size(); k++) {
                        sum = sum.add(number(dense.weight().get(j, k)).multiply(x.get(k), DIGITS), DIGITS);
                    }
                    next.add(sum);
                }
                parameters += dense.outputs() * (dense.inputs() + (dense.hasBias() ? 1 : 0));
            } else {
                for (int j = 0; j < x.size(); j++) {
                    BigDecimal[] unit =
                            unit(((Layer.Entrywise) layer).units().get(j).name(), x.get(j));
                    next.add(unit[0]);
                    slope.add(unit[1]);
                }
            }
            values.add(next);
            slopes.add(slope);
        }
        List<BigDecimal[]> rows = new ArrayList<>();
        for (int o = 0; o < network.outputs(); o++) {
            BigDecimal[] row = new BigDecimal[parameters];
            BigDecimal[] back = new BigDecimal[network.outputs()];
            Arrays.fill(back, BigDecimal.ZERO);
            back[o] = BigDecimal.ONE;
            int end = parameters;
            for (int s = network.layers().size() - 1; s >= 0; s--) {
                List<BigDecimal> x = values.get(s);
                if (network.layers().get(s) instanceof Layer.Dense dense) {
                    int length = dense.inputs() + (dense.hasBias() ? 1 : 0);
                    end -= dense.outputs() * length;
                    BigDecimal[] before = new BigDecimal[dense.inputs()];
                    Arrays.fill(before, BigDecimal.ZERO);
                    for (int j = 0; j < dense.outputs(); j++) {
                        for (int k = 0; k < length; k++) {
                            row[end + j * length + k] =
                                    k < dense.inputs() ? back[j].multiply(x.get(k), DIGITS) : back[j];
                        }
                        for (int k = 0; k < dense.inputs(); k++) {
                            before[k] = before[k].add(
                                    back[j].multiply(number(dense.weight().get(j, k)), DIGITS), DIGITS);
                        }
                    }
                    back = before;
                } else {
                    for (int j = 0; j < back.length; j++) {
                        back[j] = back[j].multiply(slopes.get(s).get(j), DIGITS);
                    }
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static void normalise(BigDecimal[] row) {
        BigDecimal size = BigDecimal.ZERO;
        for (BigDecimal entry : row) {
            size = size.max(entry.abs());
        }
        for (int k = 0; k < row.length && size.signum() > 0; k++) {
            row[k] = row[k].divide(size, DIGITS);
        }
    }

    /** The rank at many random inputs. */
    static int rank(Network network, int inputs, Random random) {
        List<BigDecimal[]> rows = new ArrayList<>();
        int rank = 0;
        List<BigDecimal[]> pivots = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            List<BigDecimal> point = new ArrayList<>();
            double scale = Math.pow(2, random.nextInt(9) - 2);
            for (int k = 0; k < network.inputs(); k++) {
                point.add(new BigDecimal((random.nextDouble() * 2 - 1) * scale));
            }
            try {
                rows.addAll(at(network, point));
            } catch (ArithmeticException tooLarge) {
                // Another point will do.
            }
        }
        for (BigDecimal[] row : rows) {
            normalise(row);
            for (int p = 0; p < pivots.size(); p++) {
                BigDecimal factor = row[columns.get(p)].divide(pivots.get(p)[columns.get(p)], DIGITS);
                for (int k = 0; k < row.length; k++) {
                    row[k] = row[k].subtract(factor.multiply(pivots.get(p)[k], DIGITS), DIGITS);
                }
                row[columns.get(p)] = BigDecimal.ZERO;
            }
            int best = 0;
            for (int k = 1; k < row.length; k++) {
                best = row[k].abs().compareTo(row[best].abs()) > 0 ? k : best;
            }
            if (row[best].abs().compareTo(SMALL) > 0) {
                pivots.add(row);
                columns.add(best);
                rank++;
            }
        }
        return rank;
    }
}
