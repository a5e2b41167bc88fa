package io.intertwine.group;

import io.intertwine.group.GroupDescription.Presentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small groups by presentations. */
public final class SmallGroups {
    private SmallGroups() {}

    /** The names of the groups that {@link #of} knows. */
    public static List<String> names() {
        return List.of(
                "C1", "C2", "C3", "C4", "V4", "C5", "C6", "S3", "C7", "C8", "C2xC4", "C2^3", "D4", "Q8", "C3xC3", "D5",
                "A4", "D6", "Dic3", "C16", "C3:C7", "S4", "SL(2,3)", "C2xS4", "A5");
    }

    public static FiniteGroup of(String name) {
        return CosetEnumeration.of(presentation(name));
    }

    /** A presentation of a group with a name from the books. */
    public static Presentation presentation(String name) {
        return switch (name) {
            case "V4" -> parse("a b", "a^2", "b^2", "a b a b");
            case "C2xC4" -> parse("a b", "a^2", "b^4", "a b a b^-1");
            case "C2^3" -> parse("a b c", "a^2", "b^2", "c^2", "a b a b", "a c a c", "b c b c");
            case "C3xC3" -> parse("a b", "a^3", "b^3", "a b a^-1 b^-1");
            case "Q8" -> parse("i j", "i^4", "i^2 j^-2", "j i j^-1 i");
            case "Dic3" -> parse("a b", "a^6", "a^3 b^-2", "b a b^-1 a");
            case "C3:C7" -> parse("a b", "a^7", "b^3", "b a b^-1 a^-2");
            case "A4" -> parse("a b", "a^2", "b^3", "a b a b a b");
            case "A5" -> parse("a b", "a^2", "b^3", "a b a b a b a b a b");
            case "SL(2,3)" -> parse("a b c", "a^3 c^-1", "b^3 c^-1", "a b a b c^-1", "c^2");
            case "C2xS4" -> parse("a b z", "a^2", "b^3", "a b a b a b a b", "z^2", "z a z a", "z b z b^-1");
            default -> family(name.charAt(0), Integer.parseInt(name.substring(1)));
        };
    }

    private static Presentation family(char letter, int n) {
        return switch (letter) {
            case 'C' -> Presentation.cyclic(n);
            case 'D' -> Presentation.dihedral(n);
            case 'S' -> Presentation.symmetric(n);
            default -> throw new IllegalArgumentException("no family " + letter);
        };
    }

    /** Generators separated by spaces, and relators in their notation. */
    public static Presentation parse(String generators, String... relators) {
        List<String> names = List.of(generators.split(" "));
        return new Presentation(
                names, Arrays.stream(relators).map(word -> word(names, word)).toList());
    }

    /** A word such as "r^-1 s". */
    public static Word word(List<String> names, String text) {
        List<Word.Letter> letters = new ArrayList<>();
        for (String factor : text.split(" ")) {
            String[] parts = factor.split("\\^");
            letters.add(new Word.Letter(names.indexOf(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1])));
        }
        return new Word(letters);
    }
}
