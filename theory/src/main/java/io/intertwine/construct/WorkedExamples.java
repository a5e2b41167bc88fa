package io.intertwine.construct;

import static io.intertwine.construct.NetworkBuilder.matrix;

import io.intertwine.activation.Activations;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.Word;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.Collections;
import java.util.List;

/** Small networks and symmetries with known answers. */
public final class WorkedExamples {
    private WorkedExamples() {}

    /** tanh (2,2,1), invariant under swapping the inputs; the latent action swaps the two units. */
    public static Network swappedPair() {
        return new NetworkBuilder()
                .dense("1 2; 2 1", "3 3")
                .activation("tanh")
                .dense("5 5")
                .build();
    }

    /** tanh (2,2,1) that changes sign when the inputs are swapped. */
    public static Network antisymmetricPair() {
        return new NetworkBuilder()
                .dense("1 2; 2 1", "3 3")
                .activation("tanh")
                .dense("5 -5")
                .build();
    }

    /** tanh (2,2,1), odd; the latent action negates both units, and no permutation does. */
    public static Network signedUnits() {
        return new NetworkBuilder()
                .dense("1 0; 0 1", "0 0")
                .activation("tanh")
                .dense("5 7")
                .build();
    }

    /** The even function s(x+1) - 2 s(x) + s(x-1), whose width-3 parameters fall in two classes that the reflection exchanges. */
    public static Network hat(String activation) {
        return new NetworkBuilder()
                .dense("1; 1; 1", "1 0 -1")
                .activation(activation)
                .dense("1 -2 1")
                .build();
    }

    /** The hat with a fourth unit that is not used, and an output bias. */
    public static Network hatWithSpareUnit() {
        return new NetworkBuilder()
                .dense("1; 1; 1; 0", "1 0 -1 0")
                .activation("relu")
                .dense("1 -2 1 0", "0")
                .build();
    }

    /** ReLU (2,3,1), invariant under a matrix of order 6, layerwise only under its square. */
    public static Network starOfTypeA2() {
        return new NetworkBuilder()
                .dense("1 0; 0 1; -1 -1", "0 0 0")
                .activation("relu")
                .dense("1 1 1")
                .build();
    }

    /** tanh x + tanh y with the first unit split in two clones of different outgoing weights. */
    public static Network splitClones() {
        return new NetworkBuilder()
                .dense("1 0; 1 0; 0 1")
                .activation("tanh")
                .dense("1/3 2/3 1")
                .build();
    }

    /** tanh (2,4,4,1): both lifts of the swap have order 4, so that no action exists at these weights. */
    public static Network nonSplitClones() {
        return new NetworkBuilder()
                .dense("1 2; 1 2; 2 1; 2 1", "0 0 0 0")
                .activation("tanh")
                .dense("1 7 20 3; 7 1 3 20; 3 20 1 7; 20 3 7 1", "0 0 0 0")
                .activation("tanh")
                .dense("1 1 1 1")
                .build();
    }

    /** The group of order two acting by swapping two inputs, and by the given sign on one output. */
    public static Symmetry swap(int outputSign) {
        return involution(AffineMap.monomial(Permutation.of(1, 0), ones(2)), sign(1, outputSign));
    }

    /** The group of order two acting by -1 on n inputs, and by the given sign on one output. */
    public static Symmetry reflection(int n, int outputSign) {
        return involution(sign(n, -1), sign(1, outputSign));
    }

    /** The cyclic group of order 6 acting by [[0, -1], [1, 1]] on two inputs and trivially on one output. */
    public static Symmetry hexagon() {
        AffineMap turn = AffineMap.of(matrix("0 -1; 1 1"), Collections.nCopies(2, Scalar.ZERO));
        return symmetry(Presentation.cyclic(6), List.of(turn), List.of(AffineMap.identity(1)));
    }

    /** The group of order two with generator s. */
    public static Symmetry involution(AffineMap input, AffineMap output) {
        return symmetry(new Presentation(List.of("s"), List.of(Word.power(0, 2))), List.of(input), List.of(output));
    }

    /** A symmetry from the images of the generators. */
    public static Symmetry symmetry(GroupDescription group, List<AffineMap> inputs, List<AffineMap> outputs) {
        return new Symmetry(
                new Representation(group, inputs.get(0).dimension(), inputs),
                new Representation(group, outputs.get(0).dimension(), outputs));
    }

    private static AffineMap sign(int n, int sign) {
        return AffineMap.monomial(Permutation.identity(n), Collections.nCopies(n, Scalar.of(sign)));
    }

    private static List<Scalar> ones(int n) {
        return Collections.nCopies(n, Scalar.ONE);
    }

    /**
     * x^2 (2,2,2,2): ((x^2 + y^2)^2, (x^2 - y^2)^2) at one of its two classes of parameters, which {@link #hadamard} exchanges (Usevich,
     * Borsoi, Dérand, Clausel 2025, arXiv 2506.17093, example 41).
     *
     * @param second whether the weights are (H, H/2, T) instead of (I, H, I), with H = [[1, 1], [1, -1]] and T = [[1, 0], [1, -1]]
     */
    public static Network deepSquares(boolean second) {
        return new NetworkBuilder()
                .dense(second ? "1 1; 1 -1" : "1 0; 0 1")
                .activation(Activations.power(2))
                .dense(second ? "1/2 1/2; 1/2 -1/2" : "1 1; 1 -1")
                .activation(Activations.power(2))
                .dense(second ? "1 0; 1 -1" : "1 0; 0 1")
                .build();
    }

    /**
     * The symmetry p(H x) = 4 T p(x) of {@link #deepSquares}: of the group Z, or of the group of order two by H / sqrt(2) and T.
     *
     * @param normalised whether H is divided by sqrt(2)
     */
    public static Symmetry hadamard(boolean normalised) {
        AffineMap input = AffineMap.of(
                normalised ? matrix("sqrt(2)/2 sqrt(2)/2; sqrt(2)/2 -sqrt(2)/2") : matrix("1 1; 1 -1"),
                Collections.nCopies(2, Scalar.ZERO));
        AffineMap output = AffineMap.of(
                normalised ? matrix("1 0; 1 -1") : matrix("4 0; 4 -4"), Collections.nCopies(2, Scalar.ZERO));
        return normalised
                ? involution(input, output)
                : symmetry(new Presentation(List.of("s"), List.of()), List.of(input), List.of(output));
    }

    /** x^2 (2,2,1): x^2 + y^2, invariant under all rotations, of which the latent group contains finitely many. */
    public static Network sumOfSquares() {
        return new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation(Activations.power(2))
                .dense("1 1")
                .build();
    }
}
