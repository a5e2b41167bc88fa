package io.intertwine.symmetry;

import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import java.util.Optional;

/**
 * The incoming parameters of one unit, the affine form h -> w . h + b on the space before it, possibly composed with a monomial map:
 * entry j is weight[row][p(j)] a_j.
 *
 * @param weight the matrix that holds the row
 * @param row the index of the row
 * @param source the map whose linear part is applied first; monomial
 * @param bias the constant b of the (composed) form
 */
public record UnitRow(ExactMatrix weight, int row, AffineMap source, Scalar bias) {
    /** The row of a unit of a dense layer as it stands. */
    public static UnitRow of(Layer.Dense layer, int unit) {
        return new UnitRow(layer.weight(), unit, AffineMap.identity(layer.inputs()), layer.bias(unit));
    }

    /** The number of weights. */
    public int size() {
        return weight.columns();
    }

    /** Whether weight j is zero. */
    public boolean isZero(int j) {
        return weight.isZero(row, source.permutation().apply(j));
    }

    /** The j-th weight of the form. */
    public Scalar get(int j) {
        return weight.get(row, source.permutation().apply(j))
                .multiply(source.scales().get(j));
    }

    /** The index of the first weight that is not zero, or -1 if the unit is constant. */
    public int pivot() {
        for (int j = 0; j < size(); j++) {
            if (!isZero(j)) {
                return j;
            }
        }
        return -1;
    }

    /**
     * An element (a, c) of a unit's group with {@code target = a this + c}, that is with w' = a w and b' = a b + c. If the weights
     * are not all zero there is at most one.
     */
    public Optional<UnitMap> transporter(UnitGroup group, UnitRow target) {
        if (pivot() < 0 && target.pivot() < 0) {
            return constantTransporter(group, target);
        }
        return proportion(target).filter(group::contains);
    }

    /** The (a, c) with {@code target = a this + c}; empty if there is none, and for rows that are zero. */
    public Optional<UnitMap> proportion(UnitRow target) {
        int pivot = pivot();
        if (pivot < 0 || pivot != target.pivot()) {
            return Optional.empty();
        }
        Scalar factor = target.get(pivot).divide(get(pivot));
        return isMultiple(factor, target)
                ? Optional.of(new UnitMap(factor, target.bias.subtract(factor.multiply(bias))))
                : Optional.empty();
    }

    /** Whether target = a this + c. */
    public boolean isImage(UnitMap map, UnitRow target) {
        return target.bias.equals(map.apply(bias)) && isMultiple(map.scale(), target);
    }

    private boolean isMultiple(Scalar factor, UnitRow target) {
        for (int j = 0; j < size(); j++) {
            Scalar scale = source.scales().get(j);
            if (!weight.scaledEquals(
                    row,
                    source.permutation().apply(j),
                    scale.isOne() ? factor : scale.multiply(factor),
                    target.weight,
                    target.row,
                    target.source.permutation().apply(j),
                    target.source.scales().get(j))) {
                return false;
            }
        }
        return true;
    }

    /** For constant units: the translation, or the scaling about the centre, that takes one bias to the other. */
    private Optional<UnitMap> constantTransporter(UnitGroup group, UnitRow target) {
        UnitMap translation = new UnitMap(Scalar.ONE, target.bias.subtract(bias));
        if (group.contains(translation)) {
            return Optional.of(translation);
        }
        Scalar distance = bias.subtract(group.centre());
        Scalar image = target.bias.subtract(group.centre());
        if (distance.isZero() || image.isZero()) {
            return Optional.empty();
        }
        Scalar factor = image.divide(distance);
        UnitMap scaling = new UnitMap(factor, group.centre().multiply(Scalar.ONE.subtract(factor)));
        return group.contains(scaling) ? Optional.of(scaling) : Optional.empty();
    }
}
