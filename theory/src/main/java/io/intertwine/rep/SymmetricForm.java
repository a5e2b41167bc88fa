package io.intertwine.rep;

import io.intertwine.exact.Scalar;

/** Quadratic forms over the real numbers, given by symmetric matrices. */
final class SymmetricForm {
    private SymmetricForm() {}

    /** The number of positive less the number of negative squares (J. J. Sylvester 1852); the matrix is used up. */
    static int signature(Scalar[][] form) {
        int signature = 0;
        for (int k = 0; k < form.length; k++) {
            if (makePivot(form, k)) {
                signature += form[k][k].signum();
                for (int i = k + 1; i < form.length; i++) {
                    addMultiple(form, i, k, form[i][k].divide(form[k][k]).negate());
                }
            }
        }
        return signature;
    }

    /** Brings a nonzero number to place k of the diagonal by a change of basis of the vectors from k on; false if all are 0. */
    private static boolean makePivot(Scalar[][] form, int k) {
        int n = form.length;
        for (int i = k; i < n; i++) {
            if (!form[i][i].isZero()) {
                exchange(form, i, k);
                return true;
            }
        }
        for (int i = k; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (!form[i][j].isZero()) {
                    addMultiple(form, i, j, Scalar.ONE);
                    exchange(form, i, k);
                    return true;
                }
            }
        }
        return false;
    }

    private static void exchange(Scalar[][] form, int i, int j) {
        Scalar[] row = form[i];
        form[i] = form[j];
        form[j] = row;
        for (Scalar[] entries : form) {
            Scalar entry = entries[i];
            entries[i] = entries[j];
            entries[j] = entry;
        }
    }

    /** Vector i becomes itself plus a multiple of vector j. */
    private static void addMultiple(Scalar[][] form, int i, int j, Scalar factor) {
        for (int m = 0; m < form.length; m++) {
            form[i][m] = form[i][m].add(form[j][m].multiply(factor));
        }
        for (Scalar[] row : form) {
            row[i] = row[i].add(row[j].multiply(factor));
        }
    }
}
