package io.intertwine.activation;

import io.intertwine.activation.ActivationFacts.Kind;
import io.intertwine.activation.ActivationFacts.Linear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Derived facts as text, one fact a line: a key, a colon, a value. Lines that begin with # repeat a line above as an equation, for the
 * reader. What is written is read back as equal facts, and any other text is refused.
 *
 * @param facts the facts
 * @param equation the scalar differential equation with its initial values, in words; empty if none is known
 */
public record FactsText(ActivationFacts facts, String equation) {
    /** The first line. */
    static final String FORMAT = "format: intertwine-activation-facts/1";

    private static final String NOTE = "# Generated from the formula; CONTRIBUTING.md says how. Do not edit.";
    private static final List<String> SYMMETRY = List.of("a", "c", "b", "e");
    private static final List<String> TERM = List.of("alpha", "beta", "gamma");
    private static final String SEPARATOR = "; ";

    /** The text; every line ends with a line feed. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(FORMAT, NOTE));
        Linear linear = facts.linear();
        lines.add("expression: " + facts.expression().text());
        lines.add("linear: " + linear.kind().name().toLowerCase(Locale.ROOT));
        lines.add("image: " + linear.image());
        linear.generators().forEach(symmetry -> add("linear-generator", symmetry, lines));
        lines.add("complete: " + facts.complete());
        facts.generators().forEach(symmetry -> add("generator", symmetry, lines));
        facts.continuous().forEach(symmetry -> add("continuous", symmetry, lines));
        facts.relations().forEach(relation -> add(relation, lines));
        facts.relationsComplete().forEach((name, answer) -> lines.add("class " + name + ": " + answer));
        if (!equation.isEmpty()) {
            lines.add("equation: " + equation);
        }
        facts.derivation().forEach(step -> lines.add("step: " + step));
        if (lines.stream().anyMatch(line -> line.contains("\n"))) {
            throw new IllegalArgumentException("expected one line for each fact, found a line feed in one");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void add(String key, AffineSymmetry symmetry, List<String> lines) {
        lines.add(key + ": "
                + values(
                        SYMMETRY,
                        Stream.of(symmetry.a(), symmetry.c(), symmetry.b(), symmetry.e())
                                .toList()));
        lines.add("# " + Equations.in(Notation.TEXT).of(symmetry));
    }

    private static void add(Relation relation, List<String> lines) {
        List<String> parts = new ArrayList<>(
                List.of(values(List.of("slope", "constant"), List.of(relation.slope(), relation.constant()))));
        for (Relation.Term term : relation.terms()) {
            parts.add(values(TERM, List.of(term.alpha(), term.beta(), term.gamma())));
        }
        lines.add("relation: " + String.join(SEPARATOR, parts));
        lines.add("# " + Equations.in(Notation.TEXT).of(relation));
    }

    private static String values(List<String> names, List<Expression> values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i) + " = " + values.get(i).text());
        }
        return String.join(SEPARATOR, parts);
    }

    /** The facts in a text. Throws IllegalArgumentException if it is not one of {@link #text}. */
    public static FactsText parse(String text) {
        Lines lines = Lines.of(text);
        Map<String, String> classes = new LinkedHashMap<>();
        lines.keys("class ").forEach(key -> classes.put(key.substring("class ".length()), lines.one(key)));
        Kind kind = Kind.valueOf(lines.one("linear").toUpperCase(Locale.ROOT));
        Linear linear = new Linear(kind, lines.one("image"), symmetries(lines, "linear-generator"));
        ActivationFacts facts = new ActivationFacts(
                expression(lines.one("expression"), false),
                linear,
                symmetries(lines, "generator"),
                symmetries(lines, "continuous"),
                Boolean.parseBoolean(lines.one("complete")),
                lines.all("relation").stream().map(FactsText::relation).toList(),
                classes,
                lines.all("step"));
        FactsText read = new FactsText(facts, String.join("", lines.all("equation")));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("the stored facts are damaged: they are not what is written for them");
        }
        return read;
    }

    /** The algebraic part of the group alone; nothing else of the text is read. */
    static UnitGroup group(String text, Expression s) {
        Lines lines = Lines.of(text);
        return AlgebraicPart.of(s, symmetries(lines, "generator"), symmetries(lines, "continuous"));
    }

    private static List<AffineSymmetry> symmetries(Lines lines, String key) {
        return lines.all(key).stream().map(FactsText::symmetry).toList();
    }

    private static AffineSymmetry symmetry(String value) {
        List<Expression> numbers = numbers(value, SYMMETRY);
        return new AffineSymmetry(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static Relation relation(String value) {
        List<String> parts = List.of(value.split(SEPARATOR));
        if (parts.size() % TERM.size() != 2) {
            throw new IllegalArgumentException("expected slope, constant and terms of three numbers, found " + value);
        }
        List<Expression> right = numbers(String.join(SEPARATOR, parts.subList(0, 2)), List.of("slope", "constant"));
        List<Relation.Term> terms = new ArrayList<>();
        for (int i = 2; i < parts.size(); i += TERM.size()) {
            List<Expression> term = numbers(String.join(SEPARATOR, parts.subList(i, i + TERM.size())), TERM);
            terms.add(new Relation.Term(term.get(0), term.get(1), term.get(2)));
        }
        return new Relation(terms, right.get(0), right.get(1));
    }

    private static List<Expression> numbers(String value, List<String> names) {
        String[] parts = value.split(SEPARATOR);
        List<Expression> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String start = names.get(i) + " = ";
            if (parts.length != names.size() || !parts[i].startsWith(start)) {
                throw new IllegalArgumentException("expected values of " + names + ", found " + value);
            }
            numbers.add(expression(parts[i].substring(start.length()), true));
        }
        return numbers;
    }

    private static Expression expression(String text, boolean constant) {
        try {
            return constant ? Expression.parseConstant(text) : Expression.parse(text);
        } catch (ExpressionSyntaxException damaged) {
            throw new IllegalArgumentException("the stored facts are damaged: " + damaged.getMessage(), damaged);
        }
    }

    /** Keys and values, in order. */
    private record Lines(List<Map.Entry<String, String>> entries) {
        static Lines of(String text) {
            List<Map.Entry<String, String>> entries = new ArrayList<>();
            List<String> lines = text.lines().toList();
            if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
                throw new IllegalArgumentException("expected the line \"" + FORMAT + "\" first");
            }
            for (String line : lines) {
                int colon = line.indexOf(": ");
                if (!line.startsWith("#") && colon > 0) {
                    entries.add(Map.entry(line.substring(0, colon), line.substring(colon + 2)));
                }
            }
            return new Lines(entries);
        }

        List<String> keys(String start) {
            return entries.stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> key.startsWith(start))
                    .toList();
        }

        List<String> all(String key) {
            return entries.stream()
                    .filter(entry -> entry.getKey().equals(key))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        String one(String key) {
            List<String> values = all(key);
            if (values.size() != 1) {
                throw new IllegalArgumentException("expected one line \"" + key + "\", found " + values.size());
            }
            return values.get(0);
        }
    }
}
