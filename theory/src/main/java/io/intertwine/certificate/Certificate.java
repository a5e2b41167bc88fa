package io.intertwine.certificate;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Evidence for a claim about a network and a symmetry, bound to both by their digests. */
public sealed interface Certificate {
    /** The digest of the network that the certificate speaks of ({@link Digest}). */
    String network();

    /** The digest of the symmetry that the certificate speaks of. */
    String symmetry();

    /**
     * Evidence for layerwise equivariance.
     *
     * @param network the digest of the given network
     * @param symmetry the digest of the symmetry
     * @param steps how the given network is reparametrised, in order; empty if the actions are those at the given parameters
     * @param result the digest of the network after the steps; that of the given one if there are none
     * @param actions for every generator, in order, the action on every latent space, in order: before and after each activation
     */
    record Layerwise(
            String network, String symmetry, List<ReductionStep> steps, String result, List<List<AffineMap>> actions)
            implements Certificate {
        public Layerwise {
            steps = List.copyOf(steps);
            actions = actions.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Evidence against equivariance: an input x with f(rho_0(g) x) different from rho_L(g) f(x).
     *
     * @param network the digest of the network
     * @param symmetry the digest of the symmetry
     * @param generator the name of the generator g
     * @param input x
     * @param bits the precision, in bits after the binary point, at which the outputs were enclosed; 0 if they are exact
     * @param left f(rho_0(g) x), entry by entry
     * @param right rho_L(g) f(x)
     * @param difference left - right
     */
    record Witness(
            String network,
            String symmetry,
            String generator,
            List<Scalar> input,
            int bits,
            List<Value> left,
            List<Value> right,
            List<Value> difference)
            implements Certificate {
        public Witness {
            input = List.copyOf(input);
            left = List.copyOf(left);
            right = List.copyOf(right);
            difference = List.copyOf(difference);
        }
    }

    /**
     * Evidence for an identity of expressions: the checker proves it by itself, with hints.
     *
     * @param basePoints points near which the proof may start, constant expressions; may be empty
     */
    record Identity(List<Expression> basePoints) implements Certificate {
        public Identity {
            basePoints = List.copyOf(basePoints);
        }

        @Override
        public String network() {
            return "";
        }

        @Override
        public String symmetry() {
            return "";
        }
    }

    /**
     * Evidence that a matrix A is no intertwiner of an activation s: points x_1, ..., x_(n+1) for which the square matrix with rows
     * (s(x_k), s((A x_k)_i)) is invertible. If s(A x) = B s(x) its last column would be a combination of the others.
     *
     * @param row i
     * @param points n + 1 points of R^n
     * @param bits the precision of the enclosures, in bits after the binary point
     */
    record IndependentValues(int row, List<List<Scalar>> points, int bits) implements Certificate {
        public IndependentValues {
            points = points.stream().map(List::copyOf).toList();
        }

        @Override
        public String network() {
            return "";
        }

        @Override
        public String symmetry() {
            return "";
        }
    }

    /** A computed number: an exact one, or an enclosure. */
    sealed interface Value {
        /** Whether zero is impossible. */
        boolean excludesZero();

        /** An exact number. */
        record Exact(Scalar value) implements Value {
            @Override
            public boolean excludesZero() {
                return !value.isZero();
            }
        }

        /** A number between two rational bounds. */
        record Between(BigFraction lower, BigFraction upper) implements Value {
            public Between {
                if (lower.compareTo(upper) > 0) {
                    throw new IllegalArgumentException(
                            "the lower bound " + lower + " is above the upper bound " + upper);
                }
            }

            @Override
            public boolean excludesZero() {
                return lower.getNumerator().signum() > 0 || upper.getNumerator().compareTo(BigInteger.ZERO) < 0;
            }
        }
    }
}
