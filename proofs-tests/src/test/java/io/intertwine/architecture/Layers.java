package io.intertwine.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** The packages in their order, the same as in {@code docs/ARCHITECTURE.md}: each may import only those before it. */
final class Layers {
    static final String ROOT = "io.intertwine";

    static final List<String> THEORY = List.of(
            "exact",
            "group",
            "rep",
            "activation",
            "net",
            "symmetry",
            "criterion",
            "claim",
            "certificate",
            "check",
            "derive",
            "io",
            "find",
            "dimension",
            "construct",
            "conjecture");

    static final List<String> NUMERIC = List.of(
            "tensor",
            "lift",
            "weights",
            "data",
            "train",
            "match",
            "measure",
            "symmetrize",
            "experiment",
            "report",
            "cli");

    static final List<String> TESTKIT = List.of("testkit");

    private Layers() {}

    /** The first word of the class's package after the root: {@code check} for {@code io.intertwine.check.rules}. */
    static String nameOf(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", -1)[0];
    }

    /** The place of a layer in the order, or -1 for a package that nobody has given a place. */
    static int placeOf(String layer) {
        int place = THEORY.indexOf(layer);
        if (place >= 0) {
            return place;
        }
        place = NUMERIC.indexOf(layer);
        if (place >= 0) {
            return THEORY.size() + place;
        }
        return TESTKIT.contains(layer) ? THEORY.size() + NUMERIC.size() : -1;
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    static boolean isTheory(JavaClass type) {
        return isOurs(type) && THEORY.contains(nameOf(type));
    }
}
