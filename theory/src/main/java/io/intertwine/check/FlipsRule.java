package io.intertwine.check;

import io.intertwine.certificate.FibreEvidence;
import io.intertwine.criterion.BypassFibre;
import io.intertwine.criterion.Hypothesis;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fibre of one hidden layer with s(x) - s(-x) = k x (docs/IDENTIFIABILITY.md, the fibre of a bypass): the classes are the networks
 * with the rows of a set of units negated, for the sets that {@link BypassFibre#tryFlips} finds.
 */
final class FlipsRule {
    private FlipsRule() {}

    static List<Network> classes(Network network, FibreEvidence.Flips evidence) throws Rejection {
        Rejection.unless(
                BypassFibre.concerns(network),
                "the network does not have one hidden layer of equal units with a bypass relation");
        for (Hypothesis hypothesis : BypassFibre.hypotheses(network)) {
            Rejection.unless(
                    hypothesis.truth() == Hypothesis.Truth.HOLDS,
                    "a hypothesis of the fibre formula does not hold: " + hypothesis.statement() + "; "
                            + hypothesis.found());
        }
        Optional<List<List<Integer>>> sets = BypassFibre.tryFlips(network);
        Rejection.unless(
                sets.equals(Optional.of(evidence.sets())),
                "the sets of units are not those that may be negated: found "
                        + sets.map(Object::toString).orElse("none within the budget of the search"));
        List<Network> classes = new ArrayList<>();
        for (List<Integer> set : evidence.sets()) {
            classes.add(BypassFibre.flipped(network, set));
        }
        return classes;
    }
}
