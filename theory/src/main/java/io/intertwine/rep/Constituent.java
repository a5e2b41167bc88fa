package io.intertwine.rep;

import io.intertwine.group.GaloisClass;
import java.util.Locale;

/**
 * The part of a representation that belongs to one irreducible representation over the rational numbers.
 *
 * @param irreducible the complex irreducible characters that it contains
 * @param total how often they are contained, all conjugates together
 * @param rational whether every conjugate is contained equally often, as in every representation by rational matrices
 * @param index what is known about the Schur index
 */
public record Constituent(GaloisClass irreducible, int total, boolean rational, SchurIndex index) {
    /** The dimension of the part. */
    public int dimension() {
        return total * irreducible.degree();
    }

    /** How often each of the complex irreducible representations is contained; refused where that differs among conjugates. */
    public int multiplicity() {
        if (!rational) {
            throw new IllegalStateException(
                    "the conjugates of an irreducible character are contained differently often");
        }
        return total / irreducible.conjugates();
    }

    /** Whether it is known which irreducible representation over Q this is a multiple of. */
    public boolean isKnown() {
        return rational && index.isKnown() && multiplicity() % index.lower() == 0;
    }

    /** How many copies of the irreducible representation over Q there are; refused unless {@link #isKnown}. */
    public int copies() {
        requireKnown();
        return multiplicity() / index.lower();
    }

    /** The dimension of the irreducible representation over Q; refused unless {@link #isKnown}. */
    public int irreducibleDimension() {
        requireKnown();
        return index.lower() * irreducible.conjugates() * irreducible.degree();
    }

    private void requireKnown() {
        if (!isKnown()) {
            throw new IllegalStateException("the irreducible representation over the rational numbers is not known");
        }
    }

    /** In words: "3 copies of the trivial representation", "2 of a 2-dimensional one of complex type". */
    public String describe() {
        if (!isKnown()) {
            return complexParts();
        }
        if (irreducible.isTrivial()) {
            return copies() + (copies() == 1 ? " copy" : " copies") + " of the trivial representation";
        }
        return copies() + " of a " + irreducibleDimension() + "-dimensional one of " + type() + realParts();
    }

    private String type() {
        return irreducible.type().name().toLowerCase(Locale.ROOT) + " type";
    }

    private String complexParts() {
        int conjugates = irreducible.conjugates();
        String words =
                irreducible.degree() + "-dimensional " + (conjugates == 1 ? "one" : "ones") + " over C of " + type();
        if (!rational) {
            return total + " of " + conjugates + " conjugate " + words + " in all";
        }
        String reason = index.isKnown() ? "none over Q" : "Schur index divides " + index.upper() + ": undetermined";
        return multiplicity() + (conjugates == 1 ? " of a " : " of each of " + conjugates + " conjugate ") + words
                + " (" + reason + ")";
    }

    /** Where an irreducible representation over Q is not irreducible over R: what it is there. */
    private String realParts() {
        int dimension = irreducible.degree() * (irreducible.type() == GaloisClass.Type.REAL ? 1 : 2);
        int parts = irreducibleDimension() / dimension;
        return parts == 1 ? "" : " (over the reals " + parts + " of dimension " + dimension + ")";
    }
}
