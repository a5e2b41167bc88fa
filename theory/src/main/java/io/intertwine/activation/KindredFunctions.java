package io.intertwine.activation;

import io.intertwine.exact.Polynomial;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The algebraic relations between different functions of one argument u, such as sin(u)^2 + cos(u)^2 = 1. */
final class KindredFunctions {
    private final BiFunction<Function, Polynomial, Optional<Polynomial>> known;
    private final Polynomial u;

    /** The functions of u among those that are known: a function and its argument give its variable, if it has one. */
    KindredFunctions(BiFunction<Function, Polynomial, Optional<Polynomial>> known, Polynomial u) {
        this.known = known;
        this.u = u;
    }

    /** A polynomial in the values of some functions. */
    @FunctionalInterface
    private interface Relation {
        Polynomial of(List<Polynomial> values);
    }

    /** Polynomials that vanish. */
    Stream<Polynomial> relations() {
        return Stream.of(
                        between(
                                List.of(Function.SIN, Function.COS),
                                y -> square(y, 0).add(square(y, 1)).subtract(Polynomial.ONE)),
                        between(
                                List.of(Function.COSH, Function.SINH),
                                y -> square(y, 0).subtract(square(y, 1)).subtract(Polynomial.ONE)),
                        between(List.of(Function.TAN, Function.COS, Function.SIN), KindredFunctions::quotient),
                        between(List.of(Function.TANH, Function.COSH, Function.SINH), KindredFunctions::quotient),
                        between(
                                List.of(Function.EXP, Function.COSH, Function.SINH),
                                y -> y.get(0).subtract(y.get(1)).subtract(y.get(2))),
                        between(
                                List.of(Function.EXP, Function.SIGMOID),
                                y -> y.get(0)
                                        .subtract(y.get(0).add(Polynomial.ONE).multiply(y.get(1)))),
                        known.apply(Function.SOFTPLUS, u)
                                .flatMap(softplus -> known.apply(Function.TANH, softplus))
                                .flatMap(this::tangentOfSoftplus))
                .flatMap(Optional::stream);
    }

    private Optional<Polynomial> between(List<Function> functions, Relation zero) {
        List<Polynomial> values = functions.stream()
                .map(f -> known.apply(f, u))
                .flatMap(Optional::stream)
                .toList();
        return values.size() == functions.size() ? Optional.of(zero.of(values)) : Optional.empty();
    }

    private static Polynomial square(List<Polynomial> y, int i) {
        return y.get(i).pow(2);
    }

    /** The first is the third over the second. */
    private static Polynomial quotient(List<Polynomial> y) {
        return y.get(0).multiply(y.get(1)).subtract(y.get(2));
    }

    /** tanh(log(1 + e^u)) = (1 - q^2) / (1 + q^2) with q = 1 - sigmoid(u). */
    private Optional<Polynomial> tangentOfSoftplus(Polynomial tangent) {
        return between(List.of(Function.SIGMOID), y -> {
            Polynomial square = Polynomial.ONE.subtract(y.get(0)).pow(2);
            return tangent.multiply(Polynomial.ONE.add(square)).subtract(Polynomial.ONE.subtract(square));
        });
    }
}
