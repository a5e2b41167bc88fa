package io.intertwine.match;

import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader should know about the units of a network before trusting which of them was matched with which. */
final class UnitRemarks {
    /** Rows closer than this, relative to the longer one, are called nearly equal. */
    private static final double NEAR = 0.01;

    /** Weights smaller than this, relative to the largest unit of the layer, are called without influence. */
    private static final double SMALL = 1e-6;

    private static final int NAMED = 6;

    private UnitRemarks() {}

    /** For every hidden space the units without influence, and those with nearly equal incoming weights. */
    static List<String> of(MatchingModel model) {
        List<String> remarks = new ArrayList<>();
        for (int space = 1; space < model.layers(); space++) {
            List<String> idle = new ArrayList<>();
            List<String> alike = new ArrayList<>();
            collect(model, space, idle, alike);
            if (!idle.isEmpty()) {
                remarks.add("hidden layer " + space + ": " + counted(idle, "unit", "units")
                        + " without influence (no incoming or no outgoing weights): " + names(idle)
                        + "; which unit goes where says nothing there");
            }
            if (!alike.isEmpty()) {
                remarks.add("hidden layer " + space + ": " + counted(alike, "pair", "pairs")
                        + " of units with incoming weights that differ by less than " + NEAR
                        + " of their norm, up to sign: " + names(alike)
                        + "; only their outgoing weights tell them apart; intertwine reduce merges exact clones");
            }
        }
        return remarks;
    }

    private static String counted(List<String> things, String one, String many) {
        return things.size() + " " + (things.size() == 1 ? one : many);
    }

    private static String names(List<String> things) {
        String list = things.stream().limit(NAMED).collect(Collectors.joining(", "));
        return things.size() > NAMED ? list + ", ..." : list;
    }

    private static void collect(MatchingModel model, int space, List<String> idle, List<String> alike) {
        DoubleMatrix rows = model.weight(space - 1);
        double[] bias = model.bias(space - 1);
        DoubleMatrix out = model.weight(space);
        int n = rows.rows();
        double[] norms = new double[n];
        double[] outNorms = new double[n];
        double largest = 0;
        double largestOut = 0;
        for (int j = 0; j < n; j++) {
            norms[j] = bias[j] * bias[j];
            for (int k = 0; k < rows.columns(); k++) {
                norms[j] += rows.get(j, k) * rows.get(j, k);
            }
            for (int k = 0; k < out.rows(); k++) {
                outNorms[j] += out.get(k, j) * out.get(k, j);
            }
            largest = Math.max(largest, norms[j]);
            largestOut = Math.max(largestOut, outNorms[j]);
        }
        for (int j = 0; j < n; j++) {
            if (norms[j] <= SMALL * SMALL * largest || outNorms[j] <= SMALL * SMALL * largestOut) {
                idle.add(String.valueOf(j));
            }
        }
        for (UnitKind kind : model.kinds(space)) {
            alike(rows, bias, norms, kind, largest, alike);
        }
    }

    private static void alike(
            DoubleMatrix rows, double[] bias, double[] norms, UnitKind kind, double largest, List<String> alike) {
        DoubleMatrix products = rows.timesTransposeOf(rows);
        boolean signed = kind.stack().isSigned();
        for (int i : kind.members()) {
            for (int j : kind.members()) {
                double product = products.get(i, j) + bias[i] * bias[j];
                double square = norms[i] + norms[j] - 2 * (signed ? Math.abs(product) : product);
                double longer = Math.max(norms[i], norms[j]);
                if (i < j && longer > SMALL * SMALL * largest && square <= NEAR * NEAR * longer) {
                    alike.add(i + " and " + j);
                }
            }
        }
    }
}
