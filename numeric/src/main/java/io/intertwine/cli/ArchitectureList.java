package io.intertwine.cli;

import io.intertwine.io.FormatException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Widths of many architectures: all up to a size, or those in a file. */
final class ArchitectureList {
    private static final int MOST = 1_000_000;

    private final int maxParameters;
    private final int minWidth;
    private final int maxDepth;
    private final int bias;
    private final List<List<Integer>> found = new ArrayList<>();

    private ArchitectureList(int maxParameters, int minWidth, int maxDepth, int bias) {
        this.maxParameters = maxParameters;
        this.minWidth = minWidth;
        this.maxDepth = maxDepth;
        this.bias = bias;
    }

    /**
     * All chains of dense layers with at least one hidden layer, the smallest first.
     *
     * @param maxParameters the most weights and biases
     * @param minWidth the least width of the input and the hidden layers; outputs have at least 1
     * @param maxDepth the most dense layers
     * @param bias whether there are biases
     * @throws FormatException if there are more than a million of them
     */
    static List<List<Integer>> upTo(int maxParameters, int minWidth, int maxDepth, boolean bias)
            throws FormatException {
        ArchitectureList list = new ArchitectureList(maxParameters, minWidth, maxDepth, bias ? 1 : 0);
        for (int inputs = minWidth; list.fits(0, inputs, minWidth); inputs++) {
            list.extend(List.of(inputs), 0);
        }
        list.found.sort(Comparator.comparingInt((List<Integer> widths) -> list.parameters(widths))
                .thenComparingInt(List::size)
                .thenComparing(ArchitectureList::compare));
        return list.found;
    }

    private boolean fits(int before, int inputs, int outputs) {
        return before + outputs * (inputs + (long) bias) <= maxParameters;
    }

    /** Adds everything that begins with some widths. */
    private void extend(List<Integer> widths, int parameters) throws FormatException {
        int inputs = widths.get(widths.size() - 1);
        for (int next = 1; widths.size() <= maxDepth && fits(parameters, inputs, next); next++) {
            List<Integer> longer = new ArrayList<>(widths);
            longer.add(next);
            if (longer.size() > 2) {
                found.add(longer);
            }
            if (found.size() > MOST) {
                throw new FormatException(
                        "--max-parameters",
                        "there are more than " + MOST + " such architectures; give fewer parameters, a larger "
                                + "--min-width or a smaller --max-depth");
            }
            if (next >= minWidth) {
                extend(longer, parameters + next * (inputs + bias));
            }
        }
    }

    private int parameters(List<Integer> widths) {
        int sum = 0;
        for (int i = 1; i < widths.size(); i++) {
            sum += widths.get(i) * (widths.get(i - 1) + bias);
        }
        return sum;
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = Integer.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The widths in a file, one architecture a line, {@code 2,3,1} or {@code 2-3-1}; empty lines and those after # say nothing. */
    static List<List<Integer>> read(String name) throws FormatException {
        Set<List<Integer>> list = new LinkedHashSet<>();
        List<String> lines = lines(InputFiles.path(name));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String place = name + ", line " + (i + 1);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!InputArchitectures.isWidths(line)) {
                throw new FormatException(place, "expected widths such as 2,3,1, found " + line);
            }
            list.add(InputArchitectures.widths(place, line));
        }
        return new ArrayList<>(list);
    }

    private static List<String> lines(Path path) throws FormatException {
        try {
            return Files.readAllLines(path);
        } catch (CharacterCodingException notText) {
            throw new FormatException(path.toString(), "expected text in UTF-8", notText);
        } catch (IOException unreadable) {
            String reason = Files.exists(path) ? "cannot be read" : "there is no such file";
            throw new FormatException(path.toString(), reason, unreadable);
        }
    }
}
