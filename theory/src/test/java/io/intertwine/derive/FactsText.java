package io.intertwine.derive;

import io.intertwine.activation.ActivationFacts;
import io.intertwine.activation.AffineSymmetry;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.Relation;
import java.util.List;
import java.util.stream.Collectors;

/** Facts in short text, for tables of expected results. */
final class FactsText {
    private FactsText() {}

    static Expression parse(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static String linear(ActivationFacts facts) {
        return facts.linear().kind() + " b=" + facts.linear().image();
    }

    /** Generators, and families after a bar: {@code (-1, 0)->(-1, 1) | (t, 0)->(t, 0)}; * where they may not be all. */
    static String affine(ActivationFacts facts) {
        return (maps(facts.generators()) + " | " + maps(facts.continuous()) + (facts.complete() ? "" : " *")).strip();
    }

    static String relations(ActivationFacts facts) {
        return facts.relations().stream().map(FactsText::text).collect(Collectors.joining("; "));
    }

    private static String maps(List<AffineSymmetry> maps) {
        return maps.stream()
                .map(map -> "(" + map.a() + ", " + map.c() + ")->(" + map.b() + ", " + map.e() + ")")
                .collect(Collectors.joining(" "));
    }

    static String text(Relation relation) {
        String left = relation.terms().stream()
                .map(term -> term.alpha() + "*s("
                        + NormalForm.simplify(term.beta().times(Expression.X).plus(term.gamma())) + ")")
                .collect(Collectors.joining(" + "));
        return left + " = "
                + NormalForm.simplify(relation.slope().times(Expression.X).plus(relation.constant()));
    }
}
