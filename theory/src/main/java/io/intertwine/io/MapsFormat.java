package io.intertwine.io;

import io.intertwine.certificate.MapsEvidence;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.SparseMatrix;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Evidence for the dimension of a space of equivariant maps, in JSON: {@code "orbits"}, {@code "characters"}, {@code {"basis": {...}}} or
 * {@code {"blocks": [evidence, ...]}}.
 */
final class MapsFormat {
    private static final String ORBITS = "orbits";
    private static final String CHARACTERS = "characters";
    private static final String BASIS = "basis";
    private static final String BLOCKS = "blocks";
    private static final List<String> KINDS = List.of(ORBITS, CHARACTERS, BASIS, BLOCKS);

    private MapsFormat() {}

    static MapsEvidence read(JsonValue value) throws FormatException {
        if (value instanceof JsonAtom atom && atom.isText()) {
            return switch (atom.text()) {
                case ORBITS -> new MapsEvidence.Orbits();
                case CHARACTERS -> new MapsEvidence.Characters();
                default -> throw unknown(value, atom.text());
            };
        }
        Map.Entry<String, JsonValue> single = value.requireObject("the evidence: one of " + JsonNames.list(KINDS))
                .requireSingle("evidence");
        JsonValue inner = single.getValue();
        return switch (single.getKey()) {
            case BASIS -> basis(inner);
            case BLOCKS ->
                new MapsEvidence.Blocks(JsonItems.read(inner, "evidence for every pair of blocks", MapsFormat::read));
            default -> throw unknown(inner, single.getKey());
        };
    }

    private static FormatException unknown(JsonValue at, String found) {
        return at.refuse("there is no evidence " + FormatException.quote(found) + ", there is " + JsonNames.list(KINDS)
                + NearestName.question(found, KINDS));
    }

    private static MapsEvidence.Basis basis(JsonValue value) throws FormatException {
        JsonObject basis =
                value.requireObject("a basis: an object with \"shape\", \"maps\", \"prime\" and \"equations\"");
        basis.requireOnly("shape", "maps", "prime", "equations");
        int[] shape = basis.require("shape").requireIntegers("[rows, columns]", 2);
        if (shape[0] < 1 || shape[1] < 1) {
            throw basis.require("shape").refuse("expected a positive number of rows and of columns");
        }
        List<SparseMatrix> maps = JsonItems.read(
                basis.require("maps"),
                "a list of maps, each a list of entries",
                map -> SparseEntries.read(map, shape[0], shape[1], Integer.MAX_VALUE));
        return new MapsEvidence.Basis(
                maps,
                basis.require("prime").requireInteger("an odd prime", 3, (int) (PrimeField.PRIME_LIMIT - 1)),
                DimensionFormat.places(basis.require("equations"), "equations"));
    }

    static void write(MapsEvidence evidence, JsonWriter json) throws FormatException, IOException {
        if (evidence instanceof MapsEvidence.Orbits) {
            json.text(ORBITS);
        } else if (evidence instanceof MapsEvidence.Characters) {
            json.text(CHARACTERS);
        } else if (evidence instanceof MapsEvidence.Basis basis) {
            json.object().name(BASIS);
            write(basis, json);
            json.end();
        } else {
            json.object().name(BLOCKS).list();
            for (MapsEvidence pair : ((MapsEvidence.Blocks) evidence).pairs()) {
                write(pair, json);
            }
            json.end().end();
        }
    }

    private static void write(MapsEvidence.Basis basis, JsonWriter json) throws FormatException, IOException {
        List<SparseMatrix> maps = basis.maps();
        int[] shape = maps.isEmpty()
                ? new int[] {1, 1}
                : new int[] {maps.get(0).rows(), maps.get(0).columns()};
        json.object().name("shape").integers(shape);
        json.name("maps").list();
        for (SparseMatrix map : maps) {
            SparseEntries.write(map, json);
        }
        json.end().name("prime").integer(basis.prime());
        json.name("equations").integers(DimensionFormat.array(basis.equations()));
        json.end();
    }
}
