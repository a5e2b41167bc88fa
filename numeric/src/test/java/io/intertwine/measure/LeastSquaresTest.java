package io.intertwine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.tensor.DoubleMatrix;
import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {
    private static RealMatrix copy(DoubleMatrix matrix) {
        RealMatrix result = new Array2DRowRealMatrix(matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            result.setRow(i, matrix.row(i));
        }
        return result;
    }

    private static DoubleMatrix random(int rows, int columns, SplittableRandom random) {
        DoubleMatrix result = DoubleMatrix.zeros(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            result.entries()[i] = random.nextGaussian();
        }
        return result;
    }

    /** A matrix of a rank with columns of very different sizes, the last one zero where the rank is not full. */
    private static DoubleMatrix ofRank(int rank, int rows, int columns, SplittableRandom random) {
        DoubleMatrix x = rank == columns
                ? random(rows, columns, random)
                : random(rows, rank, random).times(random(rank, columns, random));
        for (int j = 0; j < columns; j++) {
            double factor = rank < columns && j == columns - 1 ? 0 : Math.exp(8 * random.nextGaussian());
            for (int i = 0; i < rows; i++) {
                x.set(i, j, factor * x.get(i, j));
            }
        }
        return x;
    }

    /** The solution by the pseudo-inverse of the matrix with columns of norm 1, from its singular values. */
    private static RealMatrix byPseudoInverse(DoubleMatrix x, DoubleMatrix y) {
        RealMatrix scaled = copy(x);
        double[] norms = new double[x.columns()];
        for (int j = 0; j < x.columns(); j++) {
            norms[j] = scaled.getColumnVector(j).getNorm();
            scaled.setColumnVector(j, scaled.getColumnVector(j).mapDivide(norms[j] > 0 ? norms[j] : 1));
        }
        SingularValueDecomposition values = new SingularValueDecomposition(scaled);
        RealMatrix inverse = new Array2DRowRealMatrix(x.columns(), x.rows());
        for (int k = 0; k < values.getSingularValues().length; k++) {
            double value = values.getSingularValues()[k];
            if (value > 1e-10) {
                inverse = inverse.add(values.getV()
                        .getColumnMatrix(k)
                        .multiply(values.getU().getColumnMatrix(k).transpose())
                        .scalarMultiply(1 / value));
            }
        }
        RealMatrix solution = inverse.multiply(copy(y));
        for (int j = 0; j < x.columns(); j++) {
            solution.setRowVector(j, solution.getRowVector(j).mapDivide(norms[j] > 0 ? norms[j] : 1));
        }
        return solution;
    }

    @ParameterizedTest
    @CsvSource({
        "1,5,1",
        "1,7,3",
        "4,20,4",
        "4,20,9",
        "12,60,12",
        "11,60,12",
        "30,40,30",
        "13,40,30",
        "20,20,20",
        "80,100,80",
        "70,150,90"
    })
    void theSolutionIsThatOfThePseudoInverseOfTheScaledColumns(int rank, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(rows + 100L * columns + rank);
        DoubleMatrix x = ofRank(rank, rows, columns, random);
        DoubleMatrix y = random(rows, 3, random);
        LeastSquares squares = new LeastSquares(x);
        assertThat(squares.rank()).isEqualTo(rank);
        DoubleMatrix solution = squares.solve(y);
        RealMatrix expected = byPseudoInverse(x, y);
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < 3; k++) {
                double entry = expected.getEntry(j, k);
                // conditions of random matrices of this size stay below a thousand
                assertThat(solution.get(j, k)).isCloseTo(entry, within(1e-10 * Math.abs(entry) + 1e-11 / norm(x, j)));
            }
        }
    }

    private static double norm(DoubleMatrix x, int j) {
        double norm = copy(x).getColumnVector(j).getNorm();
        return norm > 0 ? norm : 1;
    }

    @Test
    void zerosHaveRankNoughtAndGiveZeros() {
        LeastSquares squares = new LeastSquares(DoubleMatrix.zeros(5, 3));
        assertThat(squares.rank()).isZero();
        assertThat(squares.solve(DoubleMatrix.of(5, 1, new double[] {1, 2, 3, 4, 5}))
                        .entries())
                .containsOnly(0);
    }
}
