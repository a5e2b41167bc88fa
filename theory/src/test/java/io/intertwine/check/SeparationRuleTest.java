package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.formula;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.Digest;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted and rejected inputs at which two networks differ. */
class SeparationRuleTest {
    private static final Network RELU = network(dense("1"), units("relu"), dense("1"));
    private static final Network LINE = network(dense("1"));
    private static final Network TANH = network(dense("1"), units("tanh"));
    private static final Network TWO = network(dense("1; 1", "0 1"));
    private static final Network OTHER_TWO = network(dense("1; 2", "0 1"));

    private static Certificate.Separation exact(Network left, Network right, String input) {
        List<Scalar> x = NetworkBuilder.vector(input);
        List<Scalar> first = Evaluation.exact(left, x).orElseThrow();
        List<Scalar> second = Evaluation.exact(right, x).orElseThrow();
        List<Value> difference = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            difference.add(new Value.Exact(first.get(i).subtract(second.get(i))));
        }
        return new Certificate.Separation(
                Digest.of(left), Digest.of(right), x, 0, values(first), values(second), difference);
    }

    private static List<Value> values(List<Scalar> numbers) {
        return numbers.stream().<Value>map(Value.Exact::new).toList();
    }

    private static Certificate.Separation enclosed(Network left, Network right, String input, int bits) {
        List<Scalar> x = NetworkBuilder.vector(input);
        List<Enclosure> first = Evaluation.enclose(left, x, bits);
        List<Enclosure> second = Evaluation.enclose(right, x, bits);
        List<Enclosure> difference = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            difference.add(first.get(i).subtract(second.get(i)));
        }
        return new Certificate.Separation(
                Digest.of(left), Digest.of(right), x, bits, bounds(first), bounds(second), bounds(difference));
    }

    private static List<Value> bounds(List<Enclosure> enclosures) {
        return enclosures.stream()
                .<Value>map(value -> new Value.Between(value.lower(), value.upper()))
                .toList();
    }

    private static EqualityClaim.Different claim(Network left, Network right) {
        return new EqualityClaim.Different(left, right);
    }

    @Test
    void anInputWithDifferentExactValuesIsAccepted() {
        Theorem theorem = accept(claim(RELU, LINE), exact(RELU, LINE, "-1"));
        assertThat(theorem.rule()).isEqualTo("Both outputs were computed again exactly at the recorded input.");
        assertThat(theorem.toString()).startsWith("The two networks compute different functions.");
        accept(claim(TWO, OTHER_TWO), exact(TWO, OTHER_TWO, "1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 64, 200})
    void anInputWithDisjointEnclosuresIsAccepted(int bits) {
        assertThat(accept(claim(TANH, LINE), enclosed(TANH, LINE, "1", bits)).rule())
                .contains("in proven enclosures");
    }

    @Test
    void anInputWhereTheNetworksAgreeProvesNothing() {
        String reason = "no entry of the difference is known to differ from 0";
        reject(claim(RELU, LINE), exact(RELU, LINE, "1"), reason);
        reject(claim(TANH, TANH), enclosed(TANH, TANH, "1", 64), reason);
        reject(claim(TANH, LINE), enclosed(TANH, LINE, "1/100000", 4), reason);
    }

    @Test
    void theInputMustFitBothNetworks() {
        Network wide = network(dense("1 1"));
        Certificate.Separation one = new Certificate.Separation(
                Digest.of(LINE), Digest.of(wide), NetworkBuilder.vector("1"), 0, List.of(), List.of(), List.of());
        reject(claim(LINE, wide), one, "the input has 1 entries, expected 2");
        Certificate.Separation two = new Certificate.Separation(
                Digest.of(LINE), Digest.of(wide), NetworkBuilder.vector("1 1"), 0, List.of(), List.of(), List.of());
        reject(claim(LINE, wide), two, "the input has 2 entries, expected 1");
    }

    @Test
    void theOutputsMustBeOfTheSameSize() {
        Certificate.Separation separation = new Certificate.Separation(
                Digest.of(LINE), Digest.of(TWO), NetworkBuilder.vector("1"), 0, List.of(), List.of(), List.of());
        reject(claim(LINE, TWO), separation, "the networks have different numbers of outputs");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Enclosure.MAXIMAL_BITS + 1, Integer.MAX_VALUE})
    void thePrecisionMustBeInRange(int bits) {
        Certificate.Separation honest = exact(RELU, LINE, "-1");
        Certificate.Separation other = new Certificate.Separation(
                honest.left(),
                honest.right(),
                honest.input(),
                bits,
                honest.leftValue(),
                honest.rightValue(),
                honest.difference());
        reject(claim(RELU, LINE), other, "the precision must be between 0 and " + Enclosure.MAXIMAL_BITS);
    }

    @Test
    void recordedValuesMustBeTheRecomputedOnes() {
        Certificate.Separation honest = exact(RELU, LINE, "-1");
        List<Value> other = List.of(new Value.Exact(Scalar.of(7)));
        for (List<List<Value>> values : List.of(
                List.of(other, honest.rightValue(), honest.difference()),
                List.of(honest.leftValue(), other, honest.difference()),
                List.of(honest.leftValue(), honest.rightValue(), other),
                List.of(honest.leftValue(), honest.rightValue(), List.<Value>of()))) {
            Certificate.Separation wrong = new Certificate.Separation(
                    honest.left(), honest.right(), honest.input(), 0, values.get(0), values.get(1), values.get(2));
            reject(claim(RELU, LINE), wrong, "the recorded outputs are not the recomputed ones");
        }
    }

    @Test
    void valuesThatAreNoExactNumbersNeedAPrecision() {
        Certificate.Separation left = new Certificate.Separation(
                Digest.of(TANH), Digest.of(LINE), NetworkBuilder.vector("1"), 0, List.of(), List.of(), List.of());
        reject(claim(TANH, LINE), left, "the outputs have no exact value at this input; give a precision");
        Certificate.Separation right = new Certificate.Separation(
                Digest.of(LINE), Digest.of(TANH), NetworkBuilder.vector("1"), 0, List.of(), List.of(), List.of());
        reject(claim(LINE, TANH), right, "the outputs have no exact value at this input; give a precision");
    }

    @Test
    void aPlaceWithoutValueProvesNothing() {
        Network logarithm = network(new Layer.Entrywise(List.of(formula("log(x)"))));
        Certificate.Separation exact = new Certificate.Separation(
                Digest.of(logarithm), Digest.of(LINE), NetworkBuilder.vector("-1"), 0, List.of(), List.of(), List.of());
        reject(claim(logarithm, LINE), exact, "the outputs have no exact value at this input");
        Certificate.Separation enclosed = new Certificate.Separation(
                Digest.of(logarithm),
                Digest.of(LINE),
                NetworkBuilder.vector("-1"),
                20,
                List.of(),
                List.of(),
                List.of());
        reject(claim(logarithm, LINE), enclosed, "an output could not be bounded at this precision");
    }

    @Test
    void inputsOfFieldsThatDoNotFitTogetherDecideNothing() {
        Network cosine = network(dense("cos(2*pi/37)"));
        Certificate.Separation separation = new Certificate.Separation(
                Digest.of(cosine),
                Digest.of(LINE),
                NetworkBuilder.vector("cos(2*pi/41)"),
                0,
                List.of(),
                List.of(),
                List.of());
        reject(claim(cosine, LINE), separation, "the outputs have no exact value at this input");
    }

    @Test
    void theValueOfASoftmaxIsEnclosed() {
        Network soft = network(dense("1; 0"), new Layer.Softmax(2));
        Network other = network(dense("2; 0"), new Layer.Softmax(2));
        accept(claim(soft, other), enclosed(soft, other, "1", 30));
        assertThat(Evaluation.exact(soft, NetworkBuilder.vector("1"))).isEqualTo(Optional.empty());
    }
}
