package io.intertwine.derive;

import java.util.List;

/**
 * The group of all (a, c) with s(a x + c) = b s(x) + (a constant, or an affine function of x), as far as it was derived.
 *
 * @param generators elements that generate it together with the families; not the identity
 * @param families one-parameter families, with the symbol t, one element for every t > 0
 * @param complete whether they are proved to generate all of it
 * @param steps the derivation, a sentence a step, with its justification
 */
record UnitSymmetries(List<Element> generators, List<Element> families, boolean complete, List<String> steps) {
    UnitSymmetries {
        generators = List.copyOf(generators);
        families = List.copyOf(families);
        steps = List.copyOf(steps);
    }
}
