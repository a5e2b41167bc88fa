package io.intertwine.io;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object; no name occurs twice. The members keep the order of the file, and are not changed by whoever hands them over. */
final class JsonObject extends JsonValue {
    private final Map<String, JsonValue> members;

    JsonObject(JsonPlace place, Map<String, JsonValue> members) {
        super(place);
        this.members = Collections.unmodifiableMap(members);
    }

    Map<String, JsonValue> members() {
        return members;
    }

    Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The value of a field that must be there. */
    JsonValue require(String name) throws FormatException {
        JsonValue value = members.get(name);
        if (value == null) {
            throw refuse("expected a field \"" + name + "\", found " + kind());
        }
        return value;
    }

    /** Refuses every field that is not one of these. */
    void requireOnly(String... names) throws FormatException {
        List<String> known = Arrays.asList(names);
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            if (!known.contains(member.getKey())) {
                throw member.getValue()
                        .refuse("unknown field " + FormatException.quote(member.getKey()) + ", expected "
                                + JsonNames.list(known) + NearestName.question(member.getKey(), known));
            }
        }
    }

    /** The only field of an object that must have exactly one. */
    Map.Entry<String, JsonValue> requireSingle(String what) throws FormatException {
        if (members.size() != 1) {
            throw refuse("expected " + what + " with exactly one field, found " + kind());
        }
        return members.entrySet().iterator().next();
    }

    /** Refuses a file of another format or version. */
    void requireFormat(String format) throws FormatException {
        if (!members.containsKey("format")) {
            throw refuse("expected a field \"format\": \"" + format + "\", found " + kind());
        }
        String found = require("format").requireText("the format \"" + format + "\"");
        if (found.equals(format)) {
            return;
        }
        String family = format.substring(0, format.indexOf('/') + 1);
        String hint = found.startsWith(family) ? "; this program reads no other version" : "; is it the right file?";
        throw require("format")
                .refuse("expected the format \"" + format + "\", found " + FormatException.quote(found) + hint);
    }

    @Override
    String kind() {
        return members.isEmpty() ? "an empty object" : "an object with " + JsonNames.list(members.keySet());
    }
}
