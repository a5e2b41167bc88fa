package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.Cosets;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.group.Subgroup;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Representations of a finite group that are made from its multiplication: regular, on cosets, induced.
 *
 * @param description the names of the generators, and relators if there are
 * @param group the multiplication of the group, or of a quotient of it
 */
public record FiniteRepresentations(GroupDescription description, FiniteGroup group) {
    /** Refuses a description with another number of generators or none, and one with a relator that does not hold in the group. */
    public FiniteRepresentations {
        if (description.generators().size() != group.generators() || group.generators() == 0) {
            throw new IllegalArgumentException("expected the names of " + Math.max(1, group.generators())
                    + " generators, found " + description.generators());
        }
        for (Word relator : description.relators()) {
            if (group.value(relator) != 0) {
                throw new BrokenRelatorException(relator.format(description.generators()));
            }
        }
    }

    /** Those of the group of a presentation; throws IllegalArgumentException if it is not found to be finite. */
    public static FiniteRepresentations of(GroupDescription.Presentation presentation) {
        return new FiniteRepresentations(presentation, CosetEnumeration.of(presentation));
    }

    /** The regular representation: basis vector x goes to basis vector g x, in the order of the elements' numbers. */
    public LinearRepresentation regular() {
        return permutation(Subgroup.of(group, List.of()));
    }

    /** The permutation representation on the cosets of the subgroup that words generate; coset 0 is the subgroup itself. */
    public LinearRepresentation onCosets(List<Word> subgroup) {
        return permutation(Subgroup.ofWords(group, subgroup));
    }

    private LinearRepresentation permutation(Subgroup subgroup) {
        return representation(new TransitiveAction(subgroup, subgroup).images());
    }

    /** A transitive signed permutation representation of this group. */
    public LinearRepresentation of(TransitiveAction action) {
        return representation(action.images());
    }

    private LinearRepresentation representation(List<AffineMap> images) {
        return LinearRepresentation.of(
                new Representation(description, images.get(0).dimension(), images));
    }

    /**
     * The representation induced from a subgroup: on as many copies of its space as there are cosets r_i H, where g takes copy i to copy j
     * by the map of h, if g r_i = r_j h (Serre, Linear Representations of Finite Groups, section 3.3). The r_i are the smallest elements of
     * the cosets, r_0 the neutral one.
     *
     * @param subgroup words that generate H
     * @param inducing a representation of H, with one generator for each word, in order
     * @throws IllegalArgumentException if the maps of the generators are no representation of H
     */
    public LinearRepresentation induced(List<Word> subgroup, LinearRepresentation inducing) {
        if (inducing.group().discrete().generators().size() != subgroup.size()
                || !inducing.group().isDiscrete()) {
            throw new IllegalArgumentException("expected a representation with a generator for each of the "
                    + subgroup.size() + " words, found one of " + inducing.group());
        }
        List<AffineMap> maps = new ArrayList<>();
        for (int i = 0; i < subgroup.size(); i++) {
            maps.add(inducing.map(i));
        }
        SubgroupMaps values = SubgroupMaps.of(group, subgroup, maps, inducing.dimension());
        Cosets cosets = Cosets.of(values.subgroup());
        List<AffineMap> images = new ArrayList<>();
        for (int g = 0; g < group.generators(); g++) {
            images.add(induced(cosets, g, values, inducing.dimension()));
        }
        return representation(images);
    }

    private static AffineMap induced(Cosets cosets, int generator, SubgroupMaps values, int block) {
        int size = ActionAlgebra.requireDimension((long) cosets.count() * block);
        List<AffineMap> blocks = new ArrayList<>();
        for (int i = 0; i < cosets.count(); i++) {
            blocks.add(values.at(cosets.rest(generator, i)));
        }
        Permutation action = cosets.action(generator);
        int[] images = new int[size];
        for (int k = 0; k < size; k++) {
            images[k] = action.apply(k / block) * block + k % block;
        }
        AffineMap moves = AffineMap.monomial(Permutation.of(images), Collections.nCopies(size, Scalar.ONE));
        return moves.after(ActionAlgebra.directSum(blocks));
    }
}
