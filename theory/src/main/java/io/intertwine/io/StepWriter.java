package io.intertwine.io;

import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.io.IOException;
import java.util.List;

/** Writes the steps that lead from a network to another with the same function. */
final class StepWriter {
    private final JsonWriter json;

    private StepWriter(JsonWriter json) {
        this.json = json;
    }

    static void write(List<ReductionStep> steps, JsonWriter json) throws FormatException, IOException {
        StepWriter writer = new StepWriter(json);
        json.list();
        for (ReductionStep step : steps) {
            writer.step(step);
        }
        json.end();
    }

    private void step(ReductionStep step) throws FormatException, IOException {
        json.object();
        if (step instanceof ReductionStep.Merge merge) {
            merge(merge);
        } else if (step instanceof ReductionStep.Prune prune) {
            units("prune", prune.layer(), prune.units());
        } else if (step instanceof ReductionStep.Fold fold) {
            units("fold", fold.layer(), fold.units());
        } else if (step instanceof ReductionStep.Drop drop) {
            units("drop", drop.layer(), drop.units());
        } else if (step instanceof ReductionStep.Refactor refactor) {
            json.name("refactor").object().name("layer").integer(refactor.layer());
            dense("first", refactor.first(), refactor.firstBias());
            dense("second", refactor.second(), refactor.secondBias());
            json.end();
        } else {
            replace((ReductionStep.Replace) step);
        }
        json.end();
    }

    private void units(String kind, int layer, List<Integer> units) throws IOException {
        json.name(kind).inlineObject().name("layer").integer(layer);
        json.name("units")
                .integers(units.stream().mapToInt(Integer::intValue).toArray())
                .end();
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

    private void replace(ReductionStep.Replace replace) throws FormatException, IOException {
        json.name("replace").object().name("layer").integer(replace.layer());
        json.name("end").integer(replace.end());
        new LayersWriter(json.name("layers"), WeightStorage.INLINE).write(replace.layers());
        ComparisonFormat.write(replace.comparison(), json.name("comparison"));
        json.end();
    }
}
