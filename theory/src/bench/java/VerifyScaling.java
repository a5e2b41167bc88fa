import io.intertwine.activation.Activations;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.check.Checker;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Exact verification of networks of four dense layers, all of one width, equivariant under the dihedral group of order 8 by
 * construction (group convolutions between multiples of the regular representation, random binary64 weights), hidden behind a
 * random signed permutation (tanh) or a random permutation with scalings by powers of two (ReLU). Prints seconds and nanoseconds a weight.
 */
public final class VerifyScaling {
    private static final int ORDER = 8;
    private static final int DEPTH = 4;

    public static void main(String[] arguments) {
        System.out.printf("%-5s %6s %10s %10s %12s %10s %10s%n", "", "width", "weights", "verify s", "ns/weight", "check s", "refute s");
        for (String activation : List.of("tanh", "relu")) {
            run(activation, 64, false);
            run(activation, 256, false);
            for (int width = 64; width <= Integer.getInteger("most", 2048); width *= 2) {
                run(activation, width, true);
            }
        }
    }

    private static void run(String activation, int width, boolean print) {
        Network network = network(activation, width, 7, false);
        Symmetry symmetry = symmetry(width);
        long start = System.nanoTime();
        Verification result = Verifier.verify(network, symmetry, 1);
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (!(result instanceof Verification.Layerwise layerwise)) {
            throw new IllegalStateException(activation + " " + width + ": " + result.reasons());
        }
        start = System.nanoTime();
        Checker.check(new SymmetryClaim.LayerwiseEquivariant(network, symmetry, false), layerwise.certificate());
        double check = (System.nanoTime() - start) * 1e-9;
        Network broken = network(activation, width, 7, true);
        start = System.nanoTime();
        Verification refuted = Verifier.verify(broken, symmetry, 1);
        double refute = (System.nanoTime() - start) * 1e-9;
        if (!(refuted instanceof Verification.NotEquivariant)) {
            throw new IllegalStateException(activation + " " + width + " with a changed last bit: " + refuted.reasons());
        }
        if (print) {
            long weights = (long) DEPTH * width * width;
            System.out.printf(
                    "%-5s %6d %10d %10.3f %12.1f %10.3f %10.3f%n",
                    activation, width, weights, seconds, seconds * 1e9 / weights, check, refute);
        }
    }

    /** Elements r^k s^f as 2 k + f. */
    private static int multiply(int a, int b) {
        int rotation = (a / 2 + (a % 2 == 0 ? b / 2 : -(b / 2)) + 4) % 4;
        return 2 * rotation + (a + b) % 2;
    }

    private static int inverse(int a) {
        return a % 2 == 0 ? 2 * ((4 - a / 2) % 4) : a;
    }

    private static Symmetry symmetry(int width) {
        GroupDescription group = GroupDescription.Presentation.dihedral(4);
        List<AffineMap> images = List.of(regular(width, 2), regular(width, 1));
        Representation representation = new Representation(group, width, images);
        return new Symmetry(representation, representation);
    }

    private static AffineMap regular(int width, int element) {
        int[] images = new int[width];
        Arrays.setAll(images, i -> i / ORDER * ORDER + multiply(element, i % ORDER));
        return AffineMap.monomial(Permutation.of(images), Collections.nCopies(width, Scalar.ONE));
    }

    private static Network network(String activation, int width, long seed, boolean broken) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Layer> layers = new ArrayList<>();
        int[] order = identity(width);
        double[] scale = ones(width);
        for (int depth = 0; depth < DEPTH; depth++) {
            boolean last = depth == DEPTH - 1;
            double[][] filter = new double[width / ORDER][width];
            double[] offset = new double[width / ORDER];
            for (int block = 0; block < filter.length; block++) {
                Arrays.setAll(filter[block], j -> random.nextDouble(-1, 1) / Math.sqrt(width));
                offset[block] = random.nextDouble(-1, 1);
            }
            int[] newOrder = last ? identity(width) : shuffled(width, random);
            double[] newScale = last ? ones(width) : scales(activation, width, random);
            long[] bits = new long[width * width];
            long[] bias = new long[width];
            for (int i = 0; i < width; i++) {
                int row = newOrder[i];
                double out = newScale[i];
                bias[row] = Double.doubleToRawLongBits(out * offset[i / ORDER]);
                for (int j = 0; j < width; j++) {
                    int moved = j / ORDER * ORDER + multiply(inverse(i % ORDER), j % ORDER);
                    bits[row * width + order[j]] = Double.doubleToRawLongBits(out * filter[i / ORDER][moved] / scale[j]);
                }
            }
            if (broken && depth == 1) {
                bits[5 * width + 3] ^= 1;
            }
            List<Scalar> biases = Arrays.stream(bias).mapToObj(Scalar::ofBinary64).toList();
            layers.add(new Layer.Dense(ExactMatrix.ofBinary64(width, width, bits), biases));
            if (!last) {
                layers.add(Layer.Entrywise.of(Activations.requireNamed(activation), width));
            }
            order = newOrder;
            scale = newScale;
        }
        return new Network(layers);
    }

    private static int[] identity(int n) {
        int[] result = new int[n];
        Arrays.setAll(result, i -> i);
        return result;
    }

    private static double[] ones(int n) {
        double[] result = new double[n];
        Arrays.fill(result, 1);
        return result;
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] result = identity(n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = result[i];
            result[i] = result[j];
            result[j] = value;
        }
        return result;
    }

    private static double[] scales(String activation, int n, SplittableRandom random) {
        double[] result = new double[n];
        Arrays.setAll(result, i -> activation.equals("tanh") ? (random.nextBoolean() ? 1 : -1) : Math.scalb(1, random.nextInt(-3, 4)));
        return result;
    }
}
