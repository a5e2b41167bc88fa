package io.intertwine.io;

import io.intertwine.activation.Expression;
import io.intertwine.activation.Relation;
import io.intertwine.certificate.Certificate;
import io.intertwine.exact.Scalar;
import io.intertwine.io.ActivationCertificate.Statement;
import java.io.IOException;
import java.util.List;

/** Writes the JSON of a certificate about an activation. */
final class ActivationCertificateWriter {
    private final JsonWriter json;

    ActivationCertificateWriter(JsonWriter json) {
        this.json = json;
    }

    void write(ActivationCertificate certificate) throws FormatException, IOException {
        json.object().name("format").text(CertificateFormat.FORMAT);
        json.name("verdict").text(certificate.statement().verdict());
        json.name("activation").text(certificate.activation());
        Statement statement = certificate.statement();
        if (statement instanceof Statement.Relations relations) {
            relations(relations.relations());
        } else if (statement instanceof Statement.Intertwiner member) {
            json.name("matrix").matrix(member.matrix());
            json.name("companion").matrix(member.companion());
        } else if (statement instanceof Statement.NotIntertwiner none) {
            json.name("matrix").matrix(none.matrix());
        }
        evidence(certificate);
        json.end();
    }

    private void evidence(ActivationCertificate certificate) throws FormatException, IOException {
        if (certificate.evidence() instanceof Certificate.IndependentValues values) {
            json.name("row").integer(values.row());
            json.name("points").list();
            for (List<Scalar> point : values.points()) {
                json.numbers(point);
            }
            json.end().name("bits").integer(values.bits());
        } else if (certificate.statement() instanceof Statement.Relations
                && certificate.evidence() instanceof Certificate.Identity identity) {
            json.name("base_points")
                    .texts(identity.basePoints().stream().map(Expression::text).toList());
        }
    }

    private void relations(List<Relation> relations) throws IOException {
        json.name("relations").list();
        for (Relation relation : relations) {
            json.object().name("terms").list();
            for (Relation.Term term : relation.terms()) {
                json.inlineObject();
                constant("alpha", term.alpha());
                constant("beta", term.beta());
                constant("gamma", term.gamma());
                json.end();
            }
            json.end();
            constant("slope", relation.slope());
            constant("constant", relation.constant());
            json.end();
        }
        json.end();
    }

    private void constant(String name, Expression constant) throws IOException {
        json.name(name).text(constant.text());
    }
}
