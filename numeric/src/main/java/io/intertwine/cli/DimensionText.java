package io.intertwine.cli;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.criterion.FamilyBound;
import io.intertwine.dimension.Dimension;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Proof;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** A functional dimension for people. */
final class DimensionText {
    private static final int COLUMN = 24;

    private final Dimension dimension;
    private final boolean family;
    private final Terminal terminal;

    private DimensionText(Dimension dimension, boolean family, Terminal terminal) {
        this.dimension = dimension;
        this.family = family;
        this.terminal = terminal;
    }

    /**
     * Prints the dimension and what it rests on.
     *
     * @param family whether it is one of a family, and not one at the parameters of a network
     */
    static void print(Dimension dimension, boolean family, Terminal terminal) {
        new DimensionText(dimension, family, terminal).print();
    }

    private void print() {
        terminal.print(headline());
        terminal.print("");
        entry("from below", below());
        FamilyBound bound = dimension.bounds().get(0);
        entry(
                "from above",
                "at most " + bound.value() + " by the bound \"" + bound.rule() + "\": " + bound.why() + " ("
                        + bound.source() + ")");
        entry("parameters", String.valueOf(dimension.parameters()));
        entry("symmetries", symmetries());
        dimension.ambient().forEach(ambient -> entry("ambient space", dimensions(ambient)));
        defect();
        entry("locally identifiable", identifiable());
        dimension.reasons().forEach(reason -> terminal.paragraph("  - ", reason));
        terminal.print("");
    }

    private String headline() {
        String where = family ? "of the family" : "at the parameters of this network";
        if (dimension.isProved()) {
            return terminal.green("dimension " + dimension.lower()) + ": the functional dimension " + where
                    + ", proved.";
        }
        return dimension.upper().equals(BigInteger.valueOf(dimension.lower()))
                ? terminal.yellow("dimension " + dimension.lower()) + ": the functional dimension " + where
                        + ", not proved."
                : terminal.yellow("at least " + dimension.lower() + ", at most " + dimension.upper())
                        + ": the functional dimension " + where + " is not decided.";
    }

    private String below() {
        return dimension.proof().stream()
                .findFirst()
                .map(this::below)
                .orElse(dimension.lower() == 0 ? "a dimension is at least 0" : "nothing was proved");
    }

    private String below(Proof proof) {
        if (!(proof.certificate() instanceof Certificate.Dimension certificate)) {
            return proof.theorem().rule();
        }
        if (certificate.evidence() instanceof DimensionEvidence.Generic generic) {
            return minor(generic);
        }
        if (certificate.evidence() instanceof DimensionEvidence.Factored factored) {
            return minor(factored.minor()) + ", by a random test of its factorisation";
        }
        if (certificate.evidence() instanceof DimensionEvidence.Explicit explicit) {
            return "at a constructed parameter the derivatives at " + inputs(explicit.points()) + " have this rank";
        }
        return below(((DimensionEvidence.AtParameters) certificate.evidence()).below());
    }

    private static String below(DimensionEvidence.Independence independence) {
        if (independence instanceof DimensionEvidence.Independence.Residues residues) {
            return "the derivatives at " + inputs(residues.points()) + " have this rank modulo 2^61 - 1";
        }
        DimensionEvidence.Independence.Minor minor = (DimensionEvidence.Independence.Minor) independence;
        return "interval arithmetic proves that a minor of this size of the derivatives at " + inputs(minor.points())
                + " is not zero";
    }

    private static String inputs(List<List<Scalar>> points) {
        return points.size() + (points.size() == 1 ? " input" : " inputs");
    }

    private static String minor(DimensionEvidence.Generic minor) {
        return "a minor of this size of the derivatives is not zero at a generic point modulo "
                + minor.sampling().prime();
    }

    private String symmetries() {
        BigInteger count = dimension.symmetryDimension();
        return count.signum() == 0 ? "none that are continuous" : dimensions(count);
    }

    private static String dimensions(BigInteger count) {
        return count + (count.equals(BigInteger.ONE) ? " dimension" : " dimensions");
    }

    /** In words, and only where there is one. */
    private void defect() {
        if (dimension.defect().signum() <= 0) {
            return;
        }
        BigInteger expected = BigInteger.valueOf(dimension.lower()).add(dimension.defect());
        entry(
                "defect",
                (dimension.isProved() ? "" : "at most ") + dimension.defect() + " less than expected ("
                        + expected
                        + (dimension.ambient().contains(expected)
                                ? ", the ambient space)"
                                : ", parameters less symmetries)"));
    }

    private String identifiable() {
        String near = family ? "near parameters of the largest rank" : "near the given parameters";
        return switch (dimension.locallyIdentifiable()) {
            case HOLDS -> "yes: " + near + " only the known symmetries keep the function";
            case REFUTED -> "no: " + near + " more than the known symmetries keep the function";
            case UNDETERMINED -> "not decided";
        };
    }

    private void entry(String name, String text) {
        terminal.paragraph(String.format(Locale.ROOT, "  %-" + COLUMN + "s", name), text);
    }
}
