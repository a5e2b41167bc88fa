package io.intertwine.cli;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.io.ArchitectureFormat;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Architectures on the command line: widths, and one activation for all hidden layers or one for each. */
final class InputArchitectures {
    private static final Pattern WIDTHS = Pattern.compile(" *[0-9]+ *([,-] *[0-9]+ *)*");
    private static final int DIGITS = 10;

    private InputArchitectures() {}

    /** Whether a text is a list of widths such as {@code 2,3,1} or {@code 2-3-1}. */
    static boolean isWidths(String text) {
        return WIDTHS.matcher(text).matches();
    }

    /**
     * The widths in a text that is a list of them.
     *
     * @param place where it stands, for messages
     */
    static List<Integer> widths(String place, String text) throws FormatException {
        List<Integer> widths = new ArrayList<>();
        for (String width : text.split("[,-]", -1)) {
            String digits = width.strip();
            if (digits.length() > DIGITS || Long.parseLong(digits) > Integer.MAX_VALUE) {
                throw new FormatException(
                        place, "expected widths of at most " + Integer.MAX_VALUE + ", found " + digits);
            }
            widths.add(Integer.parseInt(digits));
        }
        return widths;
    }

    /** An architecture of dense layers. */
    static Architecture architecture(String place, List<Integer> widths, List<Activation> activations, boolean bias)
            throws FormatException {
        boolean shallow = activations.isEmpty() && widths.size() == 2;
        return ArchitectureFormat.ofWidths(
                place, widths, shallow ? List.of(Activations.identity()) : activations, bias);
    }

    /** The activations in a list with commas between them. */
    static List<Activation> activations(String text) throws FormatException {
        List<Activation> activations = new ArrayList<>();
        for (String name : names(text)) {
            activations.add(InputActivations.activation(name));
        }
        return activations;
    }

    /** The parts between commas; those inside brackets, and between two parameters of an activation, separate nothing. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            depth += character == '(' ? 1 : 0;
            depth -= character == ')' ? 1 : 0;
            if (character == ',' && depth == 0 && !lacksParameter(text.substring(start, i))) {
                names.add(text.substring(start, i));
                start = i + 1;
            }
        }
        names.add(text.substring(start));
        return names;
    }

    /** Whether a name with parameters, {@code threshold:1/10}, has fewer of them than it needs. */
    private static boolean lacksParameter(String name) {
        int colon = name.indexOf(':');
        return colon >= 0
                && name.substring(colon + 1).split(",", -1).length
                        < Activations.parameterCount(name.substring(0, colon).strip());
    }
}
