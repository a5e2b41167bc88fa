package io.intertwine.io;

import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.LieAlgebra;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Whether two files speak of one group: the same names, relators and brackets, in any order. */
final class SameGroup {
    private SameGroup() {}

    /** Refuses a group that differs from the one that another file has. */
    static void require(JsonValue at, ActingGroup expected, ActingGroup found) throws FormatException {
        List<String> names = expected.discrete().generators();
        same(at, "generators", names, found.discrete().generators());
        List<String> algebra = expected.connected().generators();
        same(at, "generators of the Lie algebra", algebra, found.connected().generators());
        if (isPresented(expected) != isPresented(found)) {
            throw at.refuse("expected a group " + with(expected) + " relators, as the other representation has it, "
                    + "found one " + with(found));
        }
        same(at, "relators", relators(expected, names), relators(found, names));
        same(at, "brackets", brackets(expected, algebra), brackets(found, algebra));
    }

    private static boolean isPresented(ActingGroup group) {
        return group.discrete() instanceof GroupDescription.Presentation;
    }

    private static String with(ActingGroup group) {
        return isPresented(group) ? "with" : "without";
    }

    private static void same(JsonValue at, String what, List<String> expected, List<String> found)
            throws FormatException {
        if (!new HashSet<>(expected).equals(new HashSet<>(found))) {
            throw at.refuse("expected the same " + what + " as the other representation has, " + shown(expected)
                    + ", found " + shown(found));
        }
    }

    private static String shown(List<String> texts) {
        return texts.isEmpty() ? "none" : JsonNames.list(texts);
    }

    private static List<String> relators(ActingGroup group, List<String> names) {
        List<String> own = group.discrete().generators();
        List<String> relators = new ArrayList<>();
        for (Word relator : group.discrete().relators()) {
            List<Word.Letter> letters = relator.letters().stream()
                    .map(letter -> new Word.Letter(names.indexOf(own.get(letter.generator())), letter.exponent()))
                    .toList();
            relators.add(new Word(letters).format(names));
        }
        return relators;
    }

    private static List<String> brackets(ActingGroup group, List<String> names) {
        List<String> own = group.connected().generators();
        List<LieAlgebra.Bracket> brackets = new ArrayList<>();
        for (LieAlgebra.Bracket bracket : group.connected().brackets()) {
            List<Scalar> combination = new ArrayList<>(Collections.nCopies(names.size(), Scalar.ZERO));
            for (int k = 0; k < own.size(); k++) {
                combination.set(names.indexOf(own.get(k)), bracket.combination().get(k));
            }
            brackets.add(LieReader.directed(new LieAlgebra.Bracket(
                    names.indexOf(own.get(bracket.left())), names.indexOf(own.get(bracket.right())), combination)));
        }
        return LieReader.sorted(brackets).stream()
                .map(bracket -> text(bracket, names))
                .toList();
    }

    /** A bracket as a text such as {@code [x, y] = 1 z}. */
    static String text(LieAlgebra.Bracket bracket, List<String> names) {
        List<String> terms = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            if (!bracket.combination().get(k).isZero()) {
                terms.add(bracket.combination().get(k) + " " + names.get(k));
            }
        }
        return "[" + names.get(bracket.left()) + ", " + names.get(bracket.right()) + "] = "
                + (terms.isEmpty() ? "0" : String.join(" + ", terms));
    }
}
