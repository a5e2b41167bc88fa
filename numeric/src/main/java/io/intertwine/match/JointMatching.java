package io.intertwine.match;

import io.intertwine.match.UnitScores.SignRule;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Looks for the homomorphisms from a finite group into the latent groups of all hidden spaces that make a network's layers as equivariant
 * as possible together: that minimise the sum over the layers of the squared distances |W - average of W|^2 / |W|^2, in Frobenius norms of
 * (W, b), where the average runs over the group. With all other spaces fixed, a space's best homomorphism is a problem of scores
 * ({@link HomomorphismMatching}): incoming and outgoing weights of a unit are one vector in the sum of two orthogonal representations. So
 * spaces take turns, and the sum never grows.
 */
final class JointMatching {
    /** Turns of all spaces; in practice two or three suffice. */
    private static final int MOST_SWEEPS = 20;

    /** A sum of squared distances that falls by less than this is as good as before. */
    private static final double PROGRESS = 1e-13;

    /** Where a layer is farther than this from equivariance, other starts are tried beside that from the inputs. */
    private static final double SECOND_START = 0.12;

    private static final int SEPARATE_TURNS = 4;

    private final MatchingModel model;
    private final int order;
    private final List<List<SignedPermutation>> images = new ArrayList<>();
    private final double[] slack;

    private JointMatching(MatchingModel model) {
        this.model = model;
        order = model.group().order();
        for (int space = 1; space < model.layers(); space++) {
            images.add(Collections.nCopies(order, SignedPermutation.identity(model.units(space))));
        }
        slack = new double[model.layers()];
    }

    /** Given homomorphisms: for every hidden space and every element of the group, by number, what it does to the units. */
    static JointMatching given(MatchingModel model, List<List<SignedPermutation>> images) {
        JointMatching joint = new JointMatching(model);
        for (int space = 1; space < model.layers(); space++) {
            joint.images.set(space - 1, List.copyOf(images.get(space - 1)));
        }
        return joint;
    }

    /** The best that was found. */
    static JointMatching of(MatchingModel model) {
        JointMatching best = new JointMatching(model);
        if (best.order == 1 || model.layers() == 1) {
            return best;
        }
        best.forwards();
        best.refine();
        if (best.isClear() || model.layers() == 2) {
            return best;
        }
        JointMatching backwards = new JointMatching(model);
        backwards.backwards();
        backwards.refine();
        best = backwards.sum() < best.sum() ? backwards : best;
        if (best.order > 2) {
            JointMatching separately = new JointMatching(model);
            separately.separately();
            separately.refine();
            best = separately.sum() < best.sum() ? separately : best;
        }
        return best;
    }

    private boolean isClear() {
        return Arrays.stream(squaredDistances()).allMatch(square -> square <= SECOND_START * SECOND_START);
    }

    /** From the inputs: each space by its incoming weights, the last one by all its weights. */
    private void forwards() {
        for (int space = 1; space < model.layers(); space++) {
            match(space, true, space == model.layers() - 1);
        }
    }

    /** From the outputs: each space by its outgoing weights, the first one by all its weights. */
    private void backwards() {
        for (int space = model.layers() - 1; space > 0; space--) {
            match(space, space == 1, true);
        }
    }

    /** From what every element does best alone, without the relations of the group, in a few turns; then homomorphisms near that. */
    private void separately() {
        for (int turn = 0; turn < SEPARATE_TURNS; turn++) {
            for (int space = 1; space < model.layers(); space++) {
                int current = space;
                boolean outgoing = turn > 0 || space == model.layers() - 1;
                place(space, kind -> HomomorphismMatching.separately(scores(current, kind, true, outgoing)));
            }
        }
        for (int space = 1; space < model.layers(); space++) {
            match(space, true, true);
        }
    }

    private void refine() {
        boolean[] fresh = new boolean[model.layers() + 1];
        double before = sum();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean moved = false;
            for (int space = 1; space < model.layers(); space++) {
                if (fresh[space]) {
                    continue;
                }
                List<SignedPermutation> old = images.get(space - 1);
                match(space, true, true);
                fresh[space] = true;
                double after = sum();
                if (after < before - PROGRESS) {
                    before = after;
                    moved = true;
                    fresh[space - 1] = false;
                    fresh[space + 1] = false;
                } else {
                    images.set(space - 1, old);
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    /** Gives a space the best homomorphism for its incoming weights, its outgoing weights, or both. */
    private void match(int space, boolean incoming, boolean outgoing) {
        slack[space] = 0;
        place(space, kind -> {
            HomomorphismMatching best =
                    HomomorphismMatching.best(scores(space, kind, incoming, outgoing), model.orbits());
            slack[space] += best.upperBound() - best.score();
            return best.images();
        });
    }

    /** Puts together what the elements do to the units of each kind. */
    private void place(int space, Function<UnitKind, List<SignedPermutation>> found) {
        int[][] to = new int[order][model.units(space)];
        int[][] signs = new int[order][model.units(space)];
        for (UnitKind kind : model.kinds(space)) {
            List<SignedPermutation> images = found.apply(kind);
            List<Integer> members = kind.members();
            for (int g = 0; g < order; g++) {
                for (int j = 0; j < members.size(); j++) {
                    to[g][members.get(j)] = members.get(images.get(g).to(j));
                    signs[g][members.get(j)] = images.get(g).sign(j);
                }
            }
        }
        List<SignedPermutation> all = new ArrayList<>();
        for (int g = 0; g < order; g++) {
            all.add(SignedPermutation.of(to[g], signs[g]));
        }
        images.set(space - 1, all);
    }

    private UnitScores scores(int space, UnitKind kind, boolean incoming, boolean outgoing) {
        SignRule rule = kind.rule();
        DoubleMatrix[] along = new DoubleMatrix[order];
        DoubleMatrix[] aside = new DoubleMatrix[order];
        Arrays.fill(along, DoubleMatrix.zeros(0, 0));
        for (int g = 1; g < order; g++) {
            int inverse = model.group().inverse(g);
            if (inverse < g) {
                along[g] = along[inverse].transpose();
                aside[g] = rule == SignRule.EVEN ? aside[inverse].transpose() : along[g];
                continue;
            }
            DoubleMatrix in = incoming ? incoming(space, kind, g) : zeros(kind);
            DoubleMatrix out = outgoing ? outgoing(space, kind, g) : zeros(kind);
            along[g] = rule == SignRule.EVEN ? in : sum(in, out);
            aside[g] = out;
        }
        aside[0] = along[0];
        return new UnitScores(model.group(), rule, List.of(along), rule == SignRule.EVEN ? List.of(aside) : List.of());
    }

    private static DoubleMatrix zeros(UnitKind kind) {
        return DoubleMatrix.zeros(kind.members().size(), kind.members().size());
    }

    private static DoubleMatrix sum(DoubleMatrix a, DoubleMatrix b) {
        for (int k = 0; k < a.entries().length; k++) {
            a.entries()[k] += b.entries()[k];
        }
        return a;
    }

    /** W R(g) W^T + b b^T over the squared norm, for the units of a kind. */
    private DoubleMatrix incoming(int space, UnitKind kind, int g) {
        DoubleMatrix weight = rows(model.weight(space - 1), kind.members());
        DoubleMatrix scores = behind(space - 1).after(weight, g).timesTransposeOf(weight);
        double[] bias = model.bias(space - 1);
        List<Integer> members = kind.members();
        double scale = scale(space - 1);
        for (int i = 0; i < scores.rows(); i++) {
            for (int j = 0; j < scores.columns(); j++) {
                scores.set(i, j, (scores.get(i, j) + bias[members.get(i)] * bias[members.get(j)]) * scale);
            }
        }
        return scores;
    }

    /** V^T R(g) V over the squared norm, for the units of a kind. */
    private DoubleMatrix outgoing(int space, UnitKind kind, int g) {
        DoubleMatrix weight = model.weight(space);
        DoubleMatrix moved = before(space + 1).before(g, weight);
        DoubleMatrix scores = columns(weight, kind.members()).transposeTimes(columns(moved, kind.members()));
        double scale = scale(space);
        for (int k = 0; k < scores.entries().length; k++) {
            scores.entries()[k] *= scale;
        }
        return scores;
    }

    private double scale(int layer) {
        double norm = model.norm(layer);
        return norm > 0 ? 1 / (norm * norm) : 0;
    }

    private static DoubleMatrix rows(DoubleMatrix matrix, List<Integer> chosen) {
        if (chosen.size() == matrix.rows()) {
            return matrix;
        }
        DoubleMatrix result = DoubleMatrix.zeros(chosen.size(), matrix.columns());
        for (int i = 0; i < chosen.size(); i++) {
            System.arraycopy(
                    matrix.entries(),
                    chosen.get(i) * matrix.columns(),
                    result.entries(),
                    i * matrix.columns(),
                    matrix.columns());
        }
        return result;
    }

    private static DoubleMatrix columns(DoubleMatrix matrix, List<Integer> chosen) {
        if (chosen.size() == matrix.columns()) {
            return matrix;
        }
        DoubleMatrix result = DoubleMatrix.zeros(matrix.rows(), chosen.size());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < chosen.size(); j++) {
                result.set(i, j, matrix.get(i, chosen.get(j)));
            }
        }
        return result;
    }

    /** What the group does to a space before its activation; outputs are in the last space. */
    private GroupAction before(int space) {
        return space == model.layers() ? model.outputAction() : new GroupAction.Signed(images.get(space - 1));
    }

    /** What the group does to a space behind its activation: even activations lose the signs. */
    private GroupAction behind(int space) {
        if (space == 0) {
            return model.inputAction();
        }
        List<UnitKind> even = model.kinds(space).stream()
                .filter(kind -> kind.rule() == SignRule.EVEN)
                .toList();
        return new GroupAction.Signed(images.get(space - 1).stream()
                .map(image -> even.isEmpty() ? image : withoutSigns(image, even))
                .toList());
    }

    private static SignedPermutation withoutSigns(SignedPermutation image, List<UnitKind> even) {
        int[] to = new int[image.size()];
        int[] signs = new int[image.size()];
        Arrays.setAll(to, image::to);
        Arrays.setAll(signs, image::sign);
        even.forEach(kind -> kind.members().forEach(unit -> signs[unit] = 1));
        return SignedPermutation.of(to, signs);
    }

    private double sum() {
        return Arrays.stream(squaredDistances()).sum();
    }

    /**
     * For every layer the squared distance of (W, b) from its average over the group, over its squared norm: the sum of
     * |W R(g) - K(g) W|^2 over all g, over 2 |G| |W|^2, because the average is an orthogonal projection.
     */
    double[] squaredDistances() {
        double[] result = new double[model.layers()];
        for (int layer = 0; layer < result.length; layer++) {
            GroupAction from = behind(layer);
            GroupAction into = before(layer + 1);
            DoubleMatrix weight = model.weight(layer);
            DoubleMatrix bias = DoubleMatrix.of(weight.rows(), 1, model.bias(layer));
            double sum = 0;
            for (int g = 1; g < order; g++) {
                sum += squaredDifference(weight, from, into, g);
                sum += squaredDifference(bias, into.before(g, bias));
            }
            result[layer] = sum / 2 / order * scale(layer);
        }
        return result;
    }

    /** |W R(g) - K(g) W|^2, for signed permutations without making the two matrices. */
    private static double squaredDifference(DoubleMatrix weight, GroupAction from, GroupAction into, int g) {
        if (!(from instanceof GroupAction.Signed source && into instanceof GroupAction.Signed target)) {
            return squaredDifference(from.after(weight, g), into.before(g, weight));
        }
        SignedPermutation columns = source.elements().get(g);
        SignedPermutation rows = target.elements().get(g);
        int n = weight.columns();
        double[] w = weight.entries();
        double sum = 0;
        for (int i = 0; i < weight.rows(); i++) {
            int image = rows.to(i) * n;
            int sign = rows.sign(i);
            for (int j = 0; j < n; j++) {
                double difference = columns.sign(j) * w[image + columns.to(j)] - sign * w[i * n + j];
                sum += difference * difference;
            }
        }
        return sum;
    }

    private static double squaredDifference(DoubleMatrix a, DoubleMatrix b) {
        double[] left = a.entries();
        double[] right = b.entries();
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += (left[k] - right[k]) * (left[k] - right[k]);
        }
        return sum;
    }

    /**
     * How well each unit serves as the image of each other under an element: the cosine between R(g) z_j and z_i, in row i and column j, with
     * incoming and outgoing weights each as in the sum of squared distances; 0 between units of different kinds.
     */
    DoubleMatrix cosines(int space, int element) {
        int n = model.units(space);
        DoubleMatrix result = DoubleMatrix.zeros(n, n);
        double[] squares = squares(space);
        for (UnitKind kind : model.kinds(space)) {
            DoubleMatrix scores = sum(incoming(space, kind, element), outgoing(space, kind, element));
            List<Integer> members = kind.members();
            for (int i = 0; i < members.size(); i++) {
                for (int j = 0; j < members.size(); j++) {
                    double norm = Math.sqrt(squares[members.get(i)] * squares[members.get(j)]);
                    result.set(members.get(i), members.get(j), norm > 0 ? scores.get(i, j) / norm : 0);
                }
            }
        }
        return result;
    }

    /** The squared norms of the units' vectors z_j. */
    private double[] squares(int space) {
        DoubleMatrix in = model.weight(space - 1);
        double[] bias = model.bias(space - 1);
        DoubleMatrix out = model.weight(space);
        double[] result = new double[in.rows()];
        for (int j = 0; j < result.length; j++) {
            double incoming = bias[j] * bias[j];
            for (int k = 0; k < in.columns(); k++) {
                incoming += in.get(j, k) * in.get(j, k);
            }
            double outgoing = 0;
            for (int k = 0; k < out.rows(); k++) {
                outgoing += out.get(k, j) * out.get(k, j);
            }
            result[j] = incoming * scale(space - 1) + outgoing * scale(space);
        }
        return result;
    }

    /** For every hidden space and every element what it does to the units before the activation. */
    List<List<SignedPermutation>> images() {
        return List.copyOf(images);
    }

    /**
     * How much smaller the sum of squared distances could be at most with another homomorphism on one hidden space, 1, ..., L - 1, and all
     * other spaces as they are.
     */
    double slack(int space) {
        return slack[space] / order;
    }
}
