package io.intertwine.find;

import io.intertwine.criterion.BypassForm;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Closure;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.Symmetry;
import io.intertwine.symmetry.Reynolds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Layerwise equivariant networks of one hidden layer for an equivariant function in normal form, f(x) = A x + a_0 + sum kappa e(l(x)). A
 * form that the group takes to its negative is written with both orientations, kappa/2 (s(l) + s(-l)); the others with one, the same
 * along each orbit; what is left of A becomes pairs of opposite units for its rows and their orbits.
 */
final class EquivariantForms {
    private static final int MOST_CHOICES = 10;
    private static final int MOST_ROWS = 64;
    private static final int MOST_ELEMENTS = 1_000;

    private final BypassForm form;
    private final Symmetry symmetry;
    private final SignedForms forms;
    private final List<List<Scalar>> rows = new ArrayList<>();
    private final List<List<Scalar>> columns = new ArrayList<>();

    private EquivariantForms(BypassForm form, Symmetry symmetry, SignedForms forms) {
        this.form = form;
        this.symmetry = symmetry;
        this.forms = forms;
    }

    /** The networks found, those with the fewest units first; each with biases. */
    static List<Network> of(BypassForm form, Symmetry symmetry) {
        Optional<SignedForms> forms = SignedForms.of(form, symmetry.input().images());
        if (forms.isEmpty()) {
            return List.of();
        }
        List<Integer> choices = forms.get().choices();
        int orientations = 1 << Math.min(choices.size(), MOST_CHOICES);
        List<Network> found = new ArrayList<>();
        for (int i = 0; i < orientations; i++) {
            new EquivariantForms(form, symmetry, forms.get())
                    .network(choices, i)
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(network -> network.layers().get(0).outputs()));
        return found;
    }

    private Optional<Network> network(List<Integer> choices, int orientations) {
        Scalar half = form.slope().divide(Scalar.of(2));
        int outputs = form.linear().rows();
        int inputs = form.linear().columns();
        Scalar[][] rest = new Scalar[outputs][inputs];
        Scalar[] constant = new Scalar[outputs];
        for (int i = 0; i < outputs; i++) {
            for (int j = 0; j < inputs; j++) {
                rest[i][j] = form.linear().get(i, j);
            }
            constant[i] = form.constant().get(i);
        }
        for (int k = 0; k < form.ridges().size(); k++) {
            BypassForm.Ridge ridge = form.ridges().get(k);
            List<Scalar> row = new ArrayList<>(ridge.weight());
            row.add(ridge.bias());
            if (forms.isReversed(k) && !half.isZero()) {
                List<Scalar> share = ridge.factor().stream()
                        .map(each -> each.divide(Scalar.of(2)))
                        .toList();
                add(row, share);
                add(SignedForms.negated(row), share);
                continue;
            }
            List<Scalar> oriented = forms.isNegated(k, choices, orientations) ? SignedForms.negated(row) : row;
            add(oriented, ridge.factor());
            for (int i = 0; i < outputs; i++) {
                Scalar factor = ridge.factor().get(i).multiply(half);
                for (int j = 0; j < inputs; j++) {
                    rest[i][j] = rest[i][j].subtract(factor.multiply(oriented.get(j)));
                }
                constant[i] = constant[i].subtract(factor.multiply(oriented.get(inputs)));
            }
        }
        ExactMatrix linear = ExactMatrix.build(outputs, inputs, (i, j) -> rest[i][j]);
        return addLinear(linear) ? Optional.of(network(List.of(constant))) : Optional.empty();
    }

    private void add(List<Scalar> row, List<Scalar> column) {
        rows.add(row);
        columns.add(column);
    }

    /** Adds pairs s(r . x), s(-r . x) for the rows r of a linear map and their orbits; false if they cannot be found. */
    private boolean addLinear(ExactMatrix linear) {
        List<List<Scalar>> orbit = new ArrayList<>();
        for (int i = 0; i < linear.rows(); i++) {
            List<Scalar> row = new ArrayList<>(linear.row(i));
            row.add(Scalar.ZERO);
            if (!linear.isZeroRow(i) && signedIndex(orbit, row) == 0) {
                orbit.add(row);
            }
        }
        if (orbit.isEmpty()) {
            return true;
        }
        if (!symmetry.input().images().stream().allMatch(AffineMap::isLinear)
                || !symmetry.output().images().stream().allMatch(AffineMap::isLinear)) {
            return false;
        }
        for (int i = 0; i < orbit.size() && orbit.size() <= MOST_ROWS; i++) {
            for (AffineMap generator : symmetry.input().images()) {
                List<Scalar> image = SignedForms.after(orbit.get(i), generator);
                if (signedIndex(orbit, image) == 0) {
                    orbit.add(image);
                }
            }
        }
        return orbit.size() <= MOST_ROWS && addPairs(linear, orbit);
    }

    /** k + 1 for the k-th row, -(k + 1) for its negative, 0 for none. */
    private static int signedIndex(List<List<Scalar>> orbit, List<Scalar> row) {
        int plus = orbit.indexOf(row);
        int minus = orbit.indexOf(SignedForms.negated(row));
        return plus >= 0 ? plus + 1 : -(minus + 1);
    }

    private boolean addPairs(ExactMatrix linear, List<List<Scalar>> orbit) {
        List<List<AffineMap>> pairs = new ArrayList<>();
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            AffineMap input = symmetry.input().images().get(g);
            pairs.add(List.of(
                    signedPermutation(orbit, input), symmetry.output().images().get(g)));
        }
        Optional<List<List<AffineMap>>> group = Closure.tryOf(AffineTuples.of(pairs.get(0)), pairs, MOST_ELEMENTS)
                .map(Closure::elements);
        if (group.isEmpty()) {
            return false;
        }
        ExactMatrix coefficients = ExactMatrix.build(linear.rows(), orbit.size(), (i, k) -> {
            List<Scalar> row = new ArrayList<>(linear.row(i));
            row.add(Scalar.ZERO);
            int index = linear.isZeroRow(i) ? 0 : signedIndex(orbit, row);
            return Math.abs(index) == k + 1 ? Scalar.of(Integer.signum(index)) : Scalar.ZERO;
        });
        Layer.Dense sum = Reynolds.of(
                new Layer.Dense(coefficients, List.of()),
                AffineTuples.on(0, group.get()),
                AffineTuples.on(1, group.get()));
        Scalar share = form.slope().multiply(group.get().size()).reciprocal();
        for (int k = 0; k < orbit.size(); k++) {
            int column = k;
            List<Scalar> outgoing = IntStream.range(0, linear.rows())
                    .mapToObj(i -> sum.weight().get(i, column).multiply(share))
                    .toList();
            add(orbit.get(k), outgoing);
            add(
                    SignedForms.negated(orbit.get(k)),
                    outgoing.stream().map(Scalar::negate).toList());
        }
        return true;
    }

    /** The Pi with R rho = Pi R for the matrix R of the rows. */
    private static AffineMap signedPermutation(List<List<Scalar>> orbit, AffineMap rho) {
        int[] image = new int[orbit.size()];
        List<Scalar> scales = new ArrayList<>(Collections.nCopies(orbit.size(), Scalar.ONE));
        for (int k = 0; k < orbit.size(); k++) {
            // Row k of Pi R is row k of R rho, a signed row m of R: Pi takes e_m to a multiple of e_k.
            int index = signedIndex(orbit, SignedForms.after(orbit.get(k), rho));
            image[Math.abs(index) - 1] = k;
            scales.set(Math.abs(index) - 1, Scalar.of(Integer.signum(index)));
        }
        return AffineMap.monomial(Permutation.of(image), scales);
    }

    private Network network(List<Scalar> constant) {
        int inputs = form.linear().columns();
        if (rows.isEmpty()) {
            add(Collections.nCopies(inputs + 1, Scalar.ZERO), Collections.nCopies(constant.size(), Scalar.ZERO));
        }
        return new Network(List.of(
                new Layer.Dense(
                        ExactMatrix.build(
                                rows.size(), inputs, (i, j) -> rows.get(i).get(j)),
                        rows.stream().map(row -> row.get(inputs)).toList()),
                Layer.Entrywise.of(form.activation(), rows.size()),
                new Layer.Dense(
                        ExactMatrix.build(
                                constant.size(),
                                rows.size(),
                                (i, j) -> columns.get(j).get(i)),
                        constant)));
    }
}
