package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fibres counted by going through all parameters over a small prime field: a route that shares nothing with the searches. */
class ExhaustiveFibresTest {
    /** The coefficients of c_1 z + c_2 z^2 + c_3 z^3 for z = a x + b y: x, y, x^2, xy, y^2, x^3, x^2 y, x y^2, y^3. */
    private static int[] unit(int p, int a, int b, int c1, int c2, int c3) {
        int[] parts = {a, b, a * a, 2 * a * b, b * b, a * a * a, 3 * a * a * b, 3 * a * b * b, b * b * b};
        int[] factors = {c1, c1, c2, c2, c2, c3, c3, c3, c3};
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i] * factors[i] % p;
        }
        return parts;
    }

    private static boolean combine(int p, int v, int[] first, int w, int[] second, int[] target) {
        for (int i = 0; i < target.length; i++) {
            if ((v * first[i] + w * second[i] - target[i]) % p != 0) {
                return false;
            }
        }
        return true;
    }

    /** E13: the fibres of (2,2,1) over the field with 11 elements, at rows that are not collinear. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1, 200", "1, 0, 1, 8", "0, 1, 1, 2"})
    void theFibresOfTwoUnitsOverElevenElements(int c1, int c2, int c3, int expected) {
        int p = 11;
        int[][] units = new int[p * p][];
        for (int k = 0; k < p * p; k++) {
            units[k] = unit(p, k / p, k % p, c1, c2, c3);
        }
        int[] target = new int[9];
        for (int i = 0; i < target.length; i++) {
            target[i] = units[p + 2][i] + 4 * units[3 * p + 1][i];
        }
        int found = 0;
        for (int[] first : units) {
            for (int[] second : units) {
                for (int v = 0; v < p * p; v++) {
                    found += combine(p, v / p, first, v % p, second, target) ? 1 : 0;
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    /** The coefficients of the square of a x^2 + b xy + c y^2. */
    private static int[] square(int p, int code) {
        int a = code / (p * p);
        int b = code / p % p;
        int c = code % p;
        return new int[] {a * a % p, 2 * a * b % p, (2 * a * c + b * b) % p, 2 * b * c % p, c * c % p};
    }

    /**
     * C3: the network of squares (2,2,2,2) has two classes over fields without a root of -1, and the third one over the others; each has
     * as many parameters as the latent groups have elements, (2 (p - 1)^2)^2.
     */
    @ParameterizedTest
    @CsvSource({"3, 2", "5, 3", "7, 2"})
    void theClassesOfTheDeepSquares(int p, int classes) {
        int forms = p * p * p;
        int[][] squares = new int[forms][];
        for (int q = 0; q < forms; q++) {
            squares[q] = square(p, q);
        }
        long[][] outer = new long[forms][forms];
        for (int[] target : new int[][] {{1, 0, 2, 0, 1}, {1, 0, -2, 0, 1}}) {
            for (int q = 0; q < forms; q++) {
                for (int r = 0; r < forms; r++) {
                    long solutions = 0;
                    for (int w = 0; w < p * p; w++) {
                        solutions += combine(p, w / p, squares[q], w % p, squares[r], target) ? 1 : 0;
                    }
                    // the second target multiplies what the first one left
                    outer[q][r] = target[2] > 0 ? solutions : outer[q][r] * solutions;
                }
            }
        }
        long found = 0;
        for (int left = 0; left < p * p; left++) {
            for (int right = 0; right < p * p; right++) {
                int[] inner = inner(p, left, right);
                found += Arrays.stream(inner)
                        .mapToLong(q ->
                                Arrays.stream(inner).mapToLong(r -> outer[q][r]).sum())
                        .sum();
            }
        }
        long group = 2L * (p - 1) * (p - 1);
        assertThat(found).isEqualTo(classes * group * group);
    }

    /** All combinations of the squares of two linear forms a x + b y, given as p a + b: the units of the second layer. */
    private static int[] inner(int p, int left, int right) {
        int[] first = unit(p, left / p, left % p, 0, 1, 0);
        int[] second = unit(p, right / p, right % p, 0, 1, 0);
        int[] inner = new int[p * p];
        for (int w = 0; w < p * p; w++) {
            for (int i = 2; i < 5; i++) {
                inner[w] = inner[w] * p + (w / p * first[i] + w % p * second[i]) % p;
            }
        }
        return inner;
    }
}
