package io.intertwine.certificate;

import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.Network;
import java.util.List;

/** Evidence that a functional dimension is at least some number. */
public sealed interface DimensionEvidence {
    /**
     * A minor of the derivatives at a generic point modulo a prime that is not zero.
     *
     * @param sampling how the point is drawn
     * @param rows the rows of the minor, as {@link io.intertwine.net.GenericJacobian} numbers them
     * @param columns its columns, as many: places of parameters
     */
    record Generic(GenericPoint.Sampling sampling, List<Integer> rows, List<Integer> columns)
            implements DimensionEvidence {
        public Generic {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A minor that is too large to be eliminated again, with its factorisation A = L U.
     *
     * @param minor the minor; its rows and columns in the order of the factorisation
     * @param factors U on and above the diagonal, L with unit diagonal below
     */
    record Factored(Generic minor, ModularMatrix factors) implements DimensionEvidence {}

    /**
     * A parameter of a family with continuous piecewise affine activations, and inputs at which the derivatives are independent.
     *
     * @param network the parameter
     * @param points the inputs, where no unit is at a breakpoint
     */
    record Explicit(Network network, List<List<Scalar>> points) implements DimensionEvidence {
        public Explicit {
            points = points.stream().map(List::copyOf).toList();
        }
    }
}
