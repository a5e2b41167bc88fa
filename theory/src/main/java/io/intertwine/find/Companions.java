package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.ActivationClaim;
import io.intertwine.claim.Claim;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes companions B of a matrix A: for a monomial A unit by unit, from the unit's group and from quotients of values; for an
 * affine activation A itself or the identity. Nothing that is proposed here is claimed.
 */
final class Companions {
    private static final int BITS = 96;
    private static final int LARGEST_GUESSED_POWER = 4;

    /** Where quotients of values are taken. */
    private static final List<Scalar> POINTS = List.of(
            Scalar.ONE,
            Scalar.MINUS_ONE,
            Scalar.of(1, 2),
            Scalar.of(-1, 2),
            Scalar.of(3),
            Scalar.of(-3),
            Scalar.of(20),
            Scalar.of(-20));

    private final Activation activation;
    private final Map<Scalar, Optional<Scalar>> known = new HashMap<>();

    private Companions(Activation activation) {
        this.activation = activation;
    }

    /** The proposals, the best first; often none. */
    static List<ExactMatrix> of(Activation activation, ExactMatrix matrix) {
        List<ExactMatrix> proposals = new ArrayList<>();
        if (isMonomial(matrix)) {
            new Companions(activation).monomial(matrix).ifPresent(proposals::add);
        }
        if (isAffineAtPoints(activation)) {
            proposals.add(matrix);
            proposals.add(ExactMatrix.identity(matrix.rows()));
        }
        return proposals;
    }

    private static boolean isMonomial(ExactMatrix matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            if (matrix.row(i).stream().filter(entry -> !entry.isZero()).count() != 1) {
                return false;
            }
        }
        return true;
    }

    private Optional<ExactMatrix> monomial(ExactMatrix matrix) {
        List<Scalar> entries = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            for (Scalar a : matrix.row(i)) {
                Optional<Scalar> b = a.isZero() ? Optional.of(Scalar.ZERO) : factor(a);
                if (b.isEmpty()) {
                    return Optional.empty();
                }
                entries.add(b.get());
            }
        }
        return Optional.of(ExactMatrix.of(matrix.rows(), matrix.columns(), entries));
    }

    /** b with s(a x) = b s(x). */
    private Optional<Scalar> factor(Scalar a) {
        return known.computeIfAbsent(
                a,
                factor -> candidates(factor).stream()
                        .filter(b -> isPossible(factor, b) && isProved(factor, b))
                        .findFirst());
    }

    private Set<Scalar> candidates(Scalar a) {
        Set<Scalar> candidates = new LinkedHashSet<>();
        if (a.isOne()) {
            return Set.of(a);
        }
        UnitGroup group = activation.group();
        UnitMap map = new UnitMap(a, Scalar.ZERO);
        if (group.contains(map) && group.companion(map).shift().isZero()) {
            candidates.add(group.companion(map).scale());
        }
        for (Scalar x : POINTS) {
            quotient(a, x).ifPresent(candidates::add);
        }
        for (int power = 0; power <= LARGEST_GUESSED_POWER; power++) {
            Scalar size = a.abs().pow(power);
            candidates.addAll(List.of(size, size.negate()));
        }
        candidates.removeIf(Scalar::isZero);
        return candidates;
    }

    /** s(a x) / s(x). */
    private Optional<Scalar> quotient(Scalar a, Scalar x) {
        Optional<Scalar> below = activation.exact(x).filter(value -> !value.isZero());
        return below.flatMap(value -> activation.exact(a.multiply(x)).map(above -> above.divide(value)));
    }

    /** Whether no enclosure of s(a x) - b s(x) excludes zero; only such numbers are worth a proof. */
    private boolean isPossible(Scalar a, Scalar b) {
        return POINTS.stream()
                .noneMatch(x -> enclose(a.multiply(x))
                        .subtract(constant(b).multiply(enclose(x)))
                        .excludesZero());
    }

    private Enclosure enclose(Scalar x) {
        return activation.enclose(constant(x));
    }

    private static Enclosure constant(Scalar value) {
        return Expression.of(value).encloseConstant(BITS);
    }

    private boolean isProved(Scalar a, Scalar b) {
        Claim claim = new ActivationClaim.Intertwiner(
                activation, ExactMatrix.of(1, 1, List.of(a)), ExactMatrix.of(1, 1, List.of(b)));
        return Checker.check(claim, new Certificate.Identity(List.of())) instanceof CheckResult.Accepted;
    }

    /** Whether the values at some points lie on a line; a reason to try the proof that they all do. */
    private static boolean isAffineAtPoints(Activation activation) {
        Optional<Scalar> q = activation.exact(Scalar.ZERO);
        Optional<Scalar> m = activation.exact(Scalar.ONE).flatMap(one -> q.map(one::subtract));
        return m.isPresent()
                && POINTS.stream()
                        .allMatch(x -> activation
                                .exact(x)
                                .filter(m.get().multiply(x).add(q.get())::equals)
                                .isPresent());
    }
}
