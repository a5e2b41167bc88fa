package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the laws on every smooth function. */
class FunctionsTest {
    private static final int REPEATS = 12;

    static Stream<FunctionLaws> functions() {
        return Stream.of(
                laws("exp", ExponentialFunctions::exp, Reference::exp, -3, 3, 21),
                laws("exp of great arguments", ExponentialFunctions::exp, Reference::exp, -60, 2, 8),
                laws("expm1", ExponentialFunctions::expm1, x -> Reference.exp(x).subtract(BigDecimal.ONE), -3, 3, 21),
                laws("log", ExponentialFunctions::log, Reference::log, 1, 50, 1),
                laws("sinh", ExponentialFunctions::sinh, Reference::sinh, -4, 4, 28),
                laws("cosh", ExponentialFunctions::cosh, Reference::cosh, -4, 4, 28),
                laws("sigmoid", ExponentialFunctions::sigmoid, Reference::sigmoid, -30, 30, 1),
                laws("tanh", ExponentialFunctions::tanh, Reference::tanh, -9, 9, 1),
                laws("softplus", ExponentialFunctions::softplus, Reference::softplus, -20, 20, 1),
                laws("sin", TrigonometricFunctions::sin, Reference::sin, -7, 7, 1),
                laws("sin of great angles", TrigonometricFunctions::sin, Reference::sin, -50, 50, 1),
                laws("cos", TrigonometricFunctions::cos, Reference::cos, -7, 7, 1),
                laws("tan", TrigonometricFunctions::tan, Reference::tan, -1, 1, 4),
                laws("sinc", TrigonometricFunctions::sinc, Reference::sinc, -3, 3, 1),
                laws("sinc of great angles", TrigonometricFunctions::sinc, Reference::sinc, -20, 20, 1),
                laws("arctan", TrigonometricFunctions::arctan, Reference::arctan, -5, 5, 1),
                laws("erf", NormalFunctions::erf, Reference::erf, -3, 3, 2),
                laws("erf of great arguments", NormalFunctions::erf, Reference::erf, -12, 12, 2),
                laws(
                        "normal distribution",
                        NormalFunctions::normalDistribution,
                        Reference::normalDistribution,
                        -9,
                        9,
                        1),
                laws("gelu", NormalFunctions::gelu, Reference::gelu, -9, 9, 2),
                laws("gelu near its minimum", NormalFunctions::gelu, Reference::gelu, -1, 0, 1));
    }

    private static FunctionLaws laws(
            String name,
            UnaryOperator<Enclosure> function,
            UnaryOperator<BigDecimal> reference,
            int least,
            int greatest,
            int slope) {
        return new FunctionLaws(name, function, reference, least, greatest, new BigFraction(slope));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void enclosesValuesAtPointsWithinFourUnits(FunctionLaws laws) {
        Random random = new Random(1);
        for (int i = 0; i < REPEATS; i++) {
            laws.assertPointsAreEnclosed(random);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void enclosesImagesOfThinIntervals(FunctionLaws laws) {
        Random random = new Random(2);
        for (int i = 1; i <= REPEATS; i++) {
            laws.assertIntervalsAreEnclosed(random, i);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void enclosesImagesOfWideIntervals(FunctionLaws laws) {
        Random random = new Random(3);
        for (int i = 0; i < REPEATS; i++) {
            laws.assertIntervalsAreEnclosed(random, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void agreesWithItselfAtOtherPrecisions(FunctionLaws laws) {
        Random random = new Random(4);
        for (int i = 0; i < REPEATS; i++) {
            laws.assertPrecisionsAgree(random);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void neverFailsOnTheGreatestArguments(FunctionLaws laws) {
        Enclosure greatest = Enclosure.ofDyadic(BigInteger.ONE, Enclosure.MAXIMAL_EXPONENT - 1, 64);
        Enclosure small = Enclosure.ofDyadic(BigInteger.ONE, -64, 64);
        for (Enclosure argument : List.of(greatest, small, small.union(greatest))) {
            assertThat(laws.function().apply(argument).bits()).isEqualTo(64);
            if (!laws.name().equals("log")) {
                assertThat(laws.function().apply(argument.negate()).bits()).isEqualTo(64);
            }
        }
    }
}
