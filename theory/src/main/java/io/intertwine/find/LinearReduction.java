package io.intertwine.find;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reduction of two dense layers in a row whose product M = W_2 W_1 has smaller rank r than the width between them: M = C B with B the
 * r pivot rows of M, followed by zero units. The latent action is then determined on the first r units.
 */
final class LinearReduction {
    private LinearReduction() {}

    static Optional<ReductionStep> step(int index, Layer.Dense first, Layer.Dense second) {
        ExactMatrix product = second.weight().multiply(first.weight());
        List<Integer> rows = Echelon.of(product.transpose()).pivots();
        int rank = rows.size();
        if (rank == first.outputs() || isReduced(first, second, rank)) {
            return Optional.empty();
        }
        // The constant term must fit: it moves to the second bias where there is one.
        List<Scalar> bias =
                IntStream.range(0, first.outputs()).mapToObj(first::bias).toList();
        List<Scalar> constant = second.weight().multiply(bias);
        boolean moves = constant.stream().anyMatch(value -> !value.isZero());
        if (moves && !second.hasBias()) {
            return Optional.empty();
        }
        ExactMatrix basis = ExactMatrix.build(rank, product.columns(), (i, j) -> product.get(rows.get(i), j));
        ExactMatrix coefficients = coefficients(product, basis);
        ExactMatrix newFirst =
                ExactMatrix.build(first.outputs(), first.inputs(), (i, j) -> i < rank ? basis.get(i, j) : Scalar.ZERO);
        ExactMatrix newSecond = ExactMatrix.build(
                second.outputs(), second.inputs(), (i, j) -> j < rank ? coefficients.get(i, j) : Scalar.ZERO);
        List<Scalar> newFirstBias = first.hasBias() ? Collections.nCopies(first.outputs(), Scalar.ZERO) : List.of();
        List<Scalar> newSecondBias = second.hasBias()
                ? IntStream.range(0, second.outputs())
                        .mapToObj(i -> second.bias(i).add(constant.get(i)))
                        .toList()
                : List.of();
        return Optional.of(new ReductionStep.Refactor(index, newFirst, newFirstBias, newSecond, newSecondBias));
    }

    /** Whether only r units are used and the others are zero and unread already. */
    private static boolean isReduced(Layer.Dense first, Layer.Dense second, int rank) {
        int used = 0;
        for (int unit = 0; unit < first.outputs(); unit++) {
            boolean zero = first.weight().isZeroRow(unit) && first.bias(unit).isZero();
            if (zero && !isUnread(second, unit)) {
                return false;
            }
            used += zero ? 0 : 1;
        }
        return used == rank;
    }

    private static boolean isUnread(Layer.Dense second, int unit) {
        return IntStream.range(0, second.outputs())
                .allMatch(i -> second.weight().isZero(i, unit));
    }

    /** The C with M = C B, for B whose rows are independent and span the rows of M. */
    private static ExactMatrix coefficients(ExactMatrix product, ExactMatrix basis) {
        List<Integer> pivots = Echelon.of(basis).pivots();
        if (pivots.isEmpty()) {
            return ExactMatrix.build(product.rows(), 0, (i, j) -> Scalar.ZERO);
        }
        ExactMatrix square = ExactMatrix.build(basis.rows(), pivots.size(), (i, j) -> basis.get(i, pivots.get(j)));
        ExactMatrix columns = ExactMatrix.build(product.rows(), pivots.size(), (i, j) -> product.get(i, pivots.get(j)));
        return columns.multiply(square.inverse());
    }
}
