package io.intertwine.activation;

import io.intertwine.activation.Expression.Symbol;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/** The sign of constant expressions, proved; throws {@link UndecidedException} where it is not found. */
final class ConstantSign {
    private static final int[] PRECISIONS = {64, 160, 400};

    private ConstantSign() {}

    /** -1, 0 or 1; with a symbol, the sign that it has for all values of the symbol. */
    static int of(Expression constant) {
        Optional<Scalar> exact = constant.exact();
        if (exact.isPresent()) {
            return exact.get().signum();
        }
        if (hasSymbol(constant)) {
            return withSymbol(constant);
        }
        int sign = enclosed(constant, PRECISIONS[0]);
        if (sign == 0) {
            NormalForm form = NormalForm.of(constant);
            return form.isNumber() ? form.coefficient(Monomial.ONE).signum() : refined(constant);
        }
        return sign;
    }

    private static int refined(Expression constant) {
        for (int bits : PRECISIONS) {
            int sign = enclosed(constant, bits);
            if (sign != 0) {
                return sign;
            }
        }
        throw new UndecidedException("whether a constant is 0 or only very small was not decided");
    }

    private static int enclosed(Expression constant, int bits) {
        try {
            Enclosure value = constant.encloseConstant(bits);
            return value.isPositive() ? 1 : value.isNegative() ? -1 : 0;
        } catch (ArithmeticException outsideTheDomain) {
            throw new UndecidedException("a constant has no value: " + outsideTheDomain.getMessage());
        }
    }

    private static int withSymbol(Expression constant) {
        Expression simple = NormalForm.simplify(constant);
        if (!hasSymbol(simple)) {
            return of(simple);
        }
        Optional<Integer> sign = RangeAnalysis.of(simple, OpenInterval.LINE).sign();
        return sign.orElseThrow(() -> new UndecidedException("the sign of a constant depends on t or n"));
    }

    static boolean hasSymbol(Expression expression) {
        return expression instanceof Symbol || expression.children().stream().anyMatch(ConstantSign::hasSymbol);
    }

    /** Compares two constants. */
    static int compare(Expression left, Expression right) {
        if (left.equals(right)) {
            return 0;
        }
        Optional<Scalar> first = left.exact();
        Optional<Scalar> second = right.exact();
        return first.isPresent() && second.isPresent() ? first.get().compareTo(second.get()) : of(left.minus(right));
    }
}
