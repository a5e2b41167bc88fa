package io.intertwine.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules on source text: sizes, and words that the kernel must not contain. Every rule returns its violations. */
final class SourceRules {
    static final int KERNEL_CORE_LINES = 300;
    static final int KERNEL_RULE_LINES = 120;
    static final int THEORY_LINES = 300;

    private static final List<String> FORBIDDEN_IN_KERNEL = List.of("TODO", "FIXME", "@SuppressWarnings");

    private final Path theory;

    /** Rules on the sources below the folder that holds {@code io/intertwine}. */
    SourceRules(Path sources) {
        theory = sources.resolve("io").resolve("intertwine");
    }

    /** The rules on the sources of the module theory, found upwards from the working directory. */
    static SourceRules ofTheory() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("theory").resolve("pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no module theory above the working directory");
            }
        }
        return new SourceRules(folder.resolve("theory").resolve("src/main/java"));
    }

    /** Each rule of the kernel fits in 120 lines, and everything else in it together in 300. */
    List<String> kernelSizes() {
        List<String> violations = new ArrayList<>();
        int core = 0;
        for (Path file : javaFiles(theory.resolve("check"))) {
            int lines = linesOf(file).size();
            if (!file.getFileName().toString().endsWith("Rule.java")) {
                core += lines;
            } else if (lines > KERNEL_RULE_LINES) {
                violations.add(file.getFileName() + " has " + lines + " lines, a rule may have " + KERNEL_RULE_LINES);
            }
        }
        if (core > KERNEL_CORE_LINES) {
            violations.add("the core of check has " + core + " lines, it may have " + KERNEL_CORE_LINES);
        }
        return violations;
    }

    /** A file of theory has at most 300 lines, unless {@code allowed} maps its name to the reason. */
    List<String> theorySizes(Map<String, String> allowed) {
        List<String> violations = new ArrayList<>();
        for (Path file : javaFiles(theory)) {
            int lines = linesOf(file).size();
            if (lines > THEORY_LINES
                    && !allowed.containsKey(theory.relativize(file).toString().replace('\\', '/'))) {
                violations.add(theory.relativize(file) + " has " + lines + " lines, it may have " + THEORY_LINES);
            }
        }
        return violations;
    }

    /** No work left over and no silenced warning in the kernel. */
    List<String> kernelWords() {
        List<String> violations = new ArrayList<>();
        for (Path file : javaFiles(theory.resolve("check"))) {
            List<String> lines = linesOf(file);
            for (int line = 0; line < lines.size(); line++) {
                for (String word : FORBIDDEN_IN_KERNEL) {
                    if (lines.get(line).contains(word)) {
                        violations.add(file.getFileName() + ":" + (line + 1) + " contains " + word);
                    }
                }
            }
        }
        return violations;
    }

    /** The sources below a folder in the order of their names, without package descriptions; none where it is absent. */
    private static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
