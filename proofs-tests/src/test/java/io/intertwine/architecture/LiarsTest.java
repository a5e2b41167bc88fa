package io.intertwine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every architecture rule is shown code that breaks it, and code that only looks as if it did. */
class LiarsTest {
    private static final String EXACT = "package io.intertwine.exact; public final class Number { public Number() {} }";
    private static final String ENGINE =
            "package io.intertwine.exact; public interface RankEngine {" + " int rank(double[] rows); }";
    private static final String FAST_ENGINE =
            "package io.intertwine.exact; public final class Fast implements RankEngine {"
                    + " double[] rows; public int rank(double[] rows) { return 0; } public static void start() {} }";

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all compilations: it keeps the class path open. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    @AfterAll
    static void close() throws IOException {
        FILES.close();
    }

    @TempDir
    Path folder;

    static Stream<Arguments> liars() {
        return Stream.of(
                liar(ArchitectureRules.LAYERS, "check.A { io.intertwine.find.B b; }", "find.B {}"),
                liar(ArchitectureRules.LAYERS, "exact.A { io.intertwine.group.B[] b; }", "group.B {}"),
                liar(ArchitectureRules.LAYERS, "conjecture.A { Object o = new io.intertwine.lift.B(); }", "lift.B {}"),
                liar(ArchitectureRules.LAYERS, "cli.A { Object o = new io.intertwine.testkit.B(); }", "testkit.B {}"),
                liar(ArchitectureRules.LAYERS, "unheard.A {}"),
                liar(ArchitectureRules.KERNEL, "check.A { io.intertwine.io.B b; }", "io.B {}"),
                liar(ArchitectureRules.KERNEL, "check.A { org.hipparchus.linear.FieldMatrix<?> m; }"),
                liar(ArchitectureRules.KERNEL, "check.A { com.fasterxml.jackson.core.JsonParser p; }"),
                liar(ArchitectureRules.KERNEL, "check.A { io.intertwine.exact.RankEngine e; }", ENGINE),
                liar(
                        ArchitectureRules.KERNEL,
                        "check.A { void a() { io.intertwine.exact.Fast.start(); } }",
                        ENGINE,
                        FAST_ENGINE),
                liar(ArchitectureRules.NO_FLOATING_POINT, "exact.A { private double value; }"),
                liar(ArchitectureRules.NO_FLOATING_POINT, "net.A { float[][] values; }"),
                liar(ArchitectureRules.NO_FLOATING_POINT, "net.A { java.util.List<Double> values; }"),
                liar(ArchitectureRules.NO_FLOATING_POINT, "check.A { public A(double value) {} }"),
                liar(ArchitectureRules.NO_FLOATING_POINT, "find.A { protected Float value() { return null; } }"),
                liar(
                        ArchitectureRules.NO_FLOATING_POINT,
                        "find.A { public java.util.Map<String, double[]> values() { return null; } }"),
                liar(ArchitectureRules.NO_PRINTING, "net.A { void a() { System.out.println(); } }"),
                liar(ArchitectureRules.NO_PRINTING, "report.A { Object o = System.err; }"),
                liar(ArchitectureRules.NO_PRINTING, "find.A { void a(Exception e) { e.printStackTrace(); } }"),
                liar(ArchitectureRules.NO_LOGGING, "net.A { java.util.logging.Logger log; }"),
                liar(ArchitectureRules.NO_LOGGING, "net.A { Object log = System.getLogger(\"a\"); }"),
                liar(chance(), "find.A { Object o = new java.util.Random(); }"),
                liar(chance(), "find.A { java.util.function.Supplier<Object> s = java.util.Random::new; }"),
                liar(chance(), "find.A { Object o = new java.util.SplittableRandom(); }"),
                liar(chance(), "find.A { Object o = new java.security.SecureRandom(); }"),
                liar(chance(), "find.A { Object o = java.util.concurrent.ThreadLocalRandom.current(); }"),
                liar(chance(), "find.A { Object o = Math.random(); }"),
                liar(chance(), "find.A { java.util.function.DoubleSupplier s = Math::random; }"),
                liar(chance(), "find.A { void a() { java.util.Collections.shuffle(new java.util.ArrayList<>()); } }"),
                liar(chance(), "find.A { Object o = java.util.UUID.randomUUID(); }"),
                liar(chance(), "find.A { Object o = System.currentTimeMillis(); }"),
                liar(chance(), "find.A { Object o = System.nanoTime(); }"),
                liar(chance(), "find.A { Object o = java.time.Instant.now(); }"),
                liar(chance(), "find.A { Object o = java.time.Clock.systemUTC(); }"),
                liar(ArchitectureRules.NULL_MARKED, "exact.A {}"),
                liar(ArchitectureRules.PROPERTIES_FIX_THEIR_SEED, "testkit.A { @net.jqwik.api.Property void a() {} }"));
    }

    static Stream<Arguments> honest() {
        return Stream.of(
                liar(ArchitectureRules.LAYERS, "find.A { io.intertwine.exact.Number n; }", EXACT),
                liar(ArchitectureRules.LAYERS, "testkit.A { io.intertwine.cli.B b; }", "cli.B {}"),
                liar(ArchitectureRules.LAYERS, "check.rules.A { io.intertwine.check.B b; }", "check.B {}"),
                liar(
                        ArchitectureRules.KERNEL,
                        "check.A { byte[] b; int i; io.intertwine.exact.Number[] n; java.util.List<String> l;"
                                + " org.hipparchus.fraction.BigFraction f; org.hipparchus.FieldElement<?> e; }",
                        EXACT),
                liar(ArchitectureRules.KERNEL, "find.A { io.intertwine.exact.RankEngine e; }", ENGINE),
                liar(ArchitectureRules.NO_FLOATING_POINT, "exact.A {}", ENGINE, FAST_ENGINE),
                liar(ArchitectureRules.NO_FLOATING_POINT, "exact.A { private int a(double d) { return (int) d; } }"),
                liar(ArchitectureRules.NO_FLOATING_POINT, "lift.A { public double a; }"),
                liar(ArchitectureRules.NO_PRINTING, "cli.A { void a() { System.out.println(); } }"),
                liar(ArchitectureRules.NO_LOGGING, "cli.A { Object log = System.getLogger(\"a\"); }"),
                liar(chance(), "find.A { Object o = new java.util.Random(7); }"),
                liar(chance(), "train.A { Object o = System.nanoTime(); }"),
                liar(
                        ArchitectureRules.NULL_MARKED,
                        "@org.jspecify.annotations.NullMarked package io.intertwine.exact;",
                        "exact.A {}"),
                liar(
                        ArchitectureRules.PROPERTIES_FIX_THEIR_SEED,
                        "testkit.A { @net.jqwik.api.Property(seed = \"7\") void a() {} }"));
    }

    @ParameterizedTest
    @MethodSource("liars")
    void aRuleCatchesItsLiar(ArchRule rule, List<String> sources) throws IOException {
        assertThat(rule.evaluate(compile(sources)).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("honest")
    void aRuleLetsTheHonestPass(ArchRule rule, List<String> sources) throws IOException {
        assertThat(rule.evaluate(compile(sources)).getFailureReport().getDetails())
                .isEmpty();
    }

    @Test
    void aLongKernelIsCaught() throws IOException {
        write("check/GaugeRule.java", SourceRules.KERNEL_RULE_LINES);
        write("check/Kernel.java", SourceRules.KERNEL_CORE_LINES - 10);
        write("check/Theorem.java", 10);
        write("check/package-info.java", 50);
        SourceRules rules = new SourceRules(folder);
        assertThat(rules.kernelSizes()).isEmpty();

        write("check/GaugeRule.java", SourceRules.KERNEL_RULE_LINES + 1);
        write("check/Theorem.java", 11);
        assertThat(rules.kernelSizes()).hasSize(2);
    }

    @Test
    void aLongClassOfTheoryIsCaughtUnlessItHasAReason() throws IOException {
        write("net/Network.java", SourceRules.THEORY_LINES);
        SourceRules rules = new SourceRules(folder);
        assertThat(rules.theorySizes(Map.of())).isEmpty();

        write("net/Network.java", SourceRules.THEORY_LINES + 1);
        assertThat(rules.theorySizes(Map.of())).hasSize(1);
        assertThat(rules.theorySizes(Map.of("net/Network.java", "one table"))).isEmpty();
    }

    @Test
    void unfinishedWorkInTheKernelIsCaught() throws IOException {
        Path file = write("check/Kernel.java", 1);
        SourceRules rules = new SourceRules(folder);
        assertThat(rules.kernelWords()).isEmpty();

        Files.writeString(file, "// TODO\n@SuppressWarnings(\"x\") // FIXME\n");
        assertThat(rules.kernelWords()).hasSize(3);
    }

    private static ArchRule chance() {
        return ArchitectureRules.NO_AMBIENT_CHANCE_OR_CLOCK;
    }

    /** A rule and its sources, each {@code layer.Name { body }} or a whole file. */
    private static Arguments liar(ArchRule rule, String... sources) {
        return Arguments.of(
                rule, Stream.of(sources).map(LiarsTest::asCompilationUnit).toList());
    }

    private static String asCompilationUnit(String source) {
        if (source.contains("package ")) {
            return source;
        }
        String name = source.substring(0, source.indexOf(' '));
        int dot = name.lastIndexOf('.');
        return "package io.intertwine." + name.substring(0, dot) + "; public class " + name.substring(dot + 1)
                + source.substring(name.length());
    }

    private JavaClasses compile(List<String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Path file = Files.createDirectories(folder.resolve("source" + files.size()))
                    .resolve(fileName(source));
            files.add(Files.writeString(file, source));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled = COMPILER.getTask(
                        messages, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(files))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
        return new ClassFileImporter().importPath(classes);
    }

    private static String fileName(String source) {
        if (source.startsWith("@")) {
            return "package-info.java";
        }
        String type = source.replaceFirst(".*?public (?:final )?(?:class|interface) ", "");
        return type.substring(0, type.indexOf(' ')) + ".java";
    }

    private Path write(String name, int lines) throws IOException {
        Path file = folder.resolve("io/intertwine").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(
                file, IntStream.range(0, lines).mapToObj(line -> "// line").toList());
    }
}
