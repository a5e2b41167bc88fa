package io.intertwine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.find.MapsDimension;
import io.intertwine.io.BasisFormat;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.LinearRepresentation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A space of equivariant maps as JSON, every key present. */
final class MapsJson {
    /** A basis with more entries is left out. */
    static final long MOST_ENTRIES = 100_000;

    private MapsJson() {}

    /**
     * The fields of the object.
     *
     * @param biases what is known of the fixed vectors of the target, if it was asked for
     */
    static JsonOutput.Fields of(
            LinearRepresentation source, LinearRepresentation target, MapsDimension maps, List<MapsDimension> biases) {
        return json -> {
            space(json, "", maps);
            json.writeNumberField("source_dimension", source.dimension());
            json.writeNumberField("target_dimension", target.dimension());
            JsonOutput.texts(json, "generators", source.group().discrete().generators());
            JsonOutput.texts(json, "lie", source.group().connected().generators());
            for (MapsDimension bias : biases) {
                space(json, "bias_", bias);
            }
        };
    }

    private static void space(JsonGenerator json, String prefix, MapsDimension maps) throws IOException {
        if (maps.dimension().isPresent()) {
            json.writeNumberField(prefix + "dimension", maps.dimension().getAsLong());
        } else {
            json.writeNullField(prefix + "dimension");
        }
        basis(json, prefix, maps);
        json.writeBooleanField(prefix + "proved", maps.isProved());
        String theorem = maps.proof().stream()
                .findFirst()
                .map(proof -> proof.theorem().toString())
                .orElse("");
        JsonOutput.textOrNull(json, prefix + "theorem", theorem);
        JsonOutput.texts(json, prefix + "reasons", maps.reasons());
    }

    private static void basis(JsonGenerator json, String prefix, MapsDimension maps) throws IOException {
        List<SparseMatrix> basis = new ArrayList<>();
        String omitted = maps.maps().isEmpty() ? maps.reasons().get(0) : "";
        for (EquivariantMaps found : maps.maps()) {
            if (!collect(found, basis)) {
                omitted = "the basis has more than " + MOST_ENTRIES + " entries: write it to a file with --basis";
            }
        }
        if (omitted.isEmpty()) {
            json.writeArrayFieldStart(prefix + "basis");
            for (SparseMatrix map : basis) {
                write(json, map);
            }
            json.writeEndArray();
        } else {
            json.writeNullField(prefix + "basis");
        }
        JsonOutput.textOrNull(json, prefix + "basis_omitted", omitted);
    }

    /** Collects the basis; whether it is small enough. */
    private static boolean collect(EquivariantMaps maps, List<SparseMatrix> basis) {
        if (!BasisFormat.isModest(maps, MOST_ENTRIES)) {
            return false;
        }
        long entries = 0;
        for (Iterator<SparseMatrix> each = maps.basis().iterator(); each.hasNext(); ) {
            SparseMatrix map = each.next();
            entries += map.size();
            if (entries > MOST_ENTRIES) {
                return false;
            }
            basis.add(map);
        }
        return true;
    }

    private static void write(JsonGenerator json, SparseMatrix map) throws IOException {
        json.writeStartArray();
        for (SparseMatrix.Entry entry : map.entries()) {
            json.writeStartArray();
            json.writeNumber(entry.row());
            json.writeNumber(entry.column());
            json.writeString(entry.value().toString());
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
