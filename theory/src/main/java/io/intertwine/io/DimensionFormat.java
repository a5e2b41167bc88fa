package io.intertwine.io;

import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.PrimeField;
import io.intertwine.net.GenericPoint;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Evidence for a functional dimension, in JSON, an object with one field that says which kind it is: {@code {"minor": {...}}},
 * {@code {"factored": {"minor": {...}, "factors": [rows]}}}, {@code {"explicit": {"layers": [...], "points": [...]}}}, and of the
 * parameters of a network {@code {"at_parameters": ...}} ({@link ParameterEvidenceFormat}).
 */
final class DimensionFormat {
    private static final List<String> KINDS = List.of("minor", "factored", "explicit", "at_parameters");

    private DimensionFormat() {}

    static DimensionEvidence read(JsonValue value) throws FormatException {
        Map.Entry<String, JsonValue> single = value.requireObject(
                        "the evidence: an object with " + JsonNames.list(KINDS))
                .requireSingle("evidence");
        JsonValue inner = single.getValue();
        return switch (single.getKey()) {
            case "minor" -> minor(inner);
            case "factored" -> factored(inner);
            case "explicit" -> explicit(inner);
            case "at_parameters" -> ParameterEvidenceFormat.read(inner);
            default ->
                throw inner.refuse("there is no evidence " + FormatException.quote(single.getKey()) + ", there is "
                        + JsonNames.list(KINDS) + NearestName.question(single.getKey(), KINDS));
        };
    }

    static void write(DimensionEvidence evidence, JsonWriter json) throws FormatException, IOException {
        json.object();
        if (evidence instanceof DimensionEvidence.Generic generic) {
            minor(generic, json.name("minor"));
        } else if (evidence instanceof DimensionEvidence.Factored factored) {
            factored(factored, json.name("factored"));
        } else if (evidence instanceof DimensionEvidence.Explicit explicit) {
            explicit(explicit, json.name("explicit"));
        } else {
            ParameterEvidenceFormat.write((DimensionEvidence.AtParameters) evidence, json.name("at_parameters"));
        }
        json.end();
    }

    private static DimensionEvidence.Generic minor(JsonValue value) throws FormatException {
        JsonObject minor = value.requireObject("a minor: an object with \"prime\", \"rows\" and \"columns\"");
        minor.requireOnly("prime", "seed", "bases", "lines", "order", "rows", "columns");
        JsonValue seed = minor.require("seed");
        GenericPoint.Sampling sampling = new GenericPoint.Sampling(
                minor.require("prime").requireInteger("an odd prime", 3, (int) (PrimeField.PRIME_LIMIT - 1)),
                JsonAtom.integer(seed, seed.requireAtom("a seed").scalar(), "a seed", Long.MIN_VALUE, Long.MAX_VALUE),
                minor.require("bases").requireInteger("a number of base points", 1, Integer.MAX_VALUE),
                minor.require("lines").requireInteger("a number of lines", 1, Integer.MAX_VALUE),
                minor.require("order").requireInteger("an order", 0, Integer.MAX_VALUE));
        return new DimensionEvidence.Generic(
                sampling, places(minor.require("rows"), "rows"), places(minor.require("columns"), "columns"));
    }

    static List<Integer> places(JsonValue value, String what) throws FormatException {
        return Arrays.stream(value.requireIntegers("a list of " + what, -1))
                .boxed()
                .toList();
    }

    private static void minor(DimensionEvidence.Generic minor, JsonWriter json) throws IOException {
        json.object().name("prime").integer(minor.sampling().prime());
        json.name("seed").integer(minor.sampling().seed());
        json.name("bases").integer(minor.sampling().bases());
        json.name("lines").integer(minor.sampling().lines());
        json.name("order").integer(minor.sampling().order());
        json.name("rows").integers(array(minor.rows()));
        json.name("columns").integers(array(minor.columns()));
        json.end();
    }

    static int[] array(List<Integer> integers) {
        return integers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static DimensionEvidence.Factored factored(JsonValue value) throws FormatException {
        JsonObject factored = value.requireObject("an object with \"minor\" and \"factors\"");
        factored.requireOnly("minor", "factors");
        DimensionEvidence.Generic minor = minor(factored.require("minor"));
        return new DimensionEvidence.Factored(
                minor,
                matrix(
                        factored.require("factors"),
                        minor.sampling().prime(),
                        minor.rows().size()));
    }

    /** A square matrix of residues. */
    private static ModularMatrix matrix(JsonValue list, long prime, int size) throws FormatException {
        List<JsonValue> rows = list.requireItems("the factors: a list of rows");
        if (rows.size() != size) {
            throw list.refuse("expected as many rows of factors as the minor has, " + size + ", found " + rows.size());
        }
        ModularMatrix matrix = matrix(list, prime, size, size);
        for (int i = 0; i < size; i++) {
            int[] row = rows.get(i).requireIntegers("a row of factors", size);
            for (int j = 0; j < size; j++) {
                if (row[j] < 0 || row[j] >= prime) {
                    throw rows.get(i)
                            .refuse("expected residues from 0 to " + (prime - 1) + ", found " + row[j] + " at index "
                                    + j);
                }
                matrix.set(i, j, row[j]);
            }
        }
        return matrix;
    }

    private static ModularMatrix matrix(JsonValue at, long prime, int rows, int columns) throws FormatException {
        try {
            return new ModularMatrix(prime, rows, columns);
        } catch (IllegalArgumentException unusable) {
            throw at.refuse(unusable);
        }
    }

    private static void factored(DimensionEvidence.Factored factored, JsonWriter json) throws IOException {
        minor(factored.minor(), json.object().name("minor"));
        int size = factored.factors().columns();
        json.name("factors").list();
        for (int i = 0; i < factored.factors().rows(); i++) {
            json.integers(Arrays.copyOfRange(factored.factors().data(), i * size, (i + 1) * size));
        }
        json.end().end();
    }

    private static DimensionEvidence.Explicit explicit(JsonValue value) throws FormatException {
        JsonObject explicit = value.requireObject("an object with \"layers\" and \"points\"");
        explicit.requireOnly("layers", "points");
        return new DimensionEvidence.Explicit(
                LayersReader.network(explicit.require("layers"), WeightSource.none()),
                JsonItems.read(explicit.require("points"), "a list of points", CertificateReader::point));
    }

    private static void explicit(DimensionEvidence.Explicit explicit, JsonWriter json)
            throws FormatException, IOException {
        json.object();
        new LayersWriter(json.name("layers"), WeightStorage.INLINE)
                .write(explicit.network().layers());
        CertificateWriter.points(explicit.points(), json);
        json.end();
    }
}
