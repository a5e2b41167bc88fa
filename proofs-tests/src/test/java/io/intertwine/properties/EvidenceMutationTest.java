package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Equality;
import io.intertwine.find.EqualitySearch;
import io.intertwine.find.Identification;
import io.intertwine.find.Identifier;
import io.intertwine.find.Proof;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import io.intertwine.testkit.Rewriting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates about equality, fibres and layers, changed in every field: each is rejected, or the judge confirms by brute force that it
 * still proves the claim. Bound to a network for which the claim is false, each is rejected.
 */
class EvidenceMutationTest {
    private static final int MOST_MUTANTS = 300;

    /** A claim, evidence for it, and claims of the same kind that are false. */
    record Entry(String name, Claim claim, Certificate certificate, List<Claim> lies) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Activation RELU = Activations.requireNamed("relu");
    private static final Network HAT = WorkedExamples.hat("relu");
    private static final Symmetry EVEN = WorkedExamples.reflection(1, 1);

    private static Network net(String first, String bias, String activation, String readout, String outputBias) {
        return new NetworkBuilder()
                .dense(first, bias)
                .activation(activation)
                .dense(readout, outputBias)
                .build();
    }

    static List<Entry> pool() {
        List<Entry> pool = new ArrayList<>();
        equal(pool);
        symmetry(pool);
        parameters(pool);
        return pool;
    }

    private static void equal(List<Entry> pool) {
        SplittableRandom random = new SplittableRandom(8);
        Network tanh = new NetworkBuilder()
                .dense("1 2; 3 -1", "1 0")
                .activation("tanh")
                .dense("1 1; 2 -1", "0 1")
                .activation("tanh")
                .dense("1 2", "3")
                .build();
        pool.add(found("equal by gauge", tanh, Rewriting.GAUGE.apply(tanh, random)));
        Network more =
                Rewriting.IDLE.apply(Rewriting.CLONE.apply(Rewriting.CONSTANT.apply(tanh, random), random), random);
        pool.add(found("equal after steps", tanh, more));
        Network sigmoid = net("1 2; 2 1", "1 0", "sigmoid", "1 2; 3 4; 0 1", "0 1 2");
        Network soft = softmax(sigmoid);
        pool.add(found("equal softmax", soft, Rewriting.GAUGE.apply(soft, random)));
        pool.add(proved("equal by ridge and bypass", HAT, flipped(), ridge(RELU)));
        Network refined = net("1; 1", "0 -2", "hardtanh", "1 1", "1");
        pool.add(proved(
                "equal by ridge and identity",
                refined,
                net("1/2", "-1/2", "hardtanh", "2", "1"),
                new Comparison.Ridge(List.of())));
        Network squares = square("1 1; 1 -1", "1 -1");
        pool.add(proved("equal by expansion", squares, square("1 2; 1 -2", "1/2 -1/2"), new Comparison.Expansion()));
        Network chain = net("1 1; 2 -1", "0 1", "relu", "1 -3", "1");
        pool.add(found("equal by regions", chain, Rewriting.CHAIN.apply(chain, random)));
        pool.add(found(
                "equal by normal forms",
                net("1; -1; 2", "0 0 1", "relu", "2 1 1", "0"),
                net("3; -1; 2", "0 0 1", "relu", "2/3 1 1", "0")));
        pool.add(found("different, exactly", HAT, WorkedExamples.hat("relu6")));
        pool.add(found("different, enclosed", tanh, EqualityProperties.changed(tanh, random)));
    }

    private static Network softmax(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(new Layer.Softmax(network.outputs()));
        return new Network(layers);
    }

    private static Network square(String weight, String readout) {
        return new NetworkBuilder()
                .dense(weight)
                .activation(Activations.power(2))
                .dense(readout)
                .build();
    }

    private static Network flipped() {
        return new NetworkBuilder()
                .dense("-1; -1; -1", "-1 0 1")
                .activation("relu")
                .dense("1 -2 1")
                .build();
    }

    private static Comparison ridge(Activation unit) {
        return new Comparison.Ridge(List.of(new Comparison.Bypass(unit, Scalar.ONE)));
    }

    private static Entry found(String name, Network left, Network right) {
        Equality result = EqualitySearch.compare(left, right, 3);
        if (result instanceof Equality.Different different) {
            return new Entry(
                    name,
                    new EqualityClaim.Different(left, right),
                    different.separation(),
                    List.of(new EqualityClaim.Different(left, left), new EqualityClaim.Different(right, right)));
        }
        assertThat(result).as(name).isInstanceOf(Equality.Equal.class);
        return equal(name, left, right, ((Equality.Equal) result).certificate());
    }

    private static Entry proved(String name, Network left, Network right, Comparison comparison) {
        EqualityProof proof = EqualityProof.of(comparison);
        return equal(name, left, right, new Certificate.Equality(Digest.of(left), Digest.of(right), proof));
    }

    private static Entry equal(String name, Network left, Network right, Certificate certificate) {
        List<Claim> lies = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(12);
        for (int k = 0; k < 12; k++) {
            Network one = k % 2 == 0 ? EqualityProperties.changed(left, random) : left;
            Network other = k % 2 == 0 ? right : EqualityProperties.changed(right, random);
            if (EqualityProperties.differAtRandomPoints(one, other, random)) {
                lies.add(new EqualityClaim.Equal(one, other));
            }
        }
        return new Entry(name, new EqualityClaim.Equal(left, right), certificate, lies);
    }

    private static void symmetry(List<Entry> pool) {
        verified(pool, "hat", HAT, EVEN);
        verified(pool, "gelu hat", WorkedExamples.hat("gelu"), EVEN);
        verified(pool, "star", WorkedExamples.starOfTypeA2(), WorkedExamples.hexagon());
        verified(pool, "deep squares", WorkedExamples.deepSquares(false), WorkedExamples.hadamard(true));
        verified(pool, "non-split clones", WorkedExamples.nonSplitClones(), WorkedExamples.swap(1));
        Network deep = new NetworkBuilder()
                .dense("1; 1; 1", "1 0 -1")
                .activation("relu")
                .dense("1 -2 1; 1 -2 1", "-1/2 -1/4")
                .activation("relu")
                .dense("1 2", "0")
                .build();
        verified(pool, "deep hat", deep, EVEN);
        verified(pool, "odd silu", net("1; -1", "0 0", "silu", "1 -1", "0"), WorkedExamples.reflection(1, -1));
    }

    private static void verified(List<Entry> pool, String name, Network network, Symmetry symmetry) {
        Verification result = Verifier.verify(network, symmetry, 4);
        if (result instanceof Verification.NotLayerwise not) {
            Claim claim = new SymmetryClaim.NotLayerwise(network, symmetry);
            pool.add(new Entry(name + ": " + claim.verdict(), claim, not.certificate(), broken(claim)));
        }
        for (Proof proof : result.survey().proofs()) {
            boolean none = proof.claim() instanceof SymmetryClaim.NoLatentAction;
            pool.add(new Entry(
                    name + ": " + proof.claim().verdict() + " by "
                            + proof.certificate().getClass().getSimpleName(),
                    proof.claim(),
                    proof.certificate(),
                    none ? withActions() : broken(proof.claim())));
        }
    }

    private static List<Claim> withActions() {
        return List.of(
                new SymmetryClaim.NoLatentAction(WorkedExamples.swappedPair(), WorkedExamples.swap(1)),
                new SymmetryClaim.NoLatentAction(net("1; -1", "0 0", "relu", "1 1", "0"), EVEN));
    }

    /** The same claim about networks that are not equivariant. */
    private static List<Claim> broken(Claim claim) {
        SymmetryClaim claimed = (SymmetryClaim) claim;
        Symmetry symmetry = claimed.symmetry();
        SplittableRandom random = new SplittableRandom(14);
        List<Claim> lies = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            Network other = EqualityProperties.changed(claimed.network(), random);
            if (PerturbationProperties.isBroken(other, symmetry, random)) {
                lies.add(
                        claim instanceof SymmetryClaim.NotLayerwise
                                ? new SymmetryClaim.NotLayerwise(other, symmetry)
                                : claim instanceof SymmetryClaim.Equivariant
                                        ? new SymmetryClaim.Equivariant(other, symmetry)
                                        : new SymmetryClaim.LayerwiseWhenWidened(other, symmetry));
            }
        }
        return lies;
    }

    private static void parameters(List<Entry> pool) {
        Network tanh = WorkedExamples.swappedPair();
        identified(pool, "tanh", tanh, spoiled(tanh, false));
        identified(pool, "wave", net("1; 2", "1/2 1", "sin", "1 3", "0"), List.of());
        Network clones = net("1 0; 1 0; 0 1", "1 1 0", "tanh", "1 2 3", "0");
        identified(
                pool,
                "clones",
                clones,
                List.of(
                        new ParameterClaim.Identifiable(net("1 0; 1 0; 0 0", "1 1 1", "tanh", "1 2 3", "0"), true),
                        new ParameterClaim.Identifiable(net("1 0; 1 0; 1 0", "1 1 2", "sin", "1 2 3", "0"), true)));
        identified(
                pool,
                "hat",
                HAT,
                List.of(
                        new ParameterClaim.FinitelyIdentifiable(HAT, 1),
                        new ParameterClaim.FinitelyIdentifiable(HAT, 3),
                        new ParameterClaim.FinitelyIdentifiable(net("1; 1; 1", "1 0 -1", "relu", "1 -2 3", "0"), 2)));
        Network squares = WorkedExamples.deepSquares(false);
        identified(
                pool,
                "deep squares",
                squares,
                List.of(
                        new ParameterClaim.FinitelyIdentifiable(squares, 3),
                        new ParameterClaim.FinitelyIdentifiable(squares, 4)));
        Network cubes = new NetworkBuilder()
                .dense("1 1; 1 -1")
                .activation(Activations.power(3))
                .dense("1 2; 3 1")
                .activation(Activations.power(2))
                .dense("1 1; 1 2")
                .build();
        identified(pool, "squares of cubes", cubes, spoiled(cubes, false));
        identified(pool, "sum of squares", WorkedExamples.sumOfSquares(), identifiable());
        identified(pool, "constant", net("0 0; 1 1", "1 2", "tanh", "1 3", "0"), identifiable());
        identified(pool, "split relu", net("1; 1; -1", "1 1 2", "relu", "1 2 3", "0"), identifiable());
        identified(pool, "opposite gelu", net("1; -1", "0 0", "gelu", "1 -1", "0"), identifiable());
        Network deep = new NetworkBuilder()
                .dense("1 2; 2 -1", "1 2")
                .activation("relu")
                .dense("1 -1; -1 2", "1 1")
                .activation("relu")
                .dense("1 1; 2 -1", "3 0")
                .build();
        identified(pool, "deep relu", deep, spoiled(deep, true));
    }

    private static void identified(List<Entry> pool, String name, Network network, List<? extends Claim> lies) {
        Identification result = Identifier.identify(network, 6);
        assertThat(result.proof()).as("%s: %s", name, result.reasons()).isNotEmpty();
        Proof proof = result.proof().get(0);
        pool.add(new Entry(
                name + ": " + proof.claim().verdict() + " by "
                        + proof.certificate().getClass().getSimpleName(),
                proof.claim(),
                proof.certificate(),
                List.copyOf(lies)));
    }

    private static List<Claim> identifiable() {
        return List.of(
                new ParameterClaim.NotIdentifiable(WorkedExamples.swappedPair()),
                new ParameterClaim.NotIdentifiable(net("1 0; 1 1", "1 2", "tanh", "1 3", "0")),
                new ParameterClaim.NotIdentifiable(net("1; 2; -1", "1 1 2", "relu", "1 2 3", "0")),
                new ParameterClaim.NotIdentifiable(net("1; 2", "0 0", "gelu", "1 -1", "0")));
    }

    /** With a zero outgoing column, a zero row, or two equal rows: infinitely many parameters nearby have the same function. */
    private static List<Claim> spoiled(Network network, boolean locally) {
        Layer.Dense first = (Layer.Dense) network.layers().get(0);
        Layer.Dense next = (Layer.Dense) network.layers().get(2);
        List<Network> spoiled = List.of(
                with(network, 0, first, (i, j) -> first.weight().get(0, j)),
                with(
                        network,
                        2,
                        next,
                        (i, j) -> j == 0 ? Scalar.ZERO : next.weight().get(i, j)),
                with(network, 2, next, (i, j) -> Scalar.ZERO));
        return spoiled.stream()
                .<Claim>map(each -> locally
                        ? new ParameterClaim.LocallyIdentifiable(each)
                        : new ParameterClaim.Identifiable(each, false))
                .toList();
    }

    private static Network with(Network network, int index, Layer.Dense layer, ExactMatrix.EntryFunction entries) {
        List<Layer> layers = new ArrayList<>(network.layers());
        List<Scalar> bias = index == 0 && layer.hasBias()
                ? layer.biases().stream().map(each -> layer.bias(0)).toList()
                : layer.biases();
        layers.set(index, new Layer.Dense(ExactMatrix.build(layer.outputs(), layer.inputs(), entries), bias));
        return new Network(layers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pool")
    void everyMutantIsRejectedOrStillTrue(Entry entry, TestReporter reporter) {
        assertThat(Checker.check(entry.claim, entry.certificate)).isInstanceOf(CheckResult.Accepted.class);
        assertThat(entry.certificate instanceof Certificate.Exhaustion
                        || EvidenceJudge.isTrue(entry.claim, entry.certificate))
                .as("the judge accepts the honest certificate")
                .isTrue();
        List<Mutants.Mutant> mutants = new ArrayList<>(Mutants.of(entry.certificate));
        Collections.shuffle(mutants, new Random(5));
        int rejected = 0;
        Map<String, Integer> stillTrue = new TreeMap<>();
        for (Mutants.Mutant mutant : mutants.subList(0, Math.min(MOST_MUTANTS, mutants.size()))) {
            if (Checker.check(entry.claim, mutant.certificate()) instanceof CheckResult.Rejected) {
                rejected++;
                continue;
            }
            assertThat(mutant.binding())
                    .as("%s binds, but was accepted: %s", mutant.field(), mutant.certificate())
                    .isFalse();
            assertThat(EvidenceJudge.isTrue(entry.claim, mutant.certificate()))
                    .as("accepted, but not true: %s of %s", mutant.field(), mutant.certificate())
                    .isTrue();
            stillTrue.merge(mutant.field(), 1, Integer::sum);
        }
        reporter.publishEntry(
                entry.name, mutants.size() + " mutants, " + rejected + " rejected, still true " + stillTrue);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pool")
    void evidenceIsRejectedForAFalseClaim(Entry entry) {
        for (Claim lie : entry.lies) {
            Certificate bound = bound(entry.certificate, lie);
            assertThat(Checker.check(lie, bound))
                    .as("%s about %s", lie.verdict(), lie)
                    .isInstanceOf(CheckResult.Rejected.class);
            for (Mutants.Mutant mutant : Mutants.of(bound).stream()
                    .filter(each -> !each.binding())
                    .limit(15)
                    .toList()) {
                assertThat(Checker.check(lie, mutant.certificate()))
                        .as("%s about %s by %s", lie.verdict(), lie, mutant.certificate())
                        .isInstanceOf(CheckResult.Rejected.class);
            }
        }
    }

    @Test
    void everyKindOfEvidenceIsInThePool() {
        List<String> kinds = pool().stream()
                .map(entry -> entry.claim.verdict() + " by "
                        + entry.certificate.getClass().getSimpleName())
                .distinct()
                .sorted()
                .toList();
        assertThat(kinds)
                .containsExactly(
                        "different by Separation",
                        "equal by Equality",
                        "equivariant by Equivariance",
                        "equivariant-not-layerwise by ClassAction",
                        "finitely-identifiable by Fibre",
                        "identifiable by Cited",
                        "identifiable by Fibre",
                        "layerwise-when-widened by Equivariance",
                        "layerwise-when-widened by Widening",
                        "locally-identifiable by IndependentDerivatives",
                        "no-latent-action by Exhaustion",
                        "not-identifiable by ConstantUnit",
                        "not-identifiable by OtherParameter",
                        "weakly-identifiable by Cited");
    }

    /** The certificate with the digests of another claim. */
    static Certificate bound(Certificate certificate, Claim claim) {
        List<String> digests = new ArrayList<>();
        claim.networks().forEach(network -> digests.add(Digest.of(network)));
        claim.symmetries().forEach(symmetry -> digests.add(Digest.of(symmetry)));
        RecordComponent[] components = certificate.getClass().getRecordComponents();
        Object[] fields = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < fields.length; i++) {
                types[i] = components[i].getType();
                fields[i] = i < digests.size()
                        ? digests.get(i)
                        : components[i].getAccessor().invoke(certificate);
            }
            return (Certificate)
                    certificate.getClass().getDeclaredConstructor(types).newInstance(fields);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
