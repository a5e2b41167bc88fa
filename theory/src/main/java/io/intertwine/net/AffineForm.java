package io.intertwine.net;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * An affine function on R^n, x -> a . x + c.
 *
 * @param coefficients a, n numbers
 * @param constant c
 */
public record AffineForm(List<Scalar> coefficients, Scalar constant) {
    public AffineForm {
        coefficients = List.copyOf(coefficients);
    }

    /** The value at a point of n numbers. */
    public Scalar at(List<Scalar> point) {
        if (point.size() != coefficients.size()) {
            throw new IllegalArgumentException(
                    "the form reads " + coefficients.size() + " numbers, found " + point.size());
        }
        Scalar sum = constant;
        for (int j = 0; j < point.size(); j++) {
            if (!coefficients.get(j).isZero() && !point.get(j).isZero()) {
                sum = sum.add(coefficients.get(j).multiply(point.get(j)));
            }
        }
        return sum;
    }

    /** Whether a = 0. */
    public boolean isConstant() {
        return coefficients.stream().allMatch(Scalar::isZero);
    }

    /** Whether every number is rational. */
    public boolean isRational() {
        return constant.isRational() && coefficients.stream().allMatch(Scalar::isRational);
    }

    /** x -> factor (a . x + c) + shift. */
    public AffineForm scaled(Scalar factor, Scalar shift) {
        return new AffineForm(
                coefficients.stream().map(factor::multiply).toList(),
                factor.multiply(constant).add(shift));
    }

    /** The sum of at least one form on the same space. */
    public static AffineForm sum(List<AffineForm> forms) {
        AffineForm total = forms.get(0);
        for (AffineForm form : forms.subList(1, forms.size())) {
            total = total.plus(form);
        }
        return total;
    }

    /** The sum with another form on the same space. */
    public AffineForm plus(AffineForm other) {
        List<Scalar> sum = new ArrayList<>();
        for (int j = 0; j < coefficients.size(); j++) {
            sum.add(coefficients.get(j).add(other.coefficients.get(j)));
        }
        return new AffineForm(sum, constant.add(other.constant));
    }

    /** The difference from another form on the same space. */
    public AffineForm minus(AffineForm other) {
        return plus(other.scaled(Scalar.MINUS_ONE, Scalar.ZERO));
    }
}
