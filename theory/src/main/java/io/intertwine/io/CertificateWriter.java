package io.intertwine.io;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.io.IOException;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Writes the JSON of a certificate. */
final class CertificateWriter {
    private final JsonWriter json;

    CertificateWriter(JsonWriter json) {
        this.json = json;
    }

    void write(Certificate certificate, List<String> generators) throws FormatException, IOException {
        json.object().name("format").text(CertificateFormat.FORMAT);
        if (certificate instanceof Certificate.Layerwise layerwise) {
            header(CertificateFormat.LAYERWISE, certificate);
            layerwise(layerwise, generators);
        } else if (certificate instanceof Certificate.Witness witness) {
            header(CertificateFormat.NOT_EQUIVARIANT, certificate);
            witness(witness);
        }
        json.end();
    }

    private void header(String verdict, Certificate certificate) throws IOException {
        json.name("verdict").text(verdict);
        json.name("network").text(certificate.subjects().get(0));
        json.name("symmetry").text(certificate.subjects().get(1));
    }

    private void layerwise(Certificate.Layerwise certificate, List<String> generators)
            throws FormatException, IOException {
        if (generators.size() != certificate.actions().size()) {
            throw new IllegalArgumentException(
                    "expected the names of " + certificate.actions().size() + " generators, found " + generators);
        }
        json.name("steps").list();
        for (ReductionStep step : certificate.steps()) {
            step(step);
        }
        json.end();
        json.name("result").text(certificate.result());
        json.name("actions").object();
        for (int i = 0; i < generators.size(); i++) {
            json.name(generators.get(i)).list();
            for (AffineMap action : certificate.actions().get(i)) {
                ActionWriter.write(action, json);
            }
            json.end();
        }
        json.end();
    }

    private void units(String kind, int layer, List<Integer> units) throws FormatException, IOException {
        json.name(kind).inlineObject().name("layer").integer(layer);
        json.name("units")
                .integers(units.stream().mapToInt(Integer::intValue).toArray())
                .end();
    }

    private void step(ReductionStep step) throws FormatException, IOException {
        json.object();
        if (step instanceof ReductionStep.Merge merge) {
            merge(merge);
        } else if (step instanceof ReductionStep.Prune prune) {
            units("prune", prune.layer(), prune.units());
        } else if (step instanceof ReductionStep.Fold fold) {
            units("fold", fold.layer(), fold.units());
        } else if (step instanceof ReductionStep.Refactor refactor) {
            json.name("refactor").object().name("layer").integer(refactor.layer());
            dense("first", refactor.first(), refactor.firstBias());
            dense("second", refactor.second(), refactor.secondBias());
            json.end();
        }
        json.end();
    }

    private void merge(ReductionStep.Merge merge) throws FormatException, IOException {
        json.name("merge")
                .object()
                .name("layer")
                .integer(merge.layer())
                .name("units")
                .list();
        for (ReductionStep.UnitMerge unit : merge.merges()) {
            json.inlineObject().name("from").integer(unit.from()).name("into").integer(unit.into());
            json.name("scale")
                    .number(unit.map().scale())
                    .name("shift")
                    .number(unit.map().shift())
                    .end();
        }
        json.end().end();
    }

    private void dense(String name, ExactMatrix weight, List<Scalar> bias) throws FormatException, IOException {
        json.name(name).object().name("weight").matrix(weight);
        if (!bias.isEmpty()) {
            json.name("bias").numbers(bias);
        }
        json.end();
    }

    private void witness(Certificate.Witness witness) throws FormatException, IOException {
        json.name("generator").text(witness.generator());
        json.name("input").numbers(witness.input());
        json.name("bits").integer(witness.bits());
        values("left", witness.left());
        values("right", witness.right());
        values("difference", witness.difference());
    }

    private void values(String name, List<Certificate.Value> values) throws FormatException, IOException {
        json.name(name).list();
        for (Certificate.Value value : values) {
            if (value instanceof Certificate.Value.Exact exact) {
                json.number(exact.value());
            } else if (value instanceof Certificate.Value.Between between) {
                json.inlineObject().name("lower").numberText(text(between.lower()));
                json.name("upper").numberText(text(between.upper())).end();
            }
        }
        json.end();
    }

    private static String text(BigFraction number) {
        return Scalar.of(number).toString();
    }
}
