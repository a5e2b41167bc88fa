package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.NumericVerification.Nearest;
import io.intertwine.measure.EquivarianceError;
import io.intertwine.measure.ErrorSummary;
import io.intertwine.measure.Estimate;
import io.intertwine.measure.LatentFit;
import io.intertwine.measure.LatentResidual;
import io.intertwine.measure.PermutationTest;
import io.intertwine.measure.ThreeAnswers;
import java.io.IOException;
import java.util.List;

/** The three answers about a trained network as the object {@code numeric} of the result. Numbers that are not finite are null. */
final class AnswersJson {
    private final ThreeAnswers answers;
    private final JsonGenerator json;

    private AnswersJson(ThreeAnswers answers, JsonGenerator json) {
        this.answers = answers;
        this.json = json;
    }

    /** Writes the field. */
    static void write(ThreeAnswers answers, JsonGenerator json) throws IOException {
        new AnswersJson(answers, json).write();
    }

    private void write() throws IOException {
        json.writeObjectFieldStart("numeric");
        json.writeNumberField("tolerance", answers.verification().tolerance().relative());
        json.writeObjectFieldStart("function");
        error(answers.function());
        json.writeEndObject();
        data();
        layers();
        if (answers.chance().isEmpty()) {
            json.writeNullField("chance");
        } else {
            test("chance", answers.chance().get(0).whole());
        }
        latent();
        List<String> remarks = answers.verification().nearest() instanceof Nearest.Found found
                ? found.matching().remarks()
                : List.of(((Nearest.NotSought) answers.verification().nearest()).reason());
        JsonOutput.texts(json, "remarks", remarks);
        json.writeEndObject();
    }

    private void data() throws IOException {
        if (answers.data().isEmpty()) {
            json.writeNullField("data");
            return;
        }
        ThreeAnswers.DataAnswer data = answers.data().get(0);
        json.writeObjectFieldStart("data");
        json.writeStringField("file", data.name());
        json.writeNumberField("available", data.available());
        json.writeStringField("sha256", data.sha256());
        error(data.error());
        json.writeEndObject();
    }

    private void error(EquivarianceError error) throws IOException {
        json.writeNumberField("inputs", error.inputs());
        number("scale", error.scale());
        number("spread", error.spread());
        summary(error.overall());
        json.writeObjectFieldStart("generators");
        for (EquivarianceError.GeneratorError generator : error.generators()) {
            json.writeObjectFieldStart(generator.generator());
            summary(generator.error());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void summary(ErrorSummary error) throws IOException {
        number("mean", error.mean());
        estimate("median", error.median());
        number("largest", error.largest());
        estimate("above_tolerance", error.above());
        estimate("quotient", error.quotient());
        estimate("relative", error.relative());
        json.writeNumberField("not_finite", error.notFinite());
    }

    private void layers() throws IOException {
        json.writeArrayFieldStart("layers");
        if (answers.verification().nearest() instanceof Nearest.Found found) {
            List<LatentMatching.LayerFit> fits = found.matching().fits();
            for (int k = 0; k < fits.size(); k++) {
                json.writeStartObject();
                json.writeNumberField("layer", k + 1);
                number("residual", found.residuals().get(k));
                json.writeBooleanField("within_tolerance", answers.carries().get(k));
                number("distance", fits.get(k).distance());
                number("slack", fits.get(k).slack());
                if (answers.chance().isEmpty()) {
                    json.writeNullField("chance");
                } else {
                    test("chance", answers.chance().get(0).layers().get(k));
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void test(String name, PermutationTest test) throws IOException {
        json.writeObjectFieldStart(name);
        number("observed", test.observed());
        json.writeNumberField("draws", test.draws());
        number("p_value", test.pValue());
        number("mean", test.mean());
        number("deviation", test.deviation());
        number("smallest", test.smallest());
        number("largest", test.largest());
        json.writeStringField("null_hypothesis", test.nullHypothesis());
        json.writeEndObject();
    }

    private void latent() throws IOException {
        json.writeArrayFieldStart("least_squares");
        List<String> names = answers.verification().symmetry().group().generators();
        for (int g = 0; g < answers.latent().size(); g++) {
            for (LatentFit fit : answers.latent().get(g)) {
                json.writeStartObject();
                json.writeStringField("generator", names.get(g));
                json.writeNumberField("behind_layer", fit.residual().layer());
                json.writeNumberField("units", fit.residual().units());
                json.writeNumberField("rank", fit.rank());
                if (fit.residual() instanceof LatentResidual.Measured measured) {
                    estimate("residual", measured.residual());
                } else {
                    json.writeNullField("residual");
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void estimate(String name, Estimate estimate) throws IOException {
        json.writeObjectFieldStart(name);
        number("value", estimate.value());
        number("lower", estimate.lower());
        number("upper", estimate.upper());
        number("confidence", estimate.confidence());
        json.writeEndObject();
    }

    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
