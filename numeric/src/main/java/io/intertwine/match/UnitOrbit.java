package io.intertwine.match;

import java.util.Arrays;

/** Units in the slots of an orbit type, with signs: what a homomorphism does to them. Arrays are not to be changed. */
final class UnitOrbit {
    private final OrbitType type;
    private final int[] units;
    private final int[] signs;
    private final double score;

    /**
     * One.
     *
     * @param type the type
     * @param units the unit in each slot
     * @param signs the sign of each unit against its slot
     * @param score the sum of scores over all elements but the neutral one and all these units
     */
    UnitOrbit(OrbitType type, int[] units, int[] signs, double score) {
        this.type = type;
        this.units = units;
        this.signs = signs;
        this.score = score;
    }

    OrbitType type() {
        return type;
    }

    int unit(int slot) {
        return units[slot];
    }

    int sign(int slot) {
        return signs[slot];
    }

    int[] units() {
        return units;
    }

    int[] signs() {
        return signs;
    }

    double score() {
        return score;
    }

    /** How far the score is below a bound that is the sum of bounds for the units. */
    double loss(double[] bounds) {
        return Arrays.stream(units).mapToDouble(unit -> bounds[unit]).sum() - score;
    }
}
