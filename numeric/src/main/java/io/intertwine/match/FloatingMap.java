package io.intertwine.match;

import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * An invertible affine map x -> A x + u of a coordinate space in doubles. The linear part is monomial, A e_j = a_j e_{p(j)}, or dense;
 * indices start at 0. Products and images round: each entry is a sum of products with the usual error of one unit in the last place
 * for every operation; permutations are exact.
 */
public final class FloatingMap {
    private final Linear linear;
    private final double[] shift;

    private sealed interface Linear {}

    private static final class Monomial implements Linear {
        private final Permutation permutation;
        private final double[] scales;

        Monomial(Permutation permutation, double[] scales) {
            this.permutation = permutation;
            this.scales = scales;
        }
    }

    /** Entries row by row. */
    private static final class Dense implements Linear {
        private final double[] matrix;

        Dense(double[] matrix) {
            this.matrix = matrix;
        }
    }

    private FloatingMap(Linear linear, double[] shift) {
        this.linear = linear;
        this.shift = shift;
    }

    /** The identity of n coordinates. */
    public static FloatingMap identity(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new FloatingMap(new Monomial(Permutation.identity(n), ones), new double[n]);
    }

    /** The map e_j -> scales[j] e_{permutation(j)}, followed by the translation. Refuses arrays of the wrong size. */
    public static FloatingMap monomial(Permutation permutation, double[] scales, double[] shift) {
        requireSize(permutation.size(), scales.length);
        requireSize(permutation.size(), shift.length);
        return new FloatingMap(new Monomial(permutation, scales.clone()), shift.clone());
    }

    /** The map x -> A x + shift with A given row by row. Refuses arrays of the wrong size. */
    public static FloatingMap dense(double[] rowMajor, double[] shift) {
        requireSize(shift.length * shift.length, rowMajor.length);
        return new FloatingMap(new Dense(rowMajor.clone()), shift.clone());
    }

    /** The map whose entries are those of an exact one, each rounded to the nearest double. */
    public static FloatingMap from(AffineMap map) {
        double[] shift = Rounded.from(map.shift());
        return map.isMonomial()
                ? new FloatingMap(new Monomial(map.permutation(), Rounded.from(map.scales())), shift)
                : new FloatingMap(new Dense(Rounded.from(map.matrix())), shift);
    }

    /** The number of coordinates. */
    public int dimension() {
        return shift.length;
    }

    /** Whether the linear part is kept as a monomial matrix, so that {@link #permutation} and {@link #scale} may be asked. */
    public boolean isMonomial() {
        return linear instanceof Monomial;
    }

    /** The permutation p in A e_j = a_j e_{p(j)}. */
    public Permutation permutation() {
        return ((Monomial) linear).permutation;
    }

    /** The scale a_j in A e_j = a_j e_{p(j)}. */
    public double scale(int j) {
        return ((Monomial) linear).scales[j];
    }

    /** The entry u_i of the translation. */
    public double shift(int i) {
        return shift[i];
    }

    /** Whether there is no translation. */
    public boolean isLinear() {
        return Arrays.stream(shift).allMatch(entry -> entry == 0);
    }

    /** The entry A_ij. */
    public double entry(int i, int j) {
        if (linear instanceof Monomial monomial) {
            return monomial.permutation.apply(j) == i ? monomial.scales[j] : 0;
        }
        return ((Dense) linear).matrix[i * dimension() + j];
    }

    /** The image A x + u of a point. */
    public double[] apply(double[] point) {
        requireSize(dimension(), point.length);
        double[] image = shift.clone();
        if (linear instanceof Monomial monomial) {
            for (int j = 0; j < point.length; j++) {
                image[monomial.permutation.apply(j)] += monomial.scales[j] * point[j];
            }
            return image;
        }
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < point.length; j++) {
                image[i] += entry(i, j) * point[j];
            }
        }
        return image;
    }

    /** The images of many points, one in each row. Refuses points with another number of coordinates. */
    public DoubleMatrix applyToRows(DoubleMatrix points) {
        requireSize(dimension(), points.columns());
        DoubleMatrix images = linear instanceof Dense dense
                ? points.timesTransposeOf(DoubleMatrix.of(dimension(), dimension(), dense.matrix))
                : DoubleMatrix.zeros(points.rows(), points.columns());
        for (int row = 0; row < points.rows(); row++) {
            for (int j = 0; j < dimension(); j++) {
                if (linear instanceof Monomial monomial) {
                    int i = monomial.permutation.apply(j);
                    images.set(row, i, monomial.scales[j] * points.get(row, j) + shift[i]);
                } else {
                    images.set(row, j, images.get(row, j) + shift[j]);
                }
            }
        }
        return images;
    }

    /** The map first {@code other}, then this. */
    public FloatingMap after(FloatingMap other) {
        double[] newShift = apply(other.shift);
        if (linear instanceof Monomial left && other.linear instanceof Monomial right) {
            double[] scales = right.scales.clone();
            for (int j = 0; j < scales.length; j++) {
                scales[j] *= left.scales[right.permutation.apply(j)];
            }
            return new FloatingMap(new Monomial(left.permutation.after(right.permutation), scales), newShift);
        }
        return new FloatingMap(new Dense(rowMajor(matrix().multiply(other.matrix()))), newShift);
    }

    /** The inverse map. Throws a runtime exception of the linear algebra library if the matrix is singular. */
    public FloatingMap inverse() {
        FloatingMap inverse = linear instanceof Monomial monomial
                ? new FloatingMap(invert(monomial), new double[dimension()])
                : new FloatingMap(
                        new Dense(rowMajor(
                                new QRDecomposition(matrix()).getSolver().getInverse())),
                        new double[dimension()]);
        double[] image = inverse.apply(shift);
        Arrays.setAll(image, i -> 0 - image[i]);
        return new FloatingMap(inverse.linear, image);
    }

    private static Monomial invert(Monomial monomial) {
        Permutation inverse = monomial.permutation.inverse();
        double[] scales = new double[inverse.size()];
        Arrays.setAll(scales, j -> 1 / monomial.scales[inverse.apply(j)]);
        return new Monomial(inverse, scales);
    }

    /** The largest entry of A - 1 and of u in absolute value; infinite if a monomial map moves a coordinate. */
    public double distanceToIdentity() {
        double distance = 0;
        boolean moves = linear instanceof Monomial monomial && !monomial.permutation.isIdentity();
        for (int i = 0; i < dimension() && !moves; i++) {
            distance = Math.max(distance, Math.abs(shift[i]));
            for (int j = isMonomial() ? i : 0; j < (isMonomial() ? i + 1 : dimension()); j++) {
                distance = Math.max(distance, Math.abs(entry(i, j) - (i == j ? 1 : 0)));
            }
        }
        return moves ? Double.POSITIVE_INFINITY : distance;
    }

    private RealMatrix matrix() {
        RealMatrix result = MatrixUtils.createRealMatrix(dimension(), dimension());
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                result.setEntry(i, j, entry(i, j));
            }
        }
        return result;
    }

    private static double[] rowMajor(RealMatrix matrix) {
        return Arrays.stream(matrix.getData()).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void requireSize(int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException("sizes do not fit: expected " + expected + ", found " + found);
        }
    }

    @Override
    public String toString() {
        String text = linear instanceof Monomial monomial
                ? "permutation " + monomial.permutation + " scales " + Arrays.toString(monomial.scales)
                : "matrix " + Arrays.toString(((Dense) linear).matrix);
        return isLinear() ? text : text + " shift " + Arrays.toString(shift);
    }
}
