package io.intertwine.find;

import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.Scalar;
import io.intertwine.net.AffineForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict feasibility, with a point or with multipliers. */
class LinearProgramTest {
    private static final long ENOUGH = 10_000_000;

    /** Forms written as coefficients and the constant. */
    private static List<AffineForm> forms(String... texts) {
        return Arrays.stream(texts)
                .map(text -> {
                    List<Scalar> numbers = vector(text);
                    int n = numbers.size() - 1;
                    return new AffineForm(numbers.subList(0, n), numbers.get(n));
                })
                .toList();
    }

    private static LinearProgram.Result solve(List<AffineForm> forms) {
        return LinearProgram.solve(forms.get(0).coefficients().size(), forms, new Effort(ENOUGH));
    }

    /** Whether there is a point; the point or the multipliers are checked. */
    private static boolean isFeasible(List<AffineForm> forms, LinearProgram.Result result) {
        if (result instanceof LinearProgram.Result.Interior interior) {
            for (AffineForm form : forms) {
                assertThat(form.at(interior.point()).signum()).isPositive();
            }
            return true;
        }
        List<Scalar> multipliers = ((LinearProgram.Result.Thin) result).multipliers();
        assertThat(multipliers).hasSameSizeAs(forms);
        assertThat(multipliers).allMatch(multiplier -> multiplier.signum() >= 0).anyMatch(m -> !m.isZero());
        List<AffineForm> terms = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            terms.add(forms.get(i).scaled(multipliers.get(i), Scalar.ZERO));
        }
        AffineForm sum = AffineForm.sum(terms);
        assertThat(sum.isConstant()).isTrue();
        assertThat(sum.constant().signum()).isNotPositive();
        return false;
    }

    private static boolean isFeasible(String... texts) {
        return isFeasible(forms(texts), solve(forms(texts)));
    }

    @Test
    void smallSystemsAreDecided() {
        assertThat(isFeasible("1 0")).isTrue();
        assertThat(isFeasible("1 0", "-1 0")).isFalse();
        assertThat(isFeasible("1 -1", "-1 1000000")).isTrue();
        assertThat(isFeasible("1 -1", "-1 1")).isFalse();
        assertThat(isFeasible("1 -1", "-1 1000001/1000000")).isTrue();
        assertThat(isFeasible("1 0 0", "0 1 0", "-1 -1 0")).isFalse();
        assertThat(isFeasible("1 0 0", "0 1 0", "-1 -1 1/1000")).isTrue();
        assertThat(isFeasible("1 0 0", "0 1 0", "-1 1 -5", "1 -1 5")).isFalse();
        assertThat(isFeasible("1 1 -1000000", "-1 0 1/7", "0 -1 1/7")).isFalse();
    }

    @Test
    void constantFormsCount() {
        assertThat(isFeasible("0 1")).isTrue();
        assertThat(isFeasible("0 0")).isFalse();
        assertThat(isFeasible("1 0", "0 -1")).isFalse();
    }

    @Test
    void irrationalNumbersAreDecidedExactly() {
        // sqrt(2) + sqrt(8) = sqrt(18).
        assertThat(isFeasible("1 -sqrt(2)", "-1 sqrt(18)-sqrt(8)")).isFalse();
        assertThat(isFeasible("1 -sqrt(2)", "-1 sqrt(18)-sqrt(8)+1/1000000000")).isTrue();
        assertThat(isFeasible("sqrt(2) 1 0", "-2 -sqrt(2) 0")).isFalse();
    }

    @Test
    void theEffortIsLimited() {
        assertThatThrownBy(() -> LinearProgram.solve(1, forms("1 -1", "-1 3"), new Effort(5)))
                .isInstanceOf(Effort.SpentException.class);
    }

    private static List<AffineForm> random(RandomGenerator random, boolean irrational) {
        int n = random.nextInt(1, 4);
        int m = random.nextInt(1, 9);
        List<AffineForm> result = new ArrayList<>();
        Scalar root = irrational ? Scalar.sqrt(new BigFraction(2)) : Scalar.ZERO;
        for (int i = 0; i < m; i++) {
            List<Scalar> numbers = new ArrayList<>();
            for (int j = 0; j <= n; j++) {
                numbers.add(Scalar.of(random.nextInt(-3, 4), random.nextInt(1, 3))
                        .add(root.multiply(random.nextInt(-2, 3))));
            }
            result.add(new AffineForm(numbers.subList(0, n), numbers.get(n)));
        }
        return result;
    }

    /** Whether forms on R^n are positive somewhere, by Fourier and Motzkin's elimination. */
    private static boolean byElimination(List<AffineForm> forms, int n) {
        if (n == 0) {
            return forms.stream().allMatch(form -> form.constant().signum() > 0);
        }
        List<AffineForm> next = new ArrayList<>();
        for (AffineForm form : forms) {
            Scalar a = form.coefficients().get(n - 1);
            if (a.isZero()) {
                next.add(form);
            }
            for (AffineForm other : forms) {
                Scalar b = other.coefficients().get(n - 1);
                if (a.signum() > 0 && b.signum() < 0) {
                    next.add(form.scaled(b.negate(), Scalar.ZERO).plus(other.scaled(a, Scalar.ZERO)));
                }
            }
        }
        return byElimination(next.stream().distinct().toList(), n - 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void randomSystemsAreDecidedAsByElimination(boolean irrational) {
        Random random = new Random(17);
        int feasible = 0;
        int runs = irrational ? 100 : 600;
        for (int run = 0; run < runs; run++) {
            List<AffineForm> forms = random(random, irrational);
            boolean expected = byElimination(forms, forms.get(0).coefficients().size());
            assertThat(isFeasible(forms, solve(forms))).as("%s", forms).isEqualTo(expected);
            feasible += expected ? 1 : 0;
        }
        assertThat(feasible).isBetween(runs / 5, runs - runs / 5);
    }

    @Test
    void addingFormsOneByOneDecidesTheSame() {
        Random random = new Random(18);
        for (int run = 0; run < 300; run++) {
            List<AffineForm> forms = random(random, false);
            Effort effort = new Effort(ENOUGH);
            LinearProgram<?> program =
                    LinearProgram.of(forms.get(0).coefficients().size(), true);
            boolean feasible = true;
            for (int i = 0; i < forms.size() && feasible; i++) {
                LinearProgram<?> before = program;
                program = program.copy(effort);
                program.add(forms.get(i), effort);
                feasible = isFeasible(forms.subList(0, i + 1), program.solve(effort));
                assertThat(isFeasible(forms.subList(0, i), before.solve(effort)))
                        .isTrue();
            }
            assertThat(isFeasible(forms, solve(forms))).isEqualTo(feasible);
        }
    }
}
