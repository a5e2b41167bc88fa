package io.intertwine.symmetry;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitMap;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the maps of a model say of a pair of elements, against evaluation at random points. */
class ParametricMapsTest {
    private final Random random = new Random(11);

    private Scalar number(int range) {
        return Scalar.of(random.nextInt(2 * range + 1) - range);
    }

    private List<Scalar> point(int n, int range) {
        List<Scalar> point = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            point.add(number(range));
        }
        return point;
    }

    private AffineMap map(int n, boolean dense, boolean shifted) {
        List<Scalar> shift = shifted ? point(n, 1) : Collections.nCopies(n, Scalar.ZERO);
        while (dense) {
            try {
                return AffineMap.of(ExactMatrix.of(n, n, point(n * n, 1)), shift);
            } catch (IllegalArgumentException singular) {
                // Draw again.
            }
        }
        int[] images = Permutation.identity(n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int image = images[i];
            images[i] = images[j];
            images[j] = image;
        }
        List<Scalar> scales = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            scales.add(random.nextBoolean() ? Scalar.ONE : Scalar.MINUS_ONE);
        }
        return AffineMap.monomial(Permutation.of(images), scales, shift);
    }

    private static List<Scalar> value(Layer layer, List<Scalar> x) {
        return Evaluation.exact(new Network(List.of(layer)), x).orElseThrow();
    }

    @Test
    void aDenseMapIsObstructedExactlyWhereItDiffersAtAPoint() {
        int agreed = 0;
        for (int k = 0; k < 4000; k++) {
            int inputs = 1 + random.nextInt(2);
            int outputs = 1 + random.nextInt(2);
            boolean bias = random.nextBoolean();
            Layer.Dense layer = new Layer.Dense(
                    ExactMatrix.of(outputs, inputs, point(inputs * outputs, 1)), bias ? point(outputs, 1) : List.of());
            AffineMap source = map(inputs, random.nextInt(3) == 0, random.nextBoolean());
            AffineMap target = map(outputs, random.nextInt(3) == 0, random.nextBoolean());
            Optional<String> obstruction = new DenseMap(layer, new AffineGroup(outputs)).obstruction(source, target);
            boolean equal = true;
            // An affine map is determined by its values at the origin and at the unit vectors.
            for (int j = 0; j <= inputs; j++) {
                List<Scalar> x = new ArrayList<>(Collections.nCopies(inputs, Scalar.ZERO));
                if (j < inputs) {
                    x.set(j, Scalar.of(3));
                }
                equal &= value(layer, source.apply(x)).equals(target.apply(value(layer, x)));
            }
            assertThat(obstruction.isEmpty()).isEqualTo(equal);
            agreed += equal ? 1 : 0;
        }
        assertThat(agreed).isGreaterThan(100);
    }

    @Test
    void anObstructionNamesTheFirstEntryThatDiffers() {
        DenseMap map = new DenseMap(new Layer.Dense(matrix("1 2; 2 1"), vector("3 4")), new AffineGroup(2));
        AffineMap swap = AffineMap.monomial(Permutation.of(1, 0), vector("1 1"));
        assertThat(map.obstruction(swap, AffineMap.identity(2)))
                .hasValue("the two sides differ in the weight of unit 0, input 0");
        assertThat(map.obstruction(swap, swap)).hasValue("the two sides differ in the bias of unit 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tanh", "relu", "abs", "sigmoid", "relu6", "floor", "gelu", "sign", "heaviside", "hardtanh"})
    void entrywiseMapsAcceptTheCompanionOnly(String name) {
        Activation activation = Activations.requireNamed(name);
        Layer.Entrywise layer = Layer.Entrywise.of(activation, 2);
        EntrywiseMap map = new EntrywiseMap(layer);
        int accepted = 0;
        for (int k = 0; k < 400; k++) {
            AffineMap source = map(2, random.nextInt(10) == 0, random.nextInt(3) == 0);
            AffineMap target = random.nextBoolean() ? source : map(2, false, random.nextBoolean());
            if (map.sourceGroup().contains(source)) {
                target = random.nextBoolean() ? map.sourceGroup().companion(source) : target;
            }
            if (map.obstruction(source, target).isEmpty()) {
                accepted++;
                assertHolds(layer, source, target);
            } else if (map.sourceGroup().contains(source)) {
                assertThat(target).isNotEqualTo(map.sourceGroup().companion(source));
            }
        }
        assertThat(accepted).isPositive();
    }

    private void assertHolds(Layer.Entrywise layer, AffineMap source, AffineMap target) {
        Network network = new Network(List.of(layer));
        for (int k = 0; k < 3; k++) {
            List<Scalar> x =
                    point(2, 9).stream().map(each -> each.divide(Scalar.of(2))).toList();
            List<Enclosure> left = Evaluation.enclose(network, source.apply(x), 80);
            List<Enclosure> right = Evaluation.enclose(target, Evaluation.enclose(network, x, 80), 80);
            for (int i = 0; i < 2; i++) {
                assertThat(left.get(i).subtract(right.get(i)).excludesZero()).isFalse();
            }
        }
    }

    @Test
    void softmaxComparesLogitsUpToACommonNumber() {
        Layer.Dense logits = new Layer.Dense(matrix("1 0; 0 1"), vector("2 2"));
        SoftmaxReadout readout = new SoftmaxReadout(logits);
        AffineMap swap = AffineMap.monomial(Permutation.of(1, 0), vector("1 1"));
        AffineMap both = AffineMap.monomial(Permutation.of(0, 1), vector("1 1"), vector("5 5"));
        assertThat(readout.obstruction(swap, swap)).isEmpty();
        assertThat(readout.obstruction(both, AffineMap.identity(2))).isEmpty();
        assertThat(readout.obstruction(both.after(swap), swap)).isEmpty();
        assertThat(readout.obstruction(swap, AffineMap.identity(2))).isPresent();
        assertThat(readout.obstruction(swap, AffineMap.monomial(Permutation.of(1, 0), vector("1 -1"))))
                .isPresent();
        assertThat(readout.target().contains(swap)).isTrue();
    }

    @Test
    void theUnitwiseGroupHoldsMonomialMapsOfEqualUnits() {
        UnitwiseGroup group = new UnitwiseGroup(List.of(
                Activations.requireNamed("sigmoid"),
                Activations.requireNamed("tanh"),
                Activations.requireNamed("sigmoid")));
        AffineMap flip = AffineMap.monomial(Permutation.of(2, 1, 0), vector("-1 -1 1"));
        assertThat(group.contains(flip)).isTrue();
        assertThat(group.companion(flip))
                .isEqualTo(AffineMap.monomial(Permutation.of(2, 1, 0), vector("-1 -1 1"), vector("0 0 1")));
        assertThat(group.contains(AffineMap.monomial(Permutation.of(1, 0, 2), vector("1 1 1"))))
                .isFalse();
        assertThat(group.contains(AffineMap.identity(2))).isFalse();
        assertThat(group.contains(AffineMap.monomial(Permutation.of(0, 1, 2), vector("1 1 1"), vector("0 1 0"))))
                .isFalse();
        assertThat(group.multiply(flip, group.inverse(flip))).isEqualTo(group.identity());
        assertThatThrownBy(() -> group.companion(AffineMap.identity(2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<UnitMap> transporter(String activation, String from, String to) {
        List<Scalar> a = vector(from);
        List<Scalar> b = vector(to);
        int n = a.size() - 1;
        Layer.Dense layer = new Layer.Dense(
                ExactMatrix.build(2, n, (i, j) -> i == 0 ? a.get(j) : b.get(j)), List.of(a.get(n), b.get(n)));
        Optional<UnitMap> found = UnitRow.of(layer, 0)
                .transporter(Activations.requireNamed(activation).group(), UnitRow.of(layer, 1));
        found.ifPresent(map -> assertThat(UnitRow.of(layer, 0).isImage(map, UnitRow.of(layer, 1)))
                .isTrue());
        return found;
    }

    private static UnitMap unit(String text) {
        return new UnitMap(vector(text).get(0), vector(text).get(1));
    }

    @Test
    void rowsAreTransportedByTheGroupOfTheUnit() {
        assertThat(transporter("tanh", "1 2 3", "-1 -2 -3")).contains(unit("-1 0"));
        assertThat(transporter("tanh", "1 2 3", "1 2 -3")).isEmpty();
        assertThat(transporter("tanh", "1 2 3", "2 4 6")).isEmpty();
        assertThat(transporter("relu", "1 2 3", "2 4 6")).contains(unit("2 0"));
        assertThat(transporter("relu", "1 2 3", "-2 -4 -6")).isEmpty();
        assertThat(transporter("abs", "1 2 3", "-2 -4 -6")).contains(unit("-2 0"));
        assertThat(transporter("abs", "1 2 3", "-2 -4 6")).isEmpty();
        assertThat(transporter("relu6", "1 2 1", "-1 -2 5")).contains(unit("-1 6"));
        assertThat(transporter("relu6", "1 2 1", "-1 -2 -1")).isEmpty();
        assertThat(transporter("floor", "1 2 1/2", "1 2 -5/2")).contains(unit("1 -3"));
        assertThat(transporter("floor", "1 2 1/2", "1 2 1")).isEmpty();
        assertThat(transporter("gelu", "1 2 3", "1 2 3")).contains(UnitMap.IDENTITY);
        assertThat(transporter("gelu", "1 2 3", "-1 -2 -3")).isEmpty();
        assertThat(transporter("tanh", "0 1 0", "1 0 0")).isEmpty();
        assertThat(transporter("relu", "1 2 0", "2 5 0")).isEmpty();
    }

    @Test
    void constantRowsAreTransportedByTheirBias() {
        assertThat(transporter("tanh", "0 3", "0 -3")).contains(unit("-1 0"));
        assertThat(transporter("tanh", "0 3", "0 2")).isEmpty();
        assertThat(transporter("tanh", "0 0", "0 0")).contains(UnitMap.IDENTITY);
        assertThat(transporter("relu", "0 3", "0 2")).contains(unit("2/3 0"));
        assertThat(transporter("relu", "0 3", "0 -2")).isEmpty();
        assertThat(transporter("relu", "0 3", "0 0")).isEmpty();
        assertThat(transporter("relu", "0 0", "0 3")).isEmpty();
        assertThat(transporter("relu6", "0 1", "0 5")).contains(unit("-1 6"));
        assertThat(transporter("floor", "0 1/2", "0 7/2")).contains(unit("1 3"));
        assertThat(transporter("tanh", "0 3", "1 3")).isEmpty();
        assertThat(transporter("tanh", "1 3", "0 3")).isEmpty();
    }

    @Test
    void aComposedRowIsTheRowOfTheProduct() {
        Layer.Dense layer = new Layer.Dense(matrix("1 2 0"), vector("7"));
        AffineMap source = AffineMap.monomial(Permutation.of(2, 0, 1), vector("2 3 5"));
        UnitRow row = new UnitRow(layer.weight(), 0, source, Scalar.of(7));
        ExactMatrix product = layer.weight().multiply(source.matrix());
        for (int j = 0; j < 3; j++) {
            assertThat(row.get(j)).isEqualTo(product.get(0, j));
            assertThat(row.isZero(j)).isEqualTo(product.isZero(0, j));
        }
        assertThat(row.pivot()).isEqualTo(1);
        assertThat(row.size()).isEqualTo(3);
    }

    @Test
    void aModelHasTheSpacesOfItsNetwork() {
        Network network = new Network(List.of(
                new Layer.Dense(matrix("1 0; 0 1"), List.of()),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
                new Layer.Dense(matrix("1 0; 0 1"), List.of()),
                new Layer.Dense(matrix("1 0; 0 1"), List.of()),
                new Layer.Softmax(2)));
        LatentModel<AffineMap> model = LatentModel.of(network);
        assertThat(model.inner()).hasSize(3);
        assertThat(model.last()).isInstanceOf(SoftmaxReadout.class);
        assertThat(model.inner().get(2).target()).isEqualTo(new AffineGroup(2));
        assertThatThrownBy(() -> new LatentModel<>(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
