package io.intertwine.criterion;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Function;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.Polynomial;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is used of an activation in formal derivatives: a polynomial and its derivative; s(z) = z s'(z) for continuous piecewise affine
 * functions whose pieces all vanish at 0; s' = s for functions whose derivative is the same formula; nothing of others.
 */
sealed interface FormalFunction {
    /** The value and the slope at an argument that depends on the input. */
    FormalUnit unit(Polynomial z, FormalAtoms atoms);

    /** The exact value at a number; empty where it is not known. */
    Optional<Scalar> value(Scalar z);

    /** The exact slope at a number; empty where it is not known, or does not exist. */
    Optional<Scalar> slope(Scalar z);

    /** A polynomial with these coefficients, the constant term first, and the coefficients of its derivative. */
    record Expanded(List<Scalar> coefficients, List<Scalar> derivative) implements FormalFunction {
        public Expanded {
            coefficients = List.copyOf(coefficients);
            derivative = List.copyOf(derivative);
        }

        @Override
        public FormalUnit unit(Polynomial z, FormalAtoms atoms) {
            if (coefficients.size() <= 2) {
                return new FormalUnit(at(coefficients, z), at(derivative, z));
            }
            // The argument has a name of its own, so that it is expanded only where that is needed.
            Polynomial argument = z.size() == 1 ? z : atoms.defined(z);
            return new FormalUnit(atoms.defined(at(coefficients, argument)), atoms.defined(at(derivative, argument)));
        }

        private static Polynomial at(List<Scalar> coefficients, Polynomial z) {
            Polynomial sum = Polynomial.ZERO;
            for (int k = coefficients.size() - 1; k >= 0; k--) {
                sum = sum.multiply(z).add(Polynomial.of(coefficients.get(k)));
            }
            return sum;
        }

        @Override
        public Optional<Scalar> value(Scalar z) {
            return Optional.of(at(coefficients, Polynomial.of(z)).constant());
        }

        @Override
        public Optional<Scalar> slope(Scalar z) {
            return Optional.of(at(derivative, Polynomial.of(z)).constant());
        }
    }

    /** A continuous piecewise affine function that is not affine. */
    record Pieces(PiecewiseAffine pieces) implements FormalFunction {
        @Override
        public FormalUnit unit(Polynomial z, FormalAtoms atoms) {
            Polynomial slope = atoms.free();
            return new FormalUnit(pieces.isHomogeneous() ? atoms.defined(z.multiply(slope)) : atoms.free(), slope);
        }

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

    /** Any function; {@code own} says whether it is its own derivative. */
    record Opaque(Activation activation, boolean own) implements FormalFunction {
        @Override
        public FormalUnit unit(Polynomial z, FormalAtoms atoms) {
            Polynomial value = atoms.free();
            return new FormalUnit(value, own ? value : atoms.free());
        }

        @Override
        public Optional<Scalar> value(Scalar z) {
            return activation.exact(z);
        }

        @Override
        public Optional<Scalar> slope(Scalar z) {
            return Optional.empty();
        }
    }

    /** What is used of an activation. */
    static FormalFunction of(Activation activation) {
        Expression formula = activation.expression();
        Optional<List<Scalar>> coefficients = PolynomialFormula.coefficients(formula);
        if (coefficients.isPresent()) {
            return new Expanded(coefficients.get(), derivative(coefficients.get()));
        }
        Optional<PiecewiseAffine> pieces = PiecewiseAffine.of(activation);
        if (pieces.isEmpty()) {
            return new Opaque(activation, isOwnDerivative(formula));
        }
        PiecewiseAffine.Piece first = pieces.get().pieces().get(0);
        return pieces.get().isAffine()
                ? new Expanded(List.of(first.intercept(), first.slope()), List.of(first.slope()))
                : new Pieces(pieces.get());
    }

    private static List<Scalar> derivative(List<Scalar> coefficients) {
        List<Scalar> derivative = new ArrayList<>();
        for (int k = 1; k < coefficients.size(); k++) {
            derivative.add(coefficients.get(k).multiply(k));
        }
        return derivative;
    }

    private static boolean isOwnDerivative(Expression formula) {
        return formula instanceof Expression.Apply apply
                && apply.function() == Function.EXP
                && formula.derivative().equals(formula);
    }
}
