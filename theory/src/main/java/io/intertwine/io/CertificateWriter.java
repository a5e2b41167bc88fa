package io.intertwine.io;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.claim.Claim;
import io.intertwine.claim.DimensionClaim;
import io.intertwine.claim.EqualityClaim;
import io.intertwine.claim.MapsClaim;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.claim.SymmetryClaim;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.io.IOException;
import java.util.List;

/** Writes the JSON of a certificate about networks or families of them. */
final class CertificateWriter {
    private final JsonWriter json;

    CertificateWriter(JsonWriter json) {
        this.json = json;
    }

    void write(Claim claim, Certificate certificate) throws FormatException, IOException {
        json.object().name("format").text(CertificateFormat.FORMAT);
        json.name("verdict").text(claim.verdict());
        subjects(claim, certificate);
        List<String> generators = claim.symmetries().stream()
                .flatMap(symmetry -> symmetry.group().generators().stream())
                .toList();
        evidence(certificate, generators);
        json.end();
    }

    private void subjects(Claim claim, Certificate certificate) throws IOException {
        List<String> digests = certificate.subjects();
        int subjects = claim.networks().size()
                + claim.architectures().size()
                + claim.symmetries().size()
                + claim.representations().size();
        if (digests.size() != subjects || digests.isEmpty()) {
            throw new IllegalArgumentException("the certificate is of another kind than the claim " + claim.verdict());
        }
        if (claim instanceof EqualityClaim || claim instanceof MapsClaim) {
            json.name(claim instanceof MapsClaim ? "representations" : "networks")
                    .list()
                    .text(digests.get(0))
                    .text(digests.get(1))
                    .end();
            if (claim instanceof MapsClaim maps) {
                json.name("dimension").integer(maps.dimension());
            }
            return;
        }
        json.name(claim.networks().isEmpty() ? "architecture" : "network").text(digests.get(0));
        if (claim instanceof SymmetryClaim) {
            json.name("symmetry").text(digests.get(1));
        } else if (claim instanceof ParameterClaim.FinitelyIdentifiable finitely) {
            json.name("classes").integer(finitely.classes());
        } else if (claim instanceof DimensionClaim dimension) {
            json.name("dimension").integer(dimension.dimension());
        }
    }

    private void evidence(Certificate certificate, List<String> generators) throws FormatException, IOException {
        if (certificate instanceof Certificate.Layerwise layerwise) {
            StepWriter.write(layerwise.steps(), json.name("steps"));
            json.name("result").text(layerwise.result());
            actions(generators, layerwise.actions());
        } else if (certificate instanceof Certificate.Witness witness) {
            json.name("generator").text(witness.generator());
            values(witness.input(), witness.bits(), witness.left(), witness.right(), witness.difference());
        } else if (certificate instanceof Certificate.Equivariance equivariance) {
            new ByGenerator<>(generators, equivariance.proofs())
                    .write(json.name("proofs"), proof -> ComparisonFormat.write(proof, json));
        } else if (certificate instanceof Certificate.Widening widening) {
            new LayersWriter(json.name("wide"), WeightStorage.INLINE)
                    .write(widening.wide().layers());
            ComparisonFormat.write(widening.proof(), json.name("proof"));
            actions(generators, widening.actions());
        } else if (certificate instanceof Certificate.ClassAction action) {
            FibreFormat.write(action.fibre(), json.name("fibre"));
            new ByGenerator<>(generators, action.moves()).write(json.name("moves"), this::moves);
        } else if (!(certificate instanceof Certificate.Exhaustion)) {
            withoutSymmetry(certificate);
        }
    }

    private void withoutSymmetry(Certificate certificate) throws FormatException, IOException {
        if (certificate instanceof Certificate.Equality equality) {
            ComparisonFormat.write(equality.proof(), json.name("proof"));
        } else if (certificate instanceof Certificate.Separation separation) {
            values(
                    separation.input(),
                    separation.bits(),
                    separation.leftValue(),
                    separation.rightValue(),
                    separation.difference());
        } else if (certificate instanceof Certificate.Cited cited) {
            if (!cited.steps().isEmpty()) {
                StepWriter.write(cited.steps(), json.name("steps"));
            }
            json.name("criterion").text(cited.criterion());
        } else if (certificate instanceof Certificate.Fibre fibre) {
            FibreFormat.write(fibre.evidence(), json.name("fibre"));
        } else if (certificate instanceof Certificate.OtherParameter parameter) {
            new LayersWriter(json.name("other"), WeightStorage.INLINE)
                    .write(parameter.other().layers());
            ComparisonFormat.write(parameter.proof(), json.name("proof"));
        } else if (certificate instanceof Certificate.Dimension dimension) {
            DimensionFormat.write(dimension.evidence(), json.name("evidence"));
        } else if (certificate instanceof Certificate.Maps maps) {
            MapsFormat.write(maps.evidence(), json.name("evidence"));
        } else if (certificate instanceof Certificate.ConstantUnit constant) {
            json.name("layer").integer(constant.layer());
            json.name("unit").integer(constant.unit());
        } else {
            points(((Certificate.IndependentDerivatives) certificate).points(), json);
        }
    }

    private void actions(List<String> generators, List<List<AffineMap>> actions) throws FormatException, IOException {
        new ByGenerator<>(generators, actions).write(json.name("actions"), maps -> ComparisonFormat.write(maps, json));
    }

    private void moves(List<Certificate.ClassMove> moves) throws FormatException, IOException {
        json.list();
        for (Certificate.ClassMove move : moves) {
            FibreFormat.write(move, json);
        }
        json.end();
    }

    /** The field with a list of points. */
    static void points(List<List<Scalar>> points, JsonWriter json) throws FormatException, IOException {
        json.name("points").list();
        for (List<Scalar> point : points) {
            json.numbers(point);
        }
        json.end();
    }

    private void values(List<Scalar> input, int bits, List<Value> left, List<Value> right, List<Value> difference)
            throws FormatException, IOException {
        json.name("input").numbers(input);
        json.name("bits").integer(bits);
        ValueFormat.write(left, json.name("left"));
        ValueFormat.write(right, json.name("right"));
        ValueFormat.write(difference, json.name("difference"));
    }
}
