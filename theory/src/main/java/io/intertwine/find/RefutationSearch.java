package io.intertwine.find;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import io.intertwine.net.VectorFunction;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inputs that refute equivariance, for the generators that have no latent maps at the given parameters. */
final class RefutationSearch {
    private static final long SAMPLING_WORK = 4_000_000;
    private static final int MOST_POINTS = 24;
    private static final String NO_INPUT = "no input was found at which equivariance fails";

    private final Network network;
    private final Symmetry symmetry;
    private final long seed;

    RefutationSearch(Network network, Symmetry symmetry, long seed) {
        this.network = network;
        this.symmetry = symmetry;
        this.seed = seed;
    }

    /** Random inputs at which a generator without latent maps may fail. */
    Optional<Verification> sampled(GaugeMatching.Result<AffineMap> given, List<String> reasons) {
        int points = (int) Math.max(1, Math.min(MOST_POINTS, SAMPLING_WORK / Math.max(1, network.weights())));
        for (int generator : open(given)) {
            Optional<SeparationSearch.Point> point = separation(generator).quicklyAmong(points);
            if (point.isPresent()) {
                return refuted(generator, point.get(), given, reasons);
            }
            reasons.add("generator " + symmetry.group().generators().get(generator) + ": " + NO_INPUT + " (" + points
                    + " random inputs)");
        }
        return Optional.empty();
    }

    /** Takes back that no input was found, where equivariance is proved. */
    static void forget(List<String> reasons) {
        reasons.removeIf(reason -> reason.contains(NO_INPUT));
    }

    /** The verdict at one input, if it refutes a generator. */
    Optional<Verification> at(
            int generator, List<Scalar> input, GaugeMatching.Result<AffineMap> given, List<String> reasons) {
        return separation(generator)
                .at(input, SeparationSearch.FIRST_PRECISION)
                .flatMap(point -> refuted(generator, point, given, reasons));
    }

    /** The generators without latent maps; those with latent maps cannot be refuted by an input. */
    private List<Integer> open(GaugeMatching.Result<AffineMap> given) {
        List<Integer> open = new ArrayList<>();
        for (int g = 0; g < symmetry.group().generators().size(); g++) {
            if (given instanceof GaugeMatching.Result.NoAction<AffineMap> none
                    && none.generators().get(g).found().isEmpty()) {
                open.add(g);
            }
        }
        return open;
    }

    private SeparationSearch separation(int generator) {
        VectorFunction f = VectorFunction.of(network);
        return new SeparationSearch(
                f.after(symmetry.input().images().get(generator)),
                f.followedBy(symmetry.output().images().get(generator)),
                network.inputs(),
                seed);
    }

    private Optional<Verification> refuted(
            int generator, SeparationSearch.Point point, GaugeMatching.Result<AffineMap> given, List<String> reasons) {
        List<String> generators = symmetry.group().generators();
        Certificate.Witness witness = new Certificate.Witness(
                Digest.of(network),
                Digest.of(symmetry),
                generators.get(generator),
                point.input(),
                point.bits(),
                point.left(),
                point.right(),
                point.difference());
        CheckResult result = Checker.check(new SymmetryClaim.NotEquivariant(network, symmetry), witness);
        if (result instanceof CheckResult.Accepted accepted) {
            List<String> subgroup = new ArrayList<>(generators);
            subgroup.removeAll(open(given).stream().map(generators::get).toList());
            return Optional.of(
                    new Verification.NotEquivariant(network, symmetry, witness, accepted.theorem(), subgroup, reasons));
        }
        reasons.add("a counterexample was found, but the checker does not accept it: "
                + ((CheckResult.Rejected) result).reason());
        return Optional.empty();
    }
}
