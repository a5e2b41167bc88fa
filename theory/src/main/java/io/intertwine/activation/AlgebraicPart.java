package io.intertwine.activation;

import io.intertwine.activation.Expression.Symbol;
import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.exact.Scalar;
import java.util.List;
import java.util.Optional;

/** The part of a derived affine group that has algebraic entries; what cannot be written so is left out, which keeps a subgroup. */
public final class AlgebraicPart {
    private static final Expression MINUS_ONE = Expression.of(-1);

    private final Expression s;
    private final List<AffineSymmetry> generators;
    private final List<AffineSymmetry> continuous;

    private AlgebraicPart(Expression s, List<AffineSymmetry> generators, List<AffineSymmetry> continuous) {
        this.s = s;
        this.generators = generators;
        this.continuous = continuous;
    }

    /**
     * The algebraic part of the group that elements generate.
     *
     * @param s the activation
     * @param generators single elements
     * @param continuous families of elements with the symbol t, for every t > 0
     */
    public static UnitGroup of(Expression s, List<AffineSymmetry> generators, List<AffineSymmetry> continuous) {
        return new AlgebraicPart(s, generators, continuous).build();
    }

    private UnitGroup build() {
        Optional<UnitGroup> scaled = continuous.stream()
                .filter(family -> !family.a().equals(Expression.ONE))
                .findFirst()
                .flatMap(this::withScalings);
        if (scaled.isPresent()) {
            return scaled.get();
        }
        UnitGroup reflections = reflection().flatMap(this::withReflection).orElseGet(UnitGroup::trivial);
        return withTranslation(reflections);
    }

    private Optional<AffineSymmetry> reflection() {
        return generators.stream()
                .filter(element -> element.a().equals(MINUS_ONE))
                .findFirst();
    }

    /** All factors t > 0 about p, with b = t^k, and perhaps -1. */
    private Optional<UnitGroup> withScalings(AffineSymmetry family) {
        int degree = degree(family.b());
        Optional<Scalar> centre = centre(family);
        if (degree < 0 || centre.isEmpty()) {
            return Optional.empty();
        }
        Optional<AffineSymmetry> negative = reflection();
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
    private static Optional<Scalar> centre(AffineSymmetry family) {
        return atTwo(family.c()).exact().map(Scalar::negate);
    }

    private static Expression atTwo(Expression expression) {
        if (expression.equals(Symbol.T)) {
            return Expression.of(2);
        }
        List<Expression> parts =
                expression.children().stream().map(AlgebraicPart::atTwo).toList();
        return parts.isEmpty() ? expression : expression.withChildren(parts);
    }

    /** The degree k of b = t^k, or -1 where it is not whole. */
    private static int degree(Expression b) {
        if (b.equals(Expression.ONE)) {
            return 0;
        }
        if (b.equals(Symbol.T)) {
            return 1;
        }
        return b instanceof Expression.Power power && power.base().equals(Symbol.T) ? power.exponent() : -1;
    }

    private Optional<UnitGroup> withReflection(AffineSymmetry element) {
        Scalar half = Scalar.of(1, 2);
        boolean odd = element.b().equals(MINUS_ONE);
        Optional<Scalar> value = odd ? element.e().exact().map(half::multiply) : Optional.of(Scalar.ZERO);
        return element.c()
                .exact()
                .flatMap(c -> value.map(known ->
                        new UnitGroup(Scales.SIGNS, c.multiply(half), known, odd, 0, Scalar.ZERO, UnitMap.IDENTITY)));
    }

    private UnitGroup withTranslation(UnitGroup fixing) {
        for (AffineSymmetry element : generators) {
            Optional<Scalar> period = element.c().exact();
            Optional<Scalar> b = element.b().exact();
            Optional<Scalar> e = element.e().exact();
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
