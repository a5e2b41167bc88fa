import io.intertwine.activation.Activations;
import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.lift.NormalWeights;
import io.intertwine.match.LatentSearch;
import io.intertwine.measure.Chance;
import io.intertwine.measure.PermutationTest;
import io.intertwine.net.Architecture;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often networks without a symmetry are called better than chance: random networks, each tested against draws of its own. Printed are
 * the shares with p at most 1 %, 5 % and 10 %, for the whole network and for its first layer.
 */
public final class FalseAlarms {
    private static final double[] LEVELS = {0.01, 0.05, 0.1};

    public static void main(String[] arguments) {
        int networks = Integer.parseInt(arguments[0]);
        int draws = Integer.parseInt(arguments[1]);
        System.out.printf("%d random networks each, %d draws for each of them%n%n", networks, draws);
        System.out.println("| group | activation | null hypothesis | test | p <= 1 % | p <= 5 % | p <= 10 % |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String group : List.of("C2", "S3", "D4")) {
            for (String activation : List.of("tanh", "relu")) {
                for (Chance.Hypothesis hypothesis : Chance.Hypothesis.values()) {
                    row(group, activation, hypothesis, networks, draws);
                }
            }
        }
    }

    private static void row(String name, String activation, Chance.Hypothesis hypothesis, int networks, int draws) {
        Symmetry symmetry = symmetry(group(name));
        Architecture architecture = Architecture.ofWidths(
                List.of(symmetry.input().dimension(), 8, 8, symmetry.output().dimension()),
                Collections.nCopies(2, Activations.requireNamed(activation)),
                true);
        int[][] alarms = new int[2][LEVELS.length];
        for (int seed = 0; seed < networks; seed++) {
            Network network = NormalWeights.of(architecture, new SplittableRandom(seed));
            LatentSearch search =
                    ((LatentSearch.Attempt.Ready) LatentSearch.tryOf(network, symmetry)).search();
            Chance chance = Chance.measure(search, search.matching(), hypothesis, draws, ~seed);
            List<PermutationTest> tests = List.of(chance.whole(), chance.layers().get(0));
            for (int t = 0; t < 2; t++) {
                for (int level = 0; level < LEVELS.length; level++) {
                    alarms[t][level] += tests.get(t).pValue() <= LEVELS[level] + 1e-12 ? 1 : 0;
                }
            }
        }
        for (int t = 0; t < 2; t++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f %% | %.2f %% | %.2f %% |%n",
                    name,
                    activation,
                    hypothesis.toString().toLowerCase(Locale.ROOT),
                    t == 0 ? "whole" : "first layer",
                    100.0 * alarms[t][0] / networks,
                    100.0 * alarms[t][1] / networks,
                    100.0 * alarms[t][2] / networks);
        }
    }

    private static Presentation group(String name) {
        int n = Integer.parseInt(name.substring(1));
        return switch (name.charAt(0)) {
            case 'C' -> Presentation.cyclic(n);
            case 'D' -> Presentation.dihedral(n);
            default -> Presentation.symmetric(n);
        };
    }

    private static Symmetry symmetry(Presentation group) {
        FiniteGroup elements = CosetEnumeration.of(group);
        TransitiveAction regular = TransitiveActions.permutations(elements).stream()
                .filter(kind -> kind.degree() == elements.order())
                .findFirst()
                .orElseThrow();
        List<AffineMap> inputs = TransitiveActions.sum(Collections.nCopies(Math.max(1, 8 / elements.order()), regular));
        List<AffineMap> outputs = new ArrayList<>();
        for (int g = 0; g < elements.generators(); g++) {
            outputs.add(AffineMap.identity(1));
        }
        return new Symmetry(
                new Representation(group, inputs.get(0).dimension(), inputs), new Representation(group, 1, outputs));
    }
}
