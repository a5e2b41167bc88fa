package io.intertwine.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.construct.NetworkBuilder;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription.Generated;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Affine maps form a group, in either form; representations exist only where their relators hold. */
class RepresentationsTest {
    private static final Random RANDOM = new Random(4);

    private static Scalar number() {
        return RANDOM.nextInt(8) == 0
                ? Scalar.sqrt(BigFraction.TWO)
                : Scalar.of(RANDOM.nextInt(13) - 6, 1L + RANDOM.nextInt(3));
    }

    private static List<Scalar> vector(int n) {
        List<Scalar> result = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            result.add(number());
        }
        return result;
    }

    private static AffineMap monomial(int n, boolean shifted) {
        List<Integer> images = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            images.add(RANDOM.nextInt(i + 1), i);
        }
        List<Scalar> scales = new ArrayList<>();
        vector(n).forEach(value -> scales.add(value.isZero() ? Scalar.ONE : value));
        return AffineMap.monomial(
                Permutation.of(images.stream().mapToInt(Integer::intValue).toArray()),
                scales,
                shifted ? vector(n) : Collections.nCopies(n, Scalar.ZERO));
    }

    private static AffineMap dense(int n) {
        while (true) {
            ExactMatrix matrix = ExactMatrix.of(n, n, vector(n * n));
            try {
                return AffineMap.of(matrix, vector(n));
            } catch (IllegalArgumentException singular) {
                assertThat(singular).hasMessageContaining("singular");
            }
        }
    }

    private static List<AffineMap> samples(int n) {
        return List.of(
                AffineMap.identity(n), monomial(n, false), monomial(n, true), dense(n), dense(n), monomial(n, true));
    }

    @Test
    void affineMapsFormAGroupThatActs() {
        for (int n = 1; n <= 4; n++) {
            List<AffineMap> maps = samples(n);
            AffineGroup group = new AffineGroup(n);
            List<Scalar> point = vector(n);
            for (AffineMap a : maps) {
                assertThat(group.multiply(a, group.inverse(a))).isEqualTo(group.identity());
                assertThat(group.multiply(group.inverse(a), a).isIdentity()).isTrue();
                assertThat(a.inverse().inverse()).isEqualTo(a);
                assertThat(group.contains(a)).isTrue();
                for (AffineMap b : maps) {
                    AffineMap product = a.after(b);
                    assertThat(product.apply(point)).isEqualTo(a.apply(b.apply(point)));
                    assertThat(product.inverse()).isEqualTo(b.inverse().after(a.inverse()));
                    AffineMap c = maps.get(maps.size() - 1);
                    assertThat(a.after(b).after(c)).isEqualTo(a.after(b.after(c)));
                }
            }
        }
    }

    @Test
    void aMatrixActsAsItIsWritten() {
        AffineMap map = AffineMap.monomial(
                Permutation.of(1, 2, 0), NetworkBuilder.vector("2 3 5"), NetworkBuilder.vector("7 0 0"));
        assertThat(map.apply(NetworkBuilder.vector("1 10 100"))).isEqualTo(NetworkBuilder.vector("507 2 30"));
        assertThat(map.matrix()).isEqualTo(NetworkBuilder.matrix("0 0 5; 2 0 0; 0 3 0"));
        assertThat(map.applyLinear(NetworkBuilder.vector("1 0 0"))).isEqualTo(NetworkBuilder.vector("0 2 0"));
        assertThat(map.isLinear()).isFalse();
        assertThat(map.toString()).contains("shift");
    }

    @Test
    void aDenseMatrixThatIsMonomialIsTheMonomialMap() {
        for (int k = 0; k < 20; k++) {
            AffineMap map = monomial(1 + k % 4, k % 2 == 0);
            AffineMap same = AffineMap.of(map.matrix(), map.shift());
            assertThat(same).isEqualTo(map).hasSameHashCodeAs(map).hasToString(map.toString());
            assertThat(same.isMonomial()).isTrue();
        }
        AffineMap shear = AffineMap.of(NetworkBuilder.matrix("1 1; 0 1"), NetworkBuilder.vector("0 0"));
        assertThat(shear.isMonomial()).isFalse();
        assertThat(shear.after(shear.inverse()).isMonomial()).isTrue();
        assertThat(shear).isNotEqualTo(AffineMap.identity(2));
        assertThat(shear.isIdentity()).isFalse();
    }

    @Test
    void whatIsNotInvertibleIsRefused() {
        List<Scalar> zero = NetworkBuilder.vector("0 0");
        assertThatThrownBy(() -> AffineMap.of(NetworkBuilder.matrix("1 2; 2 4"), zero))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("singular");
        assertThatThrownBy(() -> AffineMap.of(NetworkBuilder.matrix("1 0; 1 0"), zero))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AffineMap.of(NetworkBuilder.matrix("1 1; 0 0"), zero))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AffineMap.of(NetworkBuilder.matrix("1 0 0; 0 1 0"), zero))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AffineMap.monomial(Permutation.of(0, 1), zero)).hasMessageContaining("scale 0 is 0");
        assertThatThrownBy(() -> AffineMap.monomial(Permutation.of(0), zero))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AffineMap.identity(2).apply(NetworkBuilder.vector("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBrokenRelatorIsNamed() {
        AffineMap cycle = AffineMap.monomial(Permutation.of(1, 2, 0), NetworkBuilder.vector("1 1 1"));
        AffineMap swap = AffineMap.monomial(Permutation.of(1, 0, 2), NetworkBuilder.vector("1 1 1"));
        assertThat(new Representation(Presentation.dihedral(3), 3, List.of(cycle, swap)).images())
                .hasSize(2);
        assertThatThrownBy(() -> new Representation(Presentation.dihedral(4), 3, List.of(cycle, swap)))
                .isInstanceOfSatisfying(
                        BrokenRelatorException.class,
                        broken -> assertThat(broken.relator()).isEqualTo("r^4"));
        assertThatThrownBy(() -> new Representation(Presentation.dihedral(3), 3, List.of(cycle, cycle)))
                .isInstanceOfSatisfying(
                        BrokenRelatorException.class,
                        broken -> assertThat(broken.relator()).isEqualTo("s^2"));
        AffineMap sign = AffineMap.monomial(Permutation.of(0, 1, 2), NetworkBuilder.vector("-1 1 1"));
        assertThatThrownBy(() -> new Representation(Presentation.dihedral(3), 3, List.of(cycle, sign)))
                .hasMessageContaining("\"r s r s\"");
    }

    @Test
    void rotationsByAlgebraicAnglesSatisfyTheirRelators() {
        for (int n : new int[] {3, 4, 5, 6, 8, 12}) {
            Scalar cos = Scalar.cosine(1, n);
            Scalar sin = Scalar.sine(1, n);
            AffineMap turn = AffineMap.of(
                    ExactMatrix.of(2, 2, List.of(cos, sin.negate(), sin, cos)), NetworkBuilder.vector("0 0"));
            assertThat(new Representation(Presentation.cyclic(n), 2, List.of(turn)).dimension())
                    .isEqualTo(2);
            assertThatThrownBy(() -> new Representation(Presentation.cyclic(n - 1), 2, List.of(turn)))
                    .isInstanceOf(BrokenRelatorException.class);
        }
    }

    @Test
    void shiftsCountInRelators() {
        AffineMap reflection =
                AffineMap.monomial(Permutation.of(0), NetworkBuilder.vector("-1"), NetworkBuilder.vector("6"));
        assertThat(new Representation(Presentation.cyclic(2), 1, List.of(reflection)).images())
                .containsExactly(reflection);
        AffineMap translation =
                AffineMap.monomial(Permutation.of(0), NetworkBuilder.vector("1"), NetworkBuilder.vector("1/1000"));
        assertThatThrownBy(() -> new Representation(Presentation.cyclic(2), 1, List.of(translation)))
                .isInstanceOf(BrokenRelatorException.class);
    }

    @Test
    void sizesAndGroupsMustFit() {
        AffineMap one = AffineMap.identity(1);
        assertThatThrownBy(() -> new Representation(Presentation.cyclic(2), 1, List.of()))
                .hasMessageContaining("expected a map");
        assertThatThrownBy(() -> new Representation(Presentation.cyclic(2), 2, List.of(one)))
                .hasMessageContaining("generator r acts on 1 coordinates, expected 2");
        Representation a = new Representation(Presentation.cyclic(2), 1, List.of(one));
        Representation b = new Representation(new Generated(List.of("r")), 1, List.of(one));
        assertThat(new Symmetry(a, a).group()).isEqualTo(Presentation.cyclic(2));
        assertThatThrownBy(() -> new Symmetry(a, b)).isInstanceOf(IllegalArgumentException.class);
    }
}
