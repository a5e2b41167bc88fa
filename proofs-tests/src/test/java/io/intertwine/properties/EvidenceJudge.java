package io.intertwine.properties;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.check.Checker;
import io.intertwine.claim.Claim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.net.Composition;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Symmetry;
import io.intertwine.testkit.DecimalOracle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decides by brute force whether changed evidence still supports a claim that is known to be true: steps are carried out again, functions
 * and layers are compared at random points in decimal arithmetic, parameters by going through all permutations of the units.
 */
final class EvidenceJudge {
    private static final int POINTS = 4;

    private EvidenceJudge() {}

    static boolean isTrue(Claim claim, Certificate certificate) {
        if (claim instanceof EqualityClaim equality) {
            return certificate instanceof Certificate.Equality equal
                    ? provesEqual(equality.left(), equality.right(), equal.proof())
                    : Judge.separates(equality.left(), equality.right(), (Certificate.Separation) certificate);
        }
        return claim instanceof SymmetryClaim symmetry
                ? ofSymmetry(symmetry, certificate)
                : ofParameters((ParameterClaim) claim, certificate);
    }

    private static boolean differ(Network f, Network g) {
        return EqualityProperties.differAtRandomPoints(f, g, new SplittableRandom(31));
    }

    private static boolean provesEqual(Network f, Network g, EqualityProof proof) {
        Network left = f;
        for (ReductionStep step : proof.left()) {
            left = Judge.after(left, step);
        }
        Network right = g;
        for (ReductionStep step : proof.right()) {
            right = Judge.after(right, step);
        }
        return !differ(f, g)
                && !differ(f, left)
                && !differ(g, right)
                && (!(proof.comparison() instanceof Comparison.Gauge gauge)
                        || isGauge(
                                Composition.logitDifferences(left), Composition.logitDifferences(right), gauge.maps()));
    }

    /** g_i k_(i-1) = k_i f_i at random points. */
    private static boolean isGauge(Network f, Network g, List<AffineMap> maps) {
        List<Layer> layers = f.layers();
        if (g.layers().size() != layers.size() || maps.size() != layers.size() - 1) {
            return false;
        }
        SplittableRandom random = new SplittableRandom(41);
        AffineMap source = AffineMap.identity(f.inputs());
        for (int i = 0; i < layers.size(); i++) {
            AffineMap target = i < maps.size() ? maps.get(i) : AffineMap.identity(f.outputs());
            for (int k = 0; k < POINTS; k++) {
                List<BigDecimal> x = RecoveryProperties.point(layers.get(i).inputs(), random);
                List<BigDecimal> left = DecimalOracle.evaluate(g.layers().get(i), DecimalOracle.apply(source, x));
                List<BigDecimal> right = DecimalOracle.apply(target, DecimalOracle.evaluate(layers.get(i), x));
                if (!DecimalOracle.agree(left, right)) {
                    return false;
                }
            }
            source = target;
        }
        return true;
    }

    private static boolean ofSymmetry(SymmetryClaim claim, Certificate certificate) {
        Network network = claim.network();
        Symmetry symmetry = claim.symmetry();
        if (certificate instanceof Certificate.Equivariance equivariance) {
            boolean all = true;
            for (int g = 0; g < symmetry.input().images().size(); g++) {
                all &= provesEqual(
                        Composition.before(network, symmetry.input().images().get(g)),
                        Composition.after(network, symmetry.output().images().get(g)),
                        equivariance.proofs().get(g));
            }
            return all;
        }
        if (certificate instanceof Certificate.Widening widening) {
            Network wide = widening.wide();
            Certificate actions = new Certificate.Layerwise("", "", List.of(), "", widening.actions());
            boolean wider = !wide.layers().stream()
                    .map(Layer::outputs)
                    .toList()
                    .equals(network.layers().stream().map(Layer::outputs).toList());
            return wider
                    && provesEqual(network, wide, widening.proof())
                    && new Judge(wide, symmetry, symmetry.group().relators()).isTrue(actions);
        }
        return certificate instanceof Certificate.ClassAction action && provesMoves(network, symmetry, action);
    }

    private static boolean provesMoves(Network network, Symmetry symmetry, Certificate.ClassAction action) {
        List<Network> classes = Checker.classes(network, action.fibre());
        if (!areClasses(network, classes)) {
            return false;
        }
        boolean fixed = false;
        for (int c = 0; c < classes.size(); c++) {
            boolean stays = true;
            for (int g = 0; g < action.moves().size(); g++) {
                ClassMove move = action.moves().get(g).get(c);
                Network moved = Composition.after(
                        Composition.before(
                                classes.get(c), symmetry.input().images().get(g).inverse()),
                        symmetry.output().images().get(g));
                if (!isGauge(moved, classes.get(move.target()), move.gauge())) {
                    return false;
                }
                stays &= move.target() == c;
            }
            fixed |= stays;
        }
        return !fixed;
    }

    /** Networks with the function of the first, no two related. */
    private static boolean areClasses(Network network, List<Network> classes) {
        for (int c = 0; c < classes.size(); c++) {
            if (differ(network, classes.get(c))) {
                return false;
            }
            for (int d = 0; d < c; d++) {
                if (BruteForce.related(classes.get(d), classes.get(c))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean ofParameters(ParameterClaim claim, Certificate certificate) {
        Network network = claim.network();
        if (certificate instanceof Certificate.Cited cited) {
            Network reduced = network;
            for (ReductionStep step : cited.steps()) {
                reduced = Judge.after(reduced, step);
            }
            return !differ(network, reduced);
        }
        if (certificate instanceof Certificate.Fibre fibre) {
            List<Network> classes = Checker.classes(network, fibre.evidence());
            int expected = claim instanceof ParameterClaim.FinitelyIdentifiable finitely ? finitely.classes() : 1;
            boolean named = fibre.evidence() instanceof FibreEvidence.Single;
            return classes.size() == expected && areClasses(network, classes) && (!named || expected == 1);
        }
        if (certificate instanceof Certificate.OtherParameter other) {
            return other.other().hasArchitectureOf(network)
                    && provesEqual(network, other.other(), other.proof())
                    && isUnrelated(network, other.other());
        }
        if (certificate instanceof Certificate.ConstantUnit unit) {
            Layer.Dense dense = (Layer.Dense) network.layers().get(unit.layer());
            Layer.Dense next = (Layer.Dense) network.layers().get(unit.layer() + 2);
            return dense.weight().isZeroRow(unit.unit())
                    && next.hasBias()
                    && !next.weight().transpose().isZeroRow(unit.unit());
        }
        Certificate.IndependentDerivatives derivatives = (Certificate.IndependentDerivatives) certificate;
        List<double[]> points = new ArrayList<>();
        derivatives
                .points()
                .forEach(point ->
                        points.add(point.stream().mapToDouble(x -> x.getReal()).toArray()));
        DoubleNetwork architecture = DoubleNetwork.of(network);
        int hidden = 0;
        for (int i = 1; i < network.layers().size(); i += 2) {
            hidden += network.layers().get(i).outputs();
        }
        return architecture.rank(DoubleNetwork.values(network), points) >= architecture.parameters() - hidden;
    }

    /** Where a zero unit may be scaled, the numbers of zero rows and columns must differ. */
    private static boolean isUnrelated(Network f, Network g) {
        try {
            return !BruteForce.related(f, g);
        } catch (BruteForce.AmbiguousException scaledZero) {
            return zeros(f) != zeros(g);
        } catch (ClassCastException linear) {
            return !f.equals(g);
        }
    }

    private static long zeros(Network network) {
        long count = 0;
        for (Layer layer : network.layers()) {
            if (layer instanceof Layer.Dense dense) {
                for (int i = 0; i < dense.outputs(); i++) {
                    count += dense.weight().isZeroRow(i) ? 1 : 0;
                }
                for (int j = 0; j < dense.inputs(); j++) {
                    count += dense.weight().transpose().isZeroRow(j) ? 1000 : 0;
                }
            }
        }
        return count;
    }
}
