package io.intertwine.io;

import io.intertwine.activation.Activations;
import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.ClassMove;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.certificate.MapsEvidence;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.certificate.RegionTree;
import io.intertwine.claim.Claim;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.MapsClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.criterion.FormalConstant;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Permutation;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericPoint;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** One claim with a certificate of every kind; the certificates prove nothing. */
final class CertificateKinds {
    static final String ONE = "sha256:" + "0a".repeat(32);
    static final String TWO = "sha256:" + "1b".repeat(32);
    static final List<String> GENERATORS = List.of("r", "s");

    private static final Network NETWORK = new NetworkBuilder().dense("1").build();
    private static final Architecture ARCHITECTURE = Architecture.of(wide());
    private static final GroupDescription GROUP = new GroupDescription.Presentation(GENERATORS, List.of());
    private static final Representation TRIVIAL =
            new Representation(GROUP, 1, List.of(AffineMap.identity(1), AffineMap.identity(1)));
    private static final Symmetry SYMMETRY = new Symmetry(TRIVIAL, TRIVIAL);

    static final LinearRepresentation LINEAR = LinearRepresentation.of(TRIVIAL);

    private CertificateKinds() {}

    /** A claim and evidence of a kind that fits it. */
    record Kind(Claim claim, Certificate certificate) {
        @Override
        public String toString() {
            return claim.verdict() + " by " + certificate.getClass().getSimpleName();
        }
    }

    static Network wide() {
        return new NetworkBuilder()
                .dense("1 sqrt(2)/2; -1/3 0", "1/2 0")
                .activation(Activations.leakyRelu(Scalar.of(1, 7)))
                .dense("1 1")
                .build();
    }

    static AffineMap swap() {
        return AffineMap.monomial(Permutation.of(1, 0), List.of(Scalar.of(2), Scalar.of(1, 2)));
    }

    static AffineMap full() {
        return AffineMap.of(NetworkBuilder.matrix("1 2; 0 sqrt(2)"), NetworkBuilder.vector("1/3 0"));
    }

    /** Every kind of step. */
    static List<ReductionStep> steps() {
        ExactMatrix weight = NetworkBuilder.matrix("1/3 2");
        return List.of(
                new ReductionStep.Merge(
                        0, List.of(new ReductionStep.UnitMerge(3, 1, new UnitMap(Scalar.of(-1, 2), Scalar.of(7))))),
                new ReductionStep.Fold(0, List.of(4)),
                new ReductionStep.Prune(4, List.of(3, 2)),
                new ReductionStep.Drop(2, List.of(1)),
                new ReductionStep.Refactor(6, weight, List.of(Scalar.ONE), weight.transpose(), List.of()),
                new ReductionStep.Replace(0, 3, wide().layers(), regions()),
                new ReductionStep.Replace(
                        1,
                        2,
                        List.of(Layer.Entrywise.of(Activations.requireNamed("relu"), 3), new Layer.Softmax(3)),
                        new Comparison.Expansion()));
    }

    static Comparison regions() {
        RegionTree thin = new RegionTree.Thin(List.of(Scalar.ONE, Scalar.of(2, 3)));
        RegionTree leaf = new RegionTree.Leaf();
        RegionTree inner = new RegionTree.Cut(List.of(thin, leaf, new RegionTree.Thin(List.of())));
        return new Comparison.Regions(new RegionTree.Cut(List.of(leaf, inner)));
    }

    private static Comparison ridge() {
        return new Comparison.Ridge(List.of(
                new Comparison.Bypass(Activations.requireNamed("relu"), Scalar.ONE),
                new Comparison.Bypass(Activations.leakyRelu(Scalar.of(1, 4)), Scalar.of(5, 4))));
    }

    static EqualityProof proof() {
        return new EqualityProof(steps(), List.of(), ridge());
    }

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>(aboutNetworks());
        for (DimensionEvidence evidence : List.of(minor(), explicit())) {
            Certificate certificate = new Certificate.Dimension(ONE, evidence);
            kinds.add(new Kind(new DimensionClaim.OfFamily(ARCHITECTURE, 3, true), certificate));
            kinds.add(new Kind(new DimensionClaim.OfFamily(ARCHITECTURE, 2, false), certificate));
            kinds.add(new Kind(new DimensionClaim.AtParameters(NETWORK, 1, true), certificate));
        }
        for (DimensionEvidence evidence : atParameters()) {
            kinds.add(new Kind(
                    new DimensionClaim.AtParameters(NETWORK, 1, false), new Certificate.Dimension(ONE, evidence)));
        }
        for (MapsEvidence evidence : maps()) {
            kinds.add(new Kind(
                    new MapsClaim(LINEAR, LINEAR.multiple(2), 1L << 40), new Certificate.Maps(ONE, TWO, evidence)));
        }
        return kinds;
    }

    private static List<MapsEvidence> maps() {
        SparseMatrix one = SparseMatrix.of(NetworkBuilder.matrix("0; -sqrt(2)/2"));
        SparseMatrix other = SparseMatrix.of(NetworkBuilder.matrix("1/3; 0"));
        MapsEvidence basis = new MapsEvidence.Basis(List.of(one, other), 8_388_593, List.of(3, 0));
        MapsEvidence none = new MapsEvidence.Basis(List.of(), 2_147_483_647, List.of(1));
        MapsEvidence blocks = new MapsEvidence.Blocks(List.of(basis, new MapsEvidence.Characters(), none));
        return List.of(
                new MapsEvidence.Orbits(),
                new MapsEvidence.Characters(),
                basis,
                none,
                new MapsEvidence.Blocks(List.of(blocks, new MapsEvidence.Orbits())));
    }

    private static List<DimensionEvidence> atParameters() {
        List<List<Scalar>> points = List.of(NetworkBuilder.vector("1 1/2"), NetworkBuilder.vector("0 sqrt(2)"));
        DimensionEvidence.Direction exact = new DimensionEvidence.Direction(
                List.of(DimensionEvidence.Entry.of(3, Scalar.of(-1, 2)), DimensionEvidence.Entry.of(0, Scalar.ONE)));
        DimensionEvidence.Direction formal = new DimensionEvidence.Direction(List.of(new DimensionEvidence.Entry(
                1, Scalar.of(2), List.of(new FormalConstant(1, 0, true), new FormalConstant(3, 2, false)))));
        RegionTree tree = new RegionTree.Cut(List.of(new RegionTree.Leaf(), new RegionTree.Thin(List.of(Scalar.ONE))));
        return List.of(
                new DimensionEvidence.AtParameters(
                        new DimensionEvidence.Independence.Residues(points),
                        new DimensionEvidence.Dependence.Formal(List.of(exact, formal))),
                new DimensionEvidence.AtParameters(
                        new DimensionEvidence.Independence.Minor(points, List.of(1, 0), List.of(2, 7), 128),
                        new DimensionEvidence.Dependence.OnRegions(tree, List.of(exact))),
                new DimensionEvidence.AtParameters(
                        new DimensionEvidence.Independence.Residues(List.of()),
                        new DimensionEvidence.Dependence.Formal(List.of())));
    }

    static DimensionEvidence.Generic minor() {
        return new DimensionEvidence.Generic(
                new GenericPoint.Sampling(8_388_593, Long.MIN_VALUE, 1, 4, 5), List.of(3, 0, 7), List.of(2, 1, 0));
    }

    private static DimensionEvidence explicit() {
        return new DimensionEvidence.Explicit(
                wide(), List.of(NetworkBuilder.vector("1 1/2"), NetworkBuilder.vector("0 -3")));
    }

    private static List<Kind> aboutNetworks() {
        return List.of(
                new Kind(
                        new SymmetryClaim.LayerwiseEquivariant(NETWORK, SYMMETRY, true),
                        new Certificate.Layerwise(ONE, TWO, steps(), TWO, actions())),
                new Kind(new SymmetryClaim.NotEquivariant(NETWORK, SYMMETRY), witness()),
                new Kind(new SymmetryClaim.Equivariant(NETWORK, SYMMETRY), equivariance()),
                new Kind(new SymmetryClaim.LayerwiseWhenWidened(NETWORK, SYMMETRY), equivariance()),
                new Kind(
                        new SymmetryClaim.LayerwiseWhenWidened(NETWORK, SYMMETRY),
                        new Certificate.Widening(ONE, TWO, wide(), proof(), actions())),
                new Kind(new SymmetryClaim.NotLayerwise(NETWORK, SYMMETRY), classAction()),
                new Kind(new SymmetryClaim.NoLatentAction(NETWORK, SYMMETRY), new Certificate.Exhaustion(ONE, TWO)),
                equal(proof()),
                equal(EqualityProof.of(new Comparison.Expansion())),
                equal(EqualityProof.of(new Comparison.Ridge(List.of()))),
                equal(EqualityProof.of(regions())),
                equal(new EqualityProof(List.of(), steps(), new Comparison.Gauge(List.of(swap(), full())))),
                new Kind(new EqualityClaim.Different(NETWORK, NETWORK), separation()),
                new Kind(
                        new ParameterClaim.Identifiable(NETWORK, false),
                        new Certificate.Cited(ONE, List.of(), "tanh-deep")),
                new Kind(
                        new ParameterClaim.Identifiable(NETWORK, false),
                        new Certificate.Fibre(ONE, new FibreEvidence.Pencil(List.of()))),
                new Kind(new ParameterClaim.Identifiable(NETWORK, true), new Certificate.Cited(ONE, steps(), "tanh")),
                new Kind(
                        new ParameterClaim.FinitelyIdentifiable(NETWORK, 2),
                        new Certificate.Fibre(ONE, new FibreEvidence.Flips(List.of(List.of(), List.of(0, 2))))),
                new Kind(
                        new ParameterClaim.FinitelyIdentifiable(NETWORK, 3),
                        new Certificate.Fibre(ONE, new FibreEvidence.Single("tanh"))),
                new Kind(
                        new ParameterClaim.FinitelyIdentifiable(NETWORK, 2),
                        new Certificate.Fibre(ONE, new FibreEvidence.Pencil(NetworkBuilder.vector("1 -1/2 sqrt(2)")))),
                new Kind(
                        new ParameterClaim.NotIdentifiable(NETWORK),
                        new Certificate.OtherParameter(ONE, wide(), proof())),
                new Kind(new ParameterClaim.NotIdentifiable(NETWORK), new Certificate.ConstantUnit(ONE, 2, 1)),
                new Kind(
                        new ParameterClaim.LocallyIdentifiable(NETWORK),
                        new Certificate.IndependentDerivatives(
                                ONE, List.of(NetworkBuilder.vector("1 1/2"), NetworkBuilder.vector("0 sqrt(2)")))));
    }

    private static Kind equal(EqualityProof proof) {
        return new Kind(new EqualityClaim.Equal(NETWORK, NETWORK), new Certificate.Equality(ONE, TWO, proof));
    }

    static List<List<AffineMap>> actions() {
        return List.of(List.of(swap(), swap()), List.of(full(), AffineMap.identity(2)));
    }

    static Certificate.Equivariance equivariance() {
        return new Certificate.Equivariance(
                ONE, TWO, List.of(proof(), EqualityProof.of(new Comparison.Gauge(List.of()))));
    }

    static Certificate.ClassAction classAction() {
        FibreEvidence flips = new FibreEvidence.Flips(List.of(List.of(), List.of(0, 1, 2)));
        List<ClassMove> moved = List.of(new ClassMove(1, List.of(swap())), new ClassMove(0, List.of()));
        List<ClassMove> fixed = List.of(new ClassMove(0, List.of(full())), new ClassMove(1, List.of()));
        return new Certificate.ClassAction(ONE, TWO, flips, List.of(moved, fixed));
    }

    private static Certificate.Witness witness() {
        Certificate.Separation values = separation();
        return new Certificate.Witness(
                ONE,
                TWO,
                "s",
                values.input(),
                values.bits(),
                values.leftValue(),
                values.rightValue(),
                values.difference());
    }

    private static Certificate.Separation separation() {
        Value exact = new Value.Exact(Scalar.of(1, 3));
        Value between = new Value.Between(new BigFraction(-1, 3), new BigFraction(2, 7));
        return new Certificate.Separation(
                ONE,
                TWO,
                NetworkBuilder.vector("1/2 3"),
                64,
                List.of(exact, between),
                List.of(between, exact),
                List.of(exact, exact));
    }
}
