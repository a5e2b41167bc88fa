package io.intertwine.dimension;

import java.util.Arrays;

/** A point of a line in the space of inputs: an end, or a kink of one unit. */
final class Node {
    private static final long[] NONE = {};

    private final long[] input;
    /** What the last dense layer reads. */
    private final long[] source;

    private final long[] values;
    private final Unit unit;
    private final long[] place;
    /** The residues of the derivatives of the values by the value of the unit. */
    private final long[] effect;

    /**
     * A unit with weights.
     *
     * @param layer the dense layer that it belongs to, counted from 0; -1 stands for no unit
     * @param index its index in the layer
     */
    record Unit(int layer, int index) {
        private static final Unit NONE = new Unit(-1, 0);
    }

    private Node(long[] input, long[] source, long[] values, Unit unit, long[] place, long[] effect) {
        this.input = input;
        this.source = source;
        this.values = values;
        this.unit = unit;
        this.place = place;
        this.effect = effect;
    }

    static Node end(long[] input) {
        return new Node(input, NONE, input, Unit.NONE, NONE, NONE);
    }

    /** A node between two others, before the layer of the unit that has its kink there. */
    static Node kink(Line.Piece piece, long share, Unit unit) {
        long[] values = piece.values(share);
        long[] source = FixedPoint.between(piece.start().source, piece.end().source, share);
        long[] effect = new long[values.length];
        effect[unit.index()] = 1;
        return new Node(piece.input(share), source, values, unit, source, effect);
    }

    Node afterDense(long[] next, long[] nextEffect) {
        return new Node(input, values, next, unit, place, nextEffect);
    }

    Node afterUnits(long[] next, long[] nextEffect) {
        return new Node(input, source, next, unit, place, nextEffect);
    }

    long[] input() {
        return input;
    }

    /** The values of the last layer. */
    long[] values() {
        return values;
    }

    /** The unit that has its kink here. */
    Unit unit() {
        return unit;
    }

    /** What the layer of that unit reads here. */
    long[] place() {
        return place;
    }

    /** The residues of the derivatives of the values by the value of that unit; empty if there is none. */
    long[] effect() {
        return effect;
    }

    /** Whether a unit has its kink here and the last layer sees it. */
    boolean isVisible() {
        return unit.layer >= 0 && Arrays.stream(effect).anyMatch(entry -> entry != 0);
    }
}
