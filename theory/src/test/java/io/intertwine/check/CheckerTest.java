package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.certificate;
import static io.intertwine.check.Table.claim;
import static io.intertwine.check.Table.cyclic;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.symmetry;
import static io.intertwine.construct.NetworkBuilder.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.claim.Claim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker reads the claim from the caller and binds the certificate to it. */
class CheckerTest {
    private static final Network NETWORK = new NetworkBuilder()
            .dense("1 2; 2 1", "3 3")
            .activation("relu")
            .dense("5 5")
            .build();
    private static final Network OTHER = new NetworkBuilder()
            .dense("1 2; 2 1", "3 3")
            .activation("relu")
            .dense("5 6")
            .build();
    private static final Symmetry SWAP = symmetry(cyclic(2), map("1 0"), map("0"));
    private static final List<List<AffineMap>> ACTIONS = List.of(List.of(map("1 0"), map("1 0")));
    private static final Certificate.Layerwise LAYERWISE = certificate(NETWORK, SWAP, ACTIONS);
    private static final Certificate.Witness WITNESS = new Certificate.Witness(
            Digest.of(OTHER),
            Digest.of(SWAP),
            "s",
            NetworkBuilder.vector("1 0"),
            0,
            List.of(number(55)),
            List.of(number(50)),
            List.of(number(5)));

    private static Value number(int value) {
        return new Value.Exact(Scalar.of(value));
    }

    @Test
    void aClaimIsProvedByACertificateOfItsKind() {
        accept(claim(NETWORK, SWAP), LAYERWISE);
        // f(x, y) = 5 relu(x + 2 y + 3) + 6 relu(2 x + y + 3): f(0, 1) = 25 + 24 and f(1, 0) = 20 + 30.
        Certificate.Witness right = new Certificate.Witness(
                WITNESS.network(),
                WITNESS.symmetry(),
                "s",
                WITNESS.input(),
                0,
                List.of(number(49)),
                List.of(number(50)),
                List.of(number(-1)));
        accept(new SymmetryClaim.NotEquivariant(OTHER, SWAP), right);
        reject(new SymmetryClaim.NotEquivariant(OTHER, SWAP), WITNESS, "not the recomputed ones");
    }

    @Test
    void aCertificateOfAnotherKindProvesNothing() {
        reject(
                new SymmetryClaim.NotEquivariant(NETWORK, SWAP),
                LAYERWISE,
                "of another kind than the claim not-equivariant");
        reject(claim(OTHER, SWAP), WITNESS, "of another kind than the claim layerwise-equivariant");
    }

    @Test
    void theNetworksDigestBinds() {
        reject(claim(OTHER, SWAP), LAYERWISE, "speaks of another network");
        reject(new SymmetryClaim.NotEquivariant(NETWORK, SWAP), WITNESS, "speaks of another network");
    }

    @Test
    void theSymmetrysDigestBinds() {
        Symmetry other = symmetry(cyclic(4), map("1 0"), map("0"));
        reject(claim(NETWORK, other), LAYERWISE, "speaks of another symmetry");
        reject(new SymmetryClaim.NotEquivariant(OTHER, other), WITNESS, "speaks of another symmetry");
    }

    @Test
    void theSymmetryMustFitTheNetwork() {
        Symmetry wide = symmetry(cyclic(2), map("1 0 2"), map("0"));
        reject(
                claim(NETWORK, wide),
                certificate(NETWORK, wide, ACTIONS),
                "acts on 3 inputs and 1 outputs, but the network has 2 and 1");
        Symmetry tall = symmetry(cyclic(2), map("1 0"), map("0 1"));
        reject(
                claim(NETWORK, tall),
                certificate(NETWORK, tall, ACTIONS),
                "acts on 2 inputs and 2 outputs, but the network has 2 and 1");
    }

    @Test
    void whetherTheParameterIsAnotherOneIsPartOfTheClaim() {
        Claim other = new SymmetryClaim.LayerwiseEquivariant(NETWORK, SWAP, true);
        reject(other, LAYERWISE, "no reparametrisation is given");
        Certificate.Layerwise stepped =
                certificate(NETWORK, SWAP, List.of(new ReductionStep.Prune(0, List.of())), ACTIONS);
        reject(claim(NETWORK, SWAP), stepped, "the certificate speaks of a reparametrised network");
        assertThat(accept(other, stepped).toString())
                .contains("a parameter of the same architecture with the same function");
    }

    @Test
    void aReparametrisedNetworkHasTheArchitectureOfTheGivenOne() {
        Network spare = new NetworkBuilder()
                .dense("1 2; 2 1; 3 4", "3 3 5")
                .activation("relu")
                .dense("5 5 0")
                .build();
        reject(
                new SymmetryClaim.LayerwiseEquivariant(spare, SWAP, true),
                certificate(spare, SWAP, List.of(new ReductionStep.Drop(0, List.of(2))), ACTIONS),
                "the steps lead to a network of another architecture");
        AffineMap three = map("1 0 2");
        accept(
                new SymmetryClaim.LayerwiseEquivariant(spare, SWAP, true),
                certificate(
                        spare, SWAP, List.of(new ReductionStep.Prune(0, List.of(2))), List.of(List.of(three, three))));
    }

    @Test
    void theDigestOfTheResultBinds() {
        Certificate.Layerwise other = new Certificate.Layerwise(
                LAYERWISE.network(), LAYERWISE.symmetry(), List.of(), Digest.of(OTHER), ACTIONS);
        reject(claim(NETWORK, SWAP), other, "the digest of the network after the steps is not the recorded one");
    }

    @Test
    void aStepThatChangesTheFunctionIsRefused() {
        ReductionStep prune = new ReductionStep.Prune(0, List.of(0));
        assertThatThrownBy(() -> Checker.reparametrise(NETWORK, prune))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit 0 has outgoing weights");
        Certificate.Layerwise stepped = new Certificate.Layerwise(
                LAYERWISE.network(), LAYERWISE.symmetry(), List.of(prune), LAYERWISE.result(), ACTIONS);
        reject(new SymmetryClaim.LayerwiseEquivariant(NETWORK, SWAP, true), stepped, "unit 0 has outgoing weights");
    }

    private static Expression formula(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Test
    void evidenceAboutActivationsIsOfTheKindOfTheClaim() {
        Certificate identity = new Certificate.Identity(List.of());
        Certificate values = new Certificate.IndependentValues(0, List.of(), 8);
        Claim same = new ActivationClaim.Identity(formula("sin(x)^2 + cos(x)^2"), formula("1"));
        assertThat(accept(same, identity).toString()).endsWith("piece by piece.");
        reject(same, values, "of another kind than the claim identity");
        Activation tanh = Activations.requireNamed("tanh");
        reject(
                new ActivationClaim.Relations(tanh, List.of()),
                values,
                "of another kind than the claim activation-relations");
        reject(
                new ActivationClaim.Intertwiner(tanh, matrix("1 0; 0 1"), matrix("1 0; 0 1")),
                values,
                "of another kind than the claim intertwiner");
        reject(
                new ActivationClaim.NotIntertwiner(tanh, matrix("1 1; 0 1")),
                identity,
                "of another kind than the claim not-intertwiner");
    }

    @Test
    void aCertificateBindsAsManyThingsAsTheClaimSpeaksOf() {
        Certificate identity = new Certificate.Identity(List.of());
        reject(claim(NETWORK, SWAP), identity, "of another kind than the claim layerwise-equivariant");
        Claim same = new ActivationClaim.Identity(formula("x"), formula("x"));
        reject(same, LAYERWISE, "of another kind than the claim identity");
        reject(
                new ParameterClaim.NotIdentifiable(NETWORK),
                LAYERWISE,
                "of another kind than the claim not-identifiable");
    }

    @Test
    void aMonomialMatrixHasAMonomialCompanion() {
        Activation tanh = Activations.requireNamed("tanh");
        reject(
                new ActivationClaim.Intertwiner(tanh, matrix("0 1; 1 0"), matrix("1 1; 0 1")),
                new Certificate.Identity(List.of()),
                "the matrices are not monomial, and the activation is not known to be affine");
    }

    @Test
    void classesThatAreNotProvedToBeAllAreRefused() {
        FibreEvidence one = new FibreEvidence.Flips(List.of(List.of()));
        Network single = new NetworkBuilder()
                .dense("1; 1", "0 1")
                .activation("relu")
                .dense("1 1")
                .build();
        assertThat(Checker.classes(single, one)).containsExactly(single);
        assertThatThrownBy(() -> Checker.classes(single, new FibreEvidence.Flips(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the sets of units are not those that may be negated");
    }

    @Test
    void aStepWithNumbersThatDoNotFitTogetherIsRefused() {
        Network linear = new NetworkBuilder().dense("cos(2*pi/37)").dense("1").build();
        ReductionStep refactor =
                new ReductionStep.Refactor(0, matrix("cos(2*pi/37)"), List.of(), matrix("cos(2*pi/41)"), List.of());
        assertThatThrownBy(() -> Checker.reparametrise(linear, refactor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasRootCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void expressionsOfTooManyTermsAreNotDecided() {
        Expression large = formula("x*(x + exp(x) + tanh(x) + sin(x) + cos(x))^10");
        reject(
                new ActivationClaim.Identity(large, formula("0")),
                new Certificate.Identity(List.of()),
                "the expression has too many terms");
    }
}
