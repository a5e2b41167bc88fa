package io.intertwine.io;

import io.intertwine.activation.Expression;
import io.intertwine.activation.ExpressionSyntaxException;
import io.intertwine.activation.Relation;
import io.intertwine.certificate.Certificate;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.io.ActivationCertificate.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON of a certificate about an activation. */
final class ActivationCertificateReader {
    private static final String FORMAT = "format";
    private static final String VERDICT = "verdict";
    private static final String ACTIVATION = "activation";
    private static final String MATRIX = "matrix";
    static final List<String> VERDICTS =
            List.of(CertificateFormat.RELATIONS, CertificateFormat.INTERTWINER, CertificateFormat.NOT_INTERTWINER);

    private ActivationCertificateReader() {}

    static ActivationCertificate read(Path file) throws FormatException {
        JsonObject root = JsonReader.readObject(
                file, "a certificate: an object with \"format\" and \"verdict\"", NumberText.LONGEST_IN_CERTIFICATES);
        root.requireFormat(CertificateFormat.FORMAT);
        JsonValue verdict = root.require(VERDICT);
        String claimed = verdict.requireText("a verdict");
        return switch (claimed) {
            case CertificateFormat.RELATIONS -> relations(root);
            case CertificateFormat.INTERTWINER -> intertwiner(root);
            case CertificateFormat.NOT_INTERTWINER -> notIntertwiner(root);
            default ->
                throw verdict.refuse("expected a verdict about an activation, one of " + JsonNames.list(VERDICTS)
                        + ", found " + FormatException.quote(claimed));
        };
    }

    private static ActivationCertificate relations(JsonObject root) throws FormatException {
        root.requireOnly(FORMAT, VERDICT, ACTIVATION, "relations", "base_points");
        List<Relation> relations = new ArrayList<>();
        for (JsonValue item : root.require("relations").requireItems("a list of relations")) {
            relations.add(relation(item.requireObject("a relation")));
        }
        if (relations.isEmpty()) {
            throw root.require("relations").expected("at least one relation");
        }
        return new ActivationCertificate(
                activation(root),
                new Statement.Relations(relations),
                new Certificate.Identity(constants(root.require("base_points"))));
    }

    private static Relation relation(JsonObject relation) throws FormatException {
        relation.requireOnly("terms", "slope", "constant");
        List<Relation.Term> terms = new ArrayList<>();
        for (JsonValue item : relation.require("terms").requireItems("a list of terms")) {
            JsonObject term = item.requireObject("a term");
            term.requireOnly("alpha", "beta", "gamma");
            terms.add(new Relation.Term(
                    constant(term.require("alpha")), constant(term.require("beta")), constant(term.require("gamma"))));
        }
        return new Relation(terms, constant(relation.require("slope")), constant(relation.require("constant")));
    }

    private static ActivationCertificate intertwiner(JsonObject root) throws FormatException {
        root.requireOnly(FORMAT, VERDICT, ACTIVATION, MATRIX, "companion");
        Statement statement = new Statement.Intertwiner(matrix(root, MATRIX), matrix(root, "companion"));
        return new ActivationCertificate(activation(root), statement, new Certificate.Identity(List.of()));
    }

    private static ActivationCertificate notIntertwiner(JsonObject root) throws FormatException {
        root.requireOnly(FORMAT, VERDICT, ACTIVATION, MATRIX, "row", "points", "bits");
        List<List<Scalar>> points = new ArrayList<>();
        for (JsonValue point : root.require("points").requireItems("a list of points")) {
            points.add(point.requireNumbers("a point, a list of numbers").toList());
        }
        Certificate evidence = new Certificate.IndependentValues(
                root.require("row").requireInteger("the index of a row", 0, Integer.MAX_VALUE),
                points,
                root.require("bits").requireInteger("a number of bits", 1, Enclosure.MAXIMAL_BITS));
        return new ActivationCertificate(
                activation(root), new Statement.NotIntertwiner(matrix(root, MATRIX)), evidence);
    }

    private static ExactMatrix matrix(JsonObject root, String name) throws FormatException {
        return JsonMatrix.read(root.require(name), "a matrix: a list of rows", false);
    }

    private static String activation(JsonObject root) throws FormatException {
        return root.require(ACTIVATION).requireText("the formula of an activation");
    }

    private static List<Expression> constants(JsonValue list) throws FormatException {
        List<Expression> constants = new ArrayList<>();
        if (list instanceof JsonNumbers numbers) {
            numbers.values().toList().forEach(number -> constants.add(Expression.of(number)));
            return constants;
        }
        for (JsonValue item : list.requireItems("a list of constant expressions")) {
            constants.add(constant(item));
        }
        return constants;
    }

    private static Expression constant(JsonValue value) throws FormatException {
        String text = value.requireText("a constant expression, as a text");
        try {
            return Expression.parseConstant(text);
        } catch (ExpressionSyntaxException wrong) {
            throw value.refuse(
                    "expected a constant expression, found " + FormatException.quote(text) + ": " + wrong.problem()
                            + " at character " + wrong.position(),
                    wrong);
        }
    }
}
