package io.intertwine.properties;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * All elements of the latent groups between two parameters, by going through all permutations of the units and the maps of {@link
 * UnitTable}. For networks of dense layers with one activation layer between any two. Uses nothing of {@code symmetry}, {@code find} or
 * {@code check}.
 */
final class BruteForce {
    /** A zero row of a unit that may be scaled: infinitely many elements. */
    static final class AmbiguousException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Network f;
    private final Network g;
    private final AffineMap output;
    private final int most;
    private final List<List<AffineMap>> found = new ArrayList<>();

    private BruteForce(Network f, Network g, AffineMap output, int most) {
        this.f = f;
        this.g = g;
        this.output = output;
        this.most = most;
    }

    /**
     * The k_1, ..., k_(L-1), before and after each activation, with g_i k_(i-1) = k_i f_i, where k_0 and k_L are given; not more than
     * {@code most}.
     */
    static List<List<AffineMap>> lifts(Network f, Network g, AffineMap input, AffineMap output, int most) {
        BruteForce search = new BruteForce(f, g, output, most);
        search.extend(0, input, List.of());
        return search.found;
    }

    /** Whether the latent groups relate two parameters of the same architecture. */
    static boolean related(Network f, Network g) {
        return !lifts(f, g, AffineMap.identity(f.inputs()), AffineMap.identity(f.outputs()), 1)
                .isEmpty();
    }

    /** Whether latent actions exist at the parameters of the network: lifts of the generators that satisfy the relators. */
    static boolean isLayerwise(Network network, Symmetry symmetry) {
        List<List<List<AffineMap>>> choices = new ArrayList<>();
        for (int g = 0; g < symmetry.input().images().size(); g++) {
            choices.add(lifts(
                    network,
                    network,
                    symmetry.input().images().get(g),
                    symmetry.output().images().get(g),
                    1000));
        }
        return choose(choices, new ArrayList<>(), symmetry.group().relators());
    }

    private static boolean choose(
            List<List<List<AffineMap>>> choices, List<List<AffineMap>> chosen, List<Word> relators) {
        if (chosen.size() == choices.size()) {
            return relators.stream().allMatch(relator -> holds(relator, chosen));
        }
        for (List<AffineMap> lift : choices.get(chosen.size())) {
            chosen.add(lift);
            boolean fits = choose(choices, chosen, relators);
            chosen.remove(chosen.size() - 1);
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Word relator, List<List<AffineMap>> actions) {
        for (int space = 0; space < actions.get(0).size(); space++) {
            AffineMap value = AffineMap.identity(actions.get(0).get(space).dimension());
            for (Word.Letter letter : relator.letters()) {
                AffineMap map = actions.get(letter.generator()).get(space);
                for (int k = 0; k < Math.abs(letter.exponent()); k++) {
                    value = value.after(letter.exponent() < 0 ? map.inverse() : map);
                }
            }
            if (!value.isIdentity()) {
                return false;
            }
        }
        return true;
    }

    private void extend(int index, AffineMap source, List<AffineMap> latent) {
        Layer.Dense left = (Layer.Dense) f.layers().get(index);
        Layer.Dense right = (Layer.Dense) g.layers().get(index);
        ExactMatrix weight = right.weight().multiply(source.matrix());
        List<Scalar> moved = right.weight().multiply(source.shift());
        List<Scalar> bias = new ArrayList<>();
        for (int i = 0; i < right.outputs(); i++) {
            bias.add(moved.get(i).add(right.bias(i)));
        }
        if (index == f.layers().size() - 1) {
            if (weight.equals(output.matrix().multiply(left.weight())) && bias.equals(output.apply(biases(left)))) {
                found.add(latent);
            }
            return;
        }
        Activation unit =
                ((Layer.Entrywise) f.layers().get(index + 1)).uniform().orElseThrow();
        place(new Placement(index, left, weight, bias, unit, latent), 0);
    }

    private static List<Scalar> biases(Layer.Dense dense) {
        List<Scalar> biases = new ArrayList<>();
        for (int i = 0; i < dense.outputs(); i++) {
            biases.add(dense.bias(i));
        }
        return biases;
    }

    /** Where the units of one layer go. */
    private static final class Placement {
        final int index;
        final Layer.Dense rows;
        final ExactMatrix weight;
        final List<Scalar> bias;
        final Activation unit;
        final List<AffineMap> latent;
        final int[] image;
        final Scalar[] scales;
        final Scalar[] shifts;

        Placement(
                int index,
                Layer.Dense rows,
                ExactMatrix weight,
                List<Scalar> bias,
                Activation unit,
                List<AffineMap> latent) {
            this.index = index;
            this.rows = rows;
            this.weight = weight;
            this.bias = bias;
            this.unit = unit;
            this.latent = latent;
            int n = rows.outputs();
            image = new int[n];
            scales = new Scalar[n];
            shifts = new Scalar[n];
        }
    }

    private void place(Placement p, int j) {
        if (found.size() >= most) {
            return;
        }
        if (j == p.image.length) {
            next(p);
            return;
        }
        for (int i = 0; i < p.image.length; i++) {
            int target = i;
            if (Arrays.stream(p.image, 0, j).anyMatch(taken -> taken == target)) {
                continue;
            }
            for (Scalar a : factors(p, j, i)) {
                Scalar c = p.bias.get(i).subtract(a.multiply(p.rows.bias(j)));
                if (isMultiple(p, j, i, a) && UnitTable.companion(p.unit, a, c).isPresent()) {
                    p.image[j] = i;
                    p.scales[j] = a;
                    p.shifts[i] = c;
                    place(p, j + 1);
                }
            }
        }
    }

    private static boolean isMultiple(Placement p, int j, int i, Scalar a) {
        for (int k = 0; k < p.weight.columns(); k++) {
            if (!p.weight.get(i, k).equals(a.multiply(p.rows.weight().get(j, k)))) {
                return false;
            }
        }
        return true;
    }

    private static List<Scalar> factors(Placement p, int j, int i) {
        for (int k = 0; k < p.weight.columns(); k++) {
            Scalar entry = p.rows.weight().get(j, k);
            if (!entry.isZero()) {
                return List.of(p.weight.get(i, k).divide(entry));
            }
        }
        if (!p.weight.isZeroRow(i)) {
            return List.of();
        }
        if (!UnitTable.isScaled(p.unit)) {
            return UnitTable.factors(p.unit);
        }
        if (!p.rows.bias(j).isZero()) {
            return List.of(p.bias.get(i).divide(p.rows.bias(j)));
        }
        if (p.bias.get(i).isZero()) {
            throw new AmbiguousException();
        }
        return List.of();
    }

    private void next(Placement p) {
        int n = p.image.length;
        List<Scalar> scales = new ArrayList<>();
        List<Scalar> shifts = new ArrayList<>(Collections.nCopies(n, Scalar.ZERO));
        for (int j = 0; j < n; j++) {
            Optional<UnitTable.Companion> after = UnitTable.companion(p.unit, p.scales[j], p.shifts[p.image[j]]);
            scales.add(after.orElseThrow().b());
            shifts.set(p.image[j], after.orElseThrow().e());
        }
        Permutation permutation = Permutation.of(p.image);
        AffineMap before = AffineMap.monomial(permutation, Arrays.asList(p.scales), Arrays.asList(p.shifts));
        AffineMap after = AffineMap.monomial(permutation, scales, shifts);
        List<AffineMap> longer = new ArrayList<>(p.latent);
        longer.add(before);
        longer.add(after);
        extend(p.index + 2, after, longer);
    }
}
