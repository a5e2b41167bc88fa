package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Solutions modulo a prime do not rest on the engine's word. */
class ModularKernelTest {
    private static final PrimeField FIELD = new PrimeField(2_147_483_647);

    /** Two equations in three unknowns that are proportional modulo the prime: x + 2 y + 3 z = 0, twice. */
    private static SparseEquations equations() {
        SparseEquations equations = new SparseEquations(3);
        for (int factor = 1; factor <= 2; factor++) {
            for (int j = 0; j < 3; j++) {
                equations.append(j, Scalar.of((long) factor * (j + 1)));
            }
            equations.end();
        }
        return equations;
    }

    private static long[] residues(SparseEquations equations) {
        return equations.coefficients().stream().mapToLong(FIELD::of).toArray();
    }

    /** Claims as many pivots as there are rows, and factors with nonzero pivots. */
    private static final class Liar implements RankEngine {
        @Override
        public String name() {
            return "liar";
        }

        @Override
        public Pivots pivots(ModularMatrix matrix, int enough) {
            int[] all = IntStream.range(0, matrix.rows()).toArray();
            return new Pivots(all, all);
        }

        @Override
        public ModularMatrix factorise(ModularMatrix square) {
            ModularMatrix factors = new ModularMatrix(square.prime(), square.rows(), square.rows());
            for (int i = 0; i < square.rows(); i++) {
                for (int j = 0; j < square.rows(); j++) {
                    factors.set(i, j, i <= j ? Math.max(1, square.get(i, j)) : 1);
                }
            }
            return factors;
        }
    }

    @Test
    void solutionsFollowThePivots() {
        SparseEquations equations = equations();
        ModularKernel kernel = ModularKernel.of(equations, FIELD, residues(equations));
        assertThat(kernel.pivots()).hasSize(1);
        assertThat(kernel.free()).hasSize(2);
        for (int k = 0; k < 2; k++) {
            long pivot = kernel.basisSolution(k)[0];
            long sum = pivot * (kernel.pivots()[0] + 1) % FIELD.prime() + kernel.free()[k] + 1;
            assertThat(sum % FIELD.prime()).isZero();
        }
    }

    @Test
    void anEngineThatLiesIsCaught() {
        SparseEquations equations = equations();
        assertThatThrownBy(() -> ModularKernel.of(equations, FIELD, residues(equations), new Liar()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the engine liar");
    }
}
