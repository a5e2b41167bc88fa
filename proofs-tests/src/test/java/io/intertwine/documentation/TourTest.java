package io.intertwine.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);
    private static final String PACKAGES =
            "activation.* certificate.* check.* claim.* construct.* derive.* exact.* find.* group.* net.* rep.* symmetry.*";

    @Test
    void theTourCompilesAndPrintsWhatItShows(@TempDir Path folder) throws Exception {
        StringBuilder code = new StringBuilder();
        StringBuilder shown = new StringBuilder();
        Matcher blocks = BLOCK.matcher(Files.readString(tour()));
        while (blocks.find()) {
            (blocks.group(1).equals("java") ? code : shown).append(blocks.group(2));
        }
        assertThat(run(folder, code.toString())).isEqualTo(shown.toString());
    }

    private static Path tour() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/TOUR.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/TOUR.md");
    }

    private static String run(Path folder, String code) throws Exception {
        StringBuilder source = new StringBuilder("import java.util.List;\n");
        for (String name : PACKAGES.split(" ")) {
            source.append("import io.intertwine.").append(name).append(";\n");
        }
        source.append("public class Tour {\n public static void main(String[] arguments) throws Exception {\n")
                .append(code)
                .append("}\n}\n");
        Path file = Files.writeString(folder.resolve("Tour.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
        assertThat(failed).isZero();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()});
                PrintStream capture = new PrintStream(printed, true, UTF_8)) {
            System.setOut(capture);
            loader.loadClass("Tour").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(UTF_8);
    }
}
