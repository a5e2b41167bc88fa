package io.intertwine.io;

import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.rep.LieAlgebra;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the generators of a Lie algebra and what is claimed of their brackets. */
final class LieReader {
    private static final int MOST_GENERATORS = 1_000;
    private static final Pattern BRACKET = Pattern.compile("\\[\\s*([^\\s,]+)\\s*,\\s*([^\\s,]+)\\s*]");

    private LieReader() {}

    /** The algebra of a file: its "lie" names the generators, or has something for each of them, under their names. */
    static LieAlgebra read(JsonObject root) throws FormatException {
        Optional<JsonValue> lie = root.find("lie");
        Optional<JsonValue> brackets = root.find("brackets");
        List<String> generators = lie.isPresent() ? generators(lie.get()) : List.of();
        return new LieAlgebra(generators, brackets.isPresent() ? brackets(brackets.get(), generators) : List.of());
    }

    private static List<String> generators(JsonValue lie) throws FormatException {
        List<String> names = lie instanceof JsonObject object
                ? List.copyOf(object.members().keySet())
                : JsonItems.read(
                        lie,
                        "a list of names of generators of a Lie algebra, or an object with a derivative for each",
                        name -> name.requireText("the name of a generator"));
        if (names.isEmpty() || names.size() > MOST_GENERATORS) {
            throw lie.refuse(
                    "expected from 1 to " + MOST_GENERATORS + " generators of a Lie algebra, found " + names.size());
        }
        try {
            return new GroupDescription.Generated(names).generators();
        } catch (IllegalArgumentException wrong) {
            throw lie.refuse(wrong);
        }
    }

    /** The brackets, each with the generator first that comes first, in the order of the generators. */
    private static List<LieAlgebra.Bracket> brackets(JsonValue value, List<String> generators) throws FormatException {
        JsonObject object = value.requireObject("brackets such as {\"[x, y]\": {\"z\": 1}}");
        List<LieAlgebra.Bracket> brackets = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            brackets.add(bracket(member.getKey(), member.getValue(), generators));
        }
        return sorted(brackets);
    }

    /** One bracket only of two equal ones, in the order of their generators. */
    static List<LieAlgebra.Bracket> sorted(List<LieAlgebra.Bracket> brackets) {
        return brackets.stream()
                .distinct()
                .sorted(Comparator.comparingInt(LieAlgebra.Bracket::left).thenComparingInt(LieAlgebra.Bracket::right))
                .toList();
    }

    private static LieAlgebra.Bracket bracket(String name, JsonValue value, List<String> generators)
            throws FormatException {
        Matcher names = BRACKET.matcher(name);
        if (!names.matches()) {
            throw value.refuse("expected a bracket such as \"[x, y]\", found " + FormatException.quote(name));
        }
        int left = generator(names.group(1), value, generators);
        int right = generator(names.group(2), value, generators);
        if (left == right) {
            throw value.refuse("expected a bracket of two generators, found " + FormatException.quote(name));
        }
        List<Scalar> combination = new ArrayList<>(Collections.nCopies(generators.size(), Scalar.ZERO));
        JsonObject factors = value.requireObject("a combination of generators such as {\"z\": 1}");
        for (Map.Entry<String, JsonValue> term : factors.members().entrySet()) {
            combination.set(
                    generator(term.getKey(), term.getValue(), generators),
                    term.getValue().requireAtom("a number").scalar());
        }
        return directed(new LieAlgebra.Bracket(left, right, combination));
    }

    /** The same claim with the smaller index first: [y, x] = -[x, y]. */
    static LieAlgebra.Bracket directed(LieAlgebra.Bracket bracket) {
        int first = Math.min(bracket.left(), bracket.right());
        int second = Math.max(bracket.left(), bracket.right());
        List<Scalar> combination = first == bracket.left()
                ? bracket.combination()
                : bracket.combination().stream().map(Scalar::negate).toList();
        return new LieAlgebra.Bracket(first, second, combination);
    }

    private static int generator(String name, JsonValue value, List<String> generators) throws FormatException {
        int index = generators.indexOf(name);
        if (index < 0) {
            throw value.refuse("expected generators of the Lie algebra " + JsonNames.list(generators) + ", found "
                    + FormatException.quote(name) + NearestName.question(name, generators));
        }
        return index;
    }
}
