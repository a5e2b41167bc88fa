package io.intertwine.cli;

import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a representation is built, as a formula in the dimensions of what it is built from: {@code 3 (5 x 5) + 1}. */
final class StructureText {
    private static final int MOST_SUMMANDS = 12;

    private StructureText() {}

    static String of(LinearRepresentation representation) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given) {
            return String.valueOf(representation.dimension());
        }
        if (structure instanceof Structure.Sum sum) {
            int count = sum.summands().size();
            String shown = sum.summands().stream()
                    .limit(MOST_SUMMANDS)
                    .map(StructureText::of)
                    .collect(Collectors.joining(" + "));
            return count <= MOST_SUMMANDS ? shown : shown + " + ... (" + count + " summands)";
        }
        if (structure instanceof Structure.Multiple multiple) {
            return multiple.count() + " copies of " + inner(multiple.of());
        }
        if (structure instanceof Structure.Dual dual) {
            return "dual of " + inner(dual.of());
        }
        List<String> factors = new ArrayList<>();
        LinearRepresentation rest = representation;
        while (rest.structure() instanceof Structure.Tensor tensor) {
            factors.add(0, inner(tensor.right()));
            rest = tensor.left();
        }
        factors.add(0, inner(rest));
        return String.join(" x ", factors);
    }

    private static String inner(LinearRepresentation part) {
        return part.structure() instanceof Structure.Given ? of(part) : "(" + of(part) + ")";
    }
}
