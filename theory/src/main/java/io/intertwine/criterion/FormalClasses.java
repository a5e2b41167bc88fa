package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of one network, one layer after the other, in classes of units that compute the same function up to a known relation. */
final class FormalClasses implements FormalUnits {
    private final FormalAtoms atoms;
    private final UnitRelations relations;
    private final Map<Activation, FormalFunction> functions = new HashMap<>();

    /** A unit with variables of its own: others of its class are written by them. */
    private record Known(Activation activation, Polynomial argument, FormalUnit unit) {}

    FormalClasses(FormalAtoms atoms, UnitRelations relations) {
        this.atoms = atoms;
        this.relations = relations;
    }

    @Override
    public List<FormalUnit> units(int layer, Layer.Entrywise entrywise, List<Polynomial> arguments) {
        List<FormalUnit> units = new ArrayList<>();
        List<Known> known = new ArrayList<>();
        for (int j = 0; j < arguments.size(); j++) {
            Activation s = entrywise.units().get(j);
            FormalFunction function = functions.computeIfAbsent(s, FormalFunction::of);
            Polynomial z = arguments.get(j);
            units.add(
                    atoms.isConstant(z)
                            ? constant(function, z, known, s, new FormalConstant(layer, j, false))
                            : find(known, s, z).orElseGet(() -> add(known, s, z, function)));
        }
        return units;
    }

    private FormalUnit add(List<Known> known, Activation s, Polynomial z, FormalFunction function) {
        FormalUnit unit = function.unit(z, atoms);
        known.add(new Known(s, z, unit));
        return unit;
    }

    /** A unit whose argument does not depend on the input; an exact number where it is known. */
    private FormalUnit constant(
            FormalFunction function, Polynomial z, List<Known> known, Activation s, FormalConstant place) {
        for (Known other : known) {
            if (other.activation.equals(s) && other.argument.equals(z)) {
                return other.unit;
            }
        }
        Optional<Scalar> value = z.isConstant() ? function.value(z.constant()) : Optional.empty();
        Optional<Scalar> slope = z.isConstant() ? function.slope(z.constant()) : Optional.empty();
        FormalUnit unit = new FormalUnit(
                value.map(Polynomial::of).orElseGet(() -> atoms.constant(place)),
                slope.map(Polynomial::of)
                        .orElseGet(() -> atoms.constant(new FormalConstant(place.layer(), place.unit(), true))));
        known.add(new Known(s, z, unit));
        return unit;
    }

    private Optional<FormalUnit> find(List<Known> known, Activation s, Polynomial z) {
        for (Known other : known) {
            if (other.activation.equals(s) && !atoms.isConstant(other.argument)) {
                Optional<FormalUnit> found = proportion(z, other.argument).flatMap(map -> related(other, z, map));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The (a, c) with z = a y + c, for y that is not constant. */
    private static Optional<UnitMap> proportion(Polynomial z, Polynomial y) {
        Scalar factor = z.coefficient(y).divide(y.leadingCoefficient());
        if (factor.isZero()) {
            return Optional.empty();
        }
        Polynomial rest = z.subtract(y.multiply(factor));
        return rest.isConstant() ? Optional.of(new UnitMap(factor, rest.constant())) : Optional.empty();
    }

    /**
     * The unit with argument z = a y + c by that with argument y: from s(a y + c) = b s(y) + e follows a s'(a y + c) = b s'(y), and from
     * s(z) - s(-z) = k z follows s'(z) + s'(-z) = k.
     */
    private Optional<FormalUnit> related(Known other, Polynomial z, UnitMap map) {
        Activation s = other.activation;
        Optional<FormalUnit> same = relations.companion(s, map).map(companion -> image(other.unit, map, companion));
        if (same.isPresent()) {
            return same;
        }
        UnitMap opposite = new UnitMap(map.scale().negate(), map.shift().negate());
        return relations
                .companion(s, opposite)
                .flatMap(companion -> relations.bypass(s).map(k -> {
                    FormalUnit minus = image(other.unit, opposite, companion);
                    return new FormalUnit(
                            minus.value().add(z.multiply(k)), Polynomial.of(k).subtract(minus.slope()));
                }));
    }

    private static FormalUnit image(FormalUnit unit, UnitMap map, UnitMap companion) {
        Polynomial value = FormalAtoms.times(unit.value(), companion.scale());
        return new FormalUnit(
                companion.shift().isZero() ? value : value.add(Polynomial.of(companion.shift())),
                FormalAtoms.times(unit.slope(), companion.scale().divide(map.scale())));
    }
}
