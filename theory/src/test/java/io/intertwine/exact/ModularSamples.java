package io.intertwine.exact;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Matrices modulo a prime to order, and a plain elimination on longs to compare with. */
final class ModularSamples {
    private ModularSamples() {}

    static ModularMatrix random(long prime, int rows, int columns, SplittableRandom random) {
        ModularMatrix result = new ModularMatrix(prime, rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.set(i, j, random.nextLong(prime));
            }
        }
        return result;
    }

    static ModularMatrix filled(long prime, int rows, int columns, long residue) {
        ModularMatrix result = new ModularMatrix(prime, rows, columns);
        Arrays.fill(result.data(), (int) residue);
        return result;
    }

    /** A product of two random matrices: its rank is at most {@code rank}, and equal to it with a prime that is not small. */
    static ModularMatrix ofRank(long prime, int rows, int columns, int rank, SplittableRandom random) {
        return multiply(random(prime, rows, rank, random), random(prime, rank, columns, random));
    }

    /** Many zeros and repeated rows and columns: pivots are far away and most blocks are deficient. */
    static ModularMatrix sparse(long prime, int rows, int columns, SplittableRandom random) {
        ModularMatrix result = new ModularMatrix(prime, rows, columns);
        for (int i = 0; i < rows; i++) {
            int copied = i == 0 ? 0 : random.nextInt(i);
            boolean copies = random.nextInt(3) == 0;
            for (int j = 0; j < columns; j++) {
                long entry = random.nextInt(8) == 0 && j > columns / 4 ? random.nextLong(prime) : 0;
                result.set(i, j, copies ? result.get(copied, j) : entry);
            }
        }
        return result;
    }

    static ModularMatrix multiply(ModularMatrix a, ModularMatrix b) {
        long p = a.prime();
        ModularMatrix result = new ModularMatrix(p, a.rows(), b.columns());
        long[] sums = new long[b.columns()];
        for (int i = 0; i < a.rows(); i++) {
            Arrays.fill(sums, 0);
            for (int k = 0; k < a.columns(); k++) {
                long factor = a.get(i, k);
                for (int j = 0; j < sums.length; j++) {
                    sums[j] = (sums[j] + factor * b.get(k, j)) % p;
                }
            }
            for (int j = 0; j < sums.length; j++) {
                result.set(i, j, sums[j]);
            }
        }
        return result;
    }

    /** L times U, from one matrix that holds both. */
    static ModularMatrix multiplyPacked(ModularMatrix packed) {
        int n = packed.rows();
        ModularMatrix lower = new ModularMatrix(packed.prime(), n, n);
        ModularMatrix upper = new ModularMatrix(packed.prime(), n, n);
        for (int i = 0; i < n; i++) {
            lower.set(i, i, 1);
            for (int j = 0; j < n; j++) {
                (j < i ? lower : upper).set(i, j, packed.get(i, j));
            }
        }
        return multiply(lower, upper);
    }

    static ModularMatrix submatrix(ModularMatrix matrix, int[] rows, int[] columns) {
        ModularMatrix result = new ModularMatrix(matrix.prime(), rows.length, columns.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                result.set(i, j, matrix.get(rows[i], columns[j]));
            }
        }
        return result;
    }

    static ModularMatrix copy(ModularMatrix matrix) {
        ModularMatrix result = new ModularMatrix(matrix.prime(), matrix.rows(), matrix.columns());
        System.arraycopy(matrix.data(), 0, result.data(), 0, matrix.data().length);
        return result;
    }

    static int rank(ModularMatrix matrix) {
        long p = matrix.prime();
        ModularMatrix rest = copy(matrix);
        int rank = 0;
        for (int column = 0; column < rest.columns() && rank < rest.rows(); column++) {
            int pivot = rank;
            while (pivot < rest.rows() && rest.get(pivot, column) == 0) {
                pivot++;
            }
            if (pivot < rest.rows()) {
                exchange(rest, rank, pivot);
                for (int i = rank + 1; i < rest.rows(); i++) {
                    long a = rest.get(rank, column);
                    long b = p - rest.get(i, column);
                    for (int j = column; j < rest.columns() && b != p; j++) {
                        rest.set(i, j, (a * rest.get(i, j) % p + b * rest.get(rank, j) % p) % p);
                    }
                }
                rank++;
            }
        }
        return rank;
    }

    private static void exchange(ModularMatrix matrix, int i, int j) {
        for (int column = 0; column < matrix.columns(); column++) {
            int entry = matrix.get(i, column);
            matrix.set(i, column, matrix.get(j, column));
            matrix.set(j, column, entry);
        }
    }
}
