package io.intertwine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.UnitGroup;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.Claim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What the tables of accepted and rejected certificates are written with. */
final class Table {
    private Table() {}

    /** A monomial linear map: {@code "1 0"} is a permutation, {@code "1 0 | 2 1/2"} has scales, {@code "0 | -1 | 6"} a shift. */
    static AffineMap map(String text) {
        String[] parts = text.split("\\|");
        Permutation permutation = Permutation.of(Arrays.stream(parts[0].trim().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray());
        int n = permutation.size();
        List<Scalar> scales = parts.length > 1 ? NetworkBuilder.vector(parts[1]) : Collections.nCopies(n, Scalar.ONE);
        List<Scalar> shift = parts.length > 2 ? NetworkBuilder.vector(parts[2]) : Collections.nCopies(n, Scalar.ZERO);
        return AffineMap.monomial(permutation, scales, shift);
    }

    /** A linear map given by its matrix. */
    static AffineMap matrix(String text) {
        var matrix = NetworkBuilder.matrix(text);
        return AffineMap.of(matrix, Collections.nCopies(matrix.rows(), Scalar.ZERO));
    }

    /** A group with one generator s and relators s^n; n = 0 is the free group. */
    static GroupDescription cyclic(int n) {
        return new Presentation(List.of("s"), n == 0 ? List.of() : List.of(Word.power(0, n)));
    }

    /** The group that the actions of one generator s generate. */
    static GroupDescription generated() {
        return new GroupDescription.Generated(List.of("s"));
    }

    /** A symmetry with one generator. */
    static Symmetry symmetry(GroupDescription group, AffineMap input, AffineMap output) {
        return symmetry(group, List.of(input), List.of(output));
    }

    /** A symmetry with at least one generator. */
    static Symmetry symmetry(GroupDescription group, List<AffineMap> inputs, List<AffineMap> outputs) {
        return new Symmetry(
                new Representation(group, inputs.get(0).dimension(), inputs),
                new Representation(group, outputs.get(0).dimension(), outputs));
    }

    /** A certificate at the given parameters: for each generator the maps of the latent spaces. */
    static Certificate.Layerwise certificate(Network network, Symmetry symmetry, List<List<AffineMap>> actions) {
        return new Certificate.Layerwise(
                Digest.of(network), Digest.of(symmetry), List.of(), Digest.of(network), actions);
    }

    /** A certificate at another parameter. */
    static Certificate.Layerwise certificate(
            Network network, Symmetry symmetry, List<ReductionStep> steps, List<List<AffineMap>> actions) {
        Network result = network;
        for (ReductionStep step : steps) {
            result = Checker.reparametrise(result, step);
        }
        return new Certificate.Layerwise(Digest.of(network), Digest.of(symmetry), steps, Digest.of(result), actions);
    }

    static SymmetryClaim.LayerwiseEquivariant claim(Network network, Symmetry symmetry) {
        return new SymmetryClaim.LayerwiseEquivariant(network, symmetry, false);
    }

    /** Evidence for equality without steps. */
    static Certificate.Equality equality(Network left, Network right, Comparison comparison) {
        return equality(left, right, EqualityProof.of(comparison));
    }

    static Certificate.Equality equality(Network left, Network right, EqualityProof proof) {
        return new Certificate.Equality(Digest.of(left), Digest.of(right), proof);
    }

    /** The comparison by maps of the latent spaces. */
    static Comparison gauge(AffineMap... maps) {
        return new Comparison.Gauge(List.of(maps));
    }

    /** The comparison by ridge functions, with the relation s(x) - s(-x) = x for activations of these names. */
    static Comparison ridge(String... activations) {
        return new Comparison.Ridge(Arrays.stream(activations)
                .map(name -> new Comparison.Bypass(Activations.requireNamed(name), Scalar.ONE))
                .toList());
    }

    /** The network of these layers. */
    static Network network(Layer... layers) {
        return new Network(List.of(layers));
    }

    static Layer.Dense dense(String weight) {
        return new Layer.Dense(NetworkBuilder.matrix(weight), List.of());
    }

    static Layer.Dense dense(String weight, String bias) {
        return new Layer.Dense(NetworkBuilder.matrix(weight), NetworkBuilder.vector(bias));
    }

    /** Units with the activations of these names. */
    static Layer.Entrywise units(String... names) {
        return new Layer.Entrywise(
                Arrays.stream(names).map(Activations::requireNamed).toList());
    }

    /** An activation by its formula, whose group is said to be trivial. */
    static Activation formula(String text) {
        return formula(text, UnitGroup.trivial());
    }

    /** An activation by its formula, whose group is said to be this. */
    static Activation formula(String text, UnitGroup group) {
        try {
            return Activations.of(Expression.parse(text), () -> group);
        } catch (ExpressionSyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    static Theorem accept(Claim claim, Certificate certificate) {
        CheckResult result = Checker.check(claim, certificate);
        assertThat(result).isInstanceOf(CheckResult.Accepted.class);
        Theorem theorem = ((CheckResult.Accepted) result).theorem();
        assertThat(theorem.claim()).isSameAs(claim);
        return theorem;
    }

    static void reject(Claim claim, Certificate certificate, String reason) {
        CheckResult result = Checker.check(claim, certificate);
        assertThat(result).isInstanceOf(CheckResult.Rejected.class);
        assertThat(((CheckResult.Rejected) result).reason()).contains(reason);
    }
}
