package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence.Direction;
import io.intertwine.certificate.DimensionEvidence.Entry;
import io.intertwine.criterion.FormalNetwork;
import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Straight lines of parameters with the same function through the given ones. A line that changes one dense layer only keeps the
 * function if the layer's values stay, because they are affine functions of its weights: such lines come from affine relations
 * between the functions that the layer reads, as between clones. And all weights of a unit that is not read are free.
 */
final class FreeLines {
    /**
     * A line.
     *
     * @param direction its direction
     * @param what why it keeps the function, as a clause
     */
    record Line(Direction direction, String what) {}

    /** Values with more terms are compared as they stand. */
    private static final int EXPANDED = 300;

    private final FormalNetwork formal;
    private final List<Line> lines = new ArrayList<>();

    private FreeLines(FormalNetwork formal) {
        this.formal = formal;
    }

    /** The lines that were found. */
    static List<Line> of(FormalNetwork formal) {
        FreeLines search = new FreeLines(formal);
        for (int b = 0; b < formal.blocks().size(); b++) {
            search.relations(formal.blocks().get(b));
            if (b + 1 < formal.blocks().size()) {
                search.unread(formal.blocks().get(b), formal.blocks().get(b + 1));
            }
        }
        return search.lines;
    }

    private void unread(FormalNetwork.Block block, FormalNetwork.Block next) {
        for (int j = 0; j < block.dense().outputs(); j++) {
            int unit = j;
            ExactMatrix weight = next.dense().weight();
            boolean unread = true;
            for (int o = 0; o < weight.rows(); o++) {
                unread &= weight.isZero(o, unit);
            }
            for (int k = 0; unread && k < block.rowLength(); k++) {
                lines.add(new Line(
                        new Direction(List.of(Entry.of(block.place(j, k), Scalar.ONE))),
                        "the weights of unit " + j + " of layer " + block.layer()
                                + " are free, because it is not read"));
            }
        }
    }

    private void relations(FormalNetwork.Block block) {
        for (Map<Integer, Entry> relation : relations(block.inputs(), block.dense())) {
            for (int o = 0; o < block.dense().outputs(); o++) {
                List<Entry> entries = new ArrayList<>();
                int unit = o;
                relation.forEach(
                        (k, entry) -> entries.add(new Entry(block.place(unit, k), entry.factor(), entry.constants())));
                lines.add(new Line(
                        new Direction(entries),
                        "the values that layer " + block.layer() + " reads at the places "
                                + new TreeSet<>(relation.keySet()) + " are dependent"));
            }
        }
    }

    /** Relations between the values that a layer reads, its bias being the last: what each is multiplied with. */
    private List<Map<Integer, Entry>> relations(List<Polynomial> values, Layer.Dense dense) {
        List<Map<Integer, Entry>> relations = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Polynomial> functions = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            Optional<Entry> constant = constant(values.get(k), dense);
            if (constant.isPresent()) {
                relations.add(Map.of(k, Entry.of(0, Scalar.ONE), values.size(), constant.get()));
            } else {
                places.add(k);
                functions.add(formal.atoms().expanded(values.get(k), EXPANDED));
            }
        }
        if (dense.hasBias()) {
            places.add(values.size());
            functions.add(Polynomial.ONE);
        }
        for (List<Scalar> vector : kernel(functions)) {
            Map<Integer, Entry> relation = new LinkedHashMap<>();
            for (int i = 0; i < places.size(); i++) {
                if (!vector.get(i).isZero()) {
                    relation.put(places.get(i), Entry.of(0, vector.get(i)));
                }
            }
            relations.add(relation);
        }
        return relations;
    }

    /** What a bias has to lose for a constant that is not algebraic; empty for other values, and without a bias. */
    private Optional<Entry> constant(Polynomial value, Layer.Dense dense) {
        List<Integer> variables = value.variables();
        if (!dense.hasBias() || variables.size() != 1 || value.size() != 1) {
            return Optional.empty();
        }
        return formal.atoms()
                .constant(variables.get(0))
                .filter(constant ->
                        value.equals(Polynomial.variable(variables.get(0)).multiply(value.leadingCoefficient())))
                .map(constant -> new Entry(0, value.leadingCoefficient().negate(), List.of(constant)));
    }

    /** The relations between polynomials with numbers as factors. */
    private static List<List<Scalar>> kernel(List<Polynomial> functions) {
        Map<String, List<Scalar>> rows = new LinkedHashMap<>();
        for (int i = 0; i < functions.size(); i++) {
            int index = i;
            functions.get(i).forEach((coefficient, exponents) -> {
                StringBuilder key = new StringBuilder();
                for (int variable = 0; variable < exponents.length; variable++) {
                    key.append(exponents[variable] == 0 ? "" : variable + "^" + exponents[variable] + " ");
                }
                List<Scalar> row = rows.computeIfAbsent(key.toString(), ignored -> zeros(functions.size()));
                row.set(index, coefficient);
            });
        }
        if (functions.isEmpty()) {
            return List.of();
        }
        rows.putIfAbsent("", zeros(functions.size()));
        List<Scalar> entries = rows.values().stream().flatMap(List::stream).toList();
        return kernel(Echelon.of(ExactMatrix.of(rows.size(), functions.size(), entries)), functions.size());
    }

    private static List<Scalar> zeros(int size) {
        List<Scalar> zeros = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            zeros.add(Scalar.ZERO);
        }
        return zeros;
    }

    private static List<List<Scalar>> kernel(Echelon echelon, int size) {
        List<List<Scalar>> kernel = new ArrayList<>();
        for (int free = 0; free < size; free++) {
            if (!echelon.pivots().contains(free)) {
                List<Scalar> vector = zeros(size);
                vector.set(free, Scalar.ONE);
                for (int i = 0; i < echelon.pivots().size(); i++) {
                    vector.set(
                            echelon.pivots().get(i),
                            echelon.rows().get(i).get(free).negate());
                }
                kernel.add(vector);
            }
        }
        return kernel;
    }
}
