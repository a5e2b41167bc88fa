package io.intertwine.symmetrize;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.lift.Doubles;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;

/** Which numbers a projected network may consist of. */
public enum Precision {
    /** All exact numbers. */
    EXACT(0, 0),
    /** IEEE 754 binary64 numbers. */
    BINARY64(53, Double.MIN_EXPONENT - 52),
    /** IEEE 754 binary32 numbers. */
    BINARY32(24, Float.MIN_EXPONENT - 23);

    private final int digits;
    private final int leastExponent;

    Precision(int digits, int leastExponent) {
        this.digits = digits;
        this.leastExponent = leastExponent;
    }

    /** The significant binary digits of the floats: all integers up to 2^digits in absolute value, times 2^e, are among them. */
    int digits() {
        return digits;
    }

    /** The exponent e of the smallest positive float 2^e. */
    int leastExponent() {
        return leastExponent;
    }

    /** The smaller precision of floats that holds every weight and bias of a network that are floats; binary64 for others. */
    public static Precision ofFloats(Network network) {
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense && !BINARY32.holds(dense)) {
                return BINARY64;
            }
        }
        return BINARY32;
    }

    /** Whether a number is one of these. */
    public boolean holds(Scalar number) {
        return this == EXACT || (number.isBinary64() && holds(Doubles.nearest(number)));
    }

    private boolean holds(double number) {
        return this != BINARY32 || (float) number == number;
    }

    /** Whether all weights and biases of a layer are such numbers. */
    public boolean holds(Layer.Dense layer) {
        if (this == EXACT) {
            return true;
        }
        ExactMatrix weight = layer.weight();
        if (!weight.isBinary64() || !layer.biases().stream().allMatch(this::holds)) {
            return false;
        }
        for (int i = 0; i < weight.rows() && this == BINARY32; i++) {
            for (int j = 0; j < weight.columns(); j++) {
                if (!holds(Doubles.nearest(weight, i, j))) {
                    return false;
                }
            }
        }
        return true;
    }
}
