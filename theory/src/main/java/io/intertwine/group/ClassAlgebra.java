package io.intertwine.group;

/**
 * The centre of the group algebra in the basis of class sums: the structure constants a(r, s, t), the number of pairs of elements of the
 * classes r and s whose product is a given element of class t.
 */
final class ClassAlgebra {
    private final ConjugacyClasses classes;
    private final int[][][] constants;

    ClassAlgebra(ConjugacyClasses classes) {
        this.classes = classes;
        FiniteGroup group = classes.group();
        int count = classes.count();
        constants = new int[count][count][count];
        for (int t = 0; t < count; t++) {
            int[] times = group.rightMultiplication(classes.representative(t));
            for (int x = 0; x < group.order(); x++) {
                int y = times[group.inverse(x)];
                constants[classes.classOf(x)][classes.classOf(y)][t]++;
            }
        }
    }

    ConjugacyClasses classes() {
        return classes;
    }

    /** The matrix with the entry a(r, s, t) in row s and column t. */
    int[][] multiplication(int r) {
        return constants[r];
    }

    /** Whether the class function f is, for the product sum over x y = z of f(x) f(y), a given multiple of itself: f f = factor f. */
    boolean isMultipleOfIdempotent(GaloisClass f, long factor) {
        int count = classes.count();
        for (int t = 0; t < count; t++) {
            long sum = 0;
            for (int r = 0; r < count; r++) {
                for (int s = 0; s < count && f.values().get(r) != 0; s++) {
                    sum = Math.addExact(
                            sum, (long) f.values().get(r) * f.values().get(s) * constants[r][s][t]);
                }
            }
            if (sum != Math.multiplyExact(factor, f.values().get(t))) {
                return false;
            }
        }
        return true;
    }
}
