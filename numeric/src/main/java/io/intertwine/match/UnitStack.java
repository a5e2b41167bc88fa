package io.intertwine.match;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import java.util.List;

/**
 * The activations that one unit passes through between two dense layers, and the elements (a, c) of the first one's group that pass
 * through all of them: c = p (1 - a) + n tau with the centre p and the period tau of the first.
 *
 * @param activations the activations, the first first; at least one
 */
record UnitStack(List<Activation> activations) {
    UnitStack {
        activations = List.copyOf(activations);
    }

    private UnitGroup first() {
        return activations.get(0).group();
    }

    /** Whether every positive factor about the centre 0 is admitted. (Free factors about another centre are not used.) */
    boolean isFree() {
        return first().centre().isZero() && admits(element(Scalar.of(2), 0));
    }

    /** Whether negative factors occur: -1, and with it every negative one if the stack is free. */
    boolean isSigned() {
        return admits(element(isFree() ? Scalar.of(-2) : Scalar.MINUS_ONE, 0));
    }

    /** Whether the translation by n periods is admitted after the sign. */
    boolean admitsTurns(int sign, long turns) {
        return turns == 0 || (first().period().signum() > 0 && admits(element(Scalar.of(sign), turns)));
    }

    /** The element with this factor and this number of periods. */
    UnitMap element(Scalar factor, long turns) {
        Scalar translation = first().period().multiply(Scalar.of(turns));
        return new UnitMap(
                factor, first().centre().multiply(Scalar.ONE.subtract(factor)).add(translation));
    }

    private boolean admits(UnitMap element) {
        UnitMap map = element;
        for (Activation activation : activations) {
            if (!activation.group().contains(map)) {
                return false;
            }
            map = activation.group().companion(map);
        }
        return true;
    }

    /** What the activations make of the element with this sign about the centre. */
    UnitMap companion(int sign) {
        UnitMap map = element(Scalar.of(sign), 0);
        for (Activation activation : activations) {
            map = activation.group().companion(map);
        }
        return map;
    }

    /** The centre of the reflection before the activations, rounded; 0 if there is none. */
    double centreBefore() {
        return isSigned() ? centre() : 0;
    }

    /** The centre of what the activations make of the reflection: half of e in -h + e; 0 if it keeps all values, or there is none. */
    double centreBehind() {
        if (!isSigned()) {
            return 0;
        }
        UnitMap map = companion(-1);
        return map.scale().signum() < 0 ? Rounded.from(map.shift()) / 2 : 0;
    }

    /** The centre p of the first group, rounded. */
    double centre() {
        return Rounded.from(first().centre());
    }

    /** The period tau of the first group, rounded; 0 if there is none. */
    double period() {
        return Rounded.from(first().period());
    }

    /** The factor b after all activations that belongs to a factor a and a number of periods before them. */
    double after(double factor, long turns) {
        double result = factor;
        for (Activation activation : activations) {
            result = companion(activation.group(), result);
        }
        return result * turn(first(), (double) turns);
    }

    /** b = sgn(a)^odd |a|^degree. */
    static double companion(UnitGroup group, double factor) {
        double size = Math.pow(Math.abs(factor), group.degree());
        return group.odd() && factor < 0 ? -size : size;
    }

    /** The factor of the companion of the translation by so many periods. */
    static double turn(UnitGroup group, double turns) {
        return Math.pow(Rounded.from(group.turn().scale()), turns);
    }
}
