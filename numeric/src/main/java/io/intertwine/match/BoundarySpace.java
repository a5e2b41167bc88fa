package io.intertwine.match;

import io.intertwine.group.FiniteGroup;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A space on which a finite group acts by given affine maps, in coordinates x = c + T^-1 x' in which it acts by orthogonal linear maps. A
 * finite group has a fixed point c, the mean of the orbit of 0, and leaves the mean of its images of the scalar product invariant; T is
 * the transposed Cholesky factor of that mean. Where the group acts orthogonally T is the identity.
 */
final class BoundarySpace {
    /** The mean scalar product differs from the given one by less than this in every entry: rounding alone. */
    private static final double ORTHOGONAL = 1e-12;

    private final double[] centre;
    private final DoubleMatrix change;
    private final DoubleMatrix inverse;
    private final boolean changes;
    private final GroupAction action;

    /**
     * For the images of the generators.
     *
     * @param group the group
     * @param generators for every generator its map
     */
    BoundarySpace(FiniteGroup group, List<AffineMap> generators) {
        List<FloatingMap> maps = elements(group, generators);
        int n = maps.get(0).dimension();
        centre = new double[n];
        for (FloatingMap map : maps) {
            for (int i = 0; i < n; i++) {
                centre[i] += map.shift(i) / maps.size();
            }
        }
        boolean signed = maps.stream().allMatch(BoundarySpace::isSigned);
        RealMatrix metric = signed ? MatrixUtils.createRealIdentityMatrix(n) : metric(maps, n);
        changes = !signed
                && metric.subtract(MatrixUtils.createRealIdentityMatrix(n)).getNorm1() > ORTHOGONAL * n;
        if (changes) {
            RealMatrix factor = new CholeskyDecomposition(metric).getLT();
            change = matrix(factor);
            inverse = matrix(MatrixUtils.inverse(factor));
        } else {
            change = DoubleMatrix.zeros(0, 0);
            inverse = change;
        }
        action = signed
                ? new GroupAction.Signed(
                        maps.stream().map(BoundarySpace::signed).toList())
                : new GroupAction.Orthogonal(maps.stream().map(this::orthogonal).toList());
    }

    private static List<FloatingMap> elements(FiniteGroup group, List<AffineMap> generators) {
        List<FloatingMap> images = generators.stream().map(FloatingMap::from).toList();
        FloatingMap[] result = new FloatingMap[group.order()];
        for (int x : group.shortFirst()) {
            result[x] = x == 0
                    ? FloatingMap.identity(images.get(0).dimension())
                    : images.get(group.first(x)).after(result[group.rest(x)]);
        }
        return List.of(result);
    }

    private static boolean isSigned(FloatingMap map) {
        return map.isMonomial() && IntStream.range(0, map.dimension()).allMatch(j -> Math.abs(map.scale(j)) == 1);
    }

    private static SignedPermutation signed(FloatingMap map) {
        Permutation permutation = map.permutation();
        int[] signs = new int[map.dimension()];
        Arrays.setAll(signs, j -> (int) map.scale(j));
        return SignedPermutation.of(permutation.toArray(), signs);
    }

    /** The mean of A^T A over the linear parts A. */
    private static RealMatrix metric(List<FloatingMap> maps, int n) {
        RealMatrix sum = MatrixUtils.createRealMatrix(n, n);
        for (FloatingMap map : maps) {
            DoubleMatrix linear = linear(map);
            sum = sum.add(real(linear.transposeTimes(linear)));
        }
        return sum.scalarMultiply(1.0 / maps.size());
    }

    private DoubleMatrix orthogonal(FloatingMap map) {
        return changes ? change.times(linear(map)).times(inverse) : linear(map);
    }

    private static DoubleMatrix linear(FloatingMap map) {
        int n = map.dimension();
        DoubleMatrix result = DoubleMatrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result.set(i, j, map.entry(i, j));
            }
        }
        return result;
    }

    private static RealMatrix real(DoubleMatrix matrix) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            rows.add(matrix.row(i));
        }
        return MatrixUtils.createRealMatrix(rows.toArray(double[][]::new));
    }

    private static DoubleMatrix matrix(RealMatrix matrix) {
        double[] entries =
                Arrays.stream(matrix.getData()).flatMapToDouble(Arrays::stream).toArray();
        return DoubleMatrix.of(matrix.getRowDimension(), matrix.getColumnDimension(), entries);
    }

    /** The orthogonal action in the new coordinates. */
    GroupAction action() {
        return action;
    }

    /** The fixed point c. */
    double[] centre() {
        return centre.clone();
    }

    /** The weights of a layer that reads this space, in its new coordinates: W T^-1. */
    DoubleMatrix read(DoubleMatrix weights) {
        return changes ? weights.times(inverse) : weights;
    }

    /** The weights of a layer that writes this space, in its new coordinates: T W. */
    DoubleMatrix written(DoubleMatrix weights) {
        return changes ? change.times(weights) : weights;
    }
}
