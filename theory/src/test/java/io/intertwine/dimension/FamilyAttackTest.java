package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.criterion.FamilyBounds;
import io.intertwine.find.Answer;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Families made to trick the lower or the upper bound; the true dimension is known by hand. */
class FamilyAttackTest {
    @ParameterizedTest
    @CsvSource({
        // algebraic functions in disguise: the argument is a function of the weights
        "1>1 expr:log(exp(x))^2 1>1, 1",
        "1>1 expr:sqrt(1+abs(x))^2-1 1>1, 1",
        "'1>1 expr:if(x>0,sqrt(1+x)^2-1,0) 1>1', 1",
        "1>1 expr:x-log(exp(x))+log(exp(x))^2 1>1+, 2",
        "2>2 expr:log(exp(x))^2 2>1, 4",
        // a softmax behind an activation sees no differences of logits
        "2>3+ tanh softmax, 9",
        "1>2+ relu softmax, 4",
        "1>2+ tanh 2>1+ softmax, 0",
        // biases between dense layers
        "2>1 1>2+ 2>2, 5",
        "2>1+ 1>2 2>2, 4",
        "2>2+ 2>1 1>3, 5",
        "3>2 2>1, 3",
        "3>1 1>2 2>3, 5",
        "2>3+ 3>2, 6",
        // constants
        "1>1 expr:0*x 1>3, 0",
        "1>2+ expr:softplus(0)*x+tanh(x) 2>1+, 7",
    })
    void boundsContainTheTruth(String text, int dimension) throws FormatException {
        Architecture architecture = ArchitectureText.parse(text);
        Dimension answer = FamilyDimension.of(architecture, FamilyDimension.Options.of(1));
        assertThat(answer.lower()).as("%s", answer).isLessThanOrEqualTo(dimension);
        assertThat(answer.upper().intValueExact()).as("%s", answer).isGreaterThanOrEqualTo(dimension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3>2 2>1", "3>1 1>2 2>3", "3>5+ 5>3+"})
    void productsOfMatricesOfSmallerRankAreNoOrbits(String text) throws FormatException {
        Dimension answer = FamilyDimension.of(ArchitectureText.parse(text), FamilyDimension.Options.of(1));
        assertThat(answer.isProved()).isTrue();
        assertThat(answer.locallyIdentifiable()).isEqualTo(Answer.UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3>2 2>3", "4>2+ 2>3+", "2>2 2>2"})
    void productsOfFullRankAreOrbits(String text) throws FormatException {
        Dimension answer = FamilyDimension.of(ArchitectureText.parse(text), FamilyDimension.Options.of(1));
        assertThat(answer.locallyIdentifiable()).isEqualTo(Answer.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "2>1+ expr:log(exp(x))^2 1>1+, 2",
        "'2>1+ expr:sqrt(1+max(x,0))^2-1 1>1+', 3",
        "3>2 expr:log(exp(x))^2 2>2, 1",
    })
    void disguisesAreRefusedByTheCheckerToo(String text, int bases) throws FormatException {
        Architecture architecture = ArchitectureText.parse(text);
        GenericPoint.Sampling sampling = new GenericPoint.Sampling(8388593, 1, bases, 1, 2);
        int size = (int) architecture.parameters();
        DimensionEvidence evidence = new DimensionEvidence.Generic(
                sampling,
                IntStream.range(0, size).boxed().toList(),
                IntStream.range(0, size).boxed().toList());
        assertThat(Checker.check(
                        new DimensionClaim.OfFamily(architecture, size, false),
                        new Certificate.Dimension(Digest.of(architecture), evidence)))
                .isInstanceOf(CheckResult.Rejected.class);
    }

    /** The searches end at the upper bound, which hides one that is too small: here they go on. */
    @Test
    void noRankIsAboveTheBounds() throws FormatException {
        List<String> activations = List.of(
                "tanh",
                "exp",
                "power:2",
                "power:3",
                "expr:x^2+x",
                "expr:(x-1)^2",
                "expr:exp(2*x)-3",
                "silu",
                "identity",
                "sin",
                "expr:x^3-x",
                "softplus");
        SplittableRandom random = new SplittableRandom(20261127);
        for (int i = 0; i < 250; i++) {
            List<String> words = new ArrayList<>();
            int width = random.nextInt(1, 4);
            for (int layer = random.nextInt(1, 5); layer > 0; layer--) {
                int next = random.nextInt(1, 4);
                words.add(width + ">" + next + (random.nextBoolean() ? "+" : ""));
                width = next;
                if (random.nextInt(3) > 0) {
                    words.add(activations.get(random.nextInt(activations.size())));
                }
            }
            if (random.nextInt(5) == 0) {
                words.add("softmax");
            }
            Architecture architecture = ArchitectureText.parse(String.join(" ", words));
            int counted = architecture.outputs() - (architecture.endsWithSoftmax() ? 1 : 0);
            if (counted > 0) {
                int rank = new GenericSearch(
                                architecture, FamilyDimension.Options.of(i), (int) architecture.parameters())
                        .run()
                        .map(GenericRank.Outcome::rank)
                        .orElse(0);
                assertThat(FamilyBounds.best(architecture).value().intValueExact())
                        .as("%s %s", words, FamilyBounds.of(architecture))
                        .isGreaterThanOrEqualTo(rank);
            }
        }
    }

    @Test
    void aSoftmaxAloneHasNoDimension() {
        Architecture architecture = new Architecture(List.of(new Layer.Softmax(2)));
        assertThat(FamilyBounds.best(architecture).value()).isZero();
        assertThat(FamilyBounds.symmetryDimension(architecture)).isZero();
        assertThatThrownBy(() -> FamilyDimension.of(architecture, FamilyDimension.Options.of(1)))
                .hasMessageContaining("expected an architecture with parameters");
    }
}
