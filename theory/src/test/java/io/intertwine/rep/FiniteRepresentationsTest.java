package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Generated;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.SmallGroups;
import io.intertwine.group.SubgroupClasses;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteRepresentationsTest {
    private static FiniteRepresentations of(String name) {
        return FiniteRepresentations.of(SmallGroups.presentation(name));
    }

    @Test
    void theRegularRepresentationMovesElements() {
        LinearRepresentation regular = of("Q8").regular();
        FiniteGroup group = SmallGroups.of("Q8");
        assertThat(regular.dimension()).isEqualTo(8);
        for (int g = 0; g < 2; g++) {
            for (int x = 0; x < 8; x++) {
                assertThat(regular.generator(g).get(group.leftProduct(g, x), x)).isEqualTo(Scalar.ONE);
            }
        }
    }

    @Test
    void theSymmetricGroupActsOnItsPointsAsOnCosets() {
        List<Word> stabiliser = List.of(Word.power(1, 1), Word.power(2, 1));
        LinearRepresentation points = of("S4").onCosets(stabiliser);
        assertThat(points.dimension()).isEqualTo(4);
        FiniteImage image = FiniteImage.tryOf(List.of(points)).orElseThrow();
        assertThat(image.group().order()).isEqualTo(24);
        assertThat(image.dimensionOfMaps(points, points)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C4", "V4", "S3", "D4", "Q8", "A4", "S4"})
    void signedActionsAreInducedFromSigns(String name) {
        FiniteRepresentations representations = of(name);
        for (TransitiveAction action : TransitiveActions.of(representations.group())) {
            List<Word> words = action.stabiliser().words();
            if (!words.isEmpty()) {
                List<AffineMap> signs = action.stabiliser().generators().stream()
                        .map(h -> AffineMap.monomial(
                                Permutation.identity(1),
                                List.of(Scalar.of(action.kernel().contains(h) ? 1 : -1))))
                        .toList();
                LinearRepresentation sign = LinearRepresentation.of(new Representation(names(words.size()), 1, signs));
                LinearRepresentation induced = representations.induced(words, sign);
                for (int g = 0; g < representations.group().generators(); g++) {
                    assertThat(induced.generator(g))
                            .isEqualTo(representations.of(action).generator(g));
                }
            }
        }
    }

    private static Generated names(int count) {
        return new Generated(IntStream.range(0, count).mapToObj(i -> "h" + i).toList());
    }

    /** Hom_G(Ind W, V) = Hom_H(W, Res V), for all subgroups up to conjugation, where W is a part of another restriction. */
    @ParameterizedTest
    @ValueSource(strings = {"C6", "S3", "D4", "Q8", "Dic3", "A4", "S4"})
    void frobeniusReciprocityHolds(String name) {
        FiniteRepresentations representations = of(name);
        LinearRepresentation regular = representations.regular();
        List<LinearRepresentation> samples = new ArrayList<>(List.of(regular));
        TransitiveActions.of(representations.group()).stream()
                .filter(action -> action.degree() > 1 && action.degree() < 5)
                .limit(3)
                .forEach(action -> samples.add(representations.of(action)));
        for (SubgroupClasses.Member member : SubgroupClasses.of(representations.group())) {
            List<Word> words = member.representative().words();
            for (LinearRepresentation v : words.isEmpty() ? List.<LinearRepresentation>of() : samples) {
                for (LinearRepresentation u : samples) {
                    Generated subgroup = names(words.size());
                    LinearRepresentation w = u.restrict(subgroup, words);
                    LinearRepresentation below = v.restrict(subgroup, words);
                    LinearRepresentation induced = representations.induced(words, w);
                    long above =
                            FiniteImage.tryOf(List.of(induced, v)).orElseThrow().dimensionOfMaps(induced, v);
                    assertThat(above)
                            .isEqualTo(FiniteImage.tryOf(List.of(w, below))
                                    .orElseThrow()
                                    .dimensionOfMaps(w, below));
                    assertThat(induced.dimension())
                            .isEqualTo(u.dimension() * member.representative().index());
                }
            }
        }
    }

    @Test
    void denseRepresentationsAreInducedToo() {
        // The rotation of order 3 on the plane, induced to S3: twice the irreducible representation of dimension 2.
        LinearRepresentation plane = LinearRepresentation.of(new Representation(
                Presentation.cyclic(3),
                2,
                List.of(AffineMap.of(NetworkBuilder.matrix("0 -1; 1 -1"), List.of(Scalar.ZERO, Scalar.ZERO)))));
        FiniteRepresentations s3 = of("S3");
        List<Word> rotation = List.of(SmallGroups.word(List.of("s1", "s2"), "s1 s2"));
        LinearRepresentation induced = s3.induced(rotation, plane);
        assertThat(Decomposition.tryOf(induced).orElseThrow().describe())
                .isEqualTo("2 of a 2-dimensional one of real type");
        SparseMatrix s = induced.generator(0);
        assertThat(s.multiply(s)).isEqualTo(SparseMatrix.identity(4));
    }

    @Test
    void refusesWhatIsNoRepresentationOfTheSubgroup() {
        FiniteRepresentations s3 = of("S3");
        AffineMap minus = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.MINUS_ONE));
        LinearRepresentation sign = LinearRepresentation.of(new Representation(names(1), 1, List.of(minus)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> s3.induced(List.of(SmallGroups.word(List.of("s1", "s2"), "s1 s2")), sign))
                .withMessageStartingWith("the maps of the subgroup's generators are no representation of the subgroup");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> s3.induced(List.of(Word.power(0, 1), Word.power(1, 1)), sign))
                .withMessageStartingWith("expected a representation with a generator for each of the 2 words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiniteRepresentations(new Generated(List.of("a")), s3.group()))
                .withMessage("expected the names of 2 generators, found [a]");
        assertThatThrownBy(() -> new FiniteRepresentations(
                        SmallGroups.parse("s1 s2", "s1^2", "s2^2", "s1 s2 s1 s2"), s3.group()))
                .isInstanceOf(BrokenRelatorException.class);
    }

    @Test
    void aLargeRepresentationIsInducedWithoutDenseMatrices() {
        FiniteRepresentations group = FiniteRepresentations.of(Presentation.cyclic(2));
        LinearRepresentation still =
                LinearRepresentation.trivial(ActingGroup.of(new GroupDescription.Generated(List.of("h"))), 60_000);
        LinearRepresentation induced = group.induced(List.of(Word.power(0, 1)), still);
        assertThat(induced.dimension()).isEqualTo(60_000);
        assertThat(induced.map(0).isIdentity()).isTrue();
    }
}
