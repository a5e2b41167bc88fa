package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.activation.Expression;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.criterion.FamilyBound;
import io.intertwine.dimension.Dimension;
import io.intertwine.dimension.FamilyDimension;
import io.intertwine.dimension.Progress;
import io.intertwine.find.Proof;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of functional dimensions of families. */
class DimensionProperties {
    private static final long PRIME = FamilyDimension.Options.PRIME;

    @Provide
    Arbitrary<List<Integer>> widths() {
        return Arbitraries.integers().between(1, 4).list().ofMinSize(3).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> analytic() {
        return Arbitraries.of(
                "tanh",
                "sigmoid",
                "softplus",
                "silu",
                "gelu",
                "exp",
                "sin",
                "arctan",
                "gaussian",
                "power:2",
                "power:3",
                "expr:x^2+x",
                "expr:x^3-x",
                "expr:1/(1+x^2)",
                "expr:x*exp(x)",
                "expr:(x-1)^2+3");
    }

    @Provide
    Arbitrary<String> kinked() {
        return Arbitraries.of("relu", "abs", "leaky_relu:1/4", "leaky_relu:-3");
    }

    private static Architecture family(List<Integer> widths, Activation activation, boolean bias) {
        return Architecture.ofWidths(widths, List.of(activation), bias);
    }

    private static Activation activation(String name) {
        try {
            return ActivationNames.parse(name);
        } catch (FormatException wrongName) {
            throw new AssertionError(wrongName);
        }
    }

    private static Dimension dimension(Architecture architecture, long prime, long seed) {
        return FamilyDimension.of(architecture, new FamilyDimension.Options(prime, seed, 1, Progress.NONE));
    }

    /** The rank is the same for two primes and two points, except with probability about D^2 / p, which no instance here meets. */
    @Property(tries = 150, seed = "20260501")
    void theRankDoesNotDependOnThePrime(
            @ForAll("widths") List<Integer> widths, @ForAll("analytic") String name, @ForAll boolean bias) {
        Architecture architecture = family(widths, activation(name), bias);
        Dimension one = dimension(architecture, PRIME, 1);
        Dimension other = dimension(architecture, 2_147_483_647L, 2);
        assertThat(one.lower()).as("%s", architecture).isEqualTo(other.lower());
    }

    /** No lower bound is above an upper bound, and the checker accepts what the result claims, and nothing more. */
    @Property(tries = 150, seed = "20260502")
    void everyAnswerIsProved(
            @ForAll("widths") List<Integer> widths, @ForAll("analytic") String name, @ForAll boolean bias) {
        assertProved(family(widths, activation(name), bias));
    }

    /** The same for kinked activations. */
    @Property(tries = 60, seed = "20260503")
    void everyAnswerAboutKinksIsProved(@ForAll("widths") List<Integer> widths, @ForAll("kinked") String name) {
        assertProved(family(widths, activation(name), true));
    }

    private static void assertProved(Architecture architecture) {
        Dimension dimension = dimension(architecture, PRIME, 3);
        for (FamilyBound bound : dimension.bounds()) {
            assertThat(bound.value()).as("%s", bound).isGreaterThanOrEqualTo(BigInteger.valueOf(dimension.lower()));
        }
        Proof proof = dimension.proof().get(0);
        assertThat(((DimensionClaim) proof.claim()).dimension()).isEqualTo(dimension.lower());
        DimensionClaim more = new DimensionClaim.OfFamily(architecture, dimension.lower() + 1, false);
        assertThat(Checker.check(more, proof.certificate())).isInstanceOf(CheckResult.Rejected.class);
    }

    /** The parameters of a narrower network are parameters of a wider one whose further unit has no outgoing weight. */
    @Property(tries = 100, seed = "20260504")
    void theDimensionGrowsWithAHiddenWidth(
            @ForAll("widths") List<Integer> widths,
            @ForAll("analytic") String name,
            @ForAll boolean bias,
            @ForAll @IntRange(max = 2) int place) {
        Assume.that(1 + place < widths.size() - 1);
        List<Integer> wider = new ArrayList<>(widths);
        wider.set(1 + place, widths.get(1 + place) + 1);
        Dimension narrow = dimension(family(widths, activation(name), bias), PRIME, 4);
        Dimension wide = dimension(family(wider, activation(name), bias), PRIME, 5);
        assertThat(wide.lower()).isGreaterThanOrEqualTo(narrow.lower());
    }

    /** With biases, s and x -> 3 s(2 x - 1) + 5 make the same functions. */
    @Property(tries = 100, seed = "20260505")
    void affineChangesOfTheActivationKeepTheDimension(
            @ForAll("widths") List<Integer> widths, @ForAll("analytic") String name) throws FormatException {
        Expression s = activation(name).expression();
        Expression changed = s.substitute(Expression.of(2).times(Expression.X).minus(Expression.ONE))
                .times(Expression.of(3))
                .plus(Expression.of(5));
        Activation other = ActivationNames.parse(Activations.EXPRESSION_PREFIX + changed.text());
        Dimension before = dimension(family(widths, activation(name), true), PRIME, 6);
        Dimension after = dimension(family(widths, other, true), PRIME, 7);
        assertThat(after.lower()).as("%s", changed).isEqualTo(before.lower());
    }
}
