package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GaloisClass;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.SmallGroups;
import io.intertwine.rep.IsotypicComponents.Component;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsotypicComponentsTest {
    private static String describe(LinearRepresentation representation) {
        return IsotypicComponents.tryOf(representation).orElseThrow().describe();
    }

    @Test
    void tensorsOfRotationsDecomposeAsInTheBooks() {
        LinearRepresentation vector = ClassicalGroups.specialOrthogonal(3);
        assertThat(describe(vector.power(2)))
                .isEqualTo("1 copy of the trivial representation, 1 of a 3-dimensional one of real type, "
                        + "1 of a 5-dimensional one of real type");
        assertThat(describe(vector.power(3)))
                .isEqualTo("1 copy of the trivial representation, 1 of a 7-dimensional one of real type, "
                        + "3 of a 3-dimensional one of real type, 2 of a 5-dimensional one of real type");
        assertThat(describe(ClassicalGroups.specialOrthogonal(4).power(2)))
                .isEqualTo("1 copy of the trivial representation, 1 of a 3-dimensional one of real type, "
                        + "1 of a 3-dimensional one of real type, 1 of a 9-dimensional one of real type");
    }

    @Test
    void planeRotationsAreOfComplexType() {
        LinearRepresentation plane = ClassicalGroups.specialOrthogonal(2);
        assertThat(describe(plane)).isEqualTo("1 of a 2-dimensional one of complex type");
        assertThat(describe(plane.multiple(3))).isEqualTo("3 of a 2-dimensional one of complex type");
        assertThat(describe(plane.power(2)))
                .isEqualTo("2 copies of the trivial representation, 1 of a 2-dimensional one of complex type");
        assertThat(describe(ClassicalGroups.orthogonal(2))).isEqualTo("1 of a 2-dimensional one of real type");
    }

    @Test
    void theSpecialLinearGroupOfRankOne() {
        LinearRepresentation standard = ClassicalGroups.specialLinear(2);
        assertThat(describe(standard.power(2)))
                .isEqualTo("1 copy of the trivial representation, 1 of a 3-dimensional one of real type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C3", "C4", "V4", "S3", "D4", "Q8", "C5", "D5", "A4"})
    void finiteGroupsDecomposeAsByCharacters(String name) {
        LinearRepresentation regular =
                new FiniteRepresentations(SmallGroups.presentation(name), SmallGroups.of(name)).regular();
        List<Constituent> expected = Decomposition.tryOf(regular).orElseThrow().constituents();
        List<Component> found = IsotypicComponents.tryOf(regular).orElseThrow().components();
        if (found.stream().allMatch(Component::isIsotypic)) {
            assertThat(found.stream().map(Component::dimension).sorted())
                    .isEqualTo(expected.stream()
                            .map(Constituent::dimension)
                            .sorted()
                            .toList());
            assertThat(found.stream().filter(Component::trivial)).hasSize(1);
            for (GaloisClass.Type type : GaloisClass.Type.values()) {
                long unsplit = expected.stream()
                        .filter(part -> part.irreducible().type() == type)
                        .filter(part -> part.irreducible().conjugates() == (type == GaloisClass.Type.COMPLEX ? 2 : 1))
                        .count();
                assertThat(found.stream().filter(part -> part.type().equals(Optional.of(type))))
                        .hasSize((int) unsplit);
            }
        }
        SparseMatrix sum = found.stream()
                .map(Component::projection)
                .reduce(SparseMatrix.zero(regular.dimension(), regular.dimension()), SparseMatrix::add);
        assertThat(sum).isEqualTo(SparseMatrix.identity(regular.dimension()));
        assertThat(found.stream().mapToInt(Component::algebra).sum())
                .isEqualTo((int) EquivariantMaps.dimension(regular, regular));
    }

    @Test
    void fieldsOfHigherDegreeAreSaidToBeWhatTheyAre() {
        LinearRepresentation pentagon = new FiniteRepresentations(SmallGroups.presentation("D5"), SmallGroups.of("D5"))
                .onCosets(List.of(SmallGroups.word(List.of("r", "s"), "s")));
        assertThat(describe(pentagon))
                .isEqualTo("1 copy of the trivial representation, "
                        + "a part of dimension 4 with a centre of degree 2 over the rational numbers");
        LinearRepresentation turns = new FiniteRepresentations(Presentation.cyclic(5), SmallGroups.of("C5")).regular();
        assertThat(describe(turns))
                .isEqualTo("1 copy of the trivial representation, "
                        + "a part of dimension 4 that is not decomposed further: undetermined");
        List<Component> components =
                IsotypicComponents.tryOf(turns).orElseThrow().components();
        assertThat(components.stream()
                        .max(Comparator.comparingInt(Component::dimension))
                        .orElseThrow()
                        .isIsotypic())
                .isFalse();
    }

    @Test
    void whatIsNotShownToBeSemisimpleIsNotDecomposed() {
        AffineMap shear = AffineMap.of(NetworkBuilder.matrix("1 1; 0 1"), List.of(Scalar.ZERO, Scalar.ZERO));
        AffineMap diagonal = AffineMap.of(NetworkBuilder.matrix("2 0; 0 1"), List.of(Scalar.ZERO, Scalar.ZERO));
        Presentation free = new Presentation(List.of("a", "b"), List.of());
        LinearRepresentation triangular =
                LinearRepresentation.of(new Representation(free, 2, List.of(shear, diagonal)));
        // Only multiples of the identity commute, and still it is not irreducible.
        assertThat(EquivariantMaps.dimension(triangular, triangular)).isEqualTo(1);
        assertThat(IsotypicComponents.tryOf(triangular)).isEmpty();
        LinearRepresentation torus = LinearRepresentation.of(new Representation(free, 2, List.of(diagonal, diagonal)));
        assertThat(describe(torus))
                .isEqualTo("1 of a 1-dimensional one of real type, 1 copy of the trivial representation");
        assertThat(IsotypicComponents.tryOf(torus.dual().tensor(triangular))).isEmpty();
    }

    @Test
    void irrationalMatricesAreNotDecomposed() {
        AffineMap turn = AffineMap.of(
                ExactMatrix.of(
                        2,
                        2,
                        List.of(
                                Scalar.cosine(1, 5),
                                Scalar.sine(1, 5).negate(),
                                Scalar.sine(1, 5),
                                Scalar.cosine(1, 5))),
                List.of(Scalar.ZERO, Scalar.ZERO));
        assertThat(IsotypicComponents.tryOf(
                        LinearRepresentation.of(new Representation(Presentation.cyclic(5), 2, List.of(turn)))))
                .isEmpty();
    }

    /** Multiplication by i and j in the quaternion algebra (-1, 3), irreducible over the rational numbers only: i^2 = -1, j^2 = 3. */
    @Test
    void typesAreThoseOverTheRealNumbersAndTheWordsSaySo() {
        LinearRepresentation algebra = Linear.of(
                new Presentation(List.of("i", "j"), List.of()),
                Linear.matrix("0 -1 0 0; 1 0 0 0; 0 0 0 -1; 0 0 1 0"),
                Linear.matrix("0 0 3 0; 0 0 0 -3; 1 0 0 0; 0 -1 0 0"));
        assertThat(describe(algebra)).isEqualTo("2 of a 2-dimensional one of real type");
        assertThat(Decomposition.inWords(algebra))
                .contains("2 of a 2-dimensional one of real type, over the real numbers");
        LinearRepresentation still = LinearRepresentation.trivial(algebra.group(), 2);
        assertThat(IsotypicComponents.tryOf(still).orElseThrow().inWords())
                .isEqualTo("2 copies of the trivial representation");
    }
}
