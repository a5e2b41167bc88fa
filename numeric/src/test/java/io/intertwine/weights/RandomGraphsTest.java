package io.intertwine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.net.Evaluation;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random graphs, whose values a second interpreter computes operator by operator, exactly. */
class RandomGraphsTest {
    private static final int GRAPHS = 300;

    @TempDir
    private Path folder = Path.of("");

    /** A graph that is being written, with the values of its tensors at one input. */
    private static final class Writer {
        private final Random random;
        private final OnnxBytes model = new OnnxBytes().output("y");
        private final List<Scalar> input;
        private List<Scalar> values;
        private String last = "x";
        private List<Scalar> earlier;
        private String earlierName = "x";
        private int names;

        Writer(long seed) {
            random = new Random(seed);
            int n = 1 + random.nextInt(3);
            model.input("x", -1, n);
            input = numbers(n);
            values = input;
            earlier = input;
        }

        private List<Scalar> numbers(int n) {
            List<Scalar> numbers = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                numbers.add(Scalar.of(random.nextInt(17) - 8, 4));
            }
            return numbers;
        }

        private static double[] doubles(List<Scalar> numbers) {
            return numbers.stream().mapToDouble(Scalar::getReal).toArray();
        }

        private String name() {
            return "t" + names++;
        }

        private String constant(List<Scalar> numbers, long... shape) {
            String name = name();
            model.constant(name, shape, doubles(numbers));
            return name;
        }

        private void to(String operator, List<String> inputs, List<Scalar> result, byte[]... attributes) {
            String name = name();
            model.node(operator, inputs, name, attributes);
            last = name;
            values = result;
        }

        void dense() {
            int n = values.size();
            int m = 1 + random.nextInt(3);
            List<Scalar> weight = numbers(n * m);
            List<Scalar> bias = numbers(m);
            boolean transposed = random.nextBoolean();
            boolean gemm = random.nextBoolean();
            List<Scalar> result = new ArrayList<>();
            for (int j = 0; j < m; j++) {
                Scalar sum = gemm ? bias.get(j) : Scalar.ZERO;
                for (int i = 0; i < n; i++) {
                    sum = sum.add(values.get(i).multiply(weight.get(gemm && transposed ? j * n + i : i * m + j)));
                }
                result.add(sum);
            }
            if (!gemm) {
                to("MatMul", List.of(last, constant(weight, n, m)), result);
            } else if (transposed) {
                to(
                        "Gemm",
                        List.of(last, constant(weight, m, n), constant(bias, m)),
                        result,
                        OnnxBytes.intAttribute("transB", 1));
            } else {
                to("Gemm", List.of(last, constant(weight, n, m), constant(bias, 1, m)), result);
            }
            earlier = values;
            earlierName = last;
        }

        void elementwise() {
            int n = values.size();
            switch (random.nextInt(9)) {
                case 0 -> withConstant("Add", Scalar::add, true);
                case 1 -> withConstant("Sub", Scalar::subtract, true);
                case 2 -> withConstant("Mul", Scalar::multiply, true);
                case 3 -> withConstant("Div", Scalar::divide, false);
                case 4 -> map("Relu", v -> v.signum() < 0 ? Scalar.ZERO : v);
                case 5 -> map("Abs", Scalar::abs);
                case 6 ->
                    map(
                            "LeakyRelu",
                            v -> v.signum() < 0 ? v.multiply(Scalar.of(1, 4)) : v,
                            OnnxBytes.floatAttribute("alpha", 0.25));
                case 7 -> map("Neg", Scalar::negate);
                default -> {
                    boolean product = random.nextInt(3) == 0;
                    List<Scalar> result = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        result.add(
                                product
                                        ? values.get(i).multiply(earlier.get(i))
                                        : values.get(i).add(earlier.get(i)));
                    }
                    to(product ? "Mul" : "Add", List.of(last, earlierName), result);
                }
            }
        }

        private void map(String operator, UnaryOperator<Scalar> function, byte[]... attributes) {
            to(operator, List.of(last), values.stream().map(function).toList(), attributes);
        }

        private void withConstant(String operator, BinaryOperator<Scalar> operation, boolean sides) {
            boolean single = random.nextBoolean();
            List<Scalar> numbers = new ArrayList<>(numbers(single ? 1 : values.size()));
            numbers.replaceAll(v -> v.isZero() && !sides ? Scalar.of(3) : v);
            String name = single ? constant(numbers) : constant(numbers, numbers.size());
            boolean first = sides && random.nextBoolean();
            List<Scalar> result = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Scalar c = numbers.get(single ? 0 : i);
                result.add(first ? operation.apply(c, values.get(i)) : operation.apply(values.get(i), c));
            }
            to(operator, first ? List.of(name, last) : List.of(last, name), result);
        }

        byte[] finish() {
            model.node("Identity", List.of(last), "y");
            return model.model();
        }
    }

    @Test
    void theNetworkHasTheValuesThatTheGraphHas() throws IOException, FormatException {
        Path file = folder.resolve("model.onnx");
        int nonlinear = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Writer writer = new Writer(seed);
            for (int stage = 0; stage < 3; stage++) {
                for (int k = writer.random.nextInt(5); k > 0; k--) {
                    writer.elementwise();
                }
                writer.dense();
            }
            for (int k = writer.random.nextInt(5); k > 0; k--) {
                writer.elementwise();
            }
            Network network =
                    OnnxNetwork.read(Files.write(file, writer.finish())).network();
            assertThat(Evaluation.exact(network, writer.input))
                    .as("seed %s", seed)
                    .hasValue(writer.values);
            nonlinear += network.layers().size() > 3 ? 1 : 0;
        }
        assertThat(nonlinear).isGreaterThan(GRAPHS / 2);
    }
}
