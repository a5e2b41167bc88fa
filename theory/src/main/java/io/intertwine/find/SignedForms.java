package io.intertwine.find;

import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.criterion.BypassForm;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Affine forms l_0, l_1, ... up to orientation, and what a group that acts on x does to them: l_k after rho is a positive multiple of l_m
 * or of -l_m. Node 2k stands for l_k, node 2k + 1 for -l_k.
 */
final class SignedForms {
    private final List<List<Scalar>> forms;
    private final boolean homogeneous;
    private final Map<List<Scalar>, Integer> nodes = new HashMap<>();
    private final int[] orbit;

    private SignedForms(List<List<Scalar>> forms, boolean homogeneous) {
        this.forms = forms;
        this.homogeneous = homogeneous;
        orbit = new int[2 * forms.size()];
        for (int k = 0; k < forms.size(); k++) {
            nodes.put(normalised(forms.get(k)), 2 * k);
            nodes.put(normalised(negated(forms.get(k))), 2 * k + 1);
        }
        Arrays.setAll(orbit, node -> node);
    }

    /** The forms of the terms of a normal form; empty if a generator takes one of them to none of them. */
    static Optional<SignedForms> of(BypassForm form, List<AffineMap> generators) {
        Scales scales = form.activation().group().scales();
        List<List<Scalar>> rows = new ArrayList<>();
        for (BypassForm.Ridge ridge : form.ridges()) {
            List<Scalar> row = new ArrayList<>(ridge.weight());
            row.add(ridge.bias());
            rows.add(row);
        }
        SignedForms signed = new SignedForms(rows, scales == Scales.POSITIVE || scales == Scales.NONZERO);
        return signed.join(generators) ? Optional.of(signed) : Optional.empty();
    }

    private boolean join(List<AffineMap> generators) {
        for (AffineMap generator : generators) {
            for (int node = 0; node < orbit.length; node++) {
                Optional<Integer> image = image(node, generator);
                if (image.isEmpty()) {
                    return false;
                }
                int from = orbit[node];
                int to = orbit[image.get()];
                for (int i = 0; i < orbit.length; i++) {
                    orbit[i] = orbit[i] == from ? to : orbit[i];
                }
            }
        }
        return true;
    }

    /** The node of the form of a node after a map. */
    private Optional<Integer> image(int node, AffineMap map) {
        List<Scalar> row = node % 2 == 0 ? forms.get(node / 2) : negated(forms.get(node / 2));
        return Optional.ofNullable(nodes.get(normalised(after(row, map))));
    }

    /** The row [w rho | w u + b] of the form w . x + b after x -> rho x + u. */
    static List<Scalar> after(List<Scalar> row, AffineMap map) {
        int n = map.dimension();
        List<Scalar> result = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            Scalar sum = Scalar.ZERO;
            if (map.isMonomial()) {
                sum = row.get(map.permutation().apply(j)).multiply(map.scales().get(j));
            } else {
                for (int i = 0; i < n; i++) {
                    sum = sum.add(row.get(i).multiply(map.matrix().get(i, j)));
                }
            }
            result.add(sum);
        }
        Scalar bias = row.get(n);
        for (int i = 0; i < n; i++) {
            bias = bias.add(row.get(i).multiply(map.shift().get(i)));
        }
        result.add(bias);
        return result;
    }

    static List<Scalar> negated(List<Scalar> row) {
        return row.stream().map(Scalar::negate).toList();
    }

    private List<Scalar> normalised(List<Scalar> row) {
        if (!homogeneous) {
            return List.copyOf(row);
        }
        Scalar size = row.stream()
                .filter(entry -> !entry.isZero())
                .findFirst()
                .orElse(Scalar.ONE)
                .abs();
        return row.stream().map(entry -> entry.divide(size)).toList();
    }

    /** Whether the group takes the form to its negative, so that it needs both orientations. */
    boolean isReversed(int k) {
        return orbit[2 * k] == orbit[2 * k + 1];
    }

    /** Pairs of opposite orbits that do not meet: for each, the smallest form in it; its orientation may be chosen. */
    List<Integer> choices() {
        List<Integer> choices = new ArrayList<>();
        for (int k = 0; k < forms.size(); k++) {
            int form = k;
            boolean seen = choices.stream()
                    .anyMatch(first -> orbit[2 * first] == orbit[2 * form] || orbit[2 * first] == orbit[2 * form + 1]);
            if (!isReversed(k) && !seen) {
                choices.add(k);
            }
        }
        return choices;
    }

    /** Whether form k is negated when the orbits of the choices are taken with these orientations. */
    boolean isNegated(int k, List<Integer> choices, int orientations) {
        for (int c = 0; c < choices.size(); c++) {
            boolean negated = (orientations >> c & 1) == 1;
            if (orbit[2 * choices.get(c)] == orbit[2 * k]) {
                return negated;
            }
            if (orbit[2 * choices.get(c)] == orbit[2 * k + 1]) {
                return !negated;
            }
        }
        return false;
    }
}
