package io.intertwine.properties;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.testkit.DecimalOracle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * Decides by brute force whether a certificate proves a true claim: it carries out the steps itself, evaluates every layer before and
 * after the actions at random points in decimal arithmetic, and follows the relators point by point. It uses nothing of {@code check},
 * {@code symmetry} or {@code find}.
 */
final class Judge {
    private static final int POINTS = 4;

    private final Network network;
    private final Symmetry symmetry;
    private final List<Word> relators;
    private final SplittableRandom random = new SplittableRandom(77);

    /** For a network and a symmetry; the relators that hold in the group, also where the symmetry does not state them. */
    Judge(Network network, Symmetry symmetry, List<Word> relators) {
        this.network = network;
        this.symmetry = symmetry;
        this.relators = relators;
    }

    boolean isTrue(Certificate certificate) {
        return certificate instanceof Certificate.Layerwise layerwise
                ? provesLayerwise(layerwise)
                : provesWitness((Certificate.Witness) certificate);
    }

    private boolean provesLayerwise(Certificate.Layerwise certificate) {
        Network subject = network;
        for (ReductionStep step : certificate.steps()) {
            subject = after(subject, step);
        }
        if (!sameShape(subject) || !sameFunction(subject)) {
            return false;
        }
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            if (!isChain(subject, certificate.actions().get(g), g)) {
                return false;
            }
        }
        return relatorsHold(certificate.actions());
    }

    private boolean isChain(Network subject, List<AffineMap> latent, int generator) {
        List<Layer> layers = subject.layers();
        if (latent.size() != layers.size() - 1) {
            return false;
        }
        AffineMap source = symmetry.input().images().get(generator);
        for (int i = 0; i < layers.size(); i++) {
            AffineMap target = i < latent.size()
                    ? latent.get(i)
                    : symmetry.output().images().get(generator);
            if (target.dimension() != layers.get(i).outputs() || !intertwines(layers.get(i), source, target)) {
                return false;
            }
            source = target;
        }
        return true;
    }

    private boolean intertwines(Layer layer, AffineMap source, AffineMap target) {
        for (int k = 0; k < POINTS; k++) {
            List<BigDecimal> x = point(layer.inputs(), k);
            List<BigDecimal> left = DecimalOracle.evaluate(layer, DecimalOracle.apply(source, x));
            List<BigDecimal> right = DecimalOracle.apply(target, DecimalOracle.evaluate(layer, x));
            if (!DecimalOracle.agree(left, right)) {
                return false;
            }
        }
        return true;
    }

    private boolean relatorsHold(List<List<AffineMap>> actions) {
        for (int space = 0; space < actions.get(0).size(); space++) {
            for (Word relator : relators) {
                List<BigDecimal> x = point(actions.get(0).get(space).dimension(), 2);
                List<BigDecimal> y = x;
                for (int i = relator.letters().size() - 1; i >= 0; i--) {
                    Word.Letter letter = relator.letters().get(i);
                    AffineMap map = actions.get(letter.generator()).get(space);
                    for (int k = 0; k < Math.abs(letter.exponent()); k++) {
                        y = DecimalOracle.apply(letter.exponent() < 0 ? map.inverse() : map, y);
                    }
                }
                if (!DecimalOracle.agree(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean sameShape(Network subject) {
        for (int i = 0; i < network.layers().size(); i++) {
            Layer a = network.layers().get(i);
            Layer b = subject.layers().get(i);
            boolean same = a instanceof Layer.Dense first
                    ? b instanceof Layer.Dense second
                            && first.inputs() == second.inputs()
                            && first.outputs() == second.outputs()
                            && first.hasBias() == second.hasBias()
                    : a.equals(b);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean sameFunction(Network subject) {
        for (int k = 0; k < 2 * POINTS; k++) {
            List<BigDecimal> x = point(network.inputs(), k);
            if (!DecimalOracle.agree(DecimalOracle.evaluate(network, x), DecimalOracle.evaluate(subject, x))) {
                return false;
            }
        }
        return true;
    }

    /** The step carried out without asking whether it may be. */
    static Network after(Network network, ReductionStep step) {
        List<Layer> layers = new ArrayList<>(network.layers());
        if (step instanceof ReductionStep.Replace replace) {
            List<Layer> part = layers.subList(replace.layer(), replace.end());
            part.clear();
            part.addAll(replace.layers());
            return new Network(layers);
        }
        if (step instanceof ReductionStep.Drop drop) {
            return without(layers, drop.layer(), drop.units());
        }
        if (step instanceof ReductionStep.Refactor refactor) {
            layers.set(step.layer(), new Layer.Dense(refactor.first(), refactor.firstBias()));
            layers.set(step.layer() + 1, new Layer.Dense(refactor.second(), refactor.secondBias()));
            return new Network(layers);
        }
        Layer.Dense dense = (Layer.Dense) layers.get(step.layer());
        if (step instanceof ReductionStep.Prune prune) {
            ExactMatrix weight = ExactMatrix.build(
                    dense.outputs(),
                    dense.inputs(),
                    (i, j) -> prune.units().contains(i)
                            ? Scalar.ZERO
                            : dense.weight().get(i, j));
            List<Scalar> bias = new ArrayList<>(dense.biases());
            prune.units().stream()
                    .distinct()
                    .filter(unit -> dense.hasBias())
                    .forEach(unit -> bias.set(unit, Scalar.ZERO));
            layers.set(step.layer(), new Layer.Dense(weight, bias));
            return new Network(layers);
        }
        if (step instanceof ReductionStep.Fold fold) {
            fold.units().stream().distinct().forEach(unit -> fold(layers, step.layer(), unit));
            return new Network(layers);
        }
        for (ReductionStep.UnitMerge merge : ((ReductionStep.Merge) step).merges()) {
            merge(layers, step.layer(), merge);
        }
        return new Network(layers);
    }

    private static Network without(List<Layer> layers, int index, List<Integer> units) {
        Layer.Dense dense = (Layer.Dense) layers.get(index);
        int[] kept = IntStream.range(0, dense.outputs())
                .filter(unit -> !units.contains(unit))
                .toArray();
        layers.set(
                index,
                new Layer.Dense(
                        ExactMatrix.build(
                                kept.length,
                                dense.inputs(),
                                (i, j) -> dense.weight().get(kept[i], j)),
                        dense.hasBias()
                                ? IntStream.of(kept).mapToObj(dense::bias).toList()
                                : List.of()));
        int next = index + 1;
        while (layers.get(next) instanceof Layer.Entrywise entrywise) {
            layers.set(
                    next,
                    new Layer.Entrywise(
                            IntStream.of(kept).mapToObj(entrywise.units()::get).toList()));
            next++;
        }
        Layer.Dense following = (Layer.Dense) layers.get(next);
        ExactMatrix weight = ExactMatrix.build(
                following.outputs(), kept.length, (i, j) -> following.weight().get(i, kept[j]));
        layers.set(next, new Layer.Dense(weight, following.biases()));
        return new Network(layers);
    }

    /** A constant that is not an exact number is taken for 0, which changes the function and is noticed. */
    private static void fold(List<Layer> layers, int index, int unit) {
        Scalar value = ((Layer.Dense) layers.get(index)).bias(unit);
        int next = index + 1;
        while (layers.get(next) instanceof Layer.Entrywise units) {
            value = units.units().get(unit).exact(value).orElse(Scalar.ZERO);
            next++;
        }
        Layer.Dense dense = (Layer.Dense) layers.get(next);
        List<Scalar> bias = new ArrayList<>();
        for (int i = 0; i < dense.biases().size(); i++) {
            bias.add(dense.bias(i).add(dense.weight().get(i, unit).multiply(value)));
        }
        ExactMatrix weight = ExactMatrix.build(
                dense.outputs(),
                dense.inputs(),
                (i, j) -> j == unit ? Scalar.ZERO : dense.weight().get(i, j));
        layers.set(next, new Layer.Dense(weight, bias));
    }

    private static void merge(List<Layer> layers, int index, ReductionStep.UnitMerge merge) {
        int next = index + 1;
        UnitMap map = merge.map();
        while (layers.get(next) instanceof Layer.Entrywise units) {
            map = companion(units.units().get(merge.from()), map);
            next++;
        }
        Layer.Dense dense = (Layer.Dense) layers.get(next);
        UnitMap after = map;
        ExactMatrix weight = ExactMatrix.build(dense.outputs(), dense.inputs(), (i, j) -> {
            Scalar moved = dense.weight().get(i, merge.from());
            if (j == merge.from()) {
                return Scalar.ZERO;
            }
            Scalar old = dense.weight().get(i, j);
            return j == merge.into() ? old.add(moved.multiply(after.scale())) : old;
        });
        List<Scalar> bias = new ArrayList<>();
        for (int i = 0; i < dense.biases().size(); i++) {
            bias.add(dense.bias(i).add(dense.weight().get(i, merge.from()).multiply(after.shift())));
        }
        layers.set(next, new Layer.Dense(weight, bias));
    }

    /** (b, e) by the kind of the function: even, odd about a point, or homogeneous. */
    private static UnitMap companion(Activation activation, UnitMap map) {
        if (activation.name().startsWith("power:")) {
            return new UnitMap(
                    map.scale().pow(Integer.parseInt(activation.name().substring(6))), Scalar.ZERO);
        }
        return switch (activation.name()) {
            case "abs" -> new UnitMap(map.scale().abs(), Scalar.ZERO);
            case "gaussian" -> UnitMap.IDENTITY;
            case "relu6" -> new UnitMap(map.scale(), map.scale().isOne() ? Scalar.ZERO : Scalar.of(6));
            case "sigmoid", "hard_sigmoid" ->
                new UnitMap(map.scale(), map.scale().isOne() ? Scalar.ZERO : Scalar.ONE);
            default -> map;
        };
    }

    private boolean provesWitness(Certificate.Witness witness) {
        int generator = symmetry.group().generators().indexOf(witness.generator());
        List<BigDecimal> x = DecimalOracle.decimals(witness.input());
        List<BigDecimal> left = DecimalOracle.evaluate(
                network, DecimalOracle.apply(symmetry.input().images().get(generator), x));
        List<BigDecimal> right =
                DecimalOracle.apply(symmetry.output().images().get(generator), DecimalOracle.evaluate(network, x));
        return !DecimalOracle.agree(left, right) && contain(witness.left(), left) && contain(witness.right(), right);
    }

    /** Whether two functions differ at the input of a separation, and the recorded values are right. */
    static boolean separates(Network f, Network g, Certificate.Separation separation) {
        List<BigDecimal> x = DecimalOracle.decimals(separation.input());
        List<BigDecimal> left = DecimalOracle.evaluate(f, x);
        List<BigDecimal> right = DecimalOracle.evaluate(g, x);
        return !left.equals(right) && contain(separation.leftValue(), left) && contain(separation.rightValue(), right);
    }

    private static boolean contain(List<Value> recorded, List<BigDecimal> found) {
        if (recorded.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!contains(recorded.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(Value recorded, BigDecimal found) {
        if (recorded instanceof Value.Exact exact) {
            return DecimalOracle.agree(List.of(DecimalOracle.decimal(exact.value())), List.of(found));
        }
        Value.Between between = (Value.Between) recorded;
        return decimal(between.lower()).subtract(DecimalOracle.TOLERANCE).compareTo(found) <= 0
                && decimal(between.upper()).add(DecimalOracle.TOLERANCE).compareTo(found) >= 0;
    }

    private static BigDecimal decimal(BigFraction value) {
        return DecimalOracle.decimal(Scalar.of(value));
    }

    /** Points in a small, a middle and a large box. */
    private List<BigDecimal> point(int n, int k) {
        BigDecimal scale = BigDecimal.valueOf(k % 3 == 0 ? 1 : k % 3 == 1 ? 4 : 9);
        List<BigDecimal> point = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            point.add(BigDecimal.valueOf(random.nextInt(-1000, 1001))
                    .multiply(scale)
                    .scaleByPowerOfTen(-3));
        }
        return point;
    }
}
