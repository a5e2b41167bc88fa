package io.intertwine.derive;

/** What the two sides of s(a x + c) = b s(x) + ... may differ by. */
enum Remainder {
    /** A constant: the affine intertwiner group. */
    CONSTANT,
    /** An affine function of x: the bypass relations. */
    AFFINE
}
