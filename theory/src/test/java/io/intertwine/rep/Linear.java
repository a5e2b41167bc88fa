package io.intertwine.rep;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Small linear representations that tests use. */
public final class Linear {
    /** so(3) with its brackets. */
    public static final LieAlgebra SO3 = new LieAlgebra(
            List.of("x", "y", "z"), List.of(bracket(0, 1, "0 0 1"), bracket(0, 2, "0 -1 0"), bracket(1, 2, "1 0 0")));

    private Linear() {}

    private static LieAlgebra.Bracket bracket(int left, int right, String combination) {
        return new LieAlgebra.Bracket(left, right, NetworkBuilder.vector(combination));
    }

    /** A linear map by its matrix. */
    public static AffineMap matrix(String text) {
        var matrix = NetworkBuilder.matrix(text);
        return AffineMap.of(matrix, Collections.nCopies(matrix.rows(), Scalar.ZERO));
    }

    /** A sparse matrix. */
    public static SparseMatrix sparse(String text) {
        return SparseMatrix.of(NetworkBuilder.matrix(text));
    }

    /** The representation of a group by these maps of its generators. */
    public static LinearRepresentation of(GroupDescription group, AffineMap... maps) {
        return LinearRepresentation.of(new Representation(group, maps[0].dimension(), Arrays.asList(maps)));
    }

    /** The symmetric group on n points, at least 2, by the permutations of the coordinates. */
    public static LinearRepresentation permutations(int n) {
        List<AffineMap> maps = new ArrayList<>();
        for (int k = 0; k < n - 1; k++) {
            int[] images = new int[n];
            Arrays.setAll(images, i -> i);
            images[k] = k + 1;
            images[k + 1] = k;
            maps.add(AffineMap.monomial(Permutation.of(images), Collections.nCopies(n, Scalar.ONE)));
        }
        return of(Presentation.symmetric(n), maps.toArray(AffineMap[]::new));
    }

    /** The turns of space by the generators x, y, z of so(3). */
    public static LinearRepresentation turns() {
        ActingGroup group = ActingGroup.of(SO3);
        return LinearRepresentation.of(
                group,
                new Representation(group.discrete(), 3, List.of()),
                List.of(
                        sparse("0 0 0; 0 0 -1; 0 1 0"),
                        sparse("0 0 1; 0 0 0; -1 0 0"),
                        sparse("0 -1 0; 1 0 0; 0 0 0")));
    }

    /** The reflection of the plane and its turns by one generator x: O(2). */
    public static LinearRepresentation plane() {
        ActingGroup group = new ActingGroup(
                new Presentation(List.of("s"), List.of(Word.power(0, 2))), new LieAlgebra(List.of("x"), List.of()));
        return LinearRepresentation.of(
                group,
                new Representation(group.discrete(), 2, List.of(matrix("1 0; 0 -1"))),
                List.of(sparse("0 -1; 1 0")));
    }

    /** The rotations and reflections of an n-gon in the plane, for n with cosines of small degree. */
    public static LinearRepresentation polygon(int n) {
        Scalar cosine = Scalar.cosine(1, n);
        Scalar sine = Scalar.sine(1, n);
        AffineMap turn = AffineMap.of(
                ExactMatrix.of(2, 2, List.of(cosine, sine.negate(), sine, cosine)), List.of(Scalar.ZERO, Scalar.ZERO));
        return of(Presentation.dihedral(n), turn, matrix("1 0; 0 -1"));
    }
}
