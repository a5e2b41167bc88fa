import io.intertwine.activation.Activations;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.LatentActions;
import io.intertwine.construct.RandomLatentActions;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.lift.Doubles;
import io.intertwine.lift.NormalWeights;
import io.intertwine.match.Assignment;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.LatentSearch;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How much of a planted latent action is found again under noise: by the joint search for a homomorphism, by an independent assignment for
 * every generator (alternating over the layers, incoming and outgoing weights, signs free), and by greedy matching in place of the
 * assignment. Printed as a Markdown table: the share of pairs of a generator and a unit whose image and sign are the planted ones, and the
 * share of networks in which what was found fits at least as well as what was planted.
 */
public final class RecoveryCurve {
    private static final double[] NOISE = {1e-6, 0.01, 0.1, 0.3, 0.5, 0.7, 1, 1.4, 2, 3};

    public static void main(String[] arguments) {
        int networks = Integer.parseInt(arguments[0]);
        int width = Integer.parseInt(arguments[1]);
        int depth = Integer.parseInt(arguments[2]);
        System.out.printf(
                "%d networks each, tanh, %d hidden layers of %d units%n%n", networks, depth, width);
        System.out.println("| group | noise | joint | assignment | greedy | joint at least as good as planted |");
        System.out.println("|---|---|---|---|---|---|");
        for (String name : List.of("C2", "C4", "S3", "D4")) {
            for (double noise : NOISE) {
                row(name, noise, networks, width, depth);
            }
        }
    }

    private static void row(String name, double noise, int networks, int width, int depth) {
        double[] shares = new double[4];
        for (int seed = 0; seed < networks; seed++) {
            Presentation group = group(name);
            SplittableRandom random = new SplittableRandom(seed);
            Symmetry symmetry = symmetry(group, Math.max(1, width / CosetEnumeration.of(group).order()));
            List<Integer> widths = new ArrayList<>(List.of(symmetry.input().dimension()));
            widths.addAll(Collections.nCopies(depth, width));
            widths.add(symmetry.output().dimension());
            Architecture architecture = Architecture.ofWidths(
                    widths, Collections.nCopies(depth, Activations.requireNamed("tanh")), true);
            EquivariantParameters parameters = RandomLatentActions.draw(architecture, symmetry, random);
            Network network = noisy(
                    parameters.actions().average(NormalWeights.of(architecture, random)), noise, random);
            List<List<AffineMap>> planted = new ArrayList<>();
            for (int place : LatentActions.hiddenPlaces(architecture)) {
                planted.add(parameters.actions().chains().stream()
                        .map(chain -> chain.get(place + 1))
                        .toList());
            }
            LatentMatching found = LatentSearch.search(network, symmetry);
            shares[0] += share(planted, found.hidden());
            shares[1] += share(planted, new Separate(network, symmetry, false).hidden());
            shares[2] += share(planted, new Separate(network, symmetry, true).hidden());
            double fit = found.fits().stream().mapToDouble(f -> f.distance() * f.distance()).sum();
            double oracle = squaredDistance(network, parameters.actions());
            shares[3] += fit <= oracle * (1 + 1e-9) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.6g | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                name,
                noise,
                100 * shares[0] / networks,
                100 * shares[1] / networks,
                100 * shares[2] / networks,
                100 * shares[3] / networks);
    }

    private static Presentation group(String name) {
        int n = Integer.parseInt(name.substring(1));
        return switch (name.charAt(0)) {
            case 'C' -> Presentation.cyclic(n);
            case 'D' -> Presentation.dihedral(n);
            default -> Presentation.symmetric(n);
        };
    }

    /** Copies of the regular representation for the inputs, one for the outputs. */
    private static Symmetry symmetry(Presentation group, int copies) {
        FiniteGroup elements = CosetEnumeration.of(group);
        TransitiveAction regular = TransitiveActions.permutations(elements).stream()
                .filter(kind -> kind.degree() == elements.order())
                .findFirst()
                .orElseThrow();
        List<AffineMap> inputs = TransitiveActions.sum(Collections.nCopies(copies, regular));
        List<AffineMap> outputs = TransitiveActions.sum(List.of(regular));
        return new Symmetry(
                new Representation(group, inputs.get(0).dimension(), inputs),
                new Representation(group, outputs.get(0).dimension(), outputs));
    }

    /** Normal noise of this size relative to the root mean square of each layer's weights. */
    private static Network noisy(Network network, double noise, SplittableRandom random) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                DoubleMatrix weights = weights(dense);
                double deviation =
                        noise * weights.frobeniusNorm() / Math.sqrt((double) weights.rows() * weights.columns());
                layers.add(new Layer.Dense(
                        ExactMatrix.build(
                                dense.outputs(),
                                dense.inputs(),
                                (i, j) -> scalar(weights.get(i, j) + deviation * random.nextGaussian())),
                        dense.biases().stream()
                                .map(bias -> scalar(Doubles.nearest(bias) + deviation * random.nextGaussian()))
                                .toList()));
            } else {
                layers.add(layer);
            }
        }
        return new Network(layers);
    }

    private static Scalar scalar(double value) {
        return Scalar.ofBinary64(Double.doubleToRawLongBits(value));
    }

    private static DoubleMatrix weights(Layer.Dense dense) {
        DoubleMatrix result = DoubleMatrix.zeros(dense.outputs(), dense.inputs());
        for (int i = 0; i < dense.outputs(); i++) {
            System.arraycopy(
                    Doubles.nearestRow(dense.weight(), i), 0, result.entries(), i * dense.inputs(), dense.inputs());
        }
        return result;
    }

    private static double share(List<List<AffineMap>> planted, List<List<AffineMap>> found) {
        int right = 0;
        int all = 0;
        for (int layer = 0; layer < planted.size(); layer++) {
            for (int g = 0; g < planted.get(layer).size(); g++) {
                AffineMap a = planted.get(layer).get(g);
                AffineMap b = found.get(layer).get(g);
                for (int j = 0; j < a.dimension(); j++) {
                    boolean same = a.permutation().apply(j) == b.permutation().apply(j)
                            && a.scales().get(j).equals(b.scales().get(j));
                    right += same ? 1 : 0;
                    all++;
                }
            }
        }
        return (double) right / all;
    }

    /** The sum over the layers of |(W, b) - average|^2 / |(W, b)|^2 under given actions, by exact averaging. */
    private static double squaredDistance(Network network, LatentActions actions) {
        Network average = actions.average(network);
        double sum = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Layer.Dense dense) {
                Layer.Dense mean = (Layer.Dense) average.layers().get(i);
                double difference = 0;
                double norm = 0;
                for (int k = 0; k < dense.outputs(); k++) {
                    double[] row = Doubles.nearestRow(dense.weight(), k);
                    double[] other = Doubles.nearestRow(mean.weight(), k);
                    for (int j = 0; j < row.length; j++) {
                        difference += (row[j] - other[j]) * (row[j] - other[j]);
                        norm += row[j] * row[j];
                    }
                    double bias = Doubles.nearest(dense.bias(k));
                    double otherBias = Doubles.nearest(mean.bias(k));
                    difference += (bias - otherBias) * (bias - otherBias);
                    norm += bias * bias;
                }
                sum += difference / norm;
            }
        }
        return sum;
    }

    /** One generator at a time, without the relations: by assignment, or greedily. */
    private static final class Separate {
        private final List<DoubleMatrix> weights = new ArrayList<>();
        private final List<DoubleMatrix> biases = new ArrayList<>();
        private final Symmetry symmetry;
        private final boolean greedy;

        Separate(Network network, Symmetry symmetry, boolean greedy) {
            this.symmetry = symmetry;
            this.greedy = greedy;
            for (Layer layer : network.layers()) {
                if (layer instanceof Layer.Dense dense) {
                    DoubleMatrix matrix = weights(dense);
                    double[] bias = Doubles.nearest(dense.biases());
                    double norm = Math.hypot(
                            matrix.frobeniusNorm(), DoubleMatrix.of(bias.length, 1, bias).frobeniusNorm());
                    Arrays.setAll(matrix.entries(), k -> matrix.entries()[k] / norm);
                    Arrays.setAll(bias, k -> bias[k] / norm);
                    weights.add(matrix);
                    biases.add(DoubleMatrix.of(bias.length, 1, bias));
                }
            }
        }

        List<List<AffineMap>> hidden() {
            int layers = weights.size();
            List<List<AffineMap>> result = new ArrayList<>();
            for (int space = 1; space < layers; space++) {
                result.add(new ArrayList<>());
            }
            for (int g = 0; g < symmetry.group().generators().size(); g++) {
                DoubleMatrix[] maps = new DoubleMatrix[layers + 1];
                maps[0] = matrix(symmetry.input().images().get(g));
                maps[layers] = matrix(symmetry.output().images().get(g));
                for (int sweep = 0; sweep < 8; sweep++) {
                    for (int space = 1; space < layers; space++) {
                        DoubleMatrix w = weights.get(space - 1);
                        DoubleMatrix b = biases.get(space - 1);
                        DoubleMatrix scores = w.times(maps[space - 1]).timesTransposeOf(w);
                        add(scores, b.timesTransposeOf(b));
                        if (maps[space + 1] != null) {
                            DoubleMatrix v = weights.get(space);
                            add(scores, v.transposeTimes(maps[space + 1].times(v)));
                        }
                        maps[space] = best(scores);
                    }
                }
                for (int space = 1; space < layers; space++) {
                    result.get(space - 1).add(exact(maps[space]));
                }
            }
            return result;
        }

        private static void add(DoubleMatrix sum, DoubleMatrix other) {
            Arrays.setAll(sum.entries(), k -> sum.entries()[k] + other.entries()[k]);
        }

        private static DoubleMatrix matrix(AffineMap map) {
            DoubleMatrix result = DoubleMatrix.zeros(map.dimension(), map.dimension());
            for (int j = 0; j < map.dimension(); j++) {
                result.set(map.permutation().apply(j), j, Doubles.nearest(map.scales().get(j)));
            }
            return result;
        }

        private static AffineMap exact(DoubleMatrix matrix) {
            int n = matrix.rows();
            int[] to = new int[n];
            List<Scalar> signs = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    if (matrix.get(i, j) != 0) {
                        to[j] = i;
                        signs.add(Scalar.of((long) matrix.get(i, j)));
                    }
                }
            }
            return AffineMap.monomial(io.intertwine.group.Permutation.of(to), signs);
        }

        private DoubleMatrix best(DoubleMatrix scores) {
            int n = scores.rows();
            DoubleMatrix result = DoubleMatrix.zeros(n, n);
            if (greedy) {
                boolean[] rows = new boolean[n];
                boolean[] columns = new boolean[n];
                for (int k = 0; k < n; k++) {
                    int bestRow = -1;
                    int bestColumn = -1;
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            boolean better = bestRow < 0
                                    || Math.abs(scores.get(i, j)) > Math.abs(scores.get(bestRow, bestColumn));
                            if (!rows[i] && !columns[j] && better) {
                                bestRow = i;
                                bestColumn = j;
                            }
                        }
                    }
                    rows[bestRow] = true;
                    columns[bestColumn] = true;
                    result.set(bestRow, bestColumn, scores.get(bestRow, bestColumn) < 0 ? -1 : 1);
                }
                return result;
            }
            DoubleMatrix costs = DoubleMatrix.zeros(n, n);
            Arrays.setAll(costs.entries(), k -> -Math.abs(scores.entries()[k]));
            Assignment assignment = Assignment.minimise(costs);
            for (int i = 0; i < n; i++) {
                int j = assignment.column(i);
                result.set(i, j, scores.get(i, j) < 0 ? -1 : 1);
            }
            return result;
        }
    }
}
