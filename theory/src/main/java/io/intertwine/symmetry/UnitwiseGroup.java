package io.intertwine.symmetry;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Group;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The latent group of a layer of units with entrywise activations: monomial affine maps that permute units of the same activation
 * and move each by an element of its single-neuron group, the wreath product T_s wr S_n for equal units (the monomiality lemma:
 * for an activation that is not affine there are no others).
 *
 * @param units the activation of every unit
 */
public record UnitwiseGroup(List<Activation> units) implements Group<AffineMap> {
    public UnitwiseGroup {
        units = List.copyOf(units);
    }

    @Override
    public AffineMap identity() {
        return AffineMap.identity(units.size());
    }

    @Override
    public AffineMap multiply(AffineMap a, AffineMap b) {
        return new AffineGroup(units.size()).multiply(a, b);
    }

    @Override
    public AffineMap inverse(AffineMap a) {
        return a.inverse();
    }

    @Override
    public boolean contains(AffineMap map) {
        if (map.dimension() != units.size() || !map.isMonomial()) {
            return false;
        }
        for (int j = 0; j < units.size(); j++) {
            int image = map.permutation().apply(j);
            if (!units.get(j).equals(units.get(image)) || !units.get(j).group().contains(unitMap(map, j))) {
                return false;
            }
        }
        return true;
    }

    /**
     * chi(K): the action on the units after the activation that belongs to the action K before it, s(K z) = chi(K) s(z). Throws
     * IllegalArgumentException if K is not in this group.
     */
    public AffineMap companion(AffineMap map) {
        if (!contains(map)) {
            throw new IllegalArgumentException("not in the latent group of the units: " + map);
        }
        int n = units.size();
        List<Scalar> scales = new ArrayList<>(n);
        List<Scalar> shifts = new ArrayList<>(Collections.nCopies(n, Scalar.ZERO));
        for (int j = 0; j < n; j++) {
            UnitMap after = units.get(j).group().companion(unitMap(map, j));
            scales.add(after.scale());
            shifts.set(map.permutation().apply(j), after.shift());
        }
        return AffineMap.monomial(map.permutation(), scales, shifts);
    }

    /**
     * The element with the linear part of the given monomial map that takes the centre of each unit to the centre of its image: factors
     * are reflections and scalings about centres. Throws IllegalArgumentException if there is none in this group.
     */
    public AffineMap centred(AffineMap linear) {
        List<Scalar> shifts = new ArrayList<>(Collections.nCopies(units.size(), Scalar.ZERO));
        for (int j = 0; j < units.size() && linear.isMonomial(); j++) {
            int image = linear.permutation().apply(j);
            Scalar moved = linear.scales().get(j).multiply(units.get(j).group().centre());
            shifts.set(image, units.get(image).group().centre().subtract(moved));
        }
        AffineMap centred =
                linear.isMonomial() ? AffineMap.monomial(linear.permutation(), linear.scales(), shifts) : linear;
        if (!contains(centred)) {
            throw new IllegalArgumentException(
                    "no element of the latent group of the units has the linear part of " + linear);
        }
        return centred;
    }

    /** What a monomial map does to the value of unit j on its way to unit p(j). */
    public static UnitMap unitMap(AffineMap map, int j) {
        Permutation permutation = map.permutation();
        return new UnitMap(map.scales().get(j), map.shift().get(permutation.apply(j)));
    }
}
