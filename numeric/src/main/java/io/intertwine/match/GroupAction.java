package io.intertwine.match;

import io.intertwine.tensor.DoubleMatrix;
import java.util.List;

/** What the elements of a finite group, by number, do to a coordinate space: orthogonal maps R(g). */
sealed interface GroupAction {
    /** The number of coordinates. */
    int dimension();

    /** W R(g). */
    DoubleMatrix after(DoubleMatrix weights, int element);

    /** R(g) W. */
    DoubleMatrix before(int element, DoubleMatrix weights);

    /** Signed permutations, one for every element. */
    record Signed(List<SignedPermutation> elements) implements GroupAction {
        public Signed {
            elements = List.copyOf(elements);
        }

        @Override
        public int dimension() {
            return elements.get(0).size();
        }

        @Override
        public DoubleMatrix after(DoubleMatrix weights, int element) {
            SignedPermutation map = elements.get(element);
            int columns = weights.columns();
            double[] from = weights.entries();
            DoubleMatrix result = DoubleMatrix.zeros(weights.rows(), columns);
            double[] to = result.entries();
            for (int i = 0; i < weights.rows(); i++) {
                int row = i * columns;
                for (int j = 0; j < columns; j++) {
                    to[row + j] = map.sign(j) * from[row + map.to(j)];
                }
            }
            return result;
        }

        @Override
        public DoubleMatrix before(int element, DoubleMatrix weights) {
            SignedPermutation map = elements.get(element);
            int columns = weights.columns();
            double[] from = weights.entries();
            DoubleMatrix result = DoubleMatrix.zeros(weights.rows(), columns);
            double[] to = result.entries();
            for (int j = 0; j < weights.rows(); j++) {
                int source = j * columns;
                int target = map.to(j) * columns;
                for (int k = 0; k < columns; k++) {
                    to[target + k] = map.sign(j) * from[source + k];
                }
            }
            return result;
        }
    }

    /** Orthogonal matrices, one for every element. */
    record Orthogonal(List<DoubleMatrix> elements) implements GroupAction {
        public Orthogonal {
            elements = List.copyOf(elements);
        }

        @Override
        public int dimension() {
            return elements.get(0).rows();
        }

        @Override
        public DoubleMatrix after(DoubleMatrix weights, int element) {
            return weights.times(elements.get(element));
        }

        @Override
        public DoubleMatrix before(int element, DoubleMatrix weights) {
            return elements.get(element).times(weights);
        }
    }
}
