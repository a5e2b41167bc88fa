package io.intertwine.activation;

/** Whether a function has a real value at every real number. */
public sealed interface Domain {
    /** It has. */
    record Everywhere() implements Domain {}

    /**
     * It has none somewhere between two constants, ends included; they are equal where the place is known exactly.
     *
     * @param problem what is wrong there, such as "pole" or "log of a number that is not positive"
     */
    record NotDefined(String problem, Expression lower, Expression upper) implements Domain {
        /** Such as "pole at x = 0". */
        public String message() {
            String from = ExpressionText.of(lower);
            return lower.equals(upper)
                    ? problem + " at x = " + from
                    : problem + " between x = " + from + " and x = " + ExpressionText.of(upper);
        }

        @Override
        public String toString() {
            return message();
        }
    }

    /** Not decided. */
    record NotDecided(String reason) implements Domain {
        @Override
        public String toString() {
            return reason;
        }
    }

    private static boolean hasSymbol(Expression s) {
        return s instanceof Expression.Symbol || s.children().stream().anyMatch(Domain::hasSymbol);
    }

    /** Decides whether a function is defined at every real number; a formula with a symbol such as t is not a function of x alone. */
    static Domain of(Expression s) {
        if (hasSymbol(s)) {
            return new NotDecided("the formula contains a symbol");
        }
        try {
            if (!Definedness.isObvious(s)) {
                Decomposer.decompose(s);
            }
            return new Everywhere();
        } catch (UndefinedException undefined) {
            return undefined.where();
        } catch (UndecidedException undecided) {
            return new NotDecided(undecided.reason());
        } catch (ArithmeticException fieldTooLarge) {
            return new NotDecided("exact arithmetic gave up: " + fieldTooLarge.getMessage());
        }
    }
}
