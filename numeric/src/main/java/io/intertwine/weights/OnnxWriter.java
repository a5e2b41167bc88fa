package io.intertwine.weights;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.NumberSyntaxException;
import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.io.OutputFile;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes networks, and questions about them, as ONNX files of operators of version 17 (20 where there is a gelu). */
public final class OnnxWriter {
    private OnnxWriter() {}

    /**
     * Writes a network; every number stays what it is, in 32-bit floats where they hold all of them, else in 64-bit floats.
     *
     * @throws FormatException if a number is no float, or an activation is none of ONNX'
     * @throws IOException if the file cannot be written; nothing half-written is left
     */
    public static void write(Network network, Path file) throws FormatException, IOException {
        GraphWriter graph = new GraphWriter(file, GraphWriter.numbers(network));
        String last = graph.network(network, "x");
        graph.node("Identity", List.of(last), "y");
        graph.write("x", network.inputs(), "y", network.outputs(), 0);
    }

    /**
     * Writes the function x -> f(before(x)) - after(f(x)), which is zero where a network f is equivariant, as two copies of the network,
     * for one row at a time.
     *
     * @param before the action on inputs
     * @param after the action on outputs
     * @throws FormatException as {@link #write}
     */
    public static void writeDefect(Network network, AffineMap before, AffineMap after, Path file)
            throws FormatException, IOException {
        List<ExactMatrix> numbers = new ArrayList<>(GraphWriter.numbers(network));
        for (AffineMap map : List.of(before, after)) {
            numbers.add(map.matrix());
            numbers.add(GraphWriter.row(map.shift()));
        }
        GraphWriter graph = new GraphWriter(file, numbers);
        String left = graph.network(network, graph.affine("x", before.matrix(), shift(before)));
        String right = graph.affine(graph.network(network, "x"), after.matrix(), shift(after));
        graph.node("Sub", List.of(left, right), "y");
        graph.write("x", network.inputs(), "y", network.outputs(), 1);
    }

    private static List<Scalar> shift(AffineMap map) {
        return map.isLinear() ? List.of() : map.shift();
    }

    /**
     * Writes the question, in VNN-LIB (vnnlib.org), whether some output is at least epsilon away from zero for an input in a box. A solver
     * answers {@code sat} with such an input, or {@code unsat}: then the outputs are smaller everywhere in the box.
     *
     * @param low the least value of every input
     * @param high the largest one
     */
    public static void writeQuestion(
            int inputs, int outputs, BigDecimal low, BigDecimal high, BigDecimal epsilon, String about, Path file)
            throws IOException {
        StringBuilder text = new StringBuilder("; " + about + "\n");
        for (int i = 0; i < inputs; i++) {
            text.append("(declare-const X_").append(i).append(" Real)\n");
        }
        for (int j = 0; j < outputs; j++) {
            text.append("(declare-const Y_").append(j).append(" Real)\n");
        }
        for (int i = 0; i < inputs; i++) {
            text.append("(assert (>= X_")
                    .append(i)
                    .append(' ')
                    .append(low.toPlainString())
                    .append("))\n");
            text.append("(assert (<= X_")
                    .append(i)
                    .append(' ')
                    .append(high.toPlainString())
                    .append("))\n");
        }
        text.append("(assert (or\n");
        for (int j = 0; j < outputs; j++) {
            text.append("    (and (>= Y_")
                    .append(j)
                    .append(' ')
                    .append(epsilon.toPlainString())
                    .append("))\n");
            text.append("    (and (<= Y_")
                    .append(j)
                    .append(" -")
                    .append(epsilon.toPlainString())
                    .append("))\n");
        }
        text.append("))\n");
        try (OutputFile target = OutputFile.create(file)) {
            target.stream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            target.commit();
        }
    }

    /** The number in the name of an activation. */
    static Scalar number(String text) {
        try {
            return Scalar.parse(text);
        } catch (NumberSyntaxException impossible) {
            throw new IllegalStateException("an activation has the parameter " + text, impossible);
        }
    }
}
