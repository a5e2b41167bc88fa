import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.LatentSearch;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LatentHomomorphisms;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The time of the joint search in wide networks with a planted action: every space, inputs and outputs included, has the same number of
 * coordinates; hidden spaces carry random homomorphisms with signs. Printed as rows of a Markdown table.
 */
public final class WideSearch {
    public static void main(String[] arguments) {
        Presentation group = arguments[0].equals("C2") ? Presentation.cyclic(2) : Presentation.dihedral(4);
        int layers = Integer.parseInt(arguments[1]);
        double noise = Double.parseDouble(arguments[2]);
        for (int k = 3; k < arguments.length; k++) {
            row(arguments[0], group, Integer.parseInt(arguments[k]), layers, noise);
        }
    }

    private static void row(String name, Presentation group, int width, int layers, double noise) {
        FiniteGroup elements = CosetEnumeration.of(group);
        SplittableRandom random = new SplittableRandom(width);
        TransitiveAction regular = TransitiveActions.permutations(elements).stream()
                .filter(kind -> kind.degree() == elements.order())
                .findFirst()
                .orElseThrow();
        List<AffineMap> ends = TransitiveActions.sum(Collections.nCopies(width / elements.order(), regular));
        List<List<AffineMap>> spaces = new ArrayList<>(List.of(ends));
        LatentHomomorphisms hidden =
                LatentHomomorphisms.of(elements, List.of(new LatentHomomorphisms.Block(width, true)));
        for (int k = 1; k < layers; k++) {
            spaces.add(hidden.random(random).images());
        }
        spaces.add(ends);
        List<Layer> network = new ArrayList<>();
        for (int k = 0; k < layers; k++) {
            network.add(layer(elements, spaces.get(k), spaces.get(k + 1), noise, random));
            if (k + 1 < layers) {
                network.add(Layer.Entrywise.of(Activations.requireNamed("tanh"), width));
            }
        }
        Symmetry symmetry =
                new Symmetry(new Representation(group, width, ends), new Representation(group, width, ends));
        Network full = new Network(network);
        long start = System.nanoTime();
        LatentMatching found = LatentSearch.search(full, symmetry);
        double seconds = (System.nanoTime() - start) * 1e-9;
        int right = 0;
        int all = 0;
        for (int k = 1; k < layers; k++) {
            for (int g = 0; g < elements.generators(); g++) {
                AffineMap planted = spaces.get(k).get(g);
                AffineMap seen = found.hidden().get(k - 1).get(g);
                for (int j = 0; j < width; j++) {
                    boolean same = planted.permutation().apply(j) == seen.permutation().apply(j)
                            && planted.scales().get(j).equals(seen.scales().get(j));
                    right += same ? 1 : 0;
                    all++;
                }
            }
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.3g | %.1f | %.2f %% | %d |%n",
                name,
                width,
                layers,
                noise,
                seconds,
                100.0 * right / all,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** Normal weights, averaged over the group, of root mean square about 1, with noise of this size. */
    private static Layer.Dense layer(
            FiniteGroup group, List<AffineMap> from, List<AffineMap> into, double noise, SplittableRandom random) {
        int n = from.get(0).dimension();
        double[] weights = random.doubles((long) n * n).map(u -> 2 * u - 1).toArray();
        double[] mean = new double[n * n];
        for (int x = 0; x < group.order(); x++) {
            int[][] source = map(group, from, x);
            int[][] target = map(group, into, x);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    // entry (K i, R j) of K W R^-1 is W_ij with both signs
                    mean[target[0][i] * n + source[0][j]] += target[1][i] * source[1][j] * weights[i * n + j];
                }
            }
        }
        double square = Arrays.stream(mean).map(w -> w * w).sum() / mean.length;
        double scale = 1 / Math.sqrt(square * n);
        long[] bits = new long[n * n];
        for (int k = 0; k < bits.length; k++) {
            bits[k] = Double.doubleToRawLongBits(scale * mean[k] + noise / Math.sqrt(n) * random.nextGaussian());
        }
        return new Layer.Dense(ExactMatrix.ofBinary64(n, n, bits), List.of());
    }

    private static int[][] map(FiniteGroup group, List<AffineMap> generators, int x) {
        int n = generators.get(0).dimension();
        int[] to = new int[n];
        int[] signs = new int[n];
        Arrays.setAll(to, j -> j);
        Arrays.fill(signs, 1);
        List<Integer> letters = new ArrayList<>();
        for (int y = x; y != 0; y = group.rest(y)) {
            letters.add(0, group.first(y));
        }
        for (int letter : letters) {
            AffineMap map = generators.get(letter);
            int[] permutation = map.permutation().toArray();
            for (int j = 0; j < n; j++) {
                signs[j] *= map.scales().get(to[j]).signum();
                to[j] = permutation[to[j]];
            }
        }
        return new int[][] {to, signs};
    }
}
