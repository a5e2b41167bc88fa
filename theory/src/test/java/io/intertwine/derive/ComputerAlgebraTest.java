package io.intertwine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.DifferentialSystem;
import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ComputerAlgebraTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void anInputIsEvaluated() {
        assertThat(ComputerAlgebra.evaluate("D(x^2,x)", LIMIT)).contains("2*x");
        assertThat(ComputerAlgebra.evaluate("Expand((x+1)^3)", LIMIT)).contains("1+3*x+3*x^2+x^3");
    }

    @Test
    void whatCannotBeReadHasNoValue() {
        assertThat(ComputerAlgebra.evaluate("((", LIMIT)).isEmpty();
    }

    @Test
    @Timeout(value = 100, unit = TimeUnit.SECONDS)
    void anEvaluationEndsInTime() throws InterruptedException {
        assertThat(ComputerAlgebra.start()).isTrue();
        long start = System.nanoTime();
        assertThat(ComputerAlgebra.evaluate("While(True,x=1)", Duration.ofMillis(300)))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        for (int i = 0; i < 300 && ComputerAlgebra.evaluate("1+1", LIMIT).isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(ComputerAlgebra.evaluate("1+1", LIMIT))
                .as("it is usable again")
                .contains("2");
    }

    @Test
    void nothingIsPrintedAndTheProgramEnds() throws IOException, InterruptedException {
        assertThat(run(Evaluating.class)).isEmpty();
    }

    @Test
    void symjaIsNotLoadedUnlessItIsUsed() throws IOException, InterruptedException {
        assertThat(run(NotEvaluating.class, "-verbose:class"))
                .anyMatch(line -> line.contains("io.intertwine.activation.DifferentialSystem"))
                .anyMatch(line -> line.contains("io.intertwine.derive.Derivation"))
                .noneMatch(line -> line.contains("org.matheclipse") || line.contains("edu.jas"));
    }

    @Test
    void oneClassAloneCallsSymja() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .filter(ComputerAlgebraTest::speaksOfSymja)
                            .map(path -> path.getFileName().toString()))
                    .containsExactly("ComputerAlgebra.java");
        }
    }

    private static boolean speaksOfSymja(Path source) {
        try {
            String text = Files.readString(source);
            return text.contains("org.matheclipse") || text.contains("edu.jas");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> run(Class<?> program, String... options) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        // Surefire hides the class path in the manifest of a jar.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(options),
                        Stream.of("-cp", classPath, program.getName()))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).as("the program ends").isTrue();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    /** Uses Symja. */
    static final class Evaluating {
        private Evaluating() {}

        public static void main(String[] arguments) {
            if (!ComputerAlgebra.start()
                    || ComputerAlgebra.evaluate("GroebnerBasis({x-y^2,y-z^2},{y,z,x})", LIMIT)
                            .isEmpty()) {
                throw new AssertionError("no value");
            }
            // inputs that Symja complains about
            ComputerAlgebra.evaluate("1/0", LIMIT);
            ComputerAlgebra.evaluate("Print(1)", LIMIT);
            ComputerAlgebra.evaluate("((", LIMIT);
        }
    }

    /** Derives without Symja. */
    static final class NotEvaluating {
        private NotEvaluating() {}

        public static void main(String[] arguments) throws ExpressionSyntaxException {
            DifferentialSystem.of(Expression.parse("tanh(x)"));
            Derivation.of(Expression.parse("x*tanh(softplus(x))"));
        }
    }
}
