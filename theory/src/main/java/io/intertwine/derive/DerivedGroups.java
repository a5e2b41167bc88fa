package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.GroupDerivation;
import io.intertwine.activation.UnitGroup;

/** The derivation of groups as a service. */
public final class DerivedGroups implements GroupDerivation {
    /** For the loader of services. */
    public DerivedGroups() {}

    @Override
    public UnitGroup unitGroup(Expression s) {
        return Derivation.unitGroup(s);
    }
}
