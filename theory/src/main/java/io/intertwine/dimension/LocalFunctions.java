package io.intertwine.dimension;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericJacobian;
import io.intertwine.net.GenericPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which parameters of a family, and which simple functions of them, are locally identifiable near generic parameters: constant on the
 * parameters nearby that have the same function. Where the derivatives of the outputs have constant rank, these parameters form a manifold
 * whose tangent space is their kernel (theorem of constant rank), so a function is locally identifiable if and only if its gradient is a
 * combination of the derivatives.
 *
 * <p>This is asked at the point at which the dimension was found, modulo a prime. If the dimension is proved, a gradient that is no
 * combination there is none at generic parameters: a minor that is not zero shows it. (Where activations have several pieces this is
 * said of an open set of parameters around the point.) A gradient that is a combination there may be one by chance only: that it is one
 * is proved where all parameters are identifiable, or where positive scalings of units are all that keeps the function, and they keep
 * the function of the parameters, too.
 *
 * @param functions the parameters, weights before biases, then functions of them
 * @param leftOut what was left out because it is too much, in words
 */
public record LocalFunctions(List<LocalFunction> functions, List<String> leftOut) {
    /** Families with more parameters are not looked at. */
    public static final int MOST_PARAMETERS = 2_000;

    public LocalFunctions {
        functions = List.copyOf(functions);
        leftOut = List.copyOf(leftOut);
    }

    /** A point modulo a prime, with derivatives that span all. */
    private static final class Point {
        private final Residues residues;
        private final long[] values;
        private final List<long[]> rows;

        Point(Residues residues, long[] values, List<long[]> rows) {
            this.residues = residues;
            this.values = values;
            this.rows = rows;
        }
    }

    /**
     * The answers for a family whose dimension was computed. Empty if there is no evidence for it at a generic or a constructed parameter.
     *
     * @throws IllegalArgumentException for more than 2,000 parameters
     */
    public static Optional<LocalFunctions> of(Architecture architecture, Dimension dimension) {
        if (architecture.parameters() > MOST_PARAMETERS) {
            throw new IllegalArgumentException("expected at most " + MOST_PARAMETERS
                    + " parameters, to say which of them are identifiable, found " + architecture.parameters());
        }
        return dimension.proof().stream()
                .filter(proof -> proof.certificate() instanceof Certificate.Dimension)
                .map(proof -> ((Certificate.Dimension) proof.certificate()).evidence())
                .findFirst()
                .flatMap(evidence -> point(architecture, dimension, evidence))
                .map(point -> at(point, architecture, dimension));
    }

    private static LocalFunctions at(Point point, Architecture architecture, Dimension dimension) {
        ParameterLayout layout = new ParameterLayout(architecture);
        UnitScalings scalings = new UnitScalings(architecture, layout);
        FunctionList list = new FunctionList(layout, scalings, point.residues, point.values);
        TangentKernel kernel = new TangentKernel(point.residues, point.rows, point.values.length);
        boolean proved = dimension.isProved() && kernel.rank() == dimension.lower();
        boolean all = dimension.lower() == dimension.parameters();
        boolean scaled = dimension.symmetryDimension().equals(BigInteger.valueOf(scalings.count()))
                && dimension.lower() + scalings.count() == dimension.parameters();
        List<LocalFunction> functions = new ArrayList<>();
        for (ParameterFunction function : list.functions()) {
            boolean identifiable = kernel.annihilates(function.gradient());
            boolean certain = proved && (!identifiable || all || (scaled && scalings.keep(function)));
            functions.add(new LocalFunction(function.group(), function.name(), identifiable, certain));
        }
        return new LocalFunctions(functions, list.leftOut());
    }

    private static Optional<Point> point(Architecture architecture, Dimension dimension, DimensionEvidence evidence) {
        if (evidence instanceof DimensionEvidence.Generic generic) {
            return generic(architecture, generic);
        }
        if (evidence instanceof DimensionEvidence.Factored factored) {
            return generic(architecture, factored.minor());
        }
        if (evidence instanceof DimensionEvidence.Explicit explicit) {
            return NearbyParameter.of(explicit, dimension.lower(), dimension.seed())
                    .map(near -> new Point(Residues.mersenne(), near.values(), near.rows()));
        }
        return Optional.empty();
    }

    private static Optional<Point> generic(Architecture architecture, DimensionEvidence.Generic evidence) {
        if (!(GenericPoint.draw(architecture, evidence.sampling()) instanceof GenericPoint.Found found)) {
            return Optional.empty();
        }
        GenericPoint point = found.point();
        GenericJacobian jacobian = new GenericJacobian(architecture, point);
        Map<Integer, List<Integer>> byLine = new TreeMap<>();
        for (int row : evidence.rows()) {
            byLine.computeIfAbsent(row / jacobian.rowsOfLine(), line -> new ArrayList<>())
                    .add(row % jacobian.rowsOfLine());
        }
        List<long[]> rows = new ArrayList<>();
        byLine.forEach((line, places) -> {
            List<long[]> all = jacobian.line(line);
            places.forEach(place -> rows.add(all.get(place)));
        });
        long[] values = new long[jacobian.columns()];
        int next = 0;
        for (int i = 0; i < architecture.densePlaces().size(); i++) {
            for (long[] row : point.weight(i)) {
                System.arraycopy(row, 0, values, next, row.length);
                next += row.length;
            }
        }
        return Optional.of(new Point(Residues.of(point.field()), values, rows));
    }
}
