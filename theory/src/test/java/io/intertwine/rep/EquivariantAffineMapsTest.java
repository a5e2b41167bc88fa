package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.rep.EquivariantAffineMaps.AffineFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquivariantAffineMapsTest {
    private static final GroupDescription C2 = Presentation.cyclic(2);

    private static Representation action(List<Integer> images, List<Integer> scales, List<Integer> shifts) {
        AffineMap map = AffineMap.monomial(
                Permutation.of(images.stream().mapToInt(i -> i).toArray()),
                scales.stream().map(Scalar::of).toList(),
                shifts.stream().map(Scalar::of).toList());
        return new Representation(C2, images.size(), List.of(map));
    }

    private static final Representation SWAP = action(List.of(1, 0), List.of(1, 1), List.of(0, 0));
    private static final Representation SIGN = action(List.of(0), List.of(-1), List.of(0));
    /** The mirror of sigmoid units: x -> 1 - x on both, and exchanged. */
    private static final Representation MIRRORED = action(List.of(1, 0), List.of(-1, -1), List.of(1, 1));

    private static void requireEquivariant(AffineFunction f, Representation source, Representation target) {
        List<Scalar> point = List.of(Scalar.of(2, 3), Scalar.of(-5, 7)).subList(0, source.dimension());
        AffineMap rho = source.images().get(0);
        assertThat(value(f, rho.apply(point))).isEqualTo(target.images().get(0).apply(value(f, point)));
    }

    private static List<Scalar> value(AffineFunction f, List<Scalar> point) {
        List<Scalar> linear = f.weight().toDense().multiply(point);
        return List.of(
                        linear.get(0).add(f.shift().get(0)),
                        linear.get(linear.size() - 1).add(f.shift().get(linear.size() - 1)))
                .subList(0, linear.size());
    }

    private static List<Scalar> numbers(long dimension) {
        return List.of(Scalar.of(3), Scalar.of(1, 2), Scalar.of(-4), Scalar.of(7))
                .subList(0, Math.toIntExact(dimension));
    }

    @Test
    void theBiasIsFixedByTheActionBehindTheLayer() {
        EquivariantAffineMaps maps = EquivariantAffineMaps.between(SWAP, SWAP, true);
        assertThat(maps.weights().dimension()).isEqualTo(2);
        assertThat(maps.constants().dimension()).isEqualTo(1);
        assertThat(maps.dimension()).isEqualTo(3);
        assertThat(EquivariantAffineMaps.between(SWAP, SIGN, true).dimension()).isEqualTo(1);
    }

    @Test
    void shiftedActionsMoveTheBias() {
        for (Representation source : List.of(SWAP, SIGN, MIRRORED)) {
            for (Representation target : List.of(SWAP, SIGN, MIRRORED)) {
                EquivariantAffineMaps maps = EquivariantAffineMaps.between(source, target, true);
                AffineFunction f = maps.function(numbers(maps.dimension()));
                requireEquivariant(f, source, target);
                assertThat(maps.coordinates(f)).isEqualTo(numbers(maps.dimension()));
            }
        }
    }

    @Test
    void withoutABiasTheWeightHasToMeetTheShift() {
        EquivariantAffineMaps maps = EquivariantAffineMaps.between(MIRRORED, SIGN, false);
        // W = (a, a) fixes the sign; F(1/2, 1/2) = 0 leaves a = 0.
        assertThat(maps.weights().dimension()).isEqualTo(1);
        assertThat(maps.dimension()).isZero();
        EquivariantAffineMaps onto = EquivariantAffineMaps.between(MIRRORED, MIRRORED, false);
        AffineFunction f = onto.function(numbers(onto.dimension()));
        requireEquivariant(f, MIRRORED, MIRRORED);
        assertThat(f.shift()).allMatch(Scalar::isZero);
        assertThat(onto.dimension()).isEqualTo(1);
        assertThat(onto.coordinates(f)).isEqualTo(numbers(1));
    }

    @Test
    void aMapWithoutBiasThatCannotExistIsRefused() {
        Representation half = action(List.of(0), List.of(-1), List.of(1));
        assertThatThrownBy(() -> EquivariantAffineMaps.between(SIGN, half, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no equivariant map without a bias");
    }

    @Test
    void aMapThatIsNotEquivariantHasNoCoordinates() {
        EquivariantAffineMaps maps = EquivariantAffineMaps.between(SWAP, SWAP, true);
        SparseMatrix corner = SparseMatrix.of(2, 2, List.of(new SparseMatrix.Entry(0, 0, Scalar.ONE)));
        List<Scalar> zeros = List.of(Scalar.ZERO, Scalar.ZERO);
        assertThatThrownBy(() -> maps.coordinates(new AffineFunction(corner, zeros)))
                .hasMessageContaining("not equivariant");
        SparseMatrix zero = SparseMatrix.zero(2, 2);
        assertThatThrownBy(() -> maps.coordinates(new AffineFunction(zero, List.of(Scalar.ONE, Scalar.ZERO))))
                .hasMessageContaining("not equivariant");
        EquivariantAffineMaps bare = EquivariantAffineMaps.between(SWAP, SWAP, false);
        assertThatThrownBy(() -> bare.coordinates(new AffineFunction(zero, List.of(Scalar.ONE, Scalar.ONE))))
                .hasMessageContaining("no shift");
    }

    @Test
    void anActionWithoutAFixedPointIsRefused() {
        GroupDescription free = new GroupDescription.Generated(List.of("t"));
        AffineMap shift = AffineMap.monomial(Permutation.identity(1), List.of(Scalar.ONE), List.of(Scalar.ONE));
        Representation line = new Representation(free, 1, List.of(shift));
        assertThatThrownBy(() -> EquivariantAffineMaps.between(line, line, true))
                .hasMessageContaining("no fixed point");
    }
}
