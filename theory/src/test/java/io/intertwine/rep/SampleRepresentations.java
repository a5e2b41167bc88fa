package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Generated;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Representations of which the dimensions of spaces of equivariant maps are published. */
final class SampleRepresentations {
    private SampleRepresentations() {}

    /** A representation by permutations. */
    static LinearRepresentation permutations(GroupDescription group, List<Permutation> images) {
        int n = images.get(0).size();
        return LinearRepresentation.of(new Representation(
                group,
                n,
                images.stream()
                        .map(image -> AffineMap.monomial(image, Collections.nCopies(n, Scalar.ONE)))
                        .toList()));
    }

    /** S_n on n points. */
    static LinearRepresentation points(int n) {
        return permutations(Presentation.symmetric(n), transpositions(n));
    }

    private static List<Permutation> transpositions(int n) {
        List<Permutation> result = new ArrayList<>();
        for (int i = 0; i + 1 < n; i++) {
            int[] images = Permutation.identity(n).toArray();
            images[i] = i + 1;
            images[i + 1] = i;
            result.add(Permutation.of(images));
        }
        return result;
    }

    /** For S_a x S_b x ... the representations on a points, on b points, ... */
    static List<LinearRepresentation> pointsOfProduct(int... sizes) {
        List<String> names = new ArrayList<>();
        for (int factor = 0; factor < sizes.length; factor++) {
            for (int i = 1; i < sizes[factor]; i++) {
                names.add("s" + factor + "_" + i);
            }
        }
        List<LinearRepresentation> result = new ArrayList<>();
        for (int factor = 0; factor < sizes.length; factor++) {
            List<Permutation> images = new ArrayList<>();
            for (int other = 0; other < sizes.length; other++) {
                images.addAll(
                        other == factor
                                ? transpositions(sizes[factor])
                                : Collections.nCopies(sizes[other] - 1, Permutation.identity(sizes[factor])));
            }
            result.add(permutations(new Generated(names), images));
        }
        return result;
    }

    /** The dihedral group of order 8 on the pixels of an n x n image. */
    static LinearRepresentation image(int n) {
        return permutations(
                Presentation.dihedral(4),
                List.of(pixels(n, (i, j) -> j * n + (n - 1 - i)), pixels(n, (i, j) -> i * n + (n - 1 - j))));
    }

    private interface PixelMap {
        int apply(int i, int j);
    }

    private static Permutation pixels(int n, PixelMap map) {
        int[] images = new int[n * n];
        for (int k = 0; k < images.length; k++) {
            images[k] = map.apply(k / n, k % n);
        }
        return Permutation.of(images);
    }

    /** The rotations of the cube on R^3, by signed permutations: a quarter turn and a turn about a diagonal. */
    static LinearRepresentation cube() {
        return LinearRepresentation.of(new Representation(
                new Generated(List.of("q", "t")),
                3,
                List.of(
                        AffineMap.monomial(Permutation.of(1, 0, 2), List.of(Scalar.ONE, Scalar.MINUS_ONE, Scalar.ONE)),
                        AffineMap.monomial(Permutation.of(1, 2, 0), Collections.nCopies(3, Scalar.ONE)))));
    }

    /** The same group on the points of {-1, 0, 1}^3 with this many zeros: 2 for faces, 1 for edges, 0 for vertices. */
    static LinearRepresentation cube(int zeros) {
        List<List<Integer>> points = new ArrayList<>();
        for (int k = 0; k < 27; k++) {
            List<Integer> point = List.of(k / 9 - 1, k / 3 % 3 - 1, k % 3 - 1);
            if (Collections.frequency(point, 0) == zeros) {
                points.add(point);
            }
        }
        return permutations(
                cube().group().discrete(),
                List.of(
                        moved(points, p -> List.of(-p.get(1), p.get(0), p.get(2))),
                        moved(points, p -> List.of(p.get(2), p.get(0), p.get(1)))));
    }

    private static Permutation moved(List<List<Integer>> points, UnaryOperator<List<Integer>> map) {
        return Permutation.of(points.stream()
                .mapToInt(point -> points.indexOf(map.apply(point)))
                .toArray());
    }
}
