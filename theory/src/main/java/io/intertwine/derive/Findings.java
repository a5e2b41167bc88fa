package io.intertwine.derive;

import io.intertwine.activation.Equations;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Notation;
import java.util.ArrayList;
import java.util.List;

/** The elements found so far in a derivation, with its steps. An element is listed only when the checker has proved it. */
final class Findings {
    private final Expression s;
    private final List<Element> generators = new ArrayList<>();
    private final List<Element> families = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private boolean complete = true;

    Findings(Expression s) {
        this.s = s;
    }

    /** The activation. */
    Expression activation() {
        return s;
    }

    /** Adds a step. */
    void step(String sentence) {
        steps.add(sentence);
    }

    /** Adds a step that leaves something open: the group is then not claimed to be complete. */
    void leaveOpen(String sentence) {
        complete = false;
        steps.add("Not decided: " + sentence);
    }

    /** Lists a generator if the checker proves it. */
    boolean acceptGenerator(Element element, List<Expression> basePoints) {
        return accept(simplified(element), generators, basePoints);
    }

    /** Lists a family, one element for every t > 0, if the checker proves it. */
    boolean acceptFamily(Element element, List<Expression> basePoints) {
        return accept(simplified(element), families, basePoints);
    }

    /** Lists a generator if the checker proves it, and leaves its membership open otherwise. */
    void requireGenerator(Element element, List<Expression> basePoints) {
        if (!acceptGenerator(element, basePoints)) {
            leaveOpen("the checker does not prove " + text(element) + ".");
        }
    }

    /** Lists a family if the checker proves it, and leaves its membership open otherwise. */
    void requireFamily(Element element, List<Expression> basePoints) {
        if (!acceptFamily(element, basePoints)) {
            leaveOpen("the checker does not prove " + text(element) + ".");
        }
    }

    private boolean accept(Element element, List<Element> list, List<Expression> basePoints) {
        if (!Identities.proved(s, element, basePoints)) {
            return false;
        }
        list.add(element);
        steps.add("The checker proves " + text(element) + " for every x"
                + (list == families ? " and every t > 0." : "."));
        return true;
    }

    /** What has been found. */
    UnitSymmetries result() {
        return new UnitSymmetries(generators, families, complete, steps);
    }

    /** The same with everything multiplied out. */
    static Element simplified(Element element) {
        return new Element(
                NormalForm.simplify(element.a()),
                NormalForm.simplify(element.c()),
                NormalForm.simplify(element.b()),
                NormalForm.simplify(element.slope()),
                NormalForm.simplify(element.constant()));
    }

    /** The element as an equation. */
    static String text(Element element) {
        Equations equations = Equations.in(Notation.TEXT);
        return element.slope().equals(Expression.ZERO)
                ? equations.of(element.asSymmetry())
                : equations.of(element.asRelation().normalised());
    }
}
