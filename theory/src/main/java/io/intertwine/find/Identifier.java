package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.criterion.Criterion;
import io.intertwine.criterion.DecisionTable;
import io.intertwine.find.Identification.Verdict;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides whether the parameters of a network are identifiable: by the criteria of the decision table, by listing all classes of
 * parameters with the same function, or by another parameter. Every verdict but "undetermined" has passed the checker.
 */
public final class Identifier {
    private static final int MOST_SETS = 8;

    private final Network network;
    private final String digest;
    private final ReducedNetwork reduction;
    private final List<Assessment> considered = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    private Identifier(Network network) {
        this.network = network;
        digest = Digest.of(network);
        reduction = NetworkReduction.of(network);
    }

    /**
     * Decides about the parameters of a network.
     *
     * @param seed of the random inputs at which derivatives are taken
     * @throws IllegalArgumentException if an activation is not known to have a value at every real number
     */
    public static Identification identify(Network network, long seed) {
        Identifier identifier = new Identifier(network);
        return identifier
                .within(identifier::byCriterion)
                .or(() -> identifier.within(identifier::weakly))
                .or(() -> identifier.within(identifier::byClasses))
                .or(() -> identifier.within(identifier::byOtherParameter))
                .or(() -> identifier.within(() -> identifier.locally(seed)))
                .orElseGet(identifier::undetermined);
    }

    private Optional<Identification> within(Supplier<Optional<Identification>> search) {
        return Limits.within(reasons, search);
    }

    private Optional<Identification> byCriterion() {
        for (Criterion criterion : DecisionTable.concerning(network)) {
            Assessment assessment = new Assessment(criterion, criterion.hypotheses(network));
            Optional<Proof> proof = proves(assessment)
                    ? Proof.of(
                            new ParameterClaim.Identifiable(network, false),
                            new Certificate.Cited(digest, List.of(), criterion.name()))
                    : Optional.empty();
            if (proof.isPresent()) {
                return Optional.of(answer(Verdict.IDENTIFIABLE, "1", List.of(assessment), List.of(), proof.get()));
            }
            considered.add(assessment);
        }
        considered.sort(Comparator.comparingInt(each -> each.missing().size()));
        return Optional.empty();
    }

    private static boolean proves(Assessment assessment) {
        return assessment.criterion().grade() != Criterion.Grade.CONJECTURAL
                && assessment.criterion().conclusion() == Criterion.Conclusion.IDENTIFIABLE
                && assessment.missing().isEmpty();
    }

    private Optional<Identification> weakly() {
        ReducedNetwork submodel = NetworkReduction.toSubmodel(network);
        if (submodel.steps().isEmpty()) {
            return Optional.empty();
        }
        for (Criterion criterion : DecisionTable.concerning(submodel.reduced())) {
            Assessment assessment = new Assessment(criterion, criterion.hypotheses(submodel.reduced()));
            Optional<Proof> proof = proves(assessment)
                    ? Proof.of(
                            new ParameterClaim.Identifiable(network, true),
                            new Certificate.Cited(digest, submodel.steps(), criterion.name()))
                    : Optional.empty();
            if (proof.isPresent()) {
                Optional<OtherParameters.Found> other = OtherParameters.of(network);
                other.ifPresent(found -> reasons.add("at the given parameters: " + found.what()));
                return Optional.of(answer(
                        Verdict.WEAKLY_IDENTIFIABLE,
                        other.map(OtherParameters.Found::classes).orElse(""),
                        List.of(assessment),
                        other.map(OtherParameters.Found::network).orElse(List.of()),
                        proof.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Identification> byClasses() {
        Optional<FibreSearch> fibre = FibreSearch.of(network);
        if (fibre.isEmpty()) {
            return Optional.empty();
        }
        List<Network> classes = fibre.get().classes();
        FibreEvidence evidence = fibre.get().evidence();
        Optional<Proof> proof = classes.size() == 1
                ? Proof.of(new ParameterClaim.Identifiable(network, false), new Certificate.Fibre(digest, evidence))
                : Proof.of(
                        new ParameterClaim.FinitelyIdentifiable(network, classes.size()),
                        new Certificate.Fibre(digest, evidence));
        if (evidence instanceof FibreEvidence.Flips flips && classes.size() > 1) {
            List<List<Integer>> sets = flips.sets();
            int more = sets.size() - Math.min(sets.size(), MOST_SETS);
            reasons.add("the sets of units that may be negated together: " + sets.subList(0, sets.size() - more)
                    + (more == 0 ? "" : " and " + more + " more"));
        }
        return proof.map(found -> answer(
                classes.size() == 1 ? Verdict.IDENTIFIABLE : Verdict.FINITELY_IDENTIFIABLE,
                String.valueOf(classes.size()),
                List.of(),
                classes.size() == 1 ? List.of() : List.of(classes.get(1)),
                found));
    }

    private Optional<Identification> byOtherParameter() {
        return OtherParameters.of(network).map(found -> {
            reasons.add(found.what());
            return answer(Verdict.NOT_IDENTIFIABLE, found.classes(), List.of(), found.network(), found.proof());
        });
    }

    private Optional<Identification> locally(long seed) {
        Optional<DerivativeRank> rank = DerivativeRank.of(network, RegionSearch.BUDGET, seed);
        rank.filter(found -> !found.isFull())
                .ifPresent(found -> reasons.add("the rank of the derivatives with respect to the parameters is "
                        + found.rank() + (found.isComplete() ? "" : " or more") + ", below the "
                        + (found.parameters() - found.scalings()) + " that local identifiability needs"));
        return rank.flatMap(found -> found.certificate(network))
                .flatMap(certificate -> Proof.of(new ParameterClaim.LocallyIdentifiable(network), certificate))
                .map(proof -> answer(Verdict.LOCALLY_IDENTIFIABLE, "", List.of(), List.of(), proof));
    }

    private Identification undetermined() {
        if (considered.isEmpty()) {
            reasons.add("no criterion of the decision table is about networks of this kind" + unusual());
        }
        considered.stream().findFirst().ifPresent(nearest -> reasons.add(nearest(nearest)));
        return new Identification(
                network, Verdict.UNDETERMINED, "", "", List.of(), considered, List.of(), reduction, List.of(), reasons);
    }

    /** What criteria do not speak of, where that is easily said. */
    private String unusual() {
        List<Layer> layers = network.layers();
        if (network.endsWithSoftmax()) {
            return ": it ends with a softmax";
        }
        if (layers.get(0) instanceof Layer.Entrywise || layers.get(layers.size() - 1) instanceof Layer.Entrywise) {
            return ": an activation stands first or last";
        }
        boolean mixed = layers.stream()
                .anyMatch(layer -> layer instanceof Layer.Entrywise units
                        && units.uniform().isEmpty());
        return mixed ? ": the units of a layer have different activations" : "";
    }

    private static String nearest(Assessment nearest) {
        String missing = nearest.missing().isEmpty()
                ? "it is not a theorem"
                : "missing: " + nearest.missing().get(0).statement() + "; "
                        + nearest.missing().get(0).found();
        return "the nearest criterion is " + nearest.criterion().name() + "; " + missing;
    }

    private Identification answer(
            Verdict verdict, String classes, List<Assessment> by, List<Network> witness, Proof proof) {
        String upTo =
                by.isEmpty() ? LatentGroups.of(network) : by.get(0).criterion().group();
        return new Identification(
                network, verdict, classes, upTo, by, considered, witness, reduction, List.of(proof), reasons);
    }
}
