package io.intertwine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.tensor.DoubleMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {
    private static DoubleMatrix costs(String kind, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a = random.doubles(n).map(x -> x - 0.5).toArray();
        double[] b = random.doubles(n).map(x -> x - 0.5).toArray();
        DoubleMatrix factors = DoubleMatrix.zeros(n, 5);
        Arrays.setAll(factors.entries(), k -> random.nextGaussian());
        DoubleMatrix gram = factors.timesTransposeOf(factors);
        IntToDoubleFunction entry = switch (kind) {
            case "uniform" -> k -> random.nextDouble();
            case "normal" -> k -> random.nextGaussian();
            case "ties" -> k -> random.nextInt(4);
            case "product" -> k -> a[k / n] * b[k % n];
            case "gram" -> k -> -gram.entries()[k];
            case "planted" ->
                k -> (k / n + 1) % n == k % n ? -1 + 0.2 * random.nextDouble() : random.nextDouble() - 0.5;
            case "scales" -> k -> Math.exp(30 * random.nextDouble() - 15);
            default -> k -> 7;
        };
        DoubleMatrix result = DoubleMatrix.zeros(n, n);
        Arrays.setAll(result.entries(), entry);
        return result;
    }

    private static double bruteForce(DoubleMatrix costs, int row, int used) {
        int n = costs.rows();
        double best = row == n ? 0 : Double.POSITIVE_INFINITY;
        for (int j = 0; j < n && row < n; j++) {
            if ((used >> j & 1) == 0) {
                best = Math.min(best, costs.get(row, j) + bruteForce(costs, row + 1, used | 1 << j));
            }
        }
        return best;
    }

    /** Every assignment costs at least the sum of feasible prices; this one costs no more. */
    private static void requireOptimal(DoubleMatrix costs, Assignment assignment) {
        int n = costs.rows();
        double largest = Arrays.stream(costs.entries()).map(Math::abs).max().orElse(0);
        double rounding = 1e-12 * n * Math.max(1e-300, largest);
        boolean[] taken = new boolean[n];
        double cost = 0;
        for (int i = 0; i < n; i++) {
            assertThat(taken[assignment.column(i)]).isFalse();
            taken[assignment.column(i)] = true;
            cost += costs.get(i, assignment.column(i));
            for (int j = 0; j < n; j++) {
                assertThat(assignment.rowPrice(i) + assignment.columnPrice(j))
                        .isLessThanOrEqualTo(costs.get(i, j) + rounding);
            }
        }
        assertThat(assignment.cost()).isCloseTo(cost, within(rounding));
        assertThat(assignment.lowerBound()).isCloseTo(cost, within(n * rounding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform", "normal", "ties", "product", "gram", "planted", "scales", "equal"})
    void provesItselfOptimalOnEveryKindOfCosts(String kind) {
        for (int n : new int[] {0, 1, 2, 5, 23, 24, 25, 26, 40, 97, 200}) {
            DoubleMatrix costs = costs(kind, n, n);
            requireOptimal(costs, Assignment.minimise(costs));
        }
    }

    @Test
    void costsNoMoreThanAnyOther() {
        for (int seed = 0; seed < 400; seed++) {
            costsNoMoreThanAnyOther(1 + seed % 6, seed);
        }
    }

    private static void costsNoMoreThanAnyOther(int n, long seed) {
        for (String kind : new String[] {"normal", "ties", "product", "scales"}) {
            DoubleMatrix costs = costs(kind, n, seed);
            double expected = bruteForce(costs, 0, 0);
            assertThat(Assignment.minimise(costs).cost()).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void aConstantOnARowChangesOnlyTheCost() {
        for (int n = 1; n <= 60; n++) {
            aConstantOnARowChangesOnlyTheCost(n, n);
        }
    }

    private static void aConstantOnARowChangesOnlyTheCost(int n, long seed) {
        DoubleMatrix costs = costs("normal", n, seed);
        double before = Assignment.minimise(costs).cost();
        for (int j = 0; j < n; j++) {
            costs.set(n / 2, j, costs.get(n / 2, j) + 1000);
        }
        assertThat(Assignment.minimise(costs).cost()).isCloseTo(before + 1000, within(1e-8));
    }

    @Test
    void leavesTheMatrixAsItIs() {
        DoubleMatrix costs = costs("gram", 60, 1);
        double[] before = costs.entries().clone();
        Assignment.minimise(costs);
        assertThat(costs.entries()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNoSquareOfNumbers() {
        assertThatThrownBy(() -> Assignment.minimise(DoubleMatrix.zeros(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x 3");
        DoubleMatrix broken = DoubleMatrix.zeros(2, 2);
        broken.set(1, 0, Double.NaN);
        assertThatThrownBy(() -> Assignment.minimise(broken)).hasMessageContaining("NaN in row 1, column 0");
        broken.set(1, 0, Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> Assignment.minimise(broken)).hasMessageContaining("Infinity");
    }
}
