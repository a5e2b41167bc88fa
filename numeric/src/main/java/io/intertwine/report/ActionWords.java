package io.intertwine.report;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import io.intertwine.symmetry.Orbits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Affine maps in words and in the notation of the file formats. */
final class ActionWords {
    private static final int FEW = 12;
    private static final String MINUS = "\u2212";

    private final AffineMap map;
    private final IntFunction<String> names;

    private ActionWords(AffineMap map, IntFunction<String> names) {
        this.map = map;
        this.names = names;
    }

    /** What a map does to a few coordinates one by one, x\u2080 \u2194 x\u2081, or to many in sum. */
    static String describe(AffineMap map, String letter) {
        if (map.isIdentity()) {
            return "nothing moves";
        }
        if (!map.isMonomial() || map.dimension() > FEW) {
            String orbits = Orbits.of(List.of(map)).describe();
            return map.isLinear() ? orbits : orbits + ", and a shift";
        }
        return new ActionWords(map, coordinate -> letter + Scripts.lowered(coordinate))
                .cycles(IntStream.range(0, map.dimension()).boxed().toList());
    }

    /** The cycles of a monomial map on some units that it permutes among themselves: "0 \u2194 1, 2 stays, 3 \u21A6 \u22123". */
    static String cycles(AffineMap map, List<Integer> units) {
        return new ActionWords(map, String::valueOf).cycles(units);
    }

    private String cycles(List<Integer> coordinates) {
        List<String> words = new ArrayList<>();
        List<Integer> rest = new ArrayList<>(coordinates);
        while (!rest.isEmpty()) {
            words.add(cycle(rest.get(0), rest));
        }
        return String.join(", ", words);
    }

    private String cycle(int start, List<Integer> rest) {
        rest.remove(Integer.valueOf(start));
        int next = map.permutation().apply(start);
        if (next == start) {
            String name = names.apply(start);
            return image(start).equals(name) ? name + " stays" : name + " \u21A6 " + image(start);
        }
        if (map.permutation().apply(next) == start && image(next).equals(sign(start) + names.apply(start))) {
            rest.remove(Integer.valueOf(next));
            return names.apply(start) + " \u2194 " + image(start);
        }
        StringBuilder text = new StringBuilder(names.apply(start));
        for (int at = start; ; at = map.permutation().apply(at)) {
            text.append(" \u2192 ").append(image(at));
            int image = map.permutation().apply(at);
            if (image == start) {
                return text.toString();
            }
            rest.remove(Integer.valueOf(image));
        }
    }

    private String sign(int coordinate) {
        return map.scales().get(coordinate).signum() < 0 ? MINUS : "";
    }

    /** Where one coordinate goes, with its sign and its shift: "\u221217", "1 \u2212 2". Positive factors are left out. */
    private String image(int coordinate) {
        int place = map.permutation().apply(coordinate);
        Scalar shift = map.shift().get(place);
        String sign = sign(coordinate);
        String name = names.apply(place);
        return shift.isZero()
                ? sign + name
                : Numbers.exact(shift) + (sign.isEmpty() ? " + " : " " + MINUS + " ") + name;
    }

    /** The map in the notation of the formats. */
    static String notation(AffineMap map) {
        StringBuilder text = new StringBuilder();
        if (map.isMonomial()) {
            text.append("{\"permutation\": ").append(map.permutation());
            if (!map.scales().stream().allMatch(Scalar::isOne)) {
                text.append(", \"scales\": ").append(quoted(map.scales()));
            }
        } else {
            text.append("{\"matrix\": ").append(rows(map.matrix()));
        }
        if (!map.isLinear()) {
            text.append(", \"shift\": ").append(quoted(map.shift()));
        }
        return text.append('}').toString();
    }

    private static String quoted(List<Scalar> numbers) {
        return numbers.stream().map(number -> "\"" + number + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String rows(ExactMatrix matrix) {
        return IntStream.range(0, matrix.rows())
                .mapToObj(row -> quoted(matrix.row(row)))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
