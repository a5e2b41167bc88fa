package io.intertwine.derive;

import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import java.util.List;

/** Groups in a form that tests compare: elements as a list of constants, up to the order of terms. */
final class Groups {
    private Groups() {}

    static Expression formula(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException broken) {
            throw new AssertionError(text, broken);
        }
    }

    static UnitSymmetries constant(String text) {
        return Analytic.symmetries(formula(text), Remainder.CONSTANT);
    }

    static UnitSymmetries affine(String text) {
        return Analytic.symmetries(formula(text), Remainder.AFFINE);
    }

    /** The elements, each as a, c, b, slope, constant, each constant multiplied out. */
    static List<String> elements(List<Element> elements) {
        return elements.stream()
                .map(element -> List.of(element.a(), element.c(), element.b(), element.slope(), element.constant()))
                .map(Groups::multipliedOut)
                .toList();
    }

    /** Elements written as "a, c, b, slope, constant; ...". */
    static List<String> expected(String text) {
        return text.isBlank()
                ? List.of()
                : List.of(text.split(";")).stream()
                        .map(element -> List.of(element.split(",")).stream()
                                .map(Groups::parsed)
                                .toList())
                        .map(Groups::multipliedOut)
                        .toList();
    }

    private static Expression parsed(String constant) {
        try {
            return Expression.parseConstant(constant);
        } catch (ExpressionSyntaxException broken) {
            throw new AssertionError(constant, broken);
        }
    }

    private static String multipliedOut(List<Expression> constants) {
        return constants.stream().map(ConstantReader::simplified).toList().toString();
    }
}
