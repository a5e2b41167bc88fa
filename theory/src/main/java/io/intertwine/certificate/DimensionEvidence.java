package io.intertwine.certificate;

import io.intertwine.criterion.FormalConstant;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.Network;
import java.util.List;

/** Evidence for a functional dimension. */
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

    /**
     * Evidence for the dimension at the parameters of a network.
     *
     * @param below why it is not smaller
     * @param above why it is not larger
     */
    record AtParameters(Independence below, Dependence above) implements DimensionEvidence {}

    /** Why derivatives with respect to parameters are independent, as functions of the input. */
    sealed interface Independence {
        /**
         * Inputs at which the derivatives are rational numbers, whose residues modulo 2^61 - 1 have this rank.
         *
         * @param points the inputs, where no unit is at a breakpoint
         */
        record Residues(List<List<Scalar>> points) implements Independence {
            public Residues {
                points = points.stream().map(List::copyOf).toList();
            }
        }

        /**
         * A minor of the derivatives at inputs that interval arithmetic proves not to be zero, its rows and columns in the order of the
         * elimination.
         *
         * @param points the inputs
         * @param rows the rows: output o at input i has the number i m + o, for m outputs
         * @param columns the columns, as many: places of parameters
         * @param bits the precision, in bits after the binary point
         */
        record Minor(List<List<Scalar>> points, List<Integer> rows, List<Integer> columns, int bits)
                implements Independence {
            public Minor {
                points = points.stream().map(List::copyOf).toList();
                rows = List.copyOf(rows);
                columns = List.copyOf(columns);
            }
        }
    }

    /** Why derivatives with respect to parameters are dependent. */
    sealed interface Dependence {
        /** Directions in which the derivative vanishes, whatever the network is. */
        List<Direction> directions();

        /**
         * Directions in which the derivative vanishes formally: by the classes of units that compute the same function. Where there are
         * none, the bounds of the family are meant.
         */
        record Formal(List<Direction> directions) implements Dependence {
            public Formal {
                directions = List.copyOf(directions);
            }
        }

        /**
         * Directions in which the derivative vanishes on every linear region.
         *
         * @param tree the regions: the cuts of one network
         * @param directions the directions; their entries are exact numbers
         */
        record OnRegions(RegionTree tree, List<Direction> directions) implements Dependence {
            public OnRegions {
                directions = List.copyOf(directions);
            }
        }
    }

    /**
     * A direction in the space of parameters.
     *
     * @param entries its nonzero coordinates
     */
    record Direction(List<Entry> entries) {
        public Direction {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A coordinate of a direction: a number times the product of constants of the network that need not be algebraic.
     *
     * @param place the place of the parameter
     * @param factor the number
     * @param constants the constants; mostly none
     */
    record Entry(int place, Scalar factor, List<FormalConstant> constants) {
        public Entry {
            constants = List.copyOf(constants);
        }

        /** An exact coordinate. */
        public static Entry of(int place, Scalar factor) {
            return new Entry(place, factor, List.of());
        }
    }
}
