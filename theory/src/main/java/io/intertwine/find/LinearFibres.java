package io.intertwine.find;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Dense layers in a row, f = W_L ... W_1 of widths d_0, ..., d_L and rank r: their parameters with the same product, up to GL of the
 * spaces between them. Proofs in {@code docs/FIBRES.md}.
 *
 * <p>There is one class exactly if no two neighbouring widths, ends included, are both greater than r; it is free exactly if all hidden
 * widths are r. Otherwise classes are told apart by ranks of partial products, or there are infinitely many: exactly if d_0 - r is at
 * least 2 and d_1 > r, or d_L - r is at least 2 and d_(L-1) > r.
 *
 * <p>With biases the same holds where every layer after a biased one is biased: translations of the hidden spaces then make the hidden
 * biases 0 in exactly one way, and the last bias is determined. Other places of biases are not treated.
 */
public final class LinearFibres {
    private LinearFibres() {}

    /**
     * The fibre of a network of dense layers.
     *
     * @param widths d_0, ..., d_L
     * @param rank r
     * @param classes the number of classes: a number, "infinite", or empty where it is finite and was not counted
     * @param free whether only the identity of the latent groups fixes a parameter, at every parameter
     */
    public record Fibre(List<Integer> widths, int rank, String classes, boolean free) {
        public Fibre {
            widths = List.copyOf(widths);
        }

        /** The fibre in one sentence. */
        public String sentence() {
            String product = "The product of the dense layers has rank " + rank + ", the widths are " + widths + ": ";
            if (classes.equals("infinite")) {
                return product
                        + "the parameters with this product form infinitely many classes under GL of the hidden spaces.";
            }
            if (classes.equals("1")) {
                return product + "the parameters with this product form one class under GL of the hidden spaces, "
                        + (free
                                ? "and only the identity fixes a parameter."
                                : "and other elements than the identity fix them.");
            }
            return product + "the parameters with this product form "
                    + (classes.isEmpty() ? "finitely many, at least two," : classes)
                    + " classes under GL of the hidden spaces, told apart by ranks of partial products.";
        }
    }

    /** The fibre of a network of at least two dense layers and nothing else; empty for others, and where biases are not treated. */
    public static Optional<Fibre> of(Network network) {
        List<Layer.Dense> run = run(network, 0);
        if (run.size() < 2 || run.size() < network.layers().size() || !hasTreatedBiases(run)) {
            return Optional.empty();
        }
        List<Integer> widths = widths(run);
        int rank = rank(product(run).weight());
        boolean free = widths.subList(1, run.size()).stream().allMatch(width -> width == rank);
        return Optional.of(new Fibre(widths, rank, classes(widths, rank), free));
    }

    private static String classes(List<Integer> widths, int rank) {
        int last = widths.size() - 1;
        if (widths.get(0) - rank >= 2 && widths.get(1) > rank
                || widths.get(last) - rank >= 2 && widths.get(last - 1) > rank) {
            return "infinite";
        }
        return IntervalCount.of(widths.stream().map(width -> width - rank).toList())
                .map(String::valueOf)
                .orElse("");
    }

    /**
     * A parameter of the same architecture with the same function, where some dense layer has another rank: for the first dense layers in
     * a row for which there is one. Ranks of weights do not change under the latent groups.
     */
    public static Optional<Network> other(Network network) {
        int start = 0;
        while (start < network.layers().size()) {
            List<Layer.Dense> run = run(network, start);
            int first = start;
            Optional<Network> found = other(run).map(layers -> with(network, first, layers));
            if (found.isPresent()) {
                return found;
            }
            start += run.size() + 1;
        }
        return Optional.empty();
    }

    private static Network with(Network network, int start, List<Layer.Dense> run) {
        List<Layer> layers = new ArrayList<>(network.layers());
        for (int i = 0; i < run.size(); i++) {
            layers.set(start + i, run.get(i));
        }
        return new Network(layers);
    }

    private static Optional<List<Layer.Dense>> other(List<Layer.Dense> run) {
        if (run.size() < 2 || !hasTreatedBiases(run)) {
            return Optional.empty();
        }
        Layer.Dense product = product(run);
        int rank = rank(product.weight());
        List<Integer> widths = widths(run);
        int place = 0;
        while (place < run.size() && (widths.get(place) <= rank || widths.get(place + 1) <= rank)) {
            place++;
        }
        if (place == run.size()) {
            return Optional.empty();
        }
        boolean least = run.stream().allMatch(layer -> rank(layer.weight()) == rank);
        return Optional.of(canonical(run, product, rank, least ? place : -1));
    }

    /** The parameter with r used units in every space; the weight at a place has rank r + 1, if one is given. */
    private static List<Layer.Dense> canonical(List<Layer.Dense> run, Layer.Dense product, int rank, int place) {
        ExactMatrix matrix = product.weight();
        List<Integer> rows = Echelon.of(matrix.transpose()).pivots();
        List<Integer> columns = Echelon.of(matrix).pivots();
        ExactMatrix basis = ExactMatrix.build(rank, matrix.columns(), (i, j) -> matrix.get(rows.get(i), j));
        ExactMatrix coefficients = rank == 0
                ? ExactMatrix.build(matrix.rows(), 0, (i, j) -> Scalar.ZERO)
                : ExactMatrix.build(matrix.rows(), rank, (i, j) -> matrix.get(i, columns.get(j)))
                        .multiply(ExactMatrix.build(rank, rank, (i, j) -> basis.get(i, columns.get(j)))
                                .inverse());
        int last = run.size() - 1;
        List<Layer.Dense> layers = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            ExactMatrix old = run.get(k).weight();
            ExactMatrix.EntryFunction least = k == 0
                    ? (i, j) -> i < rank ? basis.get(i, j) : Scalar.ZERO
                    : k == last
                            ? (i, j) -> j < rank ? coefficients.get(i, j) : Scalar.ZERO
                            : (i, j) -> i == j && i < rank ? Scalar.ONE : Scalar.ZERO;
            // The further unit reads an input beyond the rows' pivots, or writes an output beyond the independent rows.
            int row = place == last ? missing(rows) : rank;
            int column = place == 0 ? missing(columns) : rank;
            boolean further = k == place;
            ExactMatrix weight = ExactMatrix.build(
                    old.rows(),
                    old.columns(),
                    (i, j) -> further && i == row && j == column ? Scalar.ONE : least.at(i, j));
            List<Scalar> bias = !run.get(k).hasBias()
                    ? List.of()
                    : k < last ? Collections.nCopies(old.rows(), Scalar.ZERO) : product.biases();
            layers.add(new Layer.Dense(weight, bias));
        }
        return layers;
    }

    /** The least index from 0 on that is not in an ascending list. */
    private static int missing(List<Integer> indices) {
        int index = 0;
        while (index < indices.size() && indices.get(index) == index) {
            index++;
        }
        return index;
    }

    /** The dense layers from an index on, up to the next layer of another kind. */
    private static List<Layer.Dense> run(Network network, int start) {
        List<Layer.Dense> run = new ArrayList<>();
        for (Layer layer : network.layers().subList(start, network.layers().size())) {
            if (!(layer instanceof Layer.Dense dense)) {
                break;
            }
            run.add(dense);
        }
        return run;
    }

    /** Whether no layer without bias follows one with a bias. */
    private static boolean hasTreatedBiases(List<Layer.Dense> run) {
        return IntStream.range(1, run.size())
                .allMatch(i -> run.get(i).hasBias() || !run.get(i - 1).hasBias());
    }

    /** The product, with a bias where the last layer has one. */
    private static Layer.Dense product(List<Layer.Dense> run) {
        Layer.Dense fused = (Layer.Dense)
                Composition.fused(new Network(List.copyOf(run))).layers().get(0);
        return fused;
    }

    private static List<Integer> widths(List<Layer.Dense> run) {
        List<Integer> widths = new ArrayList<>(List.of(run.get(0).inputs()));
        run.forEach(layer -> widths.add(layer.outputs()));
        return widths;
    }

    private static int rank(ExactMatrix matrix) {
        return Echelon.of(matrix).rank();
    }
}
