package io.intertwine.rep;

import static io.intertwine.rep.SampleRepresentations.cube;
import static io.intertwine.rep.SampleRepresentations.image;
import static io.intertwine.rep.SampleRepresentations.points;
import static io.intertwine.rep.SampleRepresentations.pointsOfProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription.Generated;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spaces of equivariant maps have the published dimensions, and those that other ways to compute them give. */
class EquivariantMapsTest {
    private static long dimension(LinearRepresentation source, LinearRepresentation target) {
        EquivariantMaps maps = EquivariantMaps.between(source, target);
        if (maps.dimension() < 500 && (long) source.dimension() * target.dimension() < 1500) {
            requireBasis(maps);
        }
        return maps.dimension();
    }

    /** The basis is equivariant, independent, and as large as the dimension; coordinates and combinations are inverse. */
    private static void requireBasis(EquivariantMaps maps) {
        List<SparseMatrix> basis = maps.basis().toList();
        assertThat(basis).hasSize((int) maps.dimension());
        List<Scalar> coordinates = new ArrayList<>();
        for (int k = 0; k < basis.size(); k++) {
            maps.requireEquivariant(basis.get(k));
            List<Scalar> unit = new ArrayList<>(Collections.nCopies(basis.size(), Scalar.ZERO));
            unit.set(k, Scalar.ONE);
            if (k % 7 == 0) {
                assertThat(maps.coordinates(basis.get(k))).isEqualTo(unit);
            }
            coordinates.add(Scalar.of(k + 1L, 2));
        }
        assertThat(maps.coordinates(maps.combination(coordinates))).isEqualTo(coordinates);
    }

    /** The number of partitions of a set of k elements into at most n parts; the Bell number for n at least k. */
    private static long partitions(int k, int n) {
        long[] byParts = new long[n + 1];
        byParts[0] = 1;
        for (int element = 0; element < k; element++) {
            for (int parts = n; parts >= 1; parts--) {
                byParts[parts] = parts * byParts[parts] + byParts[parts - 1];
            }
            byParts[0] = 0;
        }
        long sum = 0;
        for (long count : byParts) {
            sum += count;
        }
        return sum;
    }

    @Test
    void permutationTensorsHaveBellNumbers() {
        // H. Maron et al., Invariant and equivariant graph networks, ICLR 2019, theorem 1.
        assertThat(dimension(points(4).power(2), points(4).power(2))).isEqualTo(15);
        assertThat(dimension(points(5).power(2), points(5))).isEqualTo(5);
        assertThat(dimension(points(5).power(2), points(5).power(0))).isEqualTo(2);
        // M. Zaheer et al., Deep sets, NeurIPS 2017.
        assertThat(dimension(points(6), points(6))).isEqualTo(2);
        for (int n = 2; n <= 6; n++) {
            for (int k = 0; k <= 3; k++) {
                for (int l = 0; l <= 2; l++) {
                    assertThat(dimension(points(n).power(k), points(n).power(l)))
                            .as("n = %d, %d to %d", n, k, l)
                            .isEqualTo(partitions(k + l, n));
                }
            }
        }
        assertThat(EquivariantMaps.dimension(points(5).power(4), points(5).power(4)))
                .isEqualTo(partitions(8, 5));
    }

    @Test
    void smallCasesAgreeWithThePlainNullSpace() {
        List<LinearRepresentation> parts = List.of(
                points(3),
                points(3).power(2),
                points(3).power(0).multiple(2),
                points(3).dual());
        for (LinearRepresentation source : parts) {
            for (LinearRepresentation target : parts) {
                assertThat(dimension(source, target)).isEqualTo(NaiveMaps.dimension(source, target));
            }
        }
        assertThat(dimension(cube().power(2), cube().power(2)))
                .isEqualTo(NaiveMaps.dimension(cube().power(2), cube().power(2)));
        LinearRepresentation rotation = ClassicalGroups.specialOrthogonal(3);
        assertThat(dimension(rotation.power(2), rotation.power(2)))
                .isEqualTo(NaiveMaps.dimension(rotation.power(2), rotation.power(2)));
    }

    @Test
    void exchangeableTensorsHaveTwoParametersForEachIndex() {
        // J. Hartford et al., Deep models of interactions across sets, ICML 2018, theorems 2.1 and 3.1.
        List<LinearRepresentation> two = pointsOfProduct(3, 4);
        LinearRepresentation matrix = two.get(0).tensor(two.get(1));
        assertThat(dimension(matrix, matrix)).isEqualTo(4);
        List<LinearRepresentation> three = pointsOfProduct(2, 3, 2);
        LinearRepresentation tensor = three.get(0).tensor(three.get(1)).tensor(three.get(2));
        assertThat(dimension(tensor, tensor)).isEqualTo(8);
    }

    @Test
    void weightSpaceLayersHaveOneFactorForEachHiddenLayer() {
        // A. Navon et al., Equivariant architectures for learning in deep weight spaces, ICML 2023. Network 2 - a - b -
        // c - 1: an index of
        // a hidden layer that occurs k times in both blocks together gives the Bell number of k.
        int input = 2;
        List<LinearRepresentation> hidden = pointsOfProduct(4, 3, 4);
        List<List<Integer>> blocks = List.of(
                List.of(0), List.of(0), List.of(0, 1), List.of(1), List.of(1, 2), List.of(2), List.of(2), List.of());
        int[] copies = {input, 1, 1, 1, 1, 1, 1, 1};
        List<LinearRepresentation> spaces = new ArrayList<>();
        for (int i = 0; i < copies.length; i++) {
            LinearRepresentation space = hidden.get(0).power(0);
            for (int index : blocks.get(i)) {
                space = space.tensor(hidden.get(index));
            }
            spaces.add(space.multiple(copies[i]));
        }
        int[] bell = {1, 1, 2};
        long total = 0;
        for (int from = 0; from < copies.length; from++) {
            for (int to = 0; to < copies.length; to++) {
                long expected = (long) copies[from] * copies[to];
                for (int index = 0; index < 3; index++) {
                    int occurrences = Collections.frequency(blocks.get(from), index)
                            + Collections.frequency(blocks.get(to), index);
                    expected *= bell[occurrences];
                }
                assertThat(EquivariantMaps.dimension(spaces.get(from), spaces.get(to)))
                        .as("block %d to %d", from, to)
                        .isEqualTo(expected);
                total += expected;
            }
        }
        LinearRepresentation weights = LinearRepresentation.directSum(spaces);
        assertThat(EquivariantMaps.dimension(weights, weights)).isEqualTo(total);
    }

    @Test
    void imagesUnderTheDihedralGroupAreCountedByBurnside() {
        for (int n = 1; n <= 7; n++) {
            long square = (long) n * n;
            // Pairs of pixels that are fixed: by 1; by three turns; by four reflections.
            long odd = square * square + 3 + 4 * square;
            long even = square * square + 2 * square;
            assertThat(EquivariantMaps.dimension(image(n), image(n))).isEqualTo((n % 2 == 1 ? odd : even) / 8);
        }
        LinearRepresentation colours = image(32).multiple(3);
        LinearRepresentation channels = image(32).multiple(64);
        assertThat(EquivariantMaps.dimension(colours, channels)).isEqualTo(192L * (1 << 20 | 1 << 11) / 8);
    }

    @Test
    void cubeFacesEdgesAndVerticesHaveTheirCommonConstituents() {
        // Faces A1 + E + T1, vertices A1 + A2 + T1 + T2, edges A1 + E + T1 + 2 T2.
        LinearRepresentation faces = cube(2);
        LinearRepresentation edges = cube(1);
        LinearRepresentation vertices = cube(0);
        assertThat(dimension(faces, faces)).isEqualTo(3);
        assertThat(dimension(faces, edges)).isEqualTo(3);
        assertThat(dimension(faces, vertices)).isEqualTo(2);
        assertThat(dimension(edges, edges)).isEqualTo(7);
        assertThat(dimension(edges, vertices)).isEqualTo(4);
        assertThat(dimension(vertices, vertices)).isEqualTo(4);
        assertThat(dimension(cube(), faces)).isEqualTo(1);
        assertThat(dimension(cube(), edges)).isEqualTo(1);
        assertThat(dimension(cube(), cube())).isEqualTo(1);
    }

    @Test
    void signedTensorsAreCountedByCharacters() {
        // The trace of a rotation by 0, 90, 120, 180 degrees is 3, 1, 0, -1; there are 1, 6, 8, 9 of them.
        for (int k = 0; k <= 4; k++) {
            long sum = (long) Math.pow(3, 2 * k) + 6 + (k == 0 ? 8 : 0) + 9;
            assertThat(dimension(cube().power(k), cube().power(k))).isEqualTo(sum / 24);
        }
    }

    @Test
    void stabilisersThatActByAFactorKillTheirOrbits() {
        // Scales 2 and 1/2 are harmless where they cancel around a cycle, and deadly where they do not.
        AffineMap balanced = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.of(2), Scalar.of(1, 2)));
        AffineMap growing = AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.of(2), Scalar.ONE));
        AffineMap identity = AffineMap.identity(2);
        Generated group = new Generated(List.of("g"));
        LinearRepresentation a = LinearRepresentation.of(new Representation(group, 2, List.of(balanced)));
        LinearRepresentation b = LinearRepresentation.of(new Representation(group, 2, List.of(growing)));
        LinearRepresentation one = LinearRepresentation.of(new Representation(group, 2, List.of(identity)));
        List<LinearRepresentation> all = List.of(a, b, one, a.dual(), b.dual());
        for (LinearRepresentation source : all) {
            for (LinearRepresentation target : all) {
                assertThat(dimension(source, target)).isEqualTo(NaiveMaps.dimension(source, target));
            }
        }
        assertThat(dimension(b, one)).isZero();
        assertThat(dimension(a, one)).isEqualTo(2);
    }

    @Test
    void sumsInsideTensorProductsAndDualsAreExpanded() {
        LinearRepresentation mixed = LinearRepresentation.directSum(List.of(
                points(3), points(3).power(0).multiple(2), points(3).power(2).dual()));
        int[] powers = {1, 0, 0, 2};
        long expected = 0;
        for (int from : powers) {
            for (int to : powers) {
                expected += partitions(1 + from + to, 3);
            }
        }
        assertThat(dimension(points(3).tensor(mixed), mixed)).isEqualTo(expected);
        assertThat(dimension(mixed.tensor(points(3)).dual(), mixed)).isEqualTo(expected);
        assertThat(dimension(mixed, points(3))).isEqualTo(NaiveMaps.dimension(mixed, points(3)));
    }

    @Test
    void mapsThatAreNotEquivariantAreRefusedByName() {
        EquivariantMaps maps = EquivariantMaps.between(points(3), points(3));
        SparseMatrix swap = SparseMatrix.of(3, 3, List.of(new SparseMatrix.Entry(2, 2, Scalar.ONE)));
        assertThatThrownBy(() -> maps.coordinates(swap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("generator s2");
        assertThatThrownBy(() -> maps.coordinates(SparseMatrix.zero(2, 3))).hasMessageContaining("expected a 3 x 3");
        assertThatThrownBy(() -> maps.combination(List.of(Scalar.ONE))).hasMessageContaining("expected 2 coordinates");
        assertThatThrownBy(() -> EquivariantMaps.between(points(3), points(4))).hasMessageContaining("one group");
    }

    @Test
    void limitsAreStated() {
        LinearRepresentation large = points(4).power(11);
        assertThatThrownBy(() -> EquivariantMaps.between(large, large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("places, expected at most 8589934592");
        LinearRepresentation turning = ClassicalGroups.specialOrthogonal(3).power(8);
        assertThatThrownBy(() -> EquivariantMaps.between(turning, turning))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("43046721 unknowns");
    }

    @Test
    void randomBasesDoNotChangeDimensions() {
        // Conjugated by a random matrix, nothing is monomial any more.
        Random random = new Random(8);
        LinearRepresentation plain = points(4);
        ExactMatrix matrix = ExactMatrix.build(4, 4, (i, j) -> Scalar.of(i == j ? 5 : random.nextInt(5) - 2));
        AffineMap forth = AffineMap.of(matrix, Collections.nCopies(4, Scalar.ZERO));
        AffineMap back = forth.inverse();
        List<AffineMap> images = ((LinearRepresentation.Structure.Given) plain.structure())
                .discrete().images().stream()
                        .map(map -> forth.after(map).after(back))
                        .toList();
        LinearRepresentation other = LinearRepresentation.of(new Representation(Presentation.symmetric(4), 4, images));
        assertThat(dimension(other, plain)).isEqualTo(2);
        assertThat(dimension(plain.power(2), other)).isEqualTo(5);
        assertThat(dimension(other.power(2), other)).isEqualTo(5);
        assertThat(dimension(other.dual(), other)).isEqualTo(2);
    }
}
