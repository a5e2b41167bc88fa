package io.intertwine.io;

import io.intertwine.rep.ClassicalGroups;
import io.intertwine.rep.LinearRepresentation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads groups of matrices by their names: {@code {"so": 3}}, {@code {"so": [1, 3]}}, {@code {"o": 3}}, {@code {"sl": 2}}, ... */
final class ClassicalGroupReader {
    private static final List<String> NAMES = List.of("so", "o", "sl", "gl", "sp");

    private ClassicalGroupReader() {}

    /** The standard representation of the group in a file, if it is one of these. */
    static Optional<LinearRepresentation> read(JsonValue value) throws FormatException {
        JsonObject group = value.requireObject("a group such as {\"cyclic\": 4}");
        if (NAMES.stream().noneMatch(group.members()::containsKey)) {
            return Optional.empty();
        }
        Map.Entry<String, JsonValue> single = group.requireSingle("one of " + JsonNames.list(NAMES) + " alone,");
        try {
            return Optional.of(standard(single.getKey(), single.getValue()));
        } catch (IllegalArgumentException wrong) {
            throw value.refuse(wrong);
        }
    }

    /** Sp(n) on R^n, n even. */
    private static LinearRepresentation symplectic(int n, JsonValue size) throws FormatException {
        if (n % 2 == 1) {
            throw size.refuse(
                    "expected an even size, because symplectic matrices act on pairs of coordinates, found " + n);
        }
        return ClassicalGroups.symplectic(n / 2);
    }

    private static LinearRepresentation standard(String name, JsonValue size) throws FormatException {
        boolean signature = !(size instanceof JsonAtom) && (name.equals("so") || name.equals("o"));
        int[] sizes = signature
                ? size.requireIntegers("a signature [p, q]", 2)
                : new int[] {size.requireInteger("a size", 1, ClassicalGroups.LARGEST)};
        return switch (name) {
            case "so" ->
                signature
                        ? ClassicalGroups.specialOrthogonal(sizes[0], sizes[1])
                        : ClassicalGroups.specialOrthogonal(sizes[0]);
            case "o" ->
                signature ? ClassicalGroups.orthogonal(sizes[0], sizes[1]) : ClassicalGroups.orthogonal(sizes[0]);
            case "sl" -> ClassicalGroups.specialLinear(sizes[0]);
            case "gl" -> ClassicalGroups.generalLinear(sizes[0]);
            default -> symplectic(sizes[0], size);
        };
    }
}
