package io.intertwine.io;

import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.List;

/** Words in the generators of a group: {@code "r s r s"}, {@code "r^4"}, {@code "r^-1 s"}. */
final class WordSyntax {
    /** The longest text of a word. */
    private static final int LONGEST = 100_000;

    private WordSyntax() {}

    /** The word that a text denotes; it has at least one letter, and {@link Word#LIMIT} letters with multiplicity at most. */
    static Word read(JsonValue value, List<String> generators) throws FormatException {
        String text = value.requireText("a word such as \"r s r^-1\"");
        if (text.length() > LONGEST) {
            throw value.refuse("expected a word of at most " + LONGEST + " characters, found " + text.length());
        }
        List<Word.Letter> letters = new ArrayList<>();
        int length = 0;
        for (String part : text.trim().split("[ \t]+")) {
            Word.Letter letter = letter(part, value, generators);
            letters.add(letter);
            length += Math.abs(letter.exponent());
            if (length > Word.LIMIT) {
                throw value.refuse(
                        "expected a word of at most " + Word.LIMIT + " letters, counting powers, found more");
            }
        }
        return new Word(letters);
    }

    private static Word.Letter letter(String part, JsonValue value, List<String> generators) throws FormatException {
        int caret = part.indexOf('^');
        String name = caret < 0 ? part : part.substring(0, caret);
        int generator = generators.indexOf(name);
        if (generator < 0) {
            String found = part.isEmpty() ? "no letter" : FormatException.quote(name);
            throw value.refuse("expected a word in the generators " + JsonNames.list(generators)
                    + ", separated by spaces, found " + found + NearestName.question(name, generators));
        }
        return new Word.Letter(generator, caret < 0 ? 1 : exponent(part.substring(caret + 1), value));
    }

    private static int exponent(String text, JsonValue value) throws FormatException {
        int digits = text.startsWith("-") ? text.length() - 1 : text.length();
        boolean plain = digits > 0
                && digits <= 5
                && text.chars().skip(text.length() - digits).allMatch(c -> c >= '0' && c <= '9');
        int exponent = plain ? Integer.parseInt(text) : 0;
        if (exponent == 0 || Math.abs(exponent) > Word.LIMIT) {
            throw value.refuse("expected an exponent from -" + Word.LIMIT + " to " + Word.LIMIT + " but not 0, found "
                    + FormatException.quote(text));
        }
        return exponent;
    }
}
