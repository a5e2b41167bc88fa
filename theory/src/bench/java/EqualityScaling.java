import io.intertwine.activation.Activations;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Equality;
import io.intertwine.find.EqualitySearch;
import io.intertwine.find.Identification;
import io.intertwine.find.Identifier;
import io.intertwine.find.RegionSearch;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Equality and identifiability over sizes, on random integer weights: two ReLU networks region by region, two networks of one hidden
 * layer whose units are negated and permuted, and the identifiability of tanh and ReLU networks.
 */
public final class EqualityScaling {
    private EqualityScaling() {}

    public static void main(String[] arguments) {
        for (int round = 0; round < 2; round++) {
            boolean print = round == 1;
            regions(print, 2, 8, 8, 1);
            regions(print, 2, 16, 16, 1);
            regions(print, 4, 8, 8, 1);
            regions(print, 6, 8, 1);
            for (int width : new int[] {16, 64, 256}) {
                shallow(print, "gelu", width);
                shallow(print, "relu", width);
            }
            for (int width : new int[] {16, 64, 256}) {
                identify(print, "tanh", 16, width, width, 4);
                identify(print, "relu", 16, width, 4);
            }
        }
    }

    /** The two copies differ in the order of their units, so that the tree of regions has something to prove. */
    private static void regions(boolean print, int... widths) {
        Network f = network("relu", new SplittableRandom(3), widths);
        Network g = reversed(f);
        long start = System.nanoTime();
        RegionSearch.Result result = RegionSearch.compare(f, g, 4 * RegionSearch.BUDGET);
        double search = seconds(start);
        if (!(result instanceof RegionSearch.Result.Same same)) {
            throw new IllegalStateException(String.valueOf(result));
        }
        Certificate certificate = new Certificate.Equality(
                Digest.of(f), Digest.of(g), EqualityProof.of(new Comparison.Regions(same.tree())));
        start = System.nanoTime();
        if (!(Checker.check(new EqualityClaim.Equal(f, g), certificate) instanceof CheckResult.Accepted)) {
            throw new IllegalStateException("not accepted");
        }
        say(print, "regions %s: %d regions, search %.2f s, check %.2f s", text(widths), same.regions(), search, seconds(start));
    }

    private static void shallow(boolean print, String activation, int width) {
        Network f = network(activation, new SplittableRandom(5), 16, width, 4);
        Layer.Dense first = (Layer.Dense) f.layers().get(0);
        Layer.Dense last = (Layer.Dense) f.layers().get(2);
        // s(l) = s(-l) + l: all units negated, and pairs of opposite units for the linear map that is missing.
        List<List<Scalar>> rows = new ArrayList<>();
        List<List<Scalar>> columns = new ArrayList<>();
        for (int j = 0; j < width; j++) {
            int unit = j;
            List<Scalar> row = new ArrayList<>(first.weight().row(j));
            row.add(first.bias(j));
            List<Scalar> column = new ArrayList<>();
            for (int i = 0; i < last.outputs(); i++) {
                column.add(last.weight().get(i, unit));
            }
            List<Scalar> negated = row.stream().map(Scalar::negate).toList();
            if (j % 2 == 0) {
                rows.add(row);
                columns.add(column);
                continue;
            }
            rows.add(negated);
            columns.add(column);
            rows.add(row.stream().map(entry -> entry.multiply(3)).toList());
            columns.add(column.stream().map(entry -> entry.divide(Scalar.of(3))).toList());
            rows.add(negated.stream().map(entry -> entry.multiply(3)).toList());
            columns.add(column.stream().map(entry -> entry.divide(Scalar.of(-3))).toList());
        }
        int n = rows.size();
        Network g = new Network(List.of(
                new Layer.Dense(
                        ExactMatrix.build(n, 16, (i, j) -> rows.get(i).get(j)),
                        rows.stream().map(row -> row.get(16)).toList()),
                Layer.Entrywise.of(Activations.requireNamed(activation), n),
                new Layer.Dense(ExactMatrix.build(4, n, (i, j) -> columns.get(j).get(i)), last.biases())));
        long start = System.nanoTime();
        Equality result = EqualitySearch.compare(f, g, 1);
        if (!(result instanceof Equality.Equal equal)) {
            throw new IllegalStateException(String.valueOf(result));
        }
        say(print, "shallow %s, %d and %d units: equal by %s, %.2f s", activation, width, n, equal.by(), seconds(start));
    }

    private static void identify(boolean print, String activation, int... widths) {
        Network network = network(activation, new SplittableRandom(7), widths);
        long start = System.nanoTime();
        Identification found = Identifier.identify(network, 1);
        say(print, "identify %s %s: %s, %.2f s", activation, text(widths), found.verdict().text(), seconds(start));
    }

    private static Network network(String activation, SplittableRandom random, int... widths) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            List<Scalar> bias = new ArrayList<>();
            for (int j = 0; j < widths[i]; j++) {
                bias.add(Scalar.of(random.nextInt(-9, 10)));
            }
            layers.add(new Layer.Dense(
                    ExactMatrix.build(widths[i], widths[i - 1], (row, column) -> Scalar.of(random.nextInt(-9, 10))), bias));
            if (i < widths.length - 1) {
                layers.add(Layer.Entrywise.of(Activations.requireNamed(activation), widths[i]));
            }
        }
        return new Network(layers);
    }

    /** The network with the units of the first hidden layer in reverse order. */
    private static Network reversed(Network network) {
        Layer.Dense first = (Layer.Dense) network.layers().get(0);
        Layer.Dense next = (Layer.Dense) network.layers().get(2);
        int last = first.outputs() - 1;
        List<Scalar> bias = new ArrayList<>();
        for (int j = 0; j <= last; j++) {
            bias.add(first.bias(last - j));
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(0, new Layer.Dense(
                ExactMatrix.build(last + 1, first.inputs(), (i, j) -> first.weight().get(last - i, j)), bias));
        layers.set(2, new Layer.Dense(
                ExactMatrix.build(next.outputs(), last + 1, (i, j) -> next.weight().get(i, last - j)), next.biases()));
        return new Network(layers);
    }

    private static String text(int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int width : widths) {
            text.append(text.length() == 0 ? "" : "-").append(width);
        }
        return text.toString();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private static void say(boolean print, String format, Object... values) {
        if (print) {
            System.out.printf(format + "%n", values);
        }
    }
}
