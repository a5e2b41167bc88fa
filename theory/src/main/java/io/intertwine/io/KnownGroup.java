package io.intertwine.io;

import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A group as a representation file gives it, and what it acts on by name.
 *
 * @param group the group
 * @param named its representations that have names, each given by matrices
 */
record KnownGroup(ActingGroup group, Map<String, LinearRepresentation> named) {
    /** The permutations of n points: all of them, or the rotations and reflections of a polygon. */
    static final String NATURAL = "natural";

    /** The matrices of a classical group. */
    static final String STANDARD = "standard";

    KnownGroup {
        named = Map.copyOf(named);
    }

    /** The group in a file, with the Lie algebra that the file gives beside it. */
    static KnownGroup read(JsonValue value, LieAlgebra algebra) throws FormatException {
        Optional<LinearRepresentation> classical = ClassicalGroupReader.read(value);
        if (classical.isPresent()) {
            if (!algebra.generators().isEmpty()) {
                throw value.refuse("this group has a Lie algebra with generators of its own, "
                        + JsonNames.list(classical.get().group().connected().generators())
                        + ": give no \"lie\" beside it, and other representations in \"representation\"");
            }
            return new KnownGroup(classical.get().group(), Map.of(STANDARD, classical.get()));
        }
        GroupDescription discrete = GroupReader.read(value);
        return new KnownGroup(
                new ActingGroup(discrete, algebra), algebra.generators().isEmpty() ? named(value) : Map.of());
    }

    private static Map<String, LinearRepresentation> named(JsonValue value) throws FormatException {
        Map.Entry<String, JsonValue> kind =
                value.requireObject("a group").members().entrySet().iterator().next();
        return switch (kind.getKey()) {
            case "cyclic" -> natural(cyclic(number(kind.getValue())));
            case "dihedral" -> natural(dihedral(number(kind.getValue())));
            case "symmetric" -> natural(symmetric(number(kind.getValue())));
            default -> Map.of();
        };
    }

    private static int number(JsonValue value) throws FormatException {
        return value.requireInteger("a whole number", 1, Integer.MAX_VALUE);
    }

    private static Map<String, LinearRepresentation> natural(Representation points) {
        return Map.of(NATURAL, LinearRepresentation.of(points));
    }

    private static Representation cyclic(int n) {
        return points(GroupDescription.Presentation.cyclic(n), n, List.of(i -> (i + 1) % n));
    }

    /** The vertices of the n-gon: r takes i to i + 1 and s takes i to -i. */
    private static Representation dihedral(int n) {
        return points(GroupDescription.Presentation.dihedral(n), n, List.of(i -> (i + 1) % n, i -> (n - i) % n));
    }

    private static Representation symmetric(int n) {
        List<IntUnaryOperator> transpositions = new ArrayList<>();
        for (int k = 0; k < n - 1; k++) {
            int lower = k;
            transpositions.add(i -> i == lower ? lower + 1 : i == lower + 1 ? lower : i);
        }
        return points(GroupDescription.Presentation.symmetric(n), n, transpositions);
    }

    private static Representation points(GroupDescription group, int n, List<IntUnaryOperator> maps) {
        List<AffineMap> images = new ArrayList<>();
        for (IntUnaryOperator map : maps) {
            int[] permutation = new int[n];
            Arrays.setAll(permutation, map);
            images.add(AffineMap.monomial(Permutation.of(permutation), Collections.nCopies(n, Scalar.ONE)));
        }
        return new Representation(group, n, images);
    }
}
