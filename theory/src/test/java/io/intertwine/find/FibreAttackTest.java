package io.intertwine.find;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.derive.Derivation;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Identification.Verdict;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts to make the searches for classes, for other parameters and for subgroups say something false, or to make them fail. */
class FibreAttackTest {
    private static final Symmetry EVEN = WorkedExamples.reflection(1, 1);
    private static final Symmetry ODD = WorkedExamples.reflection(1, -1);
    private static final Symmetry SWAP = WorkedExamples.swap(1);

    private static NetworkBuilder net() {
        return new NetworkBuilder();
    }

    private static Activation activation(String name) throws FormatException {
        return ActivationNames.parse(name);
    }

    /** (widths) without biases: dense layers "1 2; 3 4 | 5 6", units of one activation between them. */
    private static Network unbiased(String activation, String layers) throws FormatException {
        NetworkBuilder builder = net();
        String[] weights = layers.split("\\|");
        for (int i = 0; i < weights.length; i++) {
            builder.dense(weights[i].strip());
            if (i + 1 < weights.length && !activation.equals("none")) {
                builder.activation(activation(activation));
            }
        }
        return builder.build();
    }

    private static Network mixed(Activation first, Activation second) {
        return new Network(List.of(
                new Layer.Dense(matrix("1 2; 2 1"), List.of()),
                new Layer.Entrywise(List.of(first, second)),
                new Layer.Dense(matrix("2 1"), List.of())));
    }

    @Test
    void aUnitWithoutIncomingWeightsDoesNotMakeTheSubgroupSmaller() {
        // Signs on both units: the row of the second one is zero, its outgoing weight is not.
        Network network = net().dense("1; 0").activation("tanh").dense("1 1").build();
        Verification found = Verifier.verify(network, ODD, 1);
        assertThat(found).isInstanceOf(Verification.Layerwise.class);
        assertThat(found.survey().subgroup()).allMatch(subgroup -> subgroup.index() == 1);
        assertThat(found.reasons()).noneMatch(reason -> reason.endsWith("level only"));
    }

    @Test
    void nothingIsSaidOfTheSubgroupWhereDifferentUnitsMayBeExchanged() throws FormatException {
        Network network = mixed(activation("tanh"), activation("expr:2*tanh(x)"));
        Verification found = Verifier.verify(network, SWAP, 1);
        assertThat(found.survey().given()).isNotEqualTo(Answer.REFUTED);
        assertThat(found.survey().subgroup()).isEmpty();
    }

    @Test
    void clonesThatAreTooManyForMatchingDoNotMakeTheSubgroupSmaller() {
        // Both generators negate the output; -1 on the inputs is carried by a permutation of the clones.
        Network network = net().dense("-1 -2; -2 1; -1 -2; -1 -2; 2 -1; -1 2; 2 1; 2 -1; -1 -2; 2 1; 1 -2; -2 1; 2 1; "
                        + "-1 2; 2 1; 1 -2")
                .activation("logsigmoid")
                .dense("-2 -2 -2 2 2 2 2 -2 2 -2 2 2 -2 -2 2 -2", "0")
                .build();
        AffineMap turn = AffineMap.of(matrix("0 -1; 1 0"), vector("0 0"));
        AffineMap mirror = AffineMap.of(matrix("0 1; 1 0"), vector("0 0"));
        AffineMap minus = AffineMap.of(matrix("-1"), vector("0"));
        Symmetry square =
                WorkedExamples.symmetry(Presentation.dihedral(4), List.of(turn, mirror), List.of(minus, minus));
        Verification found = Verifier.verify(network, square, 1);
        assertThat(found.survey().subgroup()).allMatch(subgroup -> subgroup.order() == 2);
    }

    @ParameterizedTest
    @CsvSource({
        // 0 = 0 relu(x) = 1 relu(0 x): the signs of two numbers whose product is 0.
        "relu, 0 | 1, ''",
        "relu, 1 | 0, ''",
        "abs, 1 | 0, ''",
        "power:2, 0 | 1, ''",
        "relu, 1 | 0 | 1, ''",
        "heaviside, 1 | 0, ''",
        "tanh, 1 | 0, infinite",
        "gelu, 1 | 0, infinite",
        "relu, 1; 1 | 0 1, infinite",
        "relu, 1 1 | 0, infinite",
        "relu, 0 | 1; 1, infinite",
        // Theorem 4 of docs/FIBRES.md, counted by hand.
        "none, 1 0; 0 1 | 1 0, 2",
        "none, 1 0; 0 1; 0 0 | 1 1 0, 2",
        "none, 0 | 1, 3",
        "none, 0; 0 | 1 0, 4",
        "none, 0 0; 0 0 | 0 0, infinite"
    })
    void classesAreInfinitelyManyOnlyWhereTheGroupsLeaveThemSo(String activation, String layers, String classes)
            throws FormatException {
        Identification found = Identifier.identify(unbiased(activation, layers), 1);
        assertThat(found.verdict()).isIn(Verdict.NOT_IDENTIFIABLE, Verdict.WEAKLY_IDENTIFIABLE);
        assertThat(found.classes()).isEqualTo(classes);
    }

    private static NetworkBuilder irrational(String activation, String weights, String outgoing) {
        return net().dense(weights, "sqrt(31) sqrt(31)").activation(activation).dense(outgoing, "sqrt(71)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "gelu", "abs", "sin"})
    void irrationalNumbersOfManyFieldsEndNoSearch(String activation) {
        String even = "sqrt(17) sqrt(229); sqrt(229) sqrt(17)";
        Network good = irrational(activation, even, "sqrt(53) sqrt(53)").build();
        Network bad = irrational(activation, even, "sqrt(53) sqrt(59)").build();
        Network worse = irrational(activation, "sqrt(17) sqrt(229); sqrt(229) sqrt(13)", "sqrt(53) sqrt(59)")
                .build();
        assertThat(Verifier.verify(good, SWAP, 1)).isInstanceOf(Verification.Layerwise.class);
        assertThat(Verifier.verify(bad, SWAP, 1)).isInstanceOf(Verification.NotEquivariant.class);
        assertThat(Verifier.verify(worse, SWAP, 1)).isInstanceOf(Verification.NotEquivariant.class);
        assertThat(EqualitySearch.compare(good, worse, 1)).isInstanceOf(Equality.Different.class);
        assertThat(NetworkReduction.of(worse).reduced()).isEqualTo(worse);
        assertThat(Identifier.identify(worse, 1).verdict()).isNotEqualTo(Verdict.NOT_IDENTIFIABLE);
    }

    @Test
    void anActivationWithIrrationalValuesIsEnclosed() throws FormatException {
        Network left = net().dense("1; 2")
                .activation(activation("expr:sqrt(x^2+1)"))
                .dense("1 1")
                .build();
        Network right = net().dense("1; 2")
                .activation(activation("expr:sqrt(x^2+1)"))
                .dense("1 2")
                .build();
        assertThat(EqualitySearch.compare(left, right, 1)).isInstanceOf(Equality.Different.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expr:max(x,0)",
                "expr:if(x>0,x,0)",
                "expr:(x+abs(x))/2",
                "expr:x*heaviside(x)",
                "expr:2*max(x,0)"
            })
    void aHatInOtherWordsIsNeverCalledLayerwise(String activation) throws FormatException {
        Network hat = net().dense("1; 1; 1", "1 0 -1")
                .activation(activation(activation))
                .dense("1 -2 1", "0")
                .build();
        Verification found = Verifier.verify(hat, EVEN, 1);
        assertThat(found)
                .isNotInstanceOf(Verification.Layerwise.class)
                .isNotInstanceOf(Verification.NotEquivariant.class);
        assertThat(found.survey().given()).isEqualTo(Answer.REFUTED);
        assertThat(Identifier.identify(hat, 1).verdict()).isNotEqualTo(Verdict.IDENTIFIABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "abs", "gelu", "softplus", "tanh", "elu"})
    void aTinyBumpFarAwayIsNotOverlooked(String activation) {
        Network bump = net().dense(
                        "1 0; 0 1; 1 0; 1 0; 1 0", "0 0 -1000000000 -1000000000.000000000001 -1000000000.000000000002")
                .activation(activation)
                .dense("1 1 1 -2 1")
                .build();
        Verification found = Verifier.verify(bump, SWAP, 1);
        assertThat(found.survey().equivariant()).isNotEqualTo(Answer.HOLDS);
        if (List.of("relu", "abs").contains(activation)) {
            assertThat(found).isInstanceOf(Verification.NotEquivariant.class);
        }
    }

    @Test
    void stepsThatDifferInSinglePointsAreDifferent() {
        Network sum =
                net().dense("1; -1", "0 0").activation("heaviside").dense("1 1").build();
        Network one =
                net().dense("0; 0", "1 0").activation("heaviside").dense("1 0").build();
        assertThat(EqualitySearch.compare(sum, one, 1)).isInstanceOf(Equality.Equal.class);
        Network floors =
                net().dense("1; -1", "0 0").activation("floor").dense("1 1").build();
        Network minusOne =
                net().dense("0; 0", "-1 0").activation("floor").dense("1 0").build();
        assertThat(EqualitySearch.compare(floors, minusOne, 1)).isInstanceOf(Equality.Different.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/x", "log(x)", "sqrt(x)", "tan(x)"})
    void functionsWithoutAValueSomewhereAreRefusedInWords(String formula) throws ExpressionSyntaxException {
        Expression expression = Expression.parse(formula);
        Activation partial = Activations.of(expression, () -> Derivation.unitGroup(expression));
        Network network =
                net().dense("1; -1", "1 1").activation(partial).dense("1 1").build();
        assertThat(Verifier.verify(network, EVEN, 1)).isInstanceOf(Verification.Undetermined.class);
        for (Runnable search : List.<Runnable>of(
                () -> Identifier.identify(network, 1),
                () -> EqualitySearch.compare(network, network, 1),
                () -> NetworkReduction.of(network))) {
            assertThatThrownBy(search::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a value at every real number");
        }
    }

    private static void assertRejected(Claim claim, Certificate certificate) {
        assertThat(Checker.check(claim, certificate)).isInstanceOf(CheckResult.Rejected.class);
    }

    @Test
    void noSetOfFlipsMayBeLeftOut() {
        Network hat = WorkedExamples.hat("relu");
        String digest = Digest.of(hat);
        FibreEvidence one = new FibreEvidence.Flips(List.of(List.of()));
        FibreEvidence both = new FibreEvidence.Flips(List.of(List.of(), List.of(0, 1, 2)));
        assertRejected(new ParameterClaim.Identifiable(hat, false), new Certificate.Fibre(digest, one));
        assertRejected(new ParameterClaim.Identifiable(hat, false), new Certificate.Fibre(digest, both));
        assertRejected(new ParameterClaim.FinitelyIdentifiable(hat, 3), new Certificate.Fibre(digest, both));
        AffineMap identity = AffineMap.identity(3);
        ClassMove stay = new ClassMove(0, List.of(identity, identity));
        assertRejected(
                new SymmetryClaim.NotLayerwise(hat, EVEN),
                new Certificate.ClassAction(digest, Digest.of(EVEN), one, List.of(List.of(stay))));
        assertRejected(
                new SymmetryClaim.NotLayerwise(hat, EVEN),
                new Certificate.ClassAction(
                        digest, Digest.of(EVEN), both, List.of(List.of(new ClassMove(1, stay.gauge()), stay))));
        assertRejected(
                new SymmetryClaim.NotLayerwise(hat, EVEN),
                new Certificate.ClassAction(digest, Digest.of(EVEN), both, List.of()));
    }

    @Test
    void criteriaAreNotStretched() throws FormatException {
        Network twice = net().dense("1; 2")
                .activation(activation("expr:2*tanh(x)"))
                .dense("1 1")
                .build();
        assertRejected(
                new ParameterClaim.Identifiable(twice, false),
                new Certificate.Cited(Digest.of(twice), List.of(), "tanh-shallow"));
        Network hat = WorkedExamples.hat("relu");
        assertRejected(
                new ParameterClaim.Identifiable(hat, false),
                new Certificate.Cited(Digest.of(hat), List.of(), "relu-shallow"));
        // Another parameter of the same function is no submodel.
        Network clones = net().dense("1; 1").activation("tanh").dense("1 1").build();
        ReductionStep replace = new ReductionStep.Replace(
                0, 3, net().dense("1").activation("tanh").dense("2").build().layers(), new Comparison.Ridge(List.of()));
        assertRejected(
                new ParameterClaim.Identifiable(clones, true),
                new Certificate.Cited(Digest.of(clones), List.of(replace), "tanh-shallow"));
    }

    @Test
    void aRelatedParameterIsNoOther() {
        Network relu = net().dense("1; 2").activation("relu").dense("1 3").build();
        Network scaled = net().dense("4; 3").activation("relu").dense("3/2 1/3").build();
        assertThat(EqualitySearch.compare(relu, scaled, 1)).isInstanceOf(Equality.Equal.class);
        Network simple = net().dense("1; -1").activation("relu").dense("1 3").build();
        Network moved = net().dense("-2; 3").activation("relu").dense("3/2 1/3").build();
        assertRejected(
                new ParameterClaim.NotIdentifiable(simple),
                new Certificate.OtherParameter(
                        Digest.of(simple), moved, EqualityProof.of(new Comparison.Ridge(List.of()))));
        // Logits count up to a common number.
        Network logits = new Network(List.of(
                new Layer.Dense(matrix("1; -1"), List.of()),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
                new Layer.Dense(matrix("1 2; 3 4"), vector("0 1")),
                new Layer.Softmax(2)));
        Network shifted = new Network(List.of(
                new Layer.Dense(matrix("1; -1"), List.of()),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
                new Layer.Dense(matrix("2 7; 4 9"), vector("5 6")),
                new Layer.Softmax(2)));
        List<AffineMap> same = List.of(AffineMap.identity(2), AffineMap.identity(2), AffineMap.identity(1));
        assertRejected(
                new ParameterClaim.NotIdentifiable(logits),
                new Certificate.OtherParameter(
                        Digest.of(logits), shifted, EqualityProof.of(new Comparison.Gauge(same))));
    }

    @Test
    void zeroRowsHaveMoreMapsThanAreGoneThrough() {
        Network network = net().dense("1; 0").activation("tanh").dense("1 1").build();
        assertRejected(
                new SymmetryClaim.NoLatentAction(network, ODD),
                new Certificate.Exhaustion(Digest.of(network), Digest.of(ODD)));
    }

    @Test
    void theSecondClassOfDeepSquaresIsFoundWhereverItIs() throws FormatException {
        // For W_2 = [[a, b], [k a, -k b]] there are two real classes, whatever the invertible W_1 and W_3 are; else
        // one.
        assertThat(Identifier.identify(unbiased("power:2", "1 2; 3 -1 | 1 -3; 2 6 | 2 1; 1 1"), 1)
                        .classes())
                .isEqualTo("2");
        assertThat(Identifier.identify(unbiased("power:2", "1 2 0; 3 -1 1 | 1 5; -1 5 | 2 1; 1 1; 1 2"), 1)
                        .classes())
                .isEqualTo("2");
        assertThat(Identifier.identify(unbiased("power:2", "1 2; 3 -1 | 1 -3; 2 5 | 2 1; 1 1"), 1)
                        .classes())
                .isEqualTo("1");
    }

    @Test
    void theExactScalesOfRelusDoNotMatter() {
        Scalar huge = Scalar.of(Long.MAX_VALUE);
        Network network = net().dense(huge + "; " + huge + "; " + huge, huge + " 0 -" + huge)
                .activation("relu")
                .dense("1 -2 1", "0")
                .build();
        assertThat(Verifier.verify(network, EVEN, 1)).isInstanceOf(Verification.NotLayerwise.class);
        assertThat(Identifier.identify(network, 1).classes()).isEqualTo("2");
    }
}
