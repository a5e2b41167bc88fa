package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.CharacterTable;
import io.intertwine.group.GaloisClass;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.SmallGroups;
import io.intertwine.group.Word;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecompositionTest {
    static List<String> names() {
        return SmallGroups.names().stream()
                .filter(name -> !name.equals("C2xS4") && !name.equals("A5"))
                .toList();
    }

    private static LinearRepresentation regular(String name) {
        return new FiniteRepresentations(SmallGroups.presentation(name), SmallGroups.of(name)).regular();
    }

    private static LinearRepresentation points(int n) {
        return new FiniteRepresentations(Presentation.symmetric(n), SmallGroups.of("S" + n))
                .onCosets(IntStream.range(1, n - 1)
                        .mapToObj(g -> Word.power(g, 1))
                        .toList());
    }

    private static Decomposition decomposition(LinearRepresentation representation) {
        return Decomposition.tryOf(representation).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "C2, '1 copy of the trivial representation, 1 of a 1-dimensional one of real type'",
        "C3, '1 copy of the trivial representation, 1 of a 2-dimensional one of complex type'",
        "C5, '1 copy of the trivial representation, 1 of a 4-dimensional one of complex type (over the reals 2 of dimension 2)'",
        "S3, '1 copy of the trivial representation, 1 of a 1-dimensional one of real type, 2 of a 2-dimensional one of real type'",
        "D5, '1 copy of the trivial representation, 1 of a 1-dimensional one of real type, "
                + "2 of a 4-dimensional one of real type (over the reals 2 of dimension 2)'",
        "A4, '1 copy of the trivial representation, 1 of a 2-dimensional one of complex type, 3 of a 3-dimensional one of real type'"
    })
    void regularRepresentationsInWords(String name, String words) {
        assertThat(decomposition(regular(name)).describe()).isEqualTo(words);
    }

    @Test
    void theQuaternionsAreFoundInTheGroupOfQuaternions() {
        Decomposition found = decomposition(regular("Q8"));
        assertThat(found.describe()).endsWith("1 of a 4-dimensional one of quaternionic type");
        Constituent last = found.constituents().get(4);
        assertThat(last.index()).isEqualTo(new SchurIndex(2, 2));
        assertThat(last.multiplicity()).isEqualTo(2);
        assertThat(last.copies()).isEqualTo(1);
        assertThat(last.irreducibleDimension()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyIrreducibleIsInTheRegularRepresentationAsOftenAsItsDegree(String name) {
        Decomposition found = decomposition(regular(name));
        assertThat(found.constituents())
                .allMatch(part -> part.multiplicity() == part.irreducible().degree());
        assertThat(found.constituents()).allMatch(Constituent::isKnown);
        assertThat(found.constituents().stream()
                        .mapToInt(Constituent::dimension)
                        .sum())
                .isEqualTo(found.representation().dimension());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C6", "S3", "D4", "Q8", "D5", "A4"})
    void projectionsAddUpToTheIdentityAndCutOutInvariantSubspaces(String name) {
        Decomposition found = decomposition(regular(name));
        int n = found.representation().dimension();
        ExactMatrix sum = ExactMatrix.build(n, n, (i, j) -> Scalar.ZERO);
        for (Constituent part : found.constituents()) {
            ExactMatrix projection = found.projection(part);
            assertThat(projection.multiply(projection)).isEqualTo(projection);
            ExactMatrix before = sum;
            sum = ExactMatrix.build(n, n, (i, j) -> before.get(i, j).add(projection.get(i, j)));
            InvariantSubspace component = found.component(part);
            assertThat(component.dimension()).isEqualTo(part.dimension());
            Decomposition own = decomposition(component.representation());
            assertThat(own.constituents()).hasSize(1);
            assertThat(own.constituents().get(0).dimension()).isEqualTo(part.dimension());
            assertThat(own.constituents().get(0).irreducible().type())
                    .isEqualTo(part.irreducible().type());
        }
        assertThat(sum).isEqualTo(ExactMatrix.identity(n));
    }

    @Test
    void dimensionsOfMapsAreThoseOfTheNullSpace() {
        LinearRepresentation points = points(3);
        LinearRepresentation regular = regular("S3");
        LinearRepresentation sign = LinearRepresentation.of(new Representation(
                Presentation.symmetric(3),
                1,
                Collections.nCopies(2, AffineMap.of(NetworkBuilder.matrix("-1"), List.of(Scalar.ZERO)))));
        List<LinearRepresentation> samples = List.of(
                points,
                regular,
                sign,
                points.tensor(sign),
                points.power(2),
                LinearRepresentation.directSum(List.of(sign.multiple(2), points.dual())),
                LinearRepresentation.trivial(points.group(), 2));
        FiniteImage image = FiniteImage.tryOf(samples).orElseThrow();
        for (LinearRepresentation v : samples) {
            for (LinearRepresentation w : samples) {
                assertThat(image.dimensionOfMaps(v, w))
                        .isEqualTo(EquivariantMaps.between(v, w).dimension());
            }
        }
    }

    @Test
    void largeTensorPowersAreNeverFormed() {
        LinearRepresentation sixth = points(5).power(6);
        LinearRepresentation trivial = LinearRepresentation.trivial(sixth.group(), 1);
        FiniteImage image = FiniteImage.tryOf(List.of(sixth, trivial)).orElseThrow();
        // Partitions of 6 things into at most 5 parts; for two sixth powers, of 12.
        assertThat(image.dimensionOfMaps(trivial, sixth)).isEqualTo(202);
        assertThat(image.dimensionOfMaps(sixth, sixth)).isEqualTo(2079475);
        Decomposition found = decomposition(sixth);
        assertThat(found.constituents().stream()
                        .mapToInt(Constituent::dimension)
                        .sum())
                .isEqualTo(15625);
        assertThat(found.constituents().get(0).copies()).isEqualTo(202);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.projection(found.constituents().get(0)))
                .withMessage(
                        "projections are computed up to dimension 500 and 100000000 entries of all matrices of the group, "
                                + "and here are 120 of size 15625");
    }

    @Test
    void theMatricesOfElementsFollowTheStructure() {
        LinearRepresentation v = points(3);
        LinearRepresentation built =
                LinearRepresentation.directSum(List.of(v.tensor(v.dual()), v.multiple(2), v.dual()));
        FiniteImage image = FiniteImage.tryOf(List.of(built)).orElseThrow();
        for (int g = 0; g < 2; g++) {
            int element = image.group().generator(g);
            assertThat(image.matrix(built, element)).isEqualTo(built.generator(g));
        }
        List<Scalar> character = image.character(built);
        for (int r = 0; r < image.classes().count(); r++) {
            ExactMatrix matrix =
                    image.matrix(built, image.classes().representative(r)).toDense();
            Scalar trace = Scalar.ZERO;
            for (int i = 0; i < matrix.rows(); i++) {
                trace = trace.add(matrix.get(i, i));
            }
            assertThat(character.get(r)).isEqualTo(trace);
        }
        LinearRepresentation other = regular("S3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.character(other))
                .withMessage("expected a representation built from the matrices whose group was listed");
    }

    @Test
    void irrationalMatricesHaveConjugatesDifferentlyOften() {
        AffineMap fifth = AffineMap.of(
                ExactMatrix.of(
                        2,
                        2,
                        List.of(
                                Scalar.cosine(1, 5),
                                Scalar.sine(1, 5).negate(),
                                Scalar.sine(1, 5),
                                Scalar.cosine(1, 5))),
                List.of(Scalar.ZERO, Scalar.ZERO));
        LinearRepresentation turn =
                LinearRepresentation.of(new Representation(Presentation.cyclic(5), 2, List.of(fifth)));
        Decomposition found = decomposition(turn);
        assertThat(found.image().group().order()).isEqualTo(5);
        assertThat(found.describe()).isEqualTo("2 of 4 conjugate 1-dimensional ones over C of complex type in all");
        assertThat(found.component(found.constituents().get(0)).dimension()).isEqualTo(2);
    }

    @Test
    void infiniteGroupsHaveNoDecompositionHere() {
        AffineMap shear = AffineMap.of(NetworkBuilder.matrix("1 1; 0 1"), List.of(Scalar.ZERO, Scalar.ZERO));
        AffineMap hyperbolic = AffineMap.of(NetworkBuilder.matrix("2 1; 1 1"), List.of(Scalar.ZERO, Scalar.ZERO));
        for (AffineMap map : List.of(shear, hyperbolic)) {
            LinearRepresentation infinite = LinearRepresentation.of(
                    new Representation(new Presentation(List.of("a"), List.of()), 2, List.of(map)));
            assertThat(Decomposition.tryOf(infinite)).isEmpty();
        }
    }

    @Test
    void schurIndicesOfSmallGroupsAreKnown() {
        for (String name : SmallGroups.names()) {
            CharacterTable table = CharacterTable.of(SmallGroups.of(name));
            List<SchurIndex> indices = SchurIndex.of(table);
            for (int i = 0; i < indices.size(); i++) {
                GaloisClass character = table.characters().get(i);
                assertThat(indices.get(i).isKnown()).isTrue();
                assertThat(indices.get(i).lower()).isEqualTo(character.type() == GaloisClass.Type.QUATERNIONIC ? 2 : 1);
            }
        }
    }
}
