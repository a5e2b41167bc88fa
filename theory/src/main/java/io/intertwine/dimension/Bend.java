package io.intertwine.dimension;

import io.intertwine.activation.Activation;
import io.intertwine.activation.PiecewiseAffine;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A continuous piecewise affine activation in fixed-point numbers, with the residues of its slopes modulo 2^61 - 1. */
final class Bend {
    /** Larger breakpoints, slopes and intercepts leave the range of fixed-point numbers after a few layers. */
    private static final Scalar LARGEST = Scalar.of(1 << 10);

    private final long[] breakpoints;
    private final long[] slopes;
    private final long[] intercepts;
    private final long[] residues;

    private Bend(PiecewiseAffine unit) {
        List<PiecewiseAffine.Piece> pieces = unit.pieces();
        breakpoints = unit.breakpoints().stream().mapToLong(FixedPoint::from).toArray();
        slopes = pieces.stream()
                .mapToLong(piece -> FixedPoint.from(piece.slope()))
                .toArray();
        intercepts = pieces.stream()
                .mapToLong(piece -> FixedPoint.from(piece.intercept()))
                .toArray();
        residues = pieces.stream()
                .mapToLong(piece -> Mersenne61.of(piece.slope().rational()))
                .toArray();
    }

    /**
     * An activation. Empty where it is not known to be continuous and piecewise affine, and where one of its numbers is irrational, larger
     * than 2^10, or has a denominator that 2^61 - 1 divides.
     */
    static Optional<Bend> of(Activation activation) {
        try {
            return PiecewiseAffine.of(activation).filter(Bend::isHeld).map(Bend::new);
        } catch (ArithmeticException primeInDenominator) {
            return Optional.empty();
        }
    }

    private static boolean isHeld(PiecewiseAffine unit) {
        Stream<Scalar> ofPieces = unit.pieces().stream().flatMap(piece -> Stream.of(piece.slope(), piece.intercept()));
        return Stream.concat(unit.breakpoints().stream(), ofPieces)
                .allMatch(number -> number.isRational() && number.abs().compareTo(LARGEST) <= 0);
    }

    long[] breakpoints() {
        return breakpoints;
    }

    /** Whether there is one breakpoint: where the kinks of a unit are known, its argument is known up to a factor. */
    boolean hasOneBreakpoint() {
        return breakpoints.length == 1;
    }

    /** The largest magnitude of a breakpoint; 1 if there are none but 0. */
    long reach() {
        long largest = Arrays.stream(breakpoints).map(Math::abs).max().orElse(0);
        return largest == 0 ? FixedPoint.ONE : largest;
    }

    private int piece(long argument) {
        int k = 0;
        while (k < breakpoints.length && breakpoints[k] < argument) {
            k++;
        }
        return k;
    }

    long apply(long argument) {
        int k = piece(argument);
        return FixedPoint.multiply(slopes[k], argument) + intercepts[k];
    }

    /** The residue of the slope. */
    long slope(long argument) {
        return residues[piece(argument)];
    }
}
