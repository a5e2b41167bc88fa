package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether s(A x) = B s(x). For monomial A and B this is an identity in one variable for every unit; for an affine s(x) = m x + q it is
 * m A = m B and q B 1 = q 1. That no B exists is shown by values: see {@link Certificate.IndependentValues}.
 */
final class IntertwinerRule {
    private IntertwinerRule() {}

    static String apply(ActivationClaim.Intertwiner claim) throws Rejection {
        int n = claim.matrix().rows();
        Rejection.unless(
                isSquare(claim.matrix())
                        && isSquare(claim.companion())
                        && claim.companion().rows() == n,
                "the two matrices are not square matrices of the same size");
        AffineMap before = invertible(claim.matrix()).orElseThrow(() -> new Rejection("the matrix is not invertible"));
        Optional<AffineMap> after = invertible(claim.companion()).filter(AffineMap::isMonomial);
        if (before.isMonomial() && after.isPresent()) {
            return applyMonomial(claim.activation(), before, after.get());
        }
        Scalar q = value(claim.activation(), Scalar.ZERO);
        Scalar m = value(claim.activation(), Scalar.ONE).subtract(q);
        Expression affine = Expression.of(m).times(Expression.X).plus(Expression.of(q));
        IdentityRule.requireZero(claim.activation().expression().minus(affine), List.of());
        Rejection.unless(
                m.isZero() || claim.matrix().equals(claim.companion()), "the activation is affine, and B is not A");
        List<Scalar> sums = claim.companion().multiply(Collections.nCopies(n, Scalar.ONE));
        Rejection.unless(q.isZero() || sums.stream().allMatch(Scalar::isOne), "B does not fix the all-ones vector");
        return "The activation was proved to be affine, and the matrices were compared exactly.";
    }

    private static Optional<AffineMap> invertible(ExactMatrix matrix) {
        try {
            return Optional.of(AffineMap.of(matrix, Collections.nCopies(matrix.rows(), Scalar.ZERO)));
        } catch (IllegalArgumentException singular) {
            return Optional.empty();
        }
    }

    private static String applyMonomial(Activation activation, AffineMap before, AffineMap after) throws Rejection {
        Rejection.unless(before.permutation().equals(after.permutation()), "A and B do not permute the units alike");
        ActivationRule rule = new ActivationRule();
        for (int j = 0; j < before.dimension(); j++) {
            UnitMap unit = new UnitMap(before.scales().get(j), Scalar.ZERO);
            rule.require(activation, unit, new UnitMap(after.scales().get(j), Scalar.ZERO));
        }
        return "A and B are monomial with the same permutation, and the identity of every unit was proved from the formula.";
    }

    private static Scalar value(Activation activation, Scalar x) throws Rejection {
        return activation
                .exact(x)
                .orElseThrow(() ->
                        new Rejection("the matrices are not monomial, and the activation is not known to be affine"));
    }

    static String apply(ActivationClaim.NotIntertwiner claim, Certificate.IndependentValues evidence) throws Rejection {
        int n = claim.matrix().rows();
        Rejection.unless(isSquare(claim.matrix()), "the matrix is not square");
        Rejection.unless(evidence.row() >= 0 && evidence.row() < n, "the matrix has no row " + evidence.row());
        Rejection.unless(
                evidence.bits() > 0 && evidence.bits() <= Enclosure.MAXIMAL_BITS,
                "the precision must be between 1 and " + Enclosure.MAXIMAL_BITS + " bits");
        Rejection.unless(
                evidence.points().size() == n + 1 && evidence.points().stream().allMatch(point -> point.size() == n),
                "expected " + (n + 1) + " points of R^" + n);
        List<Enclosure[]> rows = new ArrayList<>();
        for (List<Scalar> point : evidence.points()) {
            Enclosure[] row = new Enclosure[n + 1];
            for (int j = 0; j < n; j++) {
                row[j] = enclose(claim.activation(), point.get(j), evidence.bits());
            }
            Scalar image = claim.matrix().multiply(point).get(evidence.row());
            row[n] = enclose(claim.activation(), image, evidence.bits());
            rows.add(row);
        }
        for (int column = 0; column <= n; column++) {
            eliminate(rows, column);
        }
        return "The values of s at " + (n + 1) + " points were enclosed again; they contradict every B.";
    }

    private static Enclosure enclose(Activation activation, Scalar x, int bits) {
        return activation.enclose(Expression.of(x).encloseConstant(bits));
    }

    /** One step of elimination; the pivot must be known to differ from 0, so that in the end the matrix is invertible. */
    private static void eliminate(List<Enclosure[]> rows, int column) throws Rejection {
        Enclosure[] pivot = rows.stream()
                .filter(row -> row[column].excludesZero())
                .findFirst()
                .orElseThrow(() -> new Rejection("the values are not known to be independent"));
        rows.remove(pivot);
        for (Enclosure[] row : rows) {
            Enclosure factor = row[column].divide(pivot[column]);
            for (int j = column; j < row.length; j++) {
                row[j] = row[j].subtract(factor.multiply(pivot[j]));
            }
        }
    }

    private static boolean isSquare(ExactMatrix matrix) {
        return matrix.rows() == matrix.columns();
    }
}
