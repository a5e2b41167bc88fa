package io.intertwine.activation;

import java.util.ServiceLoader;

/**
 * Derives the groups of activations of which no facts are stored. The package {@code derive}, which uses this one, provides it as a
 * service.
 */
public interface GroupDerivation {
    /** The part of the affine group of one unit whose entries are algebraic; a subgroup where not all is known. */
    UnitGroup unitGroup(Expression s);

    /** The group, by the derivation that is there. Throws IllegalStateException if there is none. */
    static UnitGroup of(Expression s) {
        return ServiceLoader.load(GroupDerivation.class, GroupDerivation.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no derivation of groups was found: the file of services is missing"))
                .unitGroup(s);
    }
}
