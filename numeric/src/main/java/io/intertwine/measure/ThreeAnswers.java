package io.intertwine.measure;

import io.intertwine.data.DataSet;
import io.intertwine.match.FloatingMap;
import io.intertwine.match.NumericVerification;
import io.intertwine.match.NumericVerification.Nearest;
import io.intertwine.net.Network;
import io.intertwine.rep.Symmetry;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Is a network equivariant on its data, as a function, and layer by layer: three questions with three answers, none of which replaces
 * another. All numbers are in floating point; nothing is proved.
 *
 * @param verification the numeric verification: layer by layer, and at random inputs
 * @param function errors at independent standard normal inputs
 * @param data errors at the inputs of a data set; empty without one, else one
 * @param chance what the same search finds where there is nothing to find; empty if it was not asked for or not possible, else one
 * @param latent for every generator and activation the linear map of least squares between its values, measured at independent noise:
 *     the published measure; empty where there are fewer inputs than units
 */
public record ThreeAnswers(
        NumericVerification verification,
        EquivarianceError function,
        List<DataAnswer> data,
        List<Chance> chance,
        List<List<LatentFit>> latent) {
    /** Inputs at which the function is evaluated. */
    private static final int RANDOM_INPUTS = 1000;

    /** Products of numbers, about, that evaluating the function may take. */
    private static final long EVALUATION_WORK = 20_000_000_000L;

    private static final int FEWEST_INPUTS = 30;

    /** Layers of more units have no map of least squares: it takes cubic time, and many inputs. */
    private static final int WIDEST_LATENT = 512;

    private static final int INPUTS_PER_UNIT = 4;

    /** Named streams of random numbers, so that a network drawn from the same seed is not compared with itself. */
    private static final long FUNCTION_STREAM = 0x66756e6374696f6eL;

    private static final long LATENT_STREAM = 0x6c6174656e74L;

    public ThreeAnswers {
        data = List.copyOf(data);
        chance = List.copyOf(chance);
        latent = latent.stream().map(List::copyOf).toList();
    }

    /**
     * Errors on a data set.
     *
     * @param name its file
     * @param available how many inputs the file holds
     * @param sha256 of the file
     * @param error the errors at the inputs that were taken
     */
    public record DataAnswer(String name, long available, String sha256, EquivarianceError error) {}

    /**
     * Measures what a verification leaves open.
     *
     * @param verification the numeric verification
     * @param data the data set; none, or one
     * @param hypothesis what is drawn
     * @param draws how many draws of chance; 0 for none
     * @param seed of all random numbers
     */
    public static ThreeAnswers of(
            NumericVerification verification, List<DataSet> data, Chance.Hypothesis hypothesis, int draws, long seed) {
        Network network = verification.network();
        Symmetry symmetry = verification.symmetry();
        DoubleMatrix random = Noise.standard(inputs(network, symmetry), network.inputs(), seed ^ FUNCTION_STREAM);
        EquivarianceError function = EquivarianceError.at(network, symmetry, random, verification.tolerance(), seed);
        List<DataAnswer> answers = data.stream()
                .map(set -> new DataAnswer(
                        set.name(),
                        set.count(),
                        set.sha256(),
                        EquivarianceError.at(network, symmetry, set.inputs(), verification.tolerance(), seed)))
                .toList();
        List<Chance> chance = draws > 0 && verification.nearest() instanceof Nearest.Found found
                ? List.of(Chance.measure(found.search(), found.matching(), hypothesis, draws, seed))
                : List.of();
        return new ThreeAnswers(verification, function, answers, chance, latent(network, symmetry, data, seed));
    }

    private static int inputs(Network network, Symmetry symmetry) {
        long work = Math.max(1, network.weights())
                * (1 + symmetry.group().generators().size());
        return (int) Math.max(FEWEST_INPUTS, Math.min(RANDOM_INPUTS, EVALUATION_WORK / work));
    }

    private static List<List<LatentFit>> latent(Network network, Symmetry symmetry, List<DataSet> data, long seed) {
        int widest = LatentMaps.layers(network).stream()
                .mapToInt(layer -> network.layers().get(layer).outputs())
                .max()
                .orElse(0);
        int needed = INPUTS_PER_UNIT * widest;
        boolean enough = data.isEmpty() || data.get(0).inputs().rows() > widest;
        if (widest == 0 || widest > WIDEST_LATENT || !enough) {
            return List.of();
        }
        int inputs = Math.max(RANDOM_INPUTS, needed);
        DoubleMatrix fit = data.isEmpty()
                ? Noise.standard(inputs, network.inputs(), seed ^ LATENT_STREAM)
                : data.get(0).inputs();
        DoubleMatrix test = Noise.standard(RANDOM_INPUTS, network.inputs(), ~(seed ^ LATENT_STREAM));
        List<FloatingMap> elements = new ArrayList<>();
        symmetry.input().images().forEach(map -> elements.add(FloatingMap.from(map)));
        try {
            return LatentMaps.leastSquares(network, elements, fit, test, LatentMaps.Form.AFFINE);
        } catch (IllegalArgumentException notFinite) {
            // values that overflow have no map of least squares; the answers above say where they do
            return List.of();
        }
    }

    /** Whether the outputs are within the tolerance at all inputs that were tried: random ones, and those of the data set. */
    public boolean isWithinAtAllInputs() {
        return function.overall().above().value() == 0
                && data.stream().allMatch(set -> set.error().overall().above().value() == 0);
    }

    /** Whether all layers are within the tolerance, layer by layer; empty if no latent actions were sought. */
    public List<Boolean> carries() {
        return verification.nearest() instanceof Nearest.Found found
                ? found.residuals().stream()
                        .map(verification.tolerance()::admits)
                        .toList()
                : List.of();
    }
}
