package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/** The part of a derived affine group that has algebraic entries; what cannot be written so is left out, which keeps a subgroup. */
final class UnitGroups {
    private static final Expression MINUS_ONE = Expression.of(-1);

    private final Expression s;
    private final UnitSymmetries group;

    private UnitGroups(Expression s, UnitSymmetries group) {
        this.s = s;
        this.group = group;
    }

    /** The group of s, which is not affine. */
    static UnitGroup of(Expression s, UnitSymmetries group) {
        return new UnitGroups(s, group).build();
    }

    private UnitGroup build() {
        Optional<UnitGroup> scaled = group.families().stream()
                .filter(family -> !family.a().equals(Expression.ONE))
                .findFirst()
                .flatMap(this::withScalings);
        if (scaled.isPresent()) {
            return scaled.get();
        }
        UnitGroup reflections = reflection().flatMap(this::withReflection).orElseGet(UnitGroup::trivial);
        return withTranslation(reflections);
    }

    private Optional<Element> reflection() {
        return group.generators().stream()
                .filter(element -> element.a().equals(MINUS_ONE))
                .findFirst();
    }

    /** All factors t > 0 about p, with b = t^k, and perhaps -1. */
    private Optional<UnitGroup> withScalings(Element family) {
        int degree = LinearGroup.degree(family.b());
        Optional<Scalar> centre = centre(family);
        if (degree < 0 || centre.isEmpty()) {
            return Optional.empty();
        }
        Optional<Element> negative = reflection();
        boolean odd = negative.map(element -> element.b().equals(MINUS_ONE)).orElse(true);
        boolean free = degree == 0 && !(negative.isPresent() && odd);
        Optional<Scalar> value = free ? Optional.of(Scalar.ZERO) : s.exact(centre.get());
        return value.map(known -> new UnitGroup(
                negative.isPresent() ? Scales.NONZERO : Scales.POSITIVE,
                centre.get(),
                known,
                odd,
                degree,
                Scalar.ZERO,
                UnitMap.IDENTITY));
    }

    /** The fixed point p of x -> t x + p (1 - t), read off at t = 2. */
    private static Optional<Scalar> centre(Element family) {
        Expression doubled = Symbols.substitute(family.c(), Expression.Symbol.T, Expression.of(2));
        return NormalForm.simplify(doubled).exact().map(Scalar::negate);
    }

    private Optional<UnitGroup> withReflection(Element element) {
        Scalar half = Scalar.of(1, 2);
        boolean odd = element.b().equals(MINUS_ONE);
        Optional<Scalar> value = odd ? element.constant().exact().map(half::multiply) : Optional.of(Scalar.ZERO);
        return element.c()
                .exact()
                .flatMap(c -> value.map(known ->
                        new UnitGroup(Scales.SIGNS, c.multiply(half), known, odd, 0, Scalar.ZERO, UnitMap.IDENTITY)));
    }

    private UnitGroup withTranslation(UnitGroup fixing) {
        for (Element element : group.generators()) {
            Optional<Scalar> period = element.c().exact();
            Optional<Scalar> b = element.b().exact();
            Optional<Scalar> e = element.constant().exact();
            boolean usable = element.a().equals(Expression.ONE) && period.isPresent() && b.isPresent() && e.isPresent();
            if (usable && period.get().signum() > 0) {
                return new UnitGroup(
                        fixing.scales(),
                        fixing.centre(),
                        fixing.value(),
                        fixing.odd(),
                        fixing.degree(),
                        period.get(),
                        new UnitMap(b.get(), e.get()));
            }
        }
        return fixing;
    }
}
