package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.FiniteRepresentations;
import io.intertwine.rep.InvariantSubspace;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.NamedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * Spaces of equivariant maps, beside the laws in {@link RepresentationProperties}: on signed permutation representations, and on
 * quotients of them that are not monomial.
 */
@Domain(IntertwineDomain.class)
@Domain(DomainContext.Global.class)
class EquivariantMapsProperties {
    private static final int LARGEST = 12;

    private static LinearRepresentation of(NamedGroup group, List<AffineMap> images) {
        return LinearRepresentation.of(
                new Representation(group.presentation(), images.get(0).dimension(), images));
    }

    /** A transitive action; every other time without the line that a permutation action fixes, so that it is not monomial. */
    private static LinearRepresentation any(NamedGroup group, int choice) {
        LinearRepresentation action =
                of(group, group.actions().get(choice % group.actions().size()).images());
        int n = action.dimension();
        EquivariantMaps fixed = EquivariantMaps.between(action.power(0), action);
        if (choice % 2 == 0 || n == 1 || fixed.dimension() == 0) {
            return action;
        }
        return InvariantSubspace.of(action, fixed.basis().toList().get(0)).quotient();
    }

    private static long hom(LinearRepresentation v, LinearRepresentation w) {
        return EquivariantMaps.dimension(v, w);
    }

    /** The average over the group of the product of characters. */
    private static long byCharacters(NamedGroup group, LinearRepresentation v, LinearRepresentation w) {
        Scalar sum = Scalar.ZERO;
        for (Word word : group.words()) {
            sum = sum.add(trace(v, word).multiply(trace(w, word)));
        }
        return sum.divide(Scalar.of(group.order())).rational().getNumerator().longValueExact();
    }

    private static Scalar trace(LinearRepresentation representation, Word word) {
        SparseMatrix matrix = SparseMatrix.identity(representation.dimension());
        for (Word.Letter letter : word.letters()) {
            for (int i = 0; i < letter.exponent(); i++) {
                matrix = matrix.multiply(representation.generator(letter.generator()));
            }
        }
        Scalar trace = Scalar.ZERO;
        for (int i = 0; i < matrix.rows(); i++) {
            trace = trace.add(matrix.get(i, i));
        }
        return trace;
    }

    @Property(tries = 60, seed = "20260401")
    void dimensionsAreThoseOfCharacters(
            @ForAll NamedGroup group, @ForAll @IntRange(max = 60) int first, @ForAll @IntRange(max = 60) int second) {
        LinearRepresentation v = any(group, first);
        LinearRepresentation w = any(group, second);
        Assume.that(v.dimension() * w.dimension() <= 2 * LARGEST * LARGEST && group.order() <= 48);
        assertThat(hom(v, w)).isEqualTo(byCharacters(group, v, w));
        if (v.dimension() <= 4 && w.dimension() <= 4) {
            assertThat(hom(v.tensor(w), v)).isEqualTo(byCharacters(group, v.tensor(w), v));
        }
    }

    @Property(tries = 60, seed = "20260404")
    void basesAreEquivariantAndCoordinatesBelongToThem(
            @ForAll NamedGroup group,
            @ForAll @IntRange(max = 40) int first,
            @ForAll @IntRange(max = 40) int second,
            @ForAll Random random) {
        LinearRepresentation v = any(group, first);
        LinearRepresentation w = LinearRepresentation.directSum(List.of(any(group, second), v));
        Assume.that(v.dimension() <= LARGEST && w.dimension() <= 2 * LARGEST);
        EquivariantMaps maps = EquivariantMaps.between(v, w);
        maps.basis().forEach(maps::requireEquivariant);
        List<Scalar> coordinates = new ArrayList<>();
        for (int k = 0; k < maps.dimension(); k++) {
            coordinates.add(Scalar.of(random.nextInt(9) - 4, 1 + random.nextInt(3)));
        }
        assertThat(maps.coordinates(maps.combination(coordinates))).isEqualTo(coordinates);
        assertThat(maps.basis()).hasSize(coordinates.size());
    }

    @Property(tries = 40, seed = "20260405")
    void mapsFromTheRegularRepresentationAreAsManyAsDimensions(
            @ForAll NamedGroup group, @ForAll @IntRange(max = 60) int choice) {
        Assume.that(group.order() <= 24);
        LinearRepresentation regular = new FiniteRepresentations(group.presentation(), group.group()).regular();
        LinearRepresentation w = any(group, choice);
        assertThat(hom(regular, w)).isEqualTo(w.dimension());
        assertThat(hom(w, regular)).isEqualTo(w.dimension());
    }

    @Example
    void theQuaternionGroupHasAFourDimensionalCommutant() {
        // Left multiplication by i and j on R^4 with the basis 1, i, j, k.
        Presentation q8 = new Presentation(
                List.of("i", "j"),
                List.of(
                        Word.power(0, 4),
                        new Word(List.of(new Word.Letter(0, 2), new Word.Letter(1, 2))),
                        new Word(List.of(
                                new Word.Letter(1, 1),
                                new Word.Letter(0, 1),
                                new Word.Letter(1, -1),
                                new Word.Letter(0, 1)))));
        Scalar minus = Scalar.MINUS_ONE;
        AffineMap i = AffineMap.monomial(Permutation.of(1, 0, 3, 2), List.of(Scalar.ONE, minus, Scalar.ONE, minus));
        AffineMap j = AffineMap.monomial(Permutation.of(2, 3, 0, 1), List.of(Scalar.ONE, minus, minus, Scalar.ONE));
        LinearRepresentation quaternions = LinearRepresentation.of(new Representation(q8, 4, List.of(i, j)));
        NamedGroup group = NamedGroup.of("Q8", q8);
        assertThat(group.order()).isEqualTo(8);
        LinearRepresentation regular = new FiniteRepresentations(group.presentation(), group.group()).regular();
        assertThat(hom(quaternions, quaternions)).isEqualTo(4);
        assertThat(hom(regular, regular)).isEqualTo(8);
        assertThat(hom(regular, quaternions)).isEqualTo(4);
        assertThat(hom(quaternions.power(2), quaternions.power(0))).isEqualTo(4);
        assertThat(byCharacters(group, quaternions, quaternions)).isEqualTo(4);
    }
}
