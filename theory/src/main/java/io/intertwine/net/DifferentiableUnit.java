package io.intertwine.net;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Branch;
import io.intertwine.activation.Expression;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.Scalar;
import java.util.Optional;

/** An activation with exact values and slopes. */
sealed interface DifferentiableUnit {
    /** The value at a number; empty where it is not known to be rational. */
    Optional<Scalar> value(Scalar z);

    /** The slope at a number; empty at a breakpoint, and where it is not known to be rational. */
    Optional<Scalar> slope(Scalar z);

    /** A continuous piecewise affine function with rational slopes and intercepts. */
    record Pieces(PiecewiseAffine pieces) implements DifferentiableUnit {
        @Override
        public Optional<Scalar> value(Scalar z) {
            return Optional.of(pieces.apply(z));
        }

        @Override
        public Optional<Scalar> slope(Scalar z) {
            return pieces.isBreakpoint(z)
                    ? Optional.empty()
                    : Optional.of(pieces.pieces().get(pieces.indexAt(z)).slope());
        }
    }

    /** An analytic formula and its derivative. */
    record Formula(Expression value, Expression slope) implements DifferentiableUnit {
        @Override
        public Optional<Scalar> value(Scalar z) {
            return value.exact(z).filter(Scalar::isRational);
        }

        @Override
        public Optional<Scalar> slope(Scalar z) {
            return slope.exact(z).filter(Scalar::isRational);
        }
    }

    /** The unit of an activation; empty if it is none of these kinds, and for analytic ones unless they are asked for. */
    static Optional<DifferentiableUnit> of(Activation activation, boolean analytic) {
        Optional<DifferentiableUnit> pieces = PiecewiseAffine.of(activation)
                .filter(DifferentiableUnit::isRational)
                .map(Pieces::new);
        Expression formula = activation.expression();
        return pieces.isPresent() || !analytic || !Branch.isAnalytic(formula)
                ? pieces
                : Optional.of(new Formula(formula, formula.derivative()));
    }

    private static boolean isRational(PiecewiseAffine unit) {
        return unit.pieces().stream()
                .allMatch(
                        piece -> piece.slope().isRational() && piece.intercept().isRational());
    }
}
