package io.intertwine.io;

import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the steps that lead from a network to another with the same function. */
final class StepReader {
    private static final List<String> STEPS = List.of("merge", "fold", "prune", "drop", "refactor", "replace");

    private StepReader() {}

    static List<ReductionStep> readList(JsonValue list) throws FormatException {
        return JsonItems.read(list, "a list of steps", StepReader::read);
    }

    private static ReductionStep read(JsonValue item) throws FormatException {
        Map.Entry<String, JsonValue> single = item.requireObject("a step").requireSingle("a step");
        if (!STEPS.contains(single.getKey())) {
            throw single.getValue()
                    .refuse("there is no step " + FormatException.quote(single.getKey()) + ", there are "
                            + JsonNames.list(STEPS) + NearestName.question(single.getKey(), STEPS));
        }
        JsonObject step = single.getValue().requireObject("an object with the details of the step");
        int layer = step.require("layer").requireInteger("the index of a layer", 0, Integer.MAX_VALUE);
        return switch (single.getKey()) {
            case "merge" -> merge(step, layer);
            case "fold" -> new ReductionStep.Fold(layer, units(step));
            case "prune" -> new ReductionStep.Prune(layer, units(step));
            case "drop" -> new ReductionStep.Drop(layer, units(step));
            case "refactor" -> refactor(step, layer);
            default -> replace(step, layer);
        };
    }

    private static ReductionStep merge(JsonObject step, int layer) throws FormatException {
        step.requireOnly("layer", "units");
        return new ReductionStep.Merge(
                layer, JsonItems.read(step.require("units"), "a list of merged units", StepReader::unitMerge));
    }

    private static ReductionStep.UnitMerge unitMerge(JsonValue item) throws FormatException {
        JsonObject unit = item.requireObject("a merged unit");
        unit.requireOnly("from", "into", "scale", "shift");
        Scalar scale = unit.require("scale").requireAtom("a number").scalar();
        if (scale.isZero()) {
            throw unit.require("scale").refuse("expected a scale that is not 0, found 0");
        }
        Scalar shift = unit.require("shift").requireAtom("a number").scalar();
        return new ReductionStep.UnitMerge(
                unitIndex(unit.require("from")), unitIndex(unit.require("into")), new UnitMap(scale, shift));
    }

    private static int unitIndex(JsonValue value) throws FormatException {
        return value.requireInteger("the index of a unit", 0, Integer.MAX_VALUE);
    }

    private static List<Integer> units(JsonObject step) throws FormatException {
        step.requireOnly("layer", "units");
        List<Integer> units = new ArrayList<>();
        for (int unit : step.require("units").requireIntegers("a list of units", -1)) {
            units.add(unit);
        }
        return units;
    }

    private static ReductionStep refactor(JsonObject step, int layer) throws FormatException {
        step.requireOnly("layer", "first", "second");
        JsonObject first = step.require("first").requireObject("a weight and a bias");
        JsonObject second = step.require("second").requireObject("a weight and a bias");
        return new ReductionStep.Refactor(layer, weight(first), bias(first), weight(second), bias(second));
    }

    private static ExactMatrix weight(JsonObject dense) throws FormatException {
        dense.requireOnly("weight", "bias");
        return JsonMatrix.read(dense.require("weight"), "a weight: a list of rows", false);
    }

    private static List<Scalar> bias(JsonObject dense) throws FormatException {
        Optional<JsonValue> bias = dense.find("bias");
        return bias.isEmpty()
                ? List.of()
                : bias.get().requireNumbers("a bias: a list of numbers").toList();
    }

    private static ReductionStep replace(JsonObject step, int layer) throws FormatException {
        step.requireOnly("layer", "end", "layers", "comparison");
        return new ReductionStep.Replace(
                layer,
                step.require("end").requireInteger("the index after the last layer", 0, Integer.MAX_VALUE),
                LayersReader.part(step.require("layers")),
                ComparisonFormat.read(step.require("comparison")));
    }
}
