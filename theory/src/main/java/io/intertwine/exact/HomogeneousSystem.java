package io.intertwine.exact;

/**
 * A system of homogeneous linear equations, sum of c_k x_k = 0, whose equations are computed when they are asked for. Unknowns and
 * equations are counted from 0.
 */
public interface HomogeneousSystem {
    /** The number of unknowns. */
    int unknowns();

    /** The number of equations. */
    int equations();

    /** Visits the terms of an equation; an unknown may occur in several, then their coefficients are added. */
    void visit(int equation, TermVisitor visitor);

    /** What is done with a term c x. */
    interface TermVisitor {
        /** Takes a term. */
        void term(int unknown, Scalar coefficient);
    }
}
