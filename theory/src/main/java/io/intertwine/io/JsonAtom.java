package io.intertwine.io;

import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import java.math.BigInteger;

/** A JSON text, number or constant; a number keeps its literal, so that nothing is lost. */
final class JsonAtom extends JsonValue {
    /** What an atom can be. */
    enum Kind {
        TEXT,
        NUMBER,
        CONSTANT
    }

    private final Kind kind;
    private final String text;
    private final int longestNumber;

    JsonAtom(JsonPlace place, Kind kind, String text, int longestNumber) {
        super(place);
        this.kind = kind;
        this.text = text;
        this.longestNumber = longestNumber;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    String text() {
        return text;
    }

    /** Whether the text can be read as a number. */
    boolean isNumber() {
        try {
            return kind == Kind.NUMBER || (kind == Kind.TEXT && parse() != null);
        } catch (NumberSyntaxException notOne) {
            return false;
        }
    }

    /** The exact number that the literal or text denotes. */
    Scalar scalar() throws FormatException {
        if (kind == Kind.CONSTANT) {
            throw expected("a number");
        }
        try {
            return parse();
        } catch (NumberSyntaxException wrong) {
            throw refuse(
                    "expected a number such as 3, \"1/2\", -0.25 or \"sqrt(2)/2\", found " + FormatException.quote(text)
                            + ": " + wrong.getMessage(),
                    wrong);
        }
    }

    private Scalar parse() throws NumberSyntaxException {
        return NumberText.parse(text, longestNumber);
    }

    boolean requireFlag(String what) throws FormatException {
        if (kind == Kind.CONSTANT && !text.equals("null")) {
            return text.equals("true");
        }
        throw expected(what);
    }

    /** A number that must be an integer within bounds. */
    static long integer(JsonValue at, Scalar number, String what, long least, long most) throws FormatException {
        if (number.isRational() && number.rational().getDenominator().equals(BigInteger.ONE)) {
            BigInteger value = number.rational().getNumerator();
            if (value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0) {
                return value.longValue();
            }
        }
        throw at.refuse("expected " + what + " from " + least + " to " + most + ", found " + shown(number.toString()));
    }

    /** A number in a message. */
    static String shown(String number) {
        int longest = 40;
        return number.length() <= longest ? number : number.substring(0, longest) + "...";
    }

    @Override
    String kind() {
        return switch (kind) {
            case TEXT -> "the text " + FormatException.quote(text);
            case NUMBER -> "the number " + shown(text);
            case CONSTANT -> text;
        };
    }
}
