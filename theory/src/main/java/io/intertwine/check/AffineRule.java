package io.intertwine.check;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.symmetry.UnitRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sum of affine maps from R^n to R^m that is to be zero; exact numbers, and constants such as tanh(1) as formulas. */
final class AffineRule {
    private static final int MOST_TERMS = 24;

    private final Scalar[][] numbers;
    private final Expression[][] formulas;

    AffineRule(int outputs, int inputs) {
        numbers = new Scalar[outputs][inputs + 1];
        formulas = new Expression[outputs][inputs + 1];
        for (int i = 0; i < outputs; i++) {
            Arrays.fill(numbers[i], Scalar.ZERO);
            Arrays.fill(formulas[i], Expression.ZERO);
        }
    }

    private void add(int output, int input, Scalar number) {
        numbers[output][input] = numbers[output][input].add(number);
    }

    private int constant() {
        return numbers[0].length - 1;
    }

    void add(Layer.Dense layer, Scalar sign) {
        for (int i = 0; i < layer.outputs(); i++) {
            for (int j = 0; j < layer.inputs(); j++) {
                add(i, j, layer.weight().get(i, j).multiply(sign));
            }
        }
        addBias(layer, sign);
    }

    void addBias(Layer.Dense layer, Scalar sign) {
        for (int i = 0; i < layer.outputs(); i++) {
            add(i, constant(), layer.bias(i).multiply(sign));
        }
    }

    /** Adds v times a constant. */
    void addConstant(List<Scalar> v, Scalar value) {
        for (int i = 0; i < v.size(); i++) {
            add(i, constant(), v.get(i).multiply(value));
        }
    }

    /** Adds v times slope times the affine form of a row. */
    void addForm(List<Scalar> v, Scalar slope, UnitRow row) {
        for (int i = 0; i < v.size(); i++) {
            Scalar factor = v.get(i).multiply(slope);
            for (int j = 0; j < row.size() && !factor.isZero(); j++) {
                add(i, j, factor.multiply(row.get(j)));
            }
            add(i, constant(), factor.multiply(row.bias()));
        }
    }

    /** Adds functions of t = d . x whose sum is affine in t; rejects where that is not proved. */
    void addRidge(List<Scalar> direction, List<ParallelRule.Term> terms) throws Rejection {
        for (int i = 0; i < numbers.length; i++) {
            List<Expression> parts = new ArrayList<>();
            for (ParallelRule.Term term : terms) {
                if (!term.outgoing().get(i).isZero()) {
                    parts.add(Expression.of(term.outgoing().get(i)).times(term.formula()));
                }
            }
            if (parts.isEmpty()) {
                continue;
            }
            Rejection.unless(parts.size() <= MOST_TERMS, "more than " + MOST_TERMS + " terms are left on one form");
            Expression sum = Expression.sum(parts);
            Expression atZero = sum.substitute(Expression.ZERO);
            Expression slope = sum.substitute(Expression.ONE).minus(atZero);
            IdentityRule.requireZero(sum.minus(slope.times(Expression.X)).minus(atZero), List.of());
            for (int j = 0; j < direction.size(); j++) {
                Expression part = slope.times(Expression.of(direction.get(j)));
                formulas[i][j] = formulas[i][j].plus(part);
            }
            formulas[i][constant()] = formulas[i][constant()].plus(atZero);
        }
    }

    void requireZero() throws Rejection {
        for (int i = 0; i < numbers.length; i++) {
            for (int j = 0; j < numbers[i].length; j++) {
                Expression total = formulas[i][j].plus(Expression.of(numbers[i][j]));
                if (!total.equals(Expression.ZERO)) {
                    requireZero(total, i, j);
                }
            }
        }
    }

    private void requireZero(Expression total, int output, int input) throws Rejection {
        String place = input == constant() ? "the constant" : "the factor of input " + input;
        Rejection.unless(
                total.exact().map(Scalar::isZero).orElse(true),
                "the functions differ in " + place + " of output " + output + " by " + total);
        DifferentialRule.requireZero(total, Expression.ZERO);
    }
}
