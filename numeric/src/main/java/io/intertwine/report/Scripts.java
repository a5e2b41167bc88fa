package io.intertwine.report;

import java.util.stream.Collectors;

/** Raised and lowered digits. */
final class Scripts {
    private static final String PLAIN = "-0123456789";
    private static final String RAISED = "\u207B\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String LOWERED = "\u208B\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";

    private Scripts() {}

    /** A whole number as an exponent. */
    static String raised(int number) {
        return translated(String.valueOf(number), RAISED);
    }

    /** A whole number as an index. */
    static String lowered(int number) {
        return translated(String.valueOf(number), LOWERED);
    }

    /** A word in the notation of the symmetry format with its powers raised. */
    static String word(String format) {
        StringBuilder text = new StringBuilder();
        for (String letter : format.split(" ")) {
            int power = letter.indexOf('^');
            text.append(text.length() == 0 ? "" : " ")
                    .append(
                            power < 0
                                    ? letter
                                    : letter.substring(0, power) + translated(letter.substring(power + 1), RAISED));
        }
        return text.toString();
    }

    private static String translated(String number, String digits) {
        return number.chars()
                .mapToObj(character -> String.valueOf(digits.charAt(PLAIN.indexOf(character))))
                .collect(Collectors.joining());
    }
}
