package io.intertwine.symmetrize;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Closure;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.AffineTuples;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import io.intertwine.symmetry.Reynolds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntryOrbitsTest {
    private static AffineMap signed(int n, SplittableRandom random) {
        List<Integer> images = new ArrayList<>();
        List<Scalar> signs = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            images.add(random.nextInt(j + 1), j);
            signs.add(random.nextInt(3) == 0 ? Scalar.MINUS_ONE : Scalar.ONE);
        }
        return AffineMap.monomial(
                Permutation.of(images.stream().mapToInt(Integer::intValue).toArray()), signs);
    }

    /** Against the average over the listed group, and against the dimension of the space of equivariant maps. */
    @Test
    void theMeansOverOrbitsAreTheAverageOverTheGroup() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 30; round++) {
            int rows = 1 + random.nextInt(4);
            int columns = 1 + random.nextInt(4);
            List<AffineMap> source = List.of(signed(columns, random), signed(columns, random));
            List<AffineMap> target = List.of(signed(rows, random), signed(rows, random));
            ExactMatrix matrix = ExactMatrix.build(rows, columns, (i, j) -> Scalar.of(random.nextInt(-9, 10)));
            InvariantMatrix found = new InvariantMatrix(matrix, source, target);
            List<List<AffineMap>> group = Closure.of(
                            new AffineTuples(List.of(columns, rows)),
                            List.of(List.of(source.get(0), target.get(0)), List.of(source.get(1), target.get(1))))
                    .elements();
            ExactMatrix average = Reynolds.average(
                            new Layer.Dense(matrix, List.of()), AffineTuples.on(0, group), AffineTuples.on(1, group))
                    .weight();
            assertThat(found.mean()).isEqualTo(average);
            assertThat(found.isInvariant()).isEqualTo(average.equals(matrix));
            assertThat(new InvariantMatrix(average, source, target).isInvariant())
                    .isTrue();
            GroupDescription free = new GroupDescription.Generated(List.of("a", "b"));
            assertThat(found.free())
                    .isEqualTo(EquivariantMaps.between(
                                    LinearRepresentation.of(new Representation(free, columns, source)),
                                    LinearRepresentation.of(new Representation(free, rows, target)))
                            .dimension());
        }
    }

    @Test
    void everyEntryIsVisitedOnceWithTheSignOfItsMove() {
        List<AffineMap> swap = List.of(AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.ONE, Scalar.MINUS_ONE)));
        List<AffineMap> fixed = List.of(AffineMap.identity(1));
        List<String> seen = new ArrayList<>();
        long free = new EntryOrbits(1, 2, swap, fixed)
                .visit((entries, signs, size, isFree) -> seen.add(Arrays.toString(Arrays.copyOf(entries, size))
                        + Arrays.toString(Arrays.copyOf(signs, size))
                        + isFree));
        assertThat(seen).containsExactly("[0, 1][1, 1]false");
        assertThat(free).isZero();
        assertThat(new EntryOrbits(2, 3, Collections.emptyList(), Collections.emptyList())
                        .visit((entries, signs, size, isFree) ->
                                assertThat(size).isOne()))
                .isEqualTo(6);
    }
}
