package io.intertwine.certificate;

import static io.intertwine.construct.NetworkBuilder.matrix;
import static io.intertwine.construct.NetworkBuilder.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.Linear;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Equal values have equal digests; everything else about a network or a symmetry changes the digest. */
class DigestTest {
    private static Layer.Dense dense(String weight, String bias) {
        return new Layer.Dense(matrix(weight), bias.isEmpty() ? List.of() : vector(bias));
    }

    private static Layer units(String name, int n) {
        return Layer.Entrywise.of(Activations.requireNamed(name), n);
    }

    private static Network network(Layer... layers) {
        return new Network(List.of(layers));
    }

    @Test
    void theStorageOfTheWeightsDoesNotMatter() {
        long[] bits = {
            0x3ff8000000000000L, Long.MIN_VALUE, 1L, 0xc008000000000000L, 0x7fefffffffffffffL, 0x3fb999999999999aL
        };
        ExactMatrix binary = ExactMatrix.ofBinary64(2, 3, bits);
        List<Scalar> list = new ArrayList<>();
        for (long each : bits) {
            list.add(Scalar.ofBinary64(each));
        }
        ExactMatrix wide = ExactMatrix.build(2, 4, (i, j) -> j == 3 ? Scalar.of(1, 3) : list.get(3 * i + j));
        ExactMatrix wideBinary = ExactMatrix.build(2, 4, (i, j) -> j == 3 ? Scalar.of(1, 3) : binary.get(i, j));
        assertThat(Digest.of(network(new Layer.Dense(ExactMatrix.of(2, 3, list), List.of()))))
                .isEqualTo(Digest.of(network(new Layer.Dense(binary, List.of()))))
                .matches("sha256:[0-9a-f]{64}");
        assertThat(Digest.of(network(new Layer.Dense(wide, List.of()))))
                .isEqualTo(Digest.of(network(new Layer.Dense(wideBinary, List.of()))));
    }

    @Test
    void anEntryHasTheSameBytesInEitherStorage() {
        // The same numbers beside an irrational one that is then cut away again.
        ExactMatrix cut = ExactMatrix.build(
                1, 2, (i, j) -> List.of(Scalar.of(3, 4), Scalar.ZERO).get(j));
        assertThat(Digest.of(network(new Layer.Dense(cut, List.of()))))
                .isEqualTo(Digest.of(network(dense("3/4 0", ""))));
        assertThat(Digest.of(network(dense("0.75 -0", "")))).isEqualTo(Digest.of(network(dense("6/8 0", ""))));
    }

    @Test
    void everyDifferenceOfNetworksShows() {
        List<Network> networks = List.of(
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 8", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 8", "")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 8", "0")),
                network(dense("1 2; 3 4", ""), units("tanh", 2), dense("7 8", "9")),
                network(dense("1 2; 3 4", "0 0"), units("tanh", 2), dense("7 8", "9")),
                network(dense("1 2; 3 4", "5 6"), units("relu", 2), dense("7 8", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), units("tanh", 2), dense("7 8", "9")),
                network(dense("1 2; 3 4", "5 6"), dense("7 8", "9")),
                network(dense("1 3; 2 4", "5 6"), units("tanh", 2), dense("7 8", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 -8", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 16", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 8/3", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 sqrt(2)", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 sqrt(3)", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("7 -sqrt(2)", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), dense("8 7", "9")),
                network(dense("1 2; 3 4", "5 6"), units("tanh", 2), new Layer.Softmax(2)),
                network(dense("1 2; 3 4", "5 6")),
                network(dense("1 2 3 4", "5")),
                network(dense("1; 2; 3; 4", "")),
                network(dense("1 2; 3 4; 5 6", "")),
                network(dense("1 2 3; 4 5 6", "")),
                network(units("tanh", 2)),
                network(units("tanh", 3)),
                network(new Layer.Entrywise(
                        List.of(Activations.requireNamed("tanh"), Activations.requireNamed("relu")))),
                network(new Layer.Entrywise(
                        List.of(Activations.requireNamed("relu"), Activations.requireNamed("tanh")))),
                network(Layer.Entrywise.of(Activations.leakyRelu(Scalar.of(1, 100)), 2)),
                network(Layer.Entrywise.of(Activations.leakyRelu(Scalar.of(10_737_418, 1L << 30)), 2)),
                network(Layer.Entrywise.of(Activations.power(3), 2)),
                network(new Layer.Softmax(2)),
                network(new Layer.Softmax(3)));
        Set<String> digests = new HashSet<>();
        networks.forEach(network -> digests.add(Digest.of(network)));
        assertThat(digests).hasSameSizeAs(networks);
    }

    @Test
    void theLastBitOfEveryWeightAndBiasShows() {
        long one = Scalar.ONE.toBinary64Bits();
        Set<String> digests = new HashSet<>();
        for (int changed = -1; changed < 6; changed++) {
            int index = changed;
            ExactMatrix weight =
                    ExactMatrix.build(2, 2, (i, j) -> Scalar.ofBinary64(2 * i + j == index ? one + 1 : one));
            List<Scalar> bias = List.of(
                    Scalar.ofBinary64(index == 4 ? one + 1 : one), Scalar.ofBinary64(index == 5 ? one + 1 : one));
            digests.add(Digest.of(network(new Layer.Dense(weight, bias))));
        }
        assertThat(digests).hasSize(7);
    }

    private static Symmetry symmetry(GroupDescription group, AffineMap input, AffineMap output) {
        return new Symmetry(
                new Representation(group, input.dimension(), List.of(input)),
                new Representation(group, output.dimension(), List.of(output)));
    }

    private static AffineMap monomial(int[] images, String scales, String shift) {
        return AffineMap.monomial(Permutation.of(images), vector(scales), vector(shift));
    }

    @Test
    void everyDifferenceOfSymmetriesShows() {
        int[] swap = {1, 0};
        int[] stay = {0, 1};
        Presentation two = new Presentation(List.of("s"), List.of(Word.power(0, 2)));
        AffineMap one = AffineMap.identity(1);
        AffineMap minus = monomial(new int[] {0}, "-1", "0");
        AffineMap flip = monomial(swap, "1 1", "0 0");
        List<Symmetry> symmetries = List.of(
                symmetry(two, flip, one),
                symmetry(new Presentation(List.of("t"), List.of(Word.power(0, 2))), flip, one),
                symmetry(new Presentation(List.of("s"), List.of(Word.power(0, 4))), flip, one),
                symmetry(new Presentation(List.of("s"), List.of(Word.power(0, -2))), flip, one),
                symmetry(new Presentation(List.of("s"), List.of()), flip, one),
                symmetry(new Presentation(List.of("s"), List.of(Word.power(0, 2), Word.power(0, 2))), flip, one),
                symmetry(new GroupDescription.Generated(List.of("s")), flip, one),
                symmetry(two, flip, minus),
                symmetry(two, monomial(stay, "1 1", "0 0"), one),
                symmetry(two, monomial(stay, "-1 1", "0 0"), one),
                symmetry(two, monomial(stay, "1 -1", "0 0"), one),
                symmetry(two, monomial(swap, "2 1/2", "0 0"), one),
                symmetry(two, monomial(swap, "1/2 2", "0 0"), one),
                symmetry(two, monomial(swap, "1 1", "1 -1"), one),
                symmetry(two, monomial(swap, "sqrt(2) sqrt(2)/2", "0 0"), one),
                symmetry(two, AffineMap.of(matrix("1 1; 0 -1"), vector("0 0")), one),
                symmetry(two, one, flip),
                symmetry(two, one, one));
        Set<String> digests = new HashSet<>();
        symmetries.forEach(symmetry -> digests.add(Digest.of(symmetry)));
        assertThat(digests).hasSameSizeAs(symmetries);
        AffineMap dense = AffineMap.of(flip.matrix(), flip.shift());
        assertThat(Digest.of(symmetry(two, dense, one))).isEqualTo(Digest.of(symmetries.get(0)));
    }

    @Test
    void aRepresentationHasOneDigestHoweverItIsBuilt() {
        LinearRepresentation points = Linear.permutations(3);
        LinearRepresentation one = LinearRepresentation.trivial(points.group(), 1);
        assertThat(Digest.of(points.multiple(2)))
                .isEqualTo(Digest.of(LinearRepresentation.directSum(List.of(points, points))));
        assertThat(Digest.of(points.dual())).isEqualTo(Digest.of(points.tensor(one)));
        List<LinearRepresentation> others = List.of(
                points,
                points.multiple(2),
                one,
                one.multiple(3),
                Linear.turns(),
                Linear.turns().power(2),
                turns(List.of(), 1),
                turns(Linear.SO3.brackets().subList(0, 2), 1),
                turns(Linear.SO3.brackets().subList(1, 3), 1),
                turns(List.of(), 2),
                Linear.plane(),
                Linear.of(new GroupDescription.Generated(List.of("s1", "s2")), maps(points)),
                Linear.of(new Presentation(List.of("s1", "s2"), List.of()), maps(points)));
        Set<String> digests = new HashSet<>();
        others.forEach(other -> digests.add(Digest.of(other)));
        assertThat(digests).hasSameSizeAs(others);
    }

    private static AffineMap[] maps(LinearRepresentation given) {
        return ((Structure.Given) given.structure()).discrete().images().toArray(AffineMap[]::new);
    }

    /** The turns with fewer brackets claimed, or a trivial representation. */
    private static LinearRepresentation turns(List<LieAlgebra.Bracket> brackets, int factor) {
        ActingGroup group = ActingGroup.of(new LieAlgebra(Linear.SO3.generators(), brackets));
        List<SparseMatrix> derivatives = List.of(
                Linear.turns().derivative(0).scaled(Scalar.of(factor)),
                Linear.turns().derivative(1),
                Linear.turns().derivative(2));
        return LinearRepresentation.of(group, new Representation(group.discrete(), 3, List.of()), derivatives);
    }

    @Test
    void theOrderOfGeneratorsDoesNotMatterToARepresentation() {
        LieAlgebra.Bracket turned = new LieAlgebra.Bracket(1, 2, vector("-1 0 0"));
        ActingGroup group = ActingGroup.of(new LieAlgebra(List.of("z", "y", "x"), List.of(turned)));
        LinearRepresentation other = LinearRepresentation.of(
                group,
                new Representation(group.discrete(), 3, List.of()),
                List.of(
                        Linear.turns().derivative(2),
                        Linear.turns().derivative(1),
                        Linear.turns().derivative(0)));
        assertThat(Digest.of(other))
                .isEqualTo(Digest.of(turns(Linear.SO3.brackets().subList(0, 1), 1)));
    }

    @Test
    void ofAHugeRepresentationTheStructureIsHashed() {
        LinearRepresentation points = Linear.permutations(4);
        LinearRepresentation line = Linear.turns();
        List<LinearRepresentation> huge = List.of(
                points.power(10),
                points.power(10).dual(),
                points.power(10).multiple(2),
                LinearRepresentation.directSum(List.of(points.power(10), points.power(10))),
                LinearRepresentation.directSum(List.of(points.power(10), points)),
                points.dual().power(10),
                points.multiple(1 << 18),
                line.power(12),
                line.multiple(1 << 18),
                points.multiple(1 << 17).multiple(1 << 2));
        Set<String> digests = new HashSet<>();
        huge.forEach(representation -> digests.add(Digest.of(representation)));
        assertThat(digests).hasSameSizeAs(huge);
    }

    @Test
    void largeNetworksAreHashedInPieces() {
        ExactMatrix large = ExactMatrix.build(120, 60, (i, j) -> Scalar.of(i * 60L + j));
        ExactMatrix other = ExactMatrix.build(120, 60, (i, j) -> Scalar.of(i == 119 && j == 59 ? 0 : i * 60L + j));
        assertThat(Digest.of(network(new Layer.Dense(large, List.of()))))
                .isNotEqualTo(Digest.of(network(new Layer.Dense(other, List.of()))));
        assertThat(Digest.of(network(new Layer.Dense(large, List.of()))))
                .isEqualTo(Digest.of(network(new Layer.Dense(large, List.of()))));
    }

    @Test
    void boundsAreOrdered() {
        Certificate.Value.Between between = new Certificate.Value.Between(BigFraction.ONE, BigFraction.TWO);
        assertThat(between.excludesZero()).isTrue();
        assertThat(new Certificate.Value.Between(BigFraction.MINUS_ONE, BigFraction.ONE).excludesZero())
                .isFalse();
        assertThat(new Certificate.Value.Between(BigFraction.ZERO, BigFraction.ONE).excludesZero())
                .isFalse();
        assertThat(new Certificate.Value.Between(BigFraction.MINUS_ONE, BigFraction.ZERO).excludesZero())
                .isFalse();
        assertThat(new Certificate.Value.Between(BigFraction.MINUS_ONE, new BigFraction(-1, 2)).excludesZero())
                .isTrue();
        assertThat(new Certificate.Value.Exact(Scalar.ZERO).excludesZero()).isFalse();
        assertThatThrownBy(() -> new Certificate.Value.Between(BigFraction.TWO, BigFraction.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
