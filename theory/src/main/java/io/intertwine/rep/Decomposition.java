package io.intertwine.rep;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.CharacterTable;
import io.intertwine.group.ConjugacyClasses;
import io.intertwine.group.GaloisClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decomposition over the rational numbers of a representation of a finite group: its isotypic components, one for each irreducible
 * representation over Q that it contains (Serre, Linear Representations of Finite Groups, sections 2.6 and 12).
 */
public final class Decomposition {
    /** The largest dimension of a representation whose components are computed as subspaces. */
    public static final int LARGEST = 500;

    /** The most additions of numbers for a projection. */
    private static final long MOST_WORK = 100_000_000;

    private final LinearRepresentation representation;
    private final FiniteImage image;
    private final List<Constituent> constituents;

    private Decomposition(LinearRepresentation representation, FiniteImage image, List<Constituent> constituents) {
        this.representation = representation;
        this.image = image;
        this.constituents = List.copyOf(constituents);
    }

    /**
     * The decomposition of a representation.
     *
     * @return empty if the group is not finite, or too large for {@link FiniteImage} or {@link CharacterTable}
     */
    public static Optional<Decomposition> tryOf(LinearRepresentation representation) {
        return FiniteImage.tryOf(List.of(representation))
                .filter(image -> image.classes().count() <= CharacterTable.LARGEST)
                .map(image -> of(representation, image));
    }

    /**
     * The decomposition of a representation in words, by characters where the group is finite and small, and else by
     * {@link IsotypicComponents}; empty if neither is possible.
     */
    public static Optional<String> inWords(LinearRepresentation representation) {
        return tryOf(representation)
                .map(Decomposition::describe)
                .or(() -> IsotypicComponents.tryOf(representation).map(IsotypicComponents::inWords));
    }

    private static Decomposition of(LinearRepresentation representation, FiniteImage image) {
        CharacterTable table = CharacterTable.of(image.classes());
        List<SchurIndex> indices = SchurIndex.of(table);
        List<Scalar> character = image.character(representation);
        boolean rational = character.stream().allMatch(Scalar::isRational);
        List<Constituent> constituents = new ArrayList<>();
        for (int i = 0; i < indices.size(); i++) {
            GaloisClass irreducible = table.characters().get(i);
            int total = total(image.classes(), character, irreducible);
            boolean equal = rational || irreducible.conjugates() == 1;
            // A representation by rational matrices bounds the Schur index; one by others does not.
            if (total > 0) {
                SchurIndex index =
                        image.isRational() ? indices.get(i).and(total / irreducible.conjugates()) : indices.get(i);
                constituents.add(new Constituent(irreducible, total, equal, index));
            }
        }
        return new Decomposition(representation, image, constituents);
    }

    private static int total(ConjugacyClasses classes, List<Scalar> character, GaloisClass irreducible) {
        Scalar sum = Scalar.ZERO;
        for (int r = 0; r < classes.count(); r++) {
            int value = irreducible.values().get(classes.power(r, -1));
            sum = sum.add(character.get(r).multiply(value).multiply(classes.size(r)));
        }
        return sum.divide(Scalar.of(classes.group().order()))
                .rational()
                .getNumerator()
                .intValueExact();
    }

    /** The representation. */
    public LinearRepresentation representation() {
        return representation;
    }

    /** The group by which it acts. */
    public FiniteImage image() {
        return image;
    }

    /** What it contains, the trivial representation first. */
    public List<Constituent> constituents() {
        return constituents;
    }

    /** In words: "3 copies of the trivial representation, 2 of a 2-dimensional one of complex type". */
    public String describe() {
        return constituents.stream().map(Constituent::describe).collect(Collectors.joining(", "));
    }

    /**
     * The projection onto the part of a constituent along the others, which commutes with the group: (d / |G|) sum over g of S(g^-1) rho(g).
     *
     * @return a square matrix of the size of the representation
     * @throws IllegalArgumentException if that is too much work
     */
    public ExactMatrix projection(Constituent constituent) {
        int n = representation.dimension();
        int order = image.group().order();
        if (n > LARGEST || (long) n * n * order > MOST_WORK) {
            throw new IllegalArgumentException("projections are computed up to dimension " + LARGEST + " and "
                    + MOST_WORK + " entries of all matrices of the group, and here are " + order + " of size " + n);
        }
        Scalar[] sum = new Scalar[n * n];
        Arrays.fill(sum, Scalar.ZERO);
        ConjugacyClasses classes = image.classes();
        for (int x = 0; x < order; x++) {
            int value = constituent.irreducible().values().get(classes.power(classes.classOf(x), -1));
            if (value != 0) {
                for (SparseMatrix.Entry entry : image.matrix(representation, x).entries()) {
                    int place = entry.row() * n + entry.column();
                    sum[place] = sum[place].add(entry.value().multiply(value));
                }
            }
        }
        Scalar factor = Scalar.of(constituent.irreducible().degree(), order);
        return ExactMatrix.of(
                n, n, Arrays.stream(sum).map(entry -> entry.multiply(factor)).toList());
    }

    /** The part of a constituent as a subspace on which the group acts; refused as in {@link #projection}. */
    public InvariantSubspace component(Constituent constituent) {
        Echelon basis = Echelon.of(projection(constituent).transpose());
        ExactMatrix rows = ExactMatrix.of(
                basis.rank(),
                representation.dimension(),
                basis.rows().stream().flatMap(List::stream).toList());
        return InvariantSubspace.of(representation, SparseMatrix.of(rows).transpose());
    }
}
