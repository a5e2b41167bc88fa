package io.intertwine.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.RationalInterval;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table against its definition: s(a x + c) = b s(x) + e for members (a, c), and for no (b, e) otherwise. */
class ActivationTableTest {
    private static final int BITS = 180;

    private final Random random = new Random(20260101);

    static Stream<Activation> table() {
        return Stream.concat(
                Activations.named().values().stream(),
                Stream.of(
                        Activations.leakyRelu(Scalar.of(1, 100)),
                        Activations.leakyRelu(Scalar.of(-1, 2)),
                        Activations.leakyRelu(Scalar.of(-2)),
                        Activations.leakyRelu(Scalar.of(5, 2)),
                        Activations.power(2),
                        Activations.power(3),
                        Activations.power(4),
                        Activations.power(9),
                        Activations.elu(Scalar.of(2)),
                        Activations.elu(Scalar.of(1, 3)),
                        Activations.celu(Scalar.of(2)),
                        Activations.celu(Scalar.of(1, 5)),
                        Activations.of("softshrink", List.of(Scalar.of(3))),
                        Activations.of("hardshrink", List.of(Scalar.of(1, 4))),
                        Activations.of("hardtanh", List.of(Scalar.of(-2), Scalar.of(5))),
                        Activations.of("threshold", List.of(Scalar.of(1, 10), Scalar.of(20))),
                        Activations.of("threshold", List.of(Scalar.of(3, 2), Scalar.of(3, 2))),
                        Activations.of("snake", List.of(Scalar.of(5, 2))),
                        Activations.of("softplus", List.of(Scalar.of(2))),
                        Activations.of("squareplus", List.of(Scalar.of(1, 4)))));
    }

    private Scalar rational(int size) {
        return Scalar.of(random.nextInt(2 * size * 16 + 1) - size * 16L, 1L + random.nextInt(16));
    }

    private static Enclosure enclosure(Scalar value) {
        return Enclosure.from(value.rational(), BITS);
    }

    private static Enclosure value(Activation activation, Scalar x) {
        return activation
                .exact(x)
                .filter(Scalar::isRational)
                .map(ActivationTableTest::enclosure)
                .orElseGet(() -> activation.enclose(enclosure(x)));
    }

    private UnitMap member(UnitGroup group) {
        Scalar sign = random.nextBoolean() ? Scalar.ONE : Scalar.MINUS_ONE;
        Scalar size = Scalar.of(1 + random.nextInt(9), 1 + random.nextInt(9));
        Scalar scale = switch (group.scales()) {
            case TRIVIAL -> Scalar.ONE;
            case SIGNS -> sign;
            case POSITIVE -> size;
            case NONZERO -> sign.multiply(size);
        };
        Scalar turns = Scalar.of(random.nextInt(9) - 4);
        return new UnitMap(
                scale,
                group.centre()
                        .multiply(Scalar.ONE.subtract(scale))
                        .add(group.period().multiply(turns)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void membersSatisfyTheIdentityWithTheirCompanions(Activation activation) {
        for (int k = 0; k < 40; k++) {
            UnitMap map = member(activation.group());
            assertThat(activation.group().contains(map)).isTrue();
            UnitMap after = activation.group().companion(map);
            Scalar x = k == 0 ? activation.group().centre() : rational(4);
            Enclosure left = value(activation, map.apply(x));
            Enclosure right =
                    value(activation, x).multiply(after.scale().rational()).add(enclosure(after.shift()));
            assertThat(left.subtract(right).excludesZero())
                    .as("%s at %s", map, x)
                    .isFalse();
            assertThat(left.subtract(right).width().compareTo(new BigFraction(1, 1L << 60)))
                    .isNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void companionsFormAHomomorphism(Activation activation) {
        for (int k = 0; k < 20; k++) {
            UnitMap a = member(activation.group());
            UnitMap b = member(activation.group());
            UnitMap product = new UnitMap(a.scale().multiply(b.scale()), a.apply(b.shift()));
            UnitMap after = activation.group().companion(a);
            UnitMap before = activation.group().companion(b);
            assertThat(activation.group().companion(product))
                    .isEqualTo(new UnitMap(after.scale().multiply(before.scale()), after.apply(before.shift())));
            assertThat(activation.group().companion(a.inverse())).isEqualTo(after.inverse());
        }
    }

    /** Maps that are not in the group, some of them near to members. */
    private List<UnitMap> strangers(UnitGroup group) {
        List<UnitMap> candidates = new ArrayList<>();
        Scalar little = Scalar.of(1, 7);
        for (int k = 0; k < 6; k++) {
            UnitMap map = member(group);
            candidates.add(new UnitMap(map.scale(), map.shift().add(little)));
            candidates.add(new UnitMap(map.scale(), map.shift().subtract(Scalar.of(1, 3))));
            candidates.add(new UnitMap(map.scale().negate(), map.shift()));
            candidates.add(new UnitMap(map.scale().multiply(Scalar.of(9, 8)), map.shift()));
            candidates.add(new UnitMap(Scalar.of(3), rational(2)));
            candidates.add(new UnitMap(Scalar.MINUS_ONE, rational(2)));
            candidates.add(new UnitMap(Scalar.of(-3, 2), Scalar.ZERO));
        }
        return candidates.stream().filter(map -> !group.contains(map)).toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void othersViolateEveryCompanion(Activation activation) {
        if (activation.equals(Activations.identity())) {
            return; // Every affine map has a companion; the table lists the linear ones.
        }
        List<Scalar> points = new ArrayList<>();
        for (int k = -24; k <= 24; k++) {
            points.add(Scalar.of(3L * k + 1, 7));
        }
        points.addAll(List.of(Scalar.of(1, 2), Scalar.of(-1, 2), Scalar.of(1, 4), Scalar.of(-1, 4)));
        points.addAll(List.of(Scalar.ZERO, Scalar.ONE, Scalar.MINUS_ONE, Scalar.of(3), Scalar.of(-3), Scalar.of(6)));
        List<UnitMap> strangers = strangers(activation.group()).stream()
                // exp(x + c) = e^c exp(x) has a companion, but no algebraic one.
                .filter(map -> !activation.name().equals("exp") || !map.scale().isOne())
                .toList();
        assertThat(strangers).isNotEmpty();
        for (UnitMap map : strangers) {
            assertThat(isRefuted(activation, map, points))
                    .as("%s of %s", map, activation)
                    .isTrue();
        }
    }

    /** Whether no (b, e) fits: points (s(x), s(a x + c)) that lie on no line that is the graph of a function. */
    private static boolean isRefuted(Activation activation, UnitMap map, List<Scalar> points) {
        List<Enclosure> xs = points.stream().map(x -> value(activation, x)).toList();
        List<Enclosure> ys =
                points.stream().map(x -> value(activation, map.apply(x))).toList();
        for (int i = 0; i < xs.size(); i++) {
            for (int j = 0; j < i; j++) {
                Enclosure run = xs.get(i).subtract(xs.get(j));
                Enclosure rise = ys.get(i).subtract(ys.get(j));
                if (run.isPoint() && !run.excludesZero() && rise.excludesZero()) {
                    return true;
                }
                for (int k = 0; k < j; k++) {
                    Enclosure otherRun = xs.get(k).subtract(xs.get(j));
                    Enclosure otherRise = ys.get(k).subtract(ys.get(j));
                    if (run.multiply(otherRise)
                            .subtract(rise.multiply(otherRun))
                            .excludesZero()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("table")
    void strangersHaveNoCompanion(Activation activation) {
        for (UnitMap map : strangers(activation.group())) {
            assertThatThrownBy(() -> activation.group().companion(map))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not in the unit's group");
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void exactValuesLieInEnclosures(Activation activation) {
        int exact = 0;
        for (int k = 0; k < 60; k++) {
            Scalar x = k < 13 ? Scalar.of(k - 6) : rational(8);
            Optional<Scalar> value = activation.exact(x);
            Enclosure enclosed = activation.enclose(enclosure(x));
            if (value.isPresent()) {
                exact++;
                RationalInterval bounds = value.get().bounds(BITS);
                assertContains(
                        enclosed, Enclosure.fromBounds(bounds.lower(), bounds.upper(), BITS), activation + " at " + x);
            }
            assertThat(enclosed.isBounded()).isTrue();
        }
        boolean transcendental =
                activation.name().startsWith("softplus") || activation.name().equals("logsigmoid");
        assertThat(exact).isGreaterThanOrEqualTo(transcendental ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("table")
    void enclosuresOverAnIntervalContainTheValuesInIt(Activation activation) {
        for (int k = 0; k < 30; k++) {
            Scalar centre = k < 15 ? Scalar.of(k - 7) : rational(6);
            Scalar below = Scalar.of(random.nextInt(64), 64);
            Scalar above = Scalar.of(random.nextInt(64), 64);
            Scalar lower = centre.subtract(below);
            Scalar upper = centre.add(above);
            Enclosure wide = activation.enclose(Enclosure.fromBounds(lower.rational(), upper.rational(), BITS));
            for (int part = 0; part <= 8; part++) {
                Scalar x = lower.add(upper.subtract(lower).multiply(Scalar.of(part, 8)));
                assertContains(wide, value(activation, x), activation + " at " + x);
            }
            assertContains(wide, value(activation, centre), activation + " at " + centre);
        }
    }

    private static void assertContains(Enclosure wide, Enclosure narrow, String where) {
        assertThat(wide.isBounded()).as(where).isTrue();
        boolean apart =
                narrow.lower().compareTo(wide.upper()) > 0 || narrow.upper().compareTo(wide.lower()) < 0;
        assertThat(apart).as(where).isFalse();
    }

    @ParameterizedTest
    @MethodSource("table")
    void finerEnclosuresLieInCoarserOnes(Activation activation) {
        for (int k = 0; k < 10; k++) {
            Scalar x = rational(5);
            Enclosure coarse = activation.enclose(Enclosure.from(x.rational(), 40));
            Enclosure fine = activation.enclose(Enclosure.from(x.rational(), 300));
            assertContains(coarse, fine, activation + " at " + x);
        }
    }

    @Test
    void unboundedArgumentsStayUnboundedOrInTheRange() {
        table().forEach(activation -> {
            Enclosure image = activation.enclose(Enclosure.unbounded(60));
            if (image.isBounded()) {
                assertContains(image, value(activation, Scalar.of(5)), activation.name());
                assertContains(image, value(activation, Scalar.of(-5)), activation.name());
            }
        });
    }

    private static Scalar at(String name, long p, long q) {
        return Activations.requireNamed(name).exact(Scalar.of(p, q)).orElseThrow();
    }

    @Test
    void piecewiseFunctionsAreExactAtFractions() {
        assertThat(at("relu6", 13, 2)).isEqualTo(Scalar.of(6));
        assertThat(at("relu6", -1, 3)).isEqualTo(Scalar.ZERO);
        assertThat(at("relu6", 17, 3)).isEqualTo(Scalar.of(17, 3));
        assertThat(at("hard_sigmoid", 1, 1)).isEqualTo(Scalar.of(2, 3));
        assertThat(at("hard_sigmoid", -3, 1)).isEqualTo(Scalar.ZERO);
        assertThat(at("hard_sigmoid", 7, 2)).isEqualTo(Scalar.ONE);
        assertThat(at("floor", -1, 3)).isEqualTo(Scalar.of(-1));
        assertThat(at("floor", -4, 2)).isEqualTo(Scalar.of(-2));
        assertThat(at("floor", 5, 3)).isEqualTo(Scalar.ONE);
        assertThat(at("softsign", -3, 2)).isEqualTo(Scalar.of(-3, 5));
        assertThat(at("hard_swish", 1, 1)).isEqualTo(Scalar.of(2, 3));
        assertThat(at("hard_swish", -3, 1)).isEqualTo(Scalar.ZERO);
        assertThat(at("hard_swish", -1, 1)).isEqualTo(Scalar.of(-1, 3));
        assertThat(at("hardtanh", -7, 3)).isEqualTo(Scalar.MINUS_ONE);
        assertThat(at("sign", 0, 1)).isEqualTo(Scalar.ZERO);
        assertThat(at("heaviside", 0, 1)).isEqualTo(Scalar.of(1, 2));
        assertThat(at("abs", -7, 3)).isEqualTo(Scalar.of(7, 3));
    }

    @Test
    void algebraicArgumentsAreDecided() {
        Scalar root = Scalar.sqrt(BigFraction.TWO);
        assertThat(Activations.requireNamed("floor").exact(root.negate())).contains(Scalar.of(-2));
        assertThat(Activations.requireNamed("relu").exact(root.subtract(Scalar.of(3, 2))))
                .contains(Scalar.ZERO);
        assertThat(Activations.power(2).exact(root)).contains(Scalar.of(2));
    }

    @Test
    void parametersNameTheFunction() {
        assertThat(Activations.leakyRelu(Scalar.ZERO)).isEqualTo(Activations.requireNamed("relu"));
        assertThat(Activations.leakyRelu(Scalar.ONE)).isEqualTo(Activations.identity());
        assertThat(Activations.leakyRelu(Scalar.MINUS_ONE)).isEqualTo(Activations.requireNamed("abs"));
        assertThat(Activations.power(1)).isEqualTo(Activations.identity());
        assertThat(Activations.celu(Scalar.ONE))
                .isEqualTo(Activations.elu(Scalar.ONE))
                .isEqualTo(Activations.requireNamed("elu"));
        assertThat(Activations.leakyRelu(Scalar.of(1, 100)).name()).isEqualTo("leaky_relu:1/100");
        assertThat(Activations.power(3)).isEqualTo(Activations.power(3)).isNotEqualTo(Activations.power(4));
        assertThat(Activations.leakyRelu(Scalar.of(1, 100)))
                .isNotEqualTo(Activations.leakyRelu(Scalar.of(10_737_418, 1L << 30)));
    }

    @Test
    void activationsOfPyTorchAndJaxHaveTheirValues() {
        assertThat(at("softshrink", 3, 4)).isEqualTo(Scalar.of(1, 4));
        assertThat(at("softshrink", -3, 4)).isEqualTo(Scalar.of(-1, 4));
        assertThat(at("softshrink", -1, 2)).isEqualTo(Scalar.ZERO);
        assertThat(at("hardshrink", 3, 4)).isEqualTo(Scalar.of(3, 4));
        assertThat(at("hardshrink", -3, 4)).isEqualTo(Scalar.of(-3, 4));
        assertThat(at("hardshrink", -1, 2)).isEqualTo(Scalar.ZERO);
        assertThat(at("sparse_plus", -1, 1)).isEqualTo(Scalar.ZERO);
        assertThat(at("sparse_plus", 0, 1)).isEqualTo(Scalar.of(1, 4));
        assertThat(at("sparse_plus", 3, 1)).isEqualTo(Scalar.of(3));
        assertThat(at("sparse_sigmoid", 1, 2)).isEqualTo(Scalar.of(3, 4));
        assertThat(at("squareplus", 0, 1)).isEqualTo(Scalar.ONE);
        assertThat(at("squareplus", 3, 2)).isEqualTo(Scalar.of(2));
        assertThat(at("logcosh", 0, 1)).isEqualTo(Scalar.ZERO);
        assertThat(at("sinc", 0, 1)).isEqualTo(Scalar.ONE);
        Activation threshold = Activations.of("threshold", List.of(Scalar.of(1, 10), Scalar.of(20)));
        assertThat(threshold.name()).isEqualTo("threshold:1/10,20");
        assertThat(threshold.exact(Scalar.of(1, 10))).contains(Scalar.of(20));
        assertThat(threshold.exact(Scalar.of(1, 5))).contains(Scalar.of(1, 5));
    }

    @Test
    void simplerNamesAreTaken() {
        assertThat(Activations.of("softshrink", List.of(Scalar.of(1, 2))).name())
                .isEqualTo("softshrink");
        assertThat(Activations.of("hardshrink", List.of(Scalar.ZERO)).name()).isEqualTo("identity");
        assertThat(Activations.of("threshold", List.of(Scalar.ZERO, Scalar.ZERO))
                        .name())
                .isEqualTo("relu");
        assertThat(Activations.of("hardtanh", List.of(Scalar.ZERO, Scalar.of(6)))
                        .name())
                .isEqualTo("relu6");
        assertThat(Activations.of("snake", List.of(Scalar.ONE)).name()).isEqualTo("snake");
        assertThat(Activations.of("softplus", List.of(Scalar.ONE)).name()).isEqualTo("softplus");
        assertThat(Activations.of("squareplus", List.of(Scalar.of(4))).name()).isEqualTo("squareplus");
    }

    @Test
    void otherSpellingsAreFound() {
        for (String name : List.of("LeakyReLU", "prelu")) {
            assertThat(Activations.find(name, List.of(Scalar.of(1, 4)))
                            .orElseThrow()
                            .name())
                    .isEqualTo("leaky_relu:1/4");
        }
        assertThat(Activations.find("HardSwish", List.of()).orElseThrow().name())
                .isEqualTo("hard_swish");
        assertThat(Activations.find("hard_silu", List.of()).orElseThrow().name())
                .isEqualTo("hard_swish");
        assertThat(Activations.find("LogSigmoid", List.of()).orElseThrow().name())
                .isEqualTo("logsigmoid");
        assertThat(Activations.find("RReLU", List.of()).orElseThrow().name()).isEqualTo("leaky_relu:11/48");
        assertThat(Activations.find("softmax", List.of())).isEmpty();
        assertThatThrownBy(() -> Activations.find("leaky_relu", List.of())).hasMessageContaining("one number");
        assertThatThrownBy(() -> Activations.find("mish", List.of(Scalar.ONE))).hasMessageContaining("no parameter");
    }

    @Test
    void aGroupIsAskedForOnceAndOnlyWhenItIsNeeded() {
        int[] calls = {0};
        Activation activation = Activations.of(Expression.X.power(2).plus(Expression.X), () -> {
            calls[0]++;
            return UnitGroup.trivial();
        });
        assertThat(activation.name()).isEqualTo("expr:x^2 + x");
        assertThat(calls[0]).isZero();
        assertThat(activation.group()).isSameAs(activation.group());
        assertThat(calls[0]).isEqualTo(1);
    }

    @Test
    void aPeriodMayTurnTheValues() {
        UnitGroup waves = new UnitGroup(
                Scales.SIGNS,
                Scalar.ZERO,
                Scalar.ZERO,
                true,
                0,
                Scalar.ONE,
                new UnitMap(Scalar.MINUS_ONE, Scalar.ZERO));
        assertThat(waves.companion(new UnitMap(Scalar.MINUS_ONE, Scalar.of(3)))).isEqualTo(UnitMap.IDENTITY);
        assertThat(waves.companion(new UnitMap(Scalar.ONE, Scalar.of(-3))).scale())
                .isEqualTo(Scalar.MINUS_ONE);
        assertThat(waves.contains(new UnitMap(Scalar.ONE, Scalar.of(1, 2)))).isFalse();
        UnitGroup doubling = new UnitGroup(
                Scales.TRIVIAL, Scalar.ZERO, Scalar.ONE, true, 1, Scalar.ONE, new UnitMap(Scalar.of(2), Scalar.of(3)));
        assertThat(doubling.companion(new UnitMap(Scalar.ONE, Scalar.of(3))))
                .isEqualTo(new UnitMap(Scalar.of(8), Scalar.of(21)));
        assertThat(doubling.companion(new UnitMap(Scalar.ONE, Scalar.of(-1))))
                .isEqualTo(new UnitMap(Scalar.of(2), Scalar.of(3)).inverse());
        assertThat(doubling.contains(new UnitMap(Scalar.ONE, Scalar.of(10_001))))
                .isFalse();
        assertThatThrownBy(() -> new UnitGroup(
                        Scales.TRIVIAL,
                        Scalar.ZERO,
                        Scalar.ONE,
                        true,
                        1,
                        Scalar.ZERO,
                        new UnitMap(Scalar.of(2), Scalar.of(3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Activations.power(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.power(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.elu(Scalar.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.celu(Scalar.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.elu(Scalar.sqrt(BigFraction.TWO)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.of("softshrink", List.of(Scalar.of(-1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.of("hardtanh", List.of(Scalar.ONE, Scalar.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.of("threshold", List.of(Scalar.ONE)))
                .hasMessageContaining("2 numbers");
        assertThatThrownBy(() -> Activations.of("tanhh", List.of(Scalar.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Activations.requireNamed("tanhh")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIrrationalSlopeIsEnclosed() {
        Activation leaky = Activations.leakyRelu(Scalar.sqrt(BigFraction.TWO));
        Enclosure image = leaky.enclose(enclosure(Scalar.of(-3)));
        RationalInterval value = leaky.exact(Scalar.of(-3)).orElseThrow().bounds(BITS + 20);
        assertThat(image.contains(value.lower())).isTrue();
        assertThat(image.width().compareTo(new BigFraction(1, 1L << 60))).isNegative();
    }

    @Test
    void groupsOfFactorsContainTheirElements() {
        Scalar third = Scalar.of(1, 3);
        assertThat(Scales.TRIVIAL.contains(Scalar.ONE)).isTrue();
        assertThat(Scales.TRIVIAL.contains(Scalar.MINUS_ONE)).isFalse();
        assertThat(Scales.SIGNS.contains(Scalar.MINUS_ONE)).isTrue();
        assertThat(Scales.SIGNS.contains(third)).isFalse();
        assertThat(Scales.POSITIVE.contains(third)).isTrue();
        assertThat(Scales.POSITIVE.contains(third.negate())).isFalse();
        assertThat(Scales.NONZERO.contains(third.negate())).isTrue();
        assertThat(Scales.NONZERO.contains(Scalar.ZERO)).isFalse();
    }

    @Test
    void aUnitMapIsInvertible() {
        UnitMap map = new UnitMap(Scalar.of(3), Scalar.of(5));
        assertThat(map.inverse().apply(map.apply(Scalar.of(7, 2)))).isEqualTo(Scalar.of(7, 2));
        assertThatThrownBy(() -> new UnitMap(Scalar.ZERO, Scalar.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UnitGroup.linear(Scales.SIGNS, Scalar.ZERO, true, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
