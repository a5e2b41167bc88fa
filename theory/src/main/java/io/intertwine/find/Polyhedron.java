package io.intertwine.find;

import io.intertwine.exact.Scalar;
import io.intertwine.net.AffineForm;
import io.intertwine.net.AffineWalk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A polyhedron with interior points, given by inequalities l_i >= 0, and some of its interior points. Most parts of a cut contain one
 * of these, so that a linear program is solved only for the others; it starts from where that of the polyhedron ended.
 */
final class Polyhedron {
    /** Rounding to more bits than this after the binary point is not tried. */
    private static final int FINEST = 1 << 14;

    private final List<AffineForm> inequalities;
    private final LinearProgram<?> program;
    private final List<List<Scalar>> points;

    /** A part of a cut. */
    sealed interface Part {
        /** A part with interior points. */
        record Thick(Polyhedron polyhedron) implements Part {}

        /** A part without interior points, with the multipliers that show it. */
        record Thin(List<Scalar> multipliers) implements Part {}
    }

    private Polyhedron(List<AffineForm> inequalities, LinearProgram<?> program, List<List<Scalar>> points) {
        this.inequalities = inequalities;
        this.program = program;
        this.points = points;
    }

    /**
     * R^n.
     *
     * @param rational whether all forms that will cut it are rational
     */
    static Polyhedron whole(int n, boolean rational) {
        return new Polyhedron(List.of(), LinearProgram.of(n, rational), List.of(Collections.nCopies(n, Scalar.ZERO)));
    }

    /** The forms that are at least 0 here. Parts that are the whole polyhedron up to its boundary add none. */
    List<AffineForm> inequalities() {
        return inequalities;
    }

    /** The parts in which the unit that a walk stopped at is affine. Throws {@link Effort.SpentException}. */
    List<Part> cut(AffineWalk walk, Effort effort) {
        int pieces = walk.unit().pieces().size();
        List<List<List<Scalar>>> inside = inside(walk, effort);
        List<Part> parts = new ArrayList<>();
        int thick = 0;
        for (int k = 0; k < pieces; k++) {
            Part part = part(walk.bounds(k), inside.get(k), effort);
            thick += part instanceof Part.Thick ? 1 : 0;
            parts.add(part);
        }
        if (thick == 1) {
            parts.replaceAll(part -> part instanceof Part.Thick only
                    ? new Part.Thick(new Polyhedron(inequalities, program, only.polyhedron.points))
                    : part);
        }
        return parts;
    }

    /** The known points in the interior of each part. */
    private List<List<List<Scalar>>> inside(AffineWalk walk, Effort effort) {
        List<List<List<Scalar>>> result = new ArrayList<>();
        walk.unit().pieces().forEach(piece -> result.add(new ArrayList<>()));
        for (List<Scalar> point : points) {
            effort.spend((long) WalkCosts.NUMBER * point.size());
            Scalar value = walk.argument().at(point);
            if (!walk.unit().isBreakpoint(value)) {
                result.get(walk.unit().indexAt(value)).add(point);
            }
        }
        return result;
    }

    private Part part(List<AffineForm> bounds, List<List<Scalar>> inside, Effort effort) {
        LinearProgram<?> narrower = program.copy(effort);
        bounds.forEach(bound -> narrower.add(bound, effort));
        List<List<Scalar>> found = new ArrayList<>(inside);
        if (found.isEmpty()) {
            LinearProgram.Result result = narrower.solve(effort);
            if (result instanceof LinearProgram.Result.Thin thin) {
                return new Part.Thin(thin.multipliers());
            }
            found.add(((LinearProgram.Result.Interior) result).point());
        }
        List<AffineForm> all = new ArrayList<>(inequalities);
        all.addAll(bounds);
        return new Part.Thick(new Polyhedron(all, narrower, found));
    }

    /** An interior point with short rational numbers. */
    List<Scalar> point() {
        return shortened(points.get(0), ignored -> true).orElse(points.get(0));
    }

    /**
     * An interior point with short rational numbers at which a form that is not zero everywhere is not zero.
     */
    List<Scalar> pointOff(AffineForm form) {
        List<List<Scalar>> candidates = new ArrayList<>(points);
        candidates.addAll(simplex().subList(1, points.get(0).size() + 1));
        Predicate<List<Scalar>> off = point -> !form.at(point).isZero();
        return candidates.stream()
                .filter(off)
                .map(point -> shortened(point, off).orElse(point))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the form is zero on an open set"));
    }

    /** n + 1 affinely independent interior points: a point, and its neighbours in the directions of the axes. */
    List<List<Scalar>> simplex() {
        List<Scalar> centre = point();
        List<List<Scalar>> result = new ArrayList<>(List.of(centre));
        for (int j = 0; j < centre.size(); j++) {
            List<Scalar> neighbour = new ArrayList<>(centre);
            Scalar step = Scalar.ONE;
            do {
                neighbour.set(j, centre.get(j).add(step));
                step = step.multiply(Scalar.of(1, 2));
            } while (!isInside(neighbour));
            result.add(neighbour);
        }
        return result;
    }

    private boolean isInside(List<Scalar> point) {
        return inequalities.stream().allMatch(form -> form.at(point).signum() > 0);
    }

    /** The point rounded to as few bits as keep it inside and keep a property. */
    private Optional<List<Scalar>> shortened(List<Scalar> point, Predicate<List<Scalar>> property) {
        for (int bits = 0; bits <= FINEST; bits = bits < 8 ? bits + 1 : bits * 2) {
            int scale = bits;
            List<Scalar> rounded =
                    point.stream().map(number -> rounded(number, scale)).toList();
            if (isInside(rounded) && property.test(rounded)) {
                return Optional.of(rounded);
            }
        }
        return Optional.empty();
    }

    /** A nearest multiple of 2^-bits. */
    private static Scalar rounded(Scalar number, int bits) {
        Scalar scaled = number.multiply(Scalar.ofDyadic(BigInteger.ONE, bits)).add(Scalar.of(1, 2));
        return scaled.floor().multiply(Scalar.ofDyadic(BigInteger.ONE, -bits));
    }
}
