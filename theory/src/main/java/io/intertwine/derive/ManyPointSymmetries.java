package io.intertwine.derive;

import io.intertwine.activation.Expression;
import java.util.List;

/**
 * The groups of a function with two or more, finitely many, singular points: an admitted map permutes them and is monotone, so it is
 * the identity or exchanges the first and the last.
 */
final class ManyPointSymmetries {
    private ManyPointSymmetries() {}

    /** The group. */
    static UnitSymmetries of(PiecewiseFunction function, Remainder remainder) throws NotDecided {
        Findings found = new Findings(function.expression());
        List<Expression> points = function.points();
        Expression ends = NormalForm.simplify(points.get(0).plus(points.get(points.size() - 1)));
        found.step(
                "s has the singular points " + points + ". An admitted map permutes them and is monotone: with a > 0 it"
                        + " fixes the first and the last and is the identity; with a < 0 it exchanges them, so a = -1 and c = "
                        + ends
                        + ".");
        for (int i = 0; i < points.size(); i++) {
            Expression image = ends.minus(points.get(i));
            if (Signs.compare(image, points.get(points.size() - 1 - i)) != 0) {
                found.step("The singular point " + points.get(i) + " would go to " + NormalForm.simplify(image)
                        + ", where s is analytic: only the identity is left.");
                return found.result();
            }
        }
        Expression centre = NormalForm.simplify(ends.times(Expression.of(1, 2)));
        new Reflections(found, function, remainder).decide(centre);
        return found.result();
    }
}
