package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.List;

/** The monomial matrices of a representation's generators, A e_j = scale(j) e_image(j), as plain arrays. */
final class MonomialAction {
    private final int dimension;
    private final int[][] images;
    private final Scalar[][] scales;

    private MonomialAction(int dimension, int[][] images, Scalar[][] scales) {
        this.dimension = dimension;
        this.images = images;
        this.scales = scales;
    }

    /** Of a representation whose generators all act by monomial matrices. */
    static MonomialAction of(LinearRepresentation representation) {
        int count = representation.group().discrete().generators().size();
        int n = representation.dimension();
        int[][] images = new int[count][n];
        Scalar[][] scales = new Scalar[count][n];
        for (int g = 0; g < count; g++) {
            int[] image = images[g];
            Scalar[] scale = scales[g];
            SparseMatrix matrix = representation.generator(g);
            for (int i = 0; i < n; i++) {
                int row = i;
                matrix.visitRow(i, (j, value) -> {
                    image[j] = row;
                    scale[j] = value;
                });
            }
        }
        return new MonomialAction(n, images, scales);
    }

    int dimension() {
        return dimension;
    }

    /** The number of generators. */
    int generators() {
        return images.length;
    }

    /** The images under a generator; not a copy. */
    int[] images(int generator) {
        return images[generator];
    }

    /** The scale of a coordinate under a generator. */
    Scalar scale(int generator, int coordinate) {
        return scales[generator][coordinate];
    }

    /** Whether all scales are 1. */
    boolean isPermutation() {
        return distinctScales().stream().allMatch(Scalar::isOne);
    }

    /** Whether all scales are 1 or -1. */
    boolean isSigned() {
        return distinctScales().stream()
                .allMatch(scale -> scale.isOne() || scale.negate().isOne());
    }

    private List<Scalar> distinctScales() {
        List<Scalar> distinct = new ArrayList<>();
        for (Scalar[] row : scales) {
            for (Scalar scale : row) {
                if (!distinct.contains(scale)) {
                    distinct.add(scale);
                }
            }
        }
        return distinct;
    }

    /** For every generator, whether each coordinate changes its sign; the scales are 1 or -1. */
    boolean[][] negated() {
        boolean[][] negated = new boolean[scales.length][dimension];
        for (int g = 0; g < scales.length; g++) {
            for (int j = 0; j < dimension; j++) {
                negated[g][j] = scales[g][j].signum() < 0;
            }
        }
        return negated;
    }
}
