package io.intertwine.criterion;

import io.intertwine.net.Architecture;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Upper bounds of the functional dimension of a family: the largest rank, over all parameters, of the derivatives of the outputs at
 * finitely many inputs with respect to the parameters. They depend on the architecture alone, and the checker believes them; each is proved
 * in {@code docs/DIMENSION.md} or in the source that it names.
 */
public final class FamilyBounds {
    private final Architecture architecture;
    private final Chain chain;
    private final FamilyBound[][] best;

    private FamilyBounds(Architecture architecture) {
        this.architecture = architecture;
        this.chain = Chain.of(architecture);
        int size = chain.hidden() + 2;
        this.best = new FamilyBound[size][size];
        for (int length = 1; length < size; length++) {
            for (int from = 0; from + length < size; from++) {
                best[from][from + length] = segment(from, from + length);
            }
        }
    }

    /** The bounds that apply, the smallest first. */
    public static List<FamilyBound> of(Architecture architecture) {
        if (architecture.parameters() == 0) {
            return List.of(new FamilyBound("parameters", BigInteger.ZERO, "no parameters", FamilyBound.OURS));
        }
        return new FamilyBounds(architecture).all();
    }

    /** The smallest bound. */
    public static FamilyBound best(Architecture architecture) {
        return of(architecture).get(0);
    }

    /**
     * The dimension of the orbits of generic parameters under the known continuous symmetries: scalings and shifts of hidden units,
     * changes of dense layers in a row that keep the affine map which they compute, and adding the same row to all logits of a softmax.
     */
    public static BigInteger symmetryDimension(Architecture architecture) {
        if (architecture.parameters() == 0) {
            return BigInteger.ZERO;
        }
        Chain chain = Chain.of(architecture);
        return BigInteger.valueOf(architecture.parameters())
                .subtract(symmetries(chain, 0, chain.hidden() + 1).value());
    }

    /**
     * Whether generic parameters of every row of dense layers with the same affine map are related by elements of general linear or
     * affine groups between the layers: where every width between them is the rank of the product.
     */
    public static boolean areBlocksOrbits(Architecture architecture) {
        return architecture.parameters() == 0 || Chain.of(architecture).areBlocksOrbits();
    }

    private List<FamilyBound> all() {
        List<FamilyBound> bounds = new ArrayList<>();
        bounds.add(new FamilyBound(
                "parameters", BigInteger.valueOf(architecture.parameters()), "all parameters", FamilyBound.OURS));
        int last = chain.hidden() + 1;
        if (chain.width(last) == 0) {
            bounds.add(new FamilyBound("constant", BigInteger.ZERO, "a softmax of one number is 1", FamilyBound.OURS));
        }
        bounds.add(symmetries(chain, 0, last));
        PolynomialSpace.bound(chain, 0, last).ifPresent(bounds::add);
        if (bounds.stream().allMatch(bound -> bound.value().compareTo(best[0][last].value()) > 0)) {
            bounds.add(best[0][last]);
        }
        bounds.sort(Comparator.comparing(FamilyBound::value));
        return bounds;
    }

    /** The best bound for the maps from the units of one hidden layer to the arguments of another; 0 is the input. */
    private FamilyBound segment(int from, int to) {
        List<FamilyBound> bounds = new ArrayList<>();
        bounds.add(symmetries(chain, from, to));
        PolynomialSpace.bound(chain, from, to).ifPresent(bounds::add);
        PowerSums.bound(chain, from, to).ifPresent(bounds::add);
        NarrowChains.bound(chain, from, to).ifPresent(bounds::add);
        for (int middle = from + 1; middle < to; middle++) {
            bounds.add(best[from][middle].plus(best[middle][to], chain.gauge(middle)));
        }
        return bounds.stream().min(Comparator.comparing(FamilyBound::value)).orElseThrow();
    }

    /** What the blocks can be, less one for every hidden unit with a one-parameter group. */
    private static FamilyBound symmetries(Chain chain, int from, int to) {
        BigInteger sum = BigInteger.ZERO;
        int gauges = 0;
        for (int block = from + 1; block <= to; block++) {
            sum = sum.add(BigInteger.valueOf(chain.blockDimension(block)));
            gauges += block < to ? chain.gauge(block) : 0;
        }
        return new FamilyBound(
                "symmetries",
                sum.subtract(BigInteger.valueOf(gauges)),
                sum + " dimensions of the affine maps of " + chain.widths(from, to)
                        + (gauges == 0 ? "" : ", less " + gauges + " of one-parameter groups of hidden units"),
                FamilyBound.OURS);
    }
}
