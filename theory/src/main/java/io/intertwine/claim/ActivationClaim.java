package io.intertwine.claim;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.exact.ExactMatrix;
import java.util.List;

/** A claim about formulas and activations. */
public sealed interface ActivationClaim extends Claim {
    /**
     * Two expressions have the same value at every real x, and for every t > 0 and every integer n where they contain these symbols.
     *
     * @param left the one
     * @param right the other
     */
    record Identity(Expression left, Expression right) implements ActivationClaim {
        @Override
        public String verdict() {
            return "identity";
        }

        @Override
        public String statement() {
            return left + " = " + right + " for every real x.";
        }
    }

    /**
     * An activation satisfies affine relations, for every real x, and for every t > 0 where a relation contains the symbol t.
     *
     * @param activation the activation
     * @param relations the relations
     */
    record Relations(Activation activation, List<Relation> relations) implements ActivationClaim {
        public Relations {
            relations = List.copyOf(relations);
        }

        @Override
        public String verdict() {
            return "activation-relations";
        }

        @Override
        public String statement() {
            return "The activation s(x) = " + activation.expression().text() + " satisfies, for every real x: "
                    + String.join(
                            "; ", relations.stream().map(Relation::toString).toList()) + ".";
        }
    }

    /**
     * A matrix is an intertwiner of an activation s applied entry by entry: s(A x) = B s(x) for every x in R^n (Godfrey, Brown,
     * Emerson, Kvinge 2022, arXiv 2205.14258).
     *
     * @param activation s
     * @param matrix A, n x n
     * @param companion B, n x n
     */
    record Intertwiner(Activation activation, ExactMatrix matrix, ExactMatrix companion) implements ActivationClaim {
        @Override
        public String verdict() {
            return "intertwiner";
        }

        @Override
        public String statement() {
            return "s(A x) = B s(x) for every x in R^" + matrix.rows() + ", where s(x) = "
                    + activation.expression().text()
                    + " entry by entry, A = " + matrix + " and B = " + companion + ".";
        }
    }

    /**
     * There is no matrix B with s(A x) = B s(x) for every x in R^n.
     *
     * @param activation s, applied entry by entry
     * @param matrix A, n x n
     */
    record NotIntertwiner(Activation activation, ExactMatrix matrix) implements ActivationClaim {
        @Override
        public String verdict() {
            return "not-intertwiner";
        }

        @Override
        public String statement() {
            return "No matrix B satisfies s(A x) = B s(x) for every x in R^" + matrix.rows() + ", where s(x) = "
                    + activation.expression().text()
                    + " entry by entry and A = " + matrix + ".";
        }
    }
}
