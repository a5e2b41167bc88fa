package io.intertwine.certificate;

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
