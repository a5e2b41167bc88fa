package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Answer;
import io.intertwine.find.Identification;
import io.intertwine.find.Identification.Verdict;
import io.intertwine.find.Identifier;
import io.intertwine.find.NetworkReduction;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.group.Word;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import io.intertwine.testkit.Disguise;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.KnownAnswer;
import io.intertwine.testkit.NamedGroup;
import io.intertwine.testkit.RandomNetworks;
import io.intertwine.testkit.RandomNetworks.Architecture;
import io.intertwine.testkit.Rewriting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/**
 * Identifiable and equivariant implies layerwise equivariant (Theorem 4.1 of Shahverdi, Marchetti, Bökman, Kohn 2026, arXiv
 * 2601.21645), and where parameters are not identifiable the answers are those of brute force over all classes.
 */
@Domain(IntertwineDomain.class)
@Domain(DomainContext.Global.class)
class TheoremProperties {
    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE, seed = "20261301")
    void identifiableParametersBuiltLayerByLayerHaveALatentAction(@ForAll KnownAnswer answer, @ForAll long seed) {
        KnownAnswer hidden = Disguise.of(answer, new SplittableRandom(seed));
        requireTheorem(hidden.network(), hidden.symmetry(), seed);
    }

    @Provide
    Arbitrary<Activation> units() {
        List<Activation> units = new ArrayList<>();
        for (String name : List.of(
                "tanh",
                "relu",
                "sigmoid",
                "abs",
                "gelu",
                "silu",
                "softplus",
                "elu",
                "sin",
                "gaussian",
                "softsign",
                "arctan")) {
            units.add(Activations.requireNamed(name));
        }
        units.add(Activations.leakyRelu(Scalar.of(1, 4)));
        units.add(Activations.power(2));
        units.add(Activations.power(3));
        units.add(Activations.power(7));
        return Arbitraries.of(units);
    }

    @Provide
    Arbitrary<NamedGroup> smallGroups() {
        return Arbitraries.of(
                NamedGroup.cyclic(2),
                NamedGroup.cyclic(3),
                NamedGroup.product(NamedGroup.cyclic(2), NamedGroup.cyclic(2)),
                NamedGroup.cyclic(4),
                NamedGroup.symmetric(3));
    }

    @Property(tries = 1200, edgeCases = EdgeCasesMode.NONE, seed = "20261302")
    void identifiableParametersOfASymmetrisedFunctionHaveALatentAction(
            @ForAll("units") Activation unit, @ForAll("smallGroups") NamedGroup group, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Symmetry symmetry = symmetry(group, random);
        boolean deep = random.nextInt(3) == 0;
        List<Integer> widths = new ArrayList<>(List.of(symmetry.input().dimension(), random.nextInt(1, 3)));
        if (deep) {
            widths.add(random.nextInt(1, 3));
        }
        widths.add(symmetry.output().dimension());
        Architecture architecture = Architecture.of(widths, random.nextInt(4) > 0);
        Network network = RandomNetworks.of(architecture, unit, RandomNetworks.integers(2, random));
        Network average = average(network, symmetry, group);
        Network reduced = NetworkReduction.of(average).reduced();
        Network hidden = Rewriting.GAUGE.apply(reduced, random);
        requireTheorem(hidden, symmetry, seed);
    }

    private static void requireTheorem(Network network, Symmetry symmetry, long seed) {
        Identification identification = Identifier.identify(network, seed);
        Verification verification = Verifier.verify(network, symmetry, seed);
        String verdict = verification.getClass().getSimpleName();
        Statistics.label("all").collect(identification.verdict().text(), verdict);
        Statistics.label("verdicts about equivariant networks")
                .collect(verdict)
                .coverage(checker -> checker.check("Undetermined").percentage(share -> share <= 2));
        assertThat(verification).isNotInstanceOf(Verification.NotEquivariant.class);
        identification
                .by()
                .forEach(row -> Statistics.label("rows").collect(row.criterion().name()));
        if (identification.verdict() == Verdict.IDENTIFIABLE && hasHiddenLayer(network)) {
            assertThat(verification)
                    .as("%s: %s", network, verification.reasons())
                    .isInstanceOf(Verification.Layerwise.class);
            assertThat(((Verification.Layerwise) verification).reparametrised())
                    .as("%s", network)
                    .isFalse();
        }
        if (identification.verdict() == Verdict.WEAKLY_IDENTIFIABLE) {
            assertThat(verification).isNotInstanceOf(Verification.NotLayerwise.class);
        }
    }

    private static boolean hasHiddenLayer(Network network) {
        return network.layers().stream().anyMatch(Layer.Entrywise.class::isInstance);
    }

    /** Signed permutations on at most three inputs, and on one or two outputs. */
    private static Symmetry symmetry(NamedGroup group, SplittableRandom random) {
        List<AffineMap> input = action(group, 3, random);
        List<AffineMap> output = action(group, 2, random);
        return new Symmetry(
                new Representation(group.presentation(), input.get(0).dimension(), input),
                new Representation(group.presentation(), output.get(0).dimension(), output));
    }

    private static List<AffineMap> action(NamedGroup group, int most, SplittableRandom random) {
        List<TransitiveAction> orbits = group.actions().stream()
                .filter(action -> action.degree() <= most)
                .toList();
        TransitiveAction first = orbits.get(random.nextInt(orbits.size()));
        TransitiveAction second = orbits.get(random.nextInt(orbits.size()));
        return first.degree() + second.degree() <= most && random.nextBoolean()
                ? TransitiveActions.sum(List.of(first, second))
                : first.images();
    }

    private static AffineMap value(Word word, Representation action) {
        return word.evaluate(new AffineGroup(action.dimension()), action.images());
    }

    /** The mean of rho_L(g) f(rho_0(g)^-1 x) as a network of as many copies of every hidden layer as the group has elements. */
    private static Network average(Network f, Symmetry symmetry, NamedGroup group) {
        List<Word> words = group.words();
        int copies = words.size();
        List<Layer> layers = new ArrayList<>();
        int last = f.layers().size() - 1;
        for (int i = 0; i <= last; i++) {
            if (f.layers().get(i) instanceof Layer.Entrywise units) {
                layers.add(Layer.Entrywise.of(units.units().get(0), copies * units.inputs()));
                continue;
            }
            Layer.Dense dense = (Layer.Dense) f.layers().get(i);
            List<ExactMatrix> blocks = new ArrayList<>();
            for (Word word : words) {
                ExactMatrix block = dense.weight();
                block = i == 0
                        ? block.multiply(value(word, symmetry.input()).inverse().matrix())
                        : block;
                block = i == last ? value(word, symmetry.output()).matrix().multiply(block) : block;
                blocks.add(block);
            }
            layers.add(
                    i == 0
                            ? stacked(blocks, dense)
                            : i == last ? joined(blocks, dense, symmetry, words) : diagonal(blocks, dense));
        }
        return new Network(layers);
    }

    private static List<Scalar> repeated(Layer.Dense dense, int copies) {
        List<Scalar> bias = new ArrayList<>();
        for (int c = 0; c < copies; c++) {
            bias.addAll(dense.biases());
        }
        return bias;
    }

    private static Layer.Dense stacked(List<ExactMatrix> blocks, Layer.Dense dense) {
        int rows = dense.outputs();
        return new Layer.Dense(
                ExactMatrix.build(
                        rows * blocks.size(),
                        dense.inputs(),
                        (i, j) -> blocks.get(i / rows).get(i % rows, j)),
                repeated(dense, blocks.size()));
    }

    private static Layer.Dense diagonal(List<ExactMatrix> blocks, Layer.Dense dense) {
        int rows = dense.outputs();
        int columns = dense.inputs();
        return new Layer.Dense(
                ExactMatrix.build(
                        rows * blocks.size(),
                        columns * blocks.size(),
                        (i, j) -> i / rows == j / columns
                                ? blocks.get(i / rows).get(i % rows, j % columns)
                                : Scalar.ZERO),
                repeated(dense, blocks.size()));
    }

    private static Layer.Dense joined(
            List<ExactMatrix> blocks, Layer.Dense dense, Symmetry symmetry, List<Word> words) {
        int columns = dense.inputs();
        Scalar share = Scalar.of(1, blocks.size());
        List<Scalar> bias = new ArrayList<>();
        if (dense.hasBias()) {
            bias.addAll(Collections.nCopies(dense.outputs(), Scalar.ZERO));
            for (Word word : words) {
                List<Scalar> moved = value(word, symmetry.output()).apply(dense.biases());
                for (int i = 0; i < moved.size(); i++) {
                    bias.set(i, bias.get(i).add(moved.get(i).multiply(share)));
                }
            }
        }
        return new Layer.Dense(
                ExactMatrix.build(
                        dense.outputs(),
                        columns * blocks.size(),
                        (i, j) -> blocks.get(j / columns).get(i, j % columns).multiply(share)),
                bias);
    }

    @Provide
    Arbitrary<Activation> bypasses() {
        return Arbitraries.of(
                Activations.requireNamed("relu"),
                Activations.requireNamed("gelu"),
                Activations.requireNamed("silu"),
                Activations.requireNamed("softplus"),
                Activations.leakyRelu(Scalar.of(1, 3)),
                Activations.leakyRelu(Scalar.of(-2)));
    }

    @Property(tries = 130, edgeCases = EdgeCasesMode.NONE, seed = "20261303")
    void theAnswersAboutABypassAreThoseOfBruteForce(
            @ForAll("bypasses") Activation unit, @ForAll("smallGroups") NamedGroup group, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Symmetry plain = symmetry(group, random);
        Optional<Network> drawn = flippable(unit, plain, random);
        if (drawn.isEmpty()) {
            Statistics.label("drawn").collect("nothing");
            return;
        }
        Network gauged = Rewriting.GAUGE.apply(drawn.get(), random);
        boolean bias = ((Layer.Dense) gauged.layers().get(0)).hasBias();
        AffineMap change = random.nextInt(3) == 0
                ? coordinates(gauged.inputs(), bias && random.nextBoolean(), random)
                : AffineMap.identity(gauged.inputs());
        Network network = Composition.before(gauged, change.inverse());
        Symmetry symmetry = conjugated(plain, change);
        assertThat(isBroken(network, symmetry))
                .as("equivariant by construction")
                .isFalse();
        List<Network> classes = flips(network);
        boolean given = BruteForce.isLayerwise(network, symmetry);
        boolean somewhere = classes.stream().anyMatch(each -> BruteForce.isLayerwise(each, symmetry));
        Verification result = Verifier.verify(network, symmetry, seed);
        String verdict = result instanceof Verification.Layerwise layerwise
                ? layerwise.reparametrised() ? "another parameter" : "given"
                : result.getClass().getSimpleName();
        Statistics.label("drawn").collect(verdict);
        Statistics.label("classes").collect(classes.size(), verdict);
        assertThat(verdict)
                .as("%s under %s", network, symmetry)
                .isEqualTo(given ? "given" : somewhere ? "another parameter" : "NotLayerwise");
        assertThat(result.survey().equivariant()).isEqualTo(Answer.HOLDS);
        assertThat(result.survey().architecture()).isEqualTo(somewhere ? Answer.HOLDS : Answer.REFUTED);
        assertThat(result.survey().given())
                .as("%s under %s", network, symmetry)
                .isEqualTo(given ? Answer.HOLDS : Answer.REFUTED);
        if (change.isLinear()) {
            assertThat(result.survey().widened()).isEqualTo(Answer.HOLDS);
        }
        for (Network wide : result.survey().wide()) {
            assertThat(EqualityProperties.differAtRandomPoints(network, wide, random))
                    .isFalse();
            assertThat(isLayerwise(wide, symmetry)).isTrue();
        }
        if (result instanceof Verification.NotLayerwise not) {
            assertThat(not.classes()).hasSameSizeAs(classes);
        }
        boolean odd = classes.size() % 2 == 1 && Integer.bitCount(group.order()) == 1;
        if (odd) {
            Statistics.label("2-group and an odd number of classes").collect(verdict);
            assertThat(somewhere).isTrue();
        }
        result.survey()
                .subgroup()
                .forEach(found -> assertThat(found.order()).isEqualTo(stabiliser(network, symmetry, group)));
    }

    private static AffineMap coordinates(int n, boolean shifted, SplittableRandom random) {
        ExactMatrix basis =
                ExactMatrix.build(n, n, (i, j) -> Scalar.of(i == j ? 1 : i < j ? random.nextInt(-1, 2) : 0));
        List<Scalar> shift = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            shift.add(shifted ? Scalar.of(random.nextInt(-2, 3), 2) : Scalar.ZERO);
        }
        return AffineMap.of(basis, shift);
    }

    /** The input action in other coordinates. */
    private static Symmetry conjugated(Symmetry symmetry, AffineMap change) {
        List<AffineMap> input = symmetry.input().images().stream()
                .map(map -> change.after(map).after(change.inverse()))
                .toList();
        return new Symmetry(new Representation(symmetry.group(), change.dimension(), input), symmetry.output());
    }

    /** That there is no latent action at the given parameters is only accepted where brute force finds none. */
    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE, seed = "20261304")
    void noLatentActionIsWhatBruteForceFinds(
            @ForAll("units") Activation unit, @ForAll("smallGroups") NamedGroup group, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Symmetry symmetry = symmetry(group, random);
        Architecture small = Architecture.of(
                List.of(symmetry.input().dimension(), 1, symmetry.output().dimension()), random.nextInt(4) > 0);
        Network average = average(RandomNetworks.of(small, unit, RandomNetworks.integers(1, random)), symmetry, group);
        Network cloned = random.nextBoolean() ? Rewriting.CLONE.apply(average, random) : average;
        Network hidden = Rewriting.GAUGE.apply(
                random.nextInt(3) == 0 ? EqualityProperties.changed(cloned, random) : cloned, random);
        CheckResult result = Checker.check(
                new SymmetryClaim.NoLatentAction(hidden, symmetry),
                new Certificate.Exhaustion(Digest.of(hidden), Digest.of(symmetry)));
        boolean accepted = result instanceof CheckResult.Accepted;
        try {
            boolean layerwise = BruteForce.isLayerwise(hidden, symmetry);
            Statistics.collect(layerwise ? "layerwise" : "not layerwise", accepted ? "refuted" : "not refuted");
            assertThat(accepted && layerwise)
                    .as("%s under %s", hidden, symmetry)
                    .isFalse();
        } catch (BruteForce.AmbiguousException scaledZero) {
            Statistics.collect("a zero unit that may be scaled", accepted ? "refuted" : "not refuted");
        }
    }

    /** Wide networks have zero units and pairs, whose placement is ambiguous for scalings: then the verifier's own matching is asked. */
    private static boolean isLayerwise(Network wide, Symmetry symmetry) {
        try {
            return BruteForce.isLayerwise(wide, symmetry);
        } catch (BruteForce.AmbiguousException scaledZero) {
            return Verifier.verify(wide, symmetry, 1) instanceof Verification.Layerwise;
        }
    }

    /** The number of pairs of actions of group elements that have lifts. */
    private static int stabiliser(Network network, Symmetry symmetry, NamedGroup group) {
        Set<List<AffineMap>> pairs = new HashSet<>();
        for (Word word : group.words()) {
            AffineMap input = value(word, symmetry.input());
            AffineMap output = value(word, symmetry.output());
            if (!BruteForce.lifts(network, network, input, output, 1).isEmpty()) {
                pairs.add(List.of(input, output));
            }
        }
        return pairs.size();
    }

    private static boolean isBroken(Network network, Symmetry symmetry) {
        return PerturbationProperties.isBroken(network, symmetry, new SplittableRandom(3));
    }

    private static boolean isVisiblyBroken(Network network, Symmetry symmetry) {
        for (int g = 0; g < symmetry.input().images().size(); g++) {
            Network before =
                    Composition.before(network, symmetry.input().images().get(g));
            Network after =
                    Composition.after(network, symmetry.output().images().get(g));
            if (DoubleNetwork.visiblyDiffer(before, after)) {
                return true;
            }
        }
        return false;
    }

    /**
     * An equivariant network with one unit for each of some forms that the group permutes up to sign, in random orientations. The
     * factors of the orbits are chosen so that the linear part is equivariant, so several flips may keep the function.
     */
    private static Optional<Network> flippable(Activation unit, Symmetry symmetry, SplittableRandom random) {
        int inputs = symmetry.input().dimension();
        int outputs = symmetry.output().dimension();
        boolean bias = random.nextInt(4) > 0;
        List<Term> terms = new ArrayList<>();
        int orbits = 0;
        for (int attempt = 0; attempt < 12 && terms.size() < 7; attempt++) {
            List<Scalar> form = new ArrayList<>();
            for (int j = 0; j <= inputs; j++) {
                form.add(j == inputs && !bias ? Scalar.ZERO : Scalar.of(random.nextInt(-2, 3)));
            }
            Optional<List<Term>> orbit = orbit(form, symmetry, orbits, random);
            boolean fits = orbit.isPresent()
                    && terms.size() + orbit.get().size() <= 7
                    && orbit.get().stream().noneMatch(term -> terms.stream().anyMatch(term::isRelated));
            if (fits) {
                terms.addAll(orbit.get());
                orbits++;
            }
        }
        return terms.isEmpty() ? Optional.empty() : assembled(unit, symmetry, terms, bias, outputs, random);
    }

    /** One unit: its row, its factor for a random vector that its orbit starts with. */
    private record Term(List<Scalar> row, List<Scalar> factor, int orbit) {
        boolean isRelated(Term other) {
            return sign(row, other.row).isPresent();
        }

        /** The nonzero factor that takes one row to the other: proportional rows are related, for all activations here. */
        private static Optional<Scalar> sign(List<Scalar> row, List<Scalar> other) {
            for (int k = 0; k < row.size(); k++) {
                if (!row.get(k).isZero()) {
                    if (other.get(k).isZero()) {
                        return Optional.empty();
                    }
                    Scalar ratio = other.get(k).divide(row.get(k));
                    boolean proportional = true;
                    for (int i = 0; i < row.size(); i++) {
                        proportional &= row.get(i).multiply(ratio).equals(other.get(i));
                    }
                    return proportional ? Optional.of(ratio) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    /** The orbit of e(l) v under l -> l rho_0(g)^-1, v -> rho_L(g) v; empty where v is not determined by l. */
    private static Optional<List<Term>> orbit(
            List<Scalar> form, Symmetry symmetry, int index, SplittableRandom random) {
        int inputs = form.size() - 1;
        if (form.subList(0, inputs).stream().allMatch(Scalar::isZero)) {
            return Optional.empty();
        }
        List<Scalar> vector = new ArrayList<>();
        for (int i = 0; i < symmetry.output().dimension(); i++) {
            vector.add(Scalar.of(random.nextInt(1, 4)));
        }
        List<Term> orbit = new ArrayList<>(List.of(new Term(form, vector, index)));
        for (int next = 0; next < orbit.size(); next++) {
            for (int g = 0; g < symmetry.input().images().size(); g++) {
                Term term = orbit.get(next);
                ExactMatrix rho = symmetry.input().images().get(g).inverse().matrix();
                List<Scalar> row = new ArrayList<>(rho.transpose().multiply(term.row.subList(0, inputs)));
                row.add(term.row.get(inputs));
                Term image = new Term(row, symmetry.output().images().get(g).apply(term.factor), index);
                Optional<Term> known = orbit.stream().filter(image::isRelated).findFirst();
                if (known.isEmpty()) {
                    orbit.add(image);
                } else if (!known.get().factor.equals(image.factor)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(orbit);
    }

    private static Optional<Network> assembled(
            Activation unit, Symmetry symmetry, List<Term> terms, boolean bias, int outputs, SplittableRandom random) {
        int inputs = symmetry.input().dimension();
        boolean outputBias = random.nextBoolean();
        int orbits = terms.get(terms.size() - 1).orbit + 1;
        // Factors c_o of the orbits such that the linear part and, without output bias, the constant of the units are
        // equivariant.
        for (int attempt = 0; attempt < 40; attempt++) {
            List<Scalar> factors = new ArrayList<>();
            for (int o = 0; o < orbits; o++) {
                factors.add(Scalar.of(random.nextBoolean() ? random.nextInt(1, 4) : random.nextInt(-3, 0)));
            }
            List<List<Scalar>> rows = new ArrayList<>();
            for (Term term : terms) {
                boolean turned = random.nextBoolean();
                rows.add(term.row.stream()
                        .map(entry -> turned ? entry.negate() : entry)
                        .toList());
            }
            Network network = network(unit, terms, rows, factors, bias, outputBias, inputs, outputs);
            if (!isVisiblyBroken(network, symmetry) && !isBroken(network, symmetry)) {
                return Optional.of(network);
            }
        }
        return Optional.empty();
    }

    private static Network network(
            Activation unit,
            List<Term> terms,
            List<List<Scalar>> rows,
            List<Scalar> factors,
            boolean bias,
            boolean outputBias,
            int inputs,
            int outputs) {
        int n = terms.size();
        ExactMatrix weight = ExactMatrix.build(n, inputs, (i, j) -> rows.get(i).get(j));
        ExactMatrix outgoing = ExactMatrix.build(
                outputs, n, (i, j) -> terms.get(j).factor.get(i).multiply(factors.get(terms.get(j).orbit)));
        List<Scalar> constant = new ArrayList<>();
        if (outputBias) {
            // The constant part is made to vanish, which is equivariant.
            Scalar half = UnitTable.slope(unit).orElseThrow().divide(Scalar.of(2));
            for (int i = 0; i < outputs; i++) {
                Scalar sum = Scalar.ZERO;
                for (int j = 0; j < n; j++) {
                    sum = sum.add(outgoing.get(i, j).multiply(rows.get(j).get(inputs)));
                }
                constant.add(sum.multiply(half).negate());
            }
        }
        return new Network(List.of(
                new Layer.Dense(
                        weight, bias ? rows.stream().map(row -> row.get(inputs)).toList() : List.of()),
                Layer.Entrywise.of(unit, n),
                new Layer.Dense(outgoing, constant)));
    }

    /** All networks with the rows of a set of units negated that have the function of the given one; the given one first. */
    private static List<Network> flips(Network network) {
        Layer.Dense first = (Layer.Dense) network.layers().get(0);
        Layer.Dense last = (Layer.Dense) network.layers().get(2);
        Scalar k = UnitTable.slope(
                        ((Layer.Entrywise) network.layers().get(1)).units().get(0))
                .orElseThrow();
        List<Network> result = new ArrayList<>();
        for (int mask = 0; mask < 1 << first.outputs(); mask++) {
            int set = mask;
            ExactMatrix weight = ExactMatrix.build(
                    first.outputs(),
                    first.inputs(),
                    (i, j) -> (set >> i) % 2 == 1
                            ? first.weight().get(i, j).negate()
                            : first.weight().get(i, j));
            List<Scalar> bias = new ArrayList<>(first.biases());
            List<Scalar> constant = new ArrayList<>(last.biases());
            for (int j = 0; j < first.outputs(); j++) {
                if ((set >> j) % 2 == 1) {
                    for (int i = 0; i < constant.size(); i++) {
                        Scalar gain =
                                last.weight().get(i, j).multiply(first.bias(j)).multiply(k);
                        constant.set(i, constant.get(i).add(gain));
                    }
                    if (first.hasBias()) {
                        bias.set(j, bias.get(j).negate());
                    }
                }
            }
            Network flipped = new Network(List.of(
                    new Layer.Dense(weight, bias), network.layers().get(1), new Layer.Dense(last.weight(), constant)));
            if (!DoubleNetwork.visiblyDiffer(network, flipped)
                    && !EqualityProperties.differAtRandomPoints(network, flipped, new SplittableRandom(11))) {
                result.add(flipped);
            }
        }
        return result;
    }
}
