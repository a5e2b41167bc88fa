package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.find.Equality;
import java.util.List;

/** The result of {@code equal}, for people and as JSON. */
final class EqualityOutput {
    private EqualityOutput() {}

    /** The fields of the object. {@code by} says how the verdict was found; of an undetermined one, what was tried. */
    static JsonOutput.Fields json(Equality equality) {
        return json -> {
            json.writeStringField("verdict", verdict(equality));
            if (equality instanceof Equality.Different different) {
                JsonOutput.numbers(
                        json, "separating_input", different.separation().input());
                JsonOutput.values(json, "difference", different.separation().difference());
            } else {
                json.writeNullField("separating_input");
                json.writeNullField("difference");
            }
            json.writeStringField("by", by(equality));
        };
    }

    private static String verdict(Equality equality) {
        if (equality instanceof Equality.Equal) {
            return "equal";
        }
        return equality instanceof Equality.Different ? "different" : "undetermined";
    }

    private static String by(Equality equality) {
        if (equality instanceof Equality.Equal equal) {
            return equal.by();
        }
        return equality instanceof Equality.Different different
                ? different.theorem().rule()
                : String.join("; ", ((Equality.Undetermined) equality).reasons());
    }

    /** Prints the verdict and what it rests on. */
    static void print(Equality equality, String left, String right, Terminal terminal) {
        if (equality instanceof Equality.Equal equal) {
            terminal.print(terminal.green("equal") + ": both networks compute the same function.");
            terminal.print("");
            terminal.paragraph("  proved by ", equal.by());
        } else if (equality instanceof Equality.Different different) {
            terminal.print(terminal.red("different") + ": the input x below shows it.");
            terminal.print("");
            separation(different.separation(), left, right).forEach(terminal::print);
        } else {
            terminal.print(terminal.yellow("undetermined")
                    + ": neither a proof of equality nor an input that shows a difference was found.");
            terminal.print("");
            ((Equality.Undetermined) equality).reasons().forEach(reason -> terminal.paragraph("  - ", reason));
        }
        terminal.print("");
    }

    private static List<String> separation(Certificate.Separation separation, String left, String right) {
        Table table = new Table("  ", List.of());
        table.row(List.of("x", Decimals.briefly(separation.input(), Decimals::brief)));
        table.row(List.of(left, Decimals.briefly(separation.leftValue(), Decimals::brief)));
        table.row(List.of(right, Decimals.briefly(separation.rightValue(), Decimals::brief)));
        table.row(List.of("difference", Decimals.briefly(separation.difference(), Decimals::brief)));
        return table.lines(line -> line);
    }
}
