package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.group.Group;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.UnitwiseGroup;
import java.util.List;

/** The names of latent groups. */
final class GroupName {
    private static final String DERIVED = "derived";

    private GroupName() {}

    /** The name of a latent group. */
    static String of(Group<AffineMap> group) {
        if (group instanceof AffineGroup) {
            return "general linear";
        }
        return group instanceof UnitwiseGroup units ? of(units.units()) : DERIVED;
    }

    private static String of(List<Activation> units) {
        Activation first = units.get(0);
        for (Activation unit : units) {
            if (!unit.equals(first)) {
                return DERIVED;
            }
        }
        return of(first.group());
    }

    private static String of(UnitGroup group) {
        if (!group.period().isZero()) {
            return DERIVED;
        }
        boolean linear = group.centre().isZero();
        return switch (group.scales()) {
            case TRIVIAL -> "permutations";
            case SIGNS -> linear && keepsZero(group) ? "signed permutations" : "affine signed permutations";
            case POSITIVE -> linear ? "positive monomial" : DERIVED;
            case NONZERO -> linear ? "nonzero monomial" : DERIVED;
        };
    }

    /** Whether the companion of a change of sign is linear. */
    private static boolean keepsZero(UnitGroup group) {
        return group.scales() == Scales.SIGNS && (!group.odd() || group.value().isZero());
    }
}
