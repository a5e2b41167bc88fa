package io.intertwine.certificate;

import io.intertwine.activation.Expression;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Evidence for a claim, bound to the networks and the symmetry that it speaks of by their digests. */
public sealed interface Certificate {
    /**
     * The digests of what the certificate speaks of ({@link Digest}): the networks in the order of the claim, then the symmetry where
     * there is one, or two representations. None for evidence about an activation, which the claim names itself.
     */
    List<String> subjects();

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

        @Override
        public List<String> subjects() {
            return List.of(network, symmetry);
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

        @Override
        public List<String> subjects() {
            return List.of(network, symmetry);
        }
    }

    /**
     * Evidence for the equality of two networks.
     *
     * @param left the digest of the one network
     * @param right the digest of the other
     * @param proof why they have the same function
     */
    record Equality(String left, String right, EqualityProof proof) implements Certificate {
        @Override
        public List<String> subjects() {
            return List.of(left, right);
        }
    }

    /**
     * Evidence that two networks differ: an input x with f(x) different from g(x).
     *
     * @param left the digest of f
     * @param right the digest of g
     * @param input x
     * @param bits the precision, in bits after the binary point, at which the outputs were enclosed; 0 if they are exact
     * @param leftValue f(x), entry by entry
     * @param rightValue g(x)
     * @param difference f(x) - g(x)
     */
    record Separation(
            String left,
            String right,
            List<Scalar> input,
            int bits,
            List<Value> leftValue,
            List<Value> rightValue,
            List<Value> difference)
            implements Certificate {
        public Separation {
            input = List.copyOf(input);
            leftValue = List.copyOf(leftValue);
            rightValue = List.copyOf(rightValue);
            difference = List.copyOf(difference);
        }

        @Override
        public List<String> subjects() {
            return List.of(left, right);
        }
    }

    /**
     * Evidence for equivariance: for every generator g, in order, why f after rho_0(g) and rho_L(g) after f are the same function. The
     * same evidence shows that a network of larger width is layerwise equivariant: the average of f over a finite group.
     *
     * @param network the digest of the network
     * @param symmetry the digest of the symmetry
     * @param proofs a proof for every generator
     */
    record Equivariance(String network, String symmetry, List<EqualityProof> proofs) implements Certificate {
        public Equivariance {
            proofs = List.copyOf(proofs);
        }

        @Override
        public List<String> subjects() {
            return List.of(network, symmetry);
        }
    }

    /**
     * A wider network with the same function that is layerwise equivariant.
     *
     * @param network the digest of the network
     * @param symmetry the digest of the symmetry
     * @param wide the wider network
     * @param proof why the network and the wider one have the same function
     * @param actions for every generator the action on every latent space of the wider network
     */
    record Widening(String network, String symmetry, Network wide, EqualityProof proof, List<List<AffineMap>> actions)
            implements Certificate {
        public Widening {
            actions = actions.stream().map(List::copyOf).toList();
        }

        @Override
        public List<String> subjects() {
            return List.of(network, symmetry);
        }
    }

    /**
     * The action of the group on the classes of parameters with the same function, where no class is fixed by all generators.
     *
     * @param network the digest of the network
     * @param symmetry the digest of the symmetry
     * @param fibre all classes
     * @param moves for every generator and every class c, where the generator takes c
     */
    record ClassAction(String network, String symmetry, FibreEvidence fibre, List<List<ClassMove>> moves)
            implements Certificate {
        public ClassAction {
            moves = moves.stream().map(List::copyOf).toList();
        }

        @Override
        public List<String> subjects() {
            return List.of(network, symmetry);
        }
    }

    /**
     * Where a generator g takes a class of parameters: g * theta is related to the representative of the class {@code target}. Here
     * g * theta is the parameter of rho_L(g) f(rho_0(g)^-1 x) that changes the first and the last layer only.
     *
     * @param target the index of a class
     * @param gauge the elements of the latent groups that take g * theta to that representative, one a latent space
     */
    record ClassMove(int target, List<AffineMap> gauge) {
        public ClassMove {
            gauge = List.copyOf(gauge);
        }
    }

    /**
     * The claim that there is no latent action at the given parameters; the checker goes through all possibilities by itself.
     *
     * @param network the digest of the network
     * @param symmetry the digest of the symmetry
     */
    record Exhaustion(String network, String symmetry) implements Certificate {
        @Override
        public List<String> subjects() {
            return List.of(network, symmetry);
        }
    }

    /**
     * Identifiability by a published criterion.
     *
     * @param network the digest of the network
     * @param steps the reduction to a smaller network that the criterion is applied to; empty if it is applied to the network itself
     * @param criterion the name of the criterion ({@code io.intertwine.criterion})
     */
    record Cited(String network, List<ReductionStep> steps, String criterion) implements Certificate {
        public Cited {
            steps = List.copyOf(steps);
        }

        @Override
        public List<String> subjects() {
            return List.of(network);
        }
    }

    /**
     * All classes of parameters with the same function.
     *
     * @param network the digest of the network
     * @param evidence the classes, and why these are all
     */
    record Fibre(String network, FibreEvidence evidence) implements Certificate {
        @Override
        public List<String> subjects() {
            return List.of(network);
        }
    }

    /**
     * A parameter of the same architecture with the same function, not related to the given one; the checker compares the two.
     *
     * @param network the digest of the network
     * @param other the network at the other parameter
     * @param proof why both have the same function
     */
    record OtherParameter(String network, Network other, EqualityProof proof) implements Certificate {
        @Override
        public List<String> subjects() {
            return List.of(network);
        }
    }

    /**
     * A used unit without incoming weights, before a layer with biases: its constant value may move to the next bias, which gives a
     * parameter that may have no exact form, such as b + u tanh(1).
     *
     * @param network the digest of the network
     * @param layer the index of the dense layer that writes the unit
     * @param unit the unit
     */
    record ConstantUnit(String network, int layer, int unit) implements Certificate {
        @Override
        public List<String> subjects() {
            return List.of(network);
        }
    }

    /**
     * Inputs at which the derivatives of the outputs with respect to the parameters span as many dimensions as the latent groups leave.
     *
     * @param network the digest of the network
     * @param points the inputs
     */
    record IndependentDerivatives(String network, List<List<Scalar>> points) implements Certificate {
        public IndependentDerivatives {
            points = points.stream().map(List::copyOf).toList();
        }

        @Override
        public List<String> subjects() {
            return List.of(network);
        }
    }

    /**
     * Evidence for a functional dimension.
     *
     * @param subject the digest of the architecture or of the network
     * @param evidence why the dimension is not smaller; that it is not larger the checker sees by itself
     */
    record Dimension(String subject, DimensionEvidence evidence) implements Certificate {
        @Override
        public List<String> subjects() {
            return List.of(subject);
        }
    }

    /**
     * Evidence for the dimension of a space of equivariant linear maps.
     *
     * @param source the digest of the representation that the maps come from
     * @param target the digest of the one that they go to
     * @param evidence why the dimension is this
     */
    record Maps(String source, String target, MapsEvidence evidence) implements Certificate {
        @Override
        public List<String> subjects() {
            return List.of(source, target);
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
        public List<String> subjects() {
            return List.of();
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
        public List<String> subjects() {
            return List.of();
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
