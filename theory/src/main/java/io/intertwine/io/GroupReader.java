package io.intertwine.io;

import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which group acts. */
final class GroupReader {
    private static final int MOST_GENERATORS = 1_000;
    private static final int MOST_RELATORS = 100_000;

    private GroupReader() {}

    static GroupDescription read(JsonValue value) throws FormatException {
        JsonObject group = value.requireObject(
                "a group such as {\"cyclic\": 4} or {\"generators\": [\"s\"], \"relators\": [\"s^2\"]}");
        if (group.members().containsKey("lie")) {
            throw group.require("lie").refuse("\"lie\" (connected groups) is not built yet");
        }
        group.requireOnly("generators", "relators", "cyclic", "dihedral", "symmetric");
        try {
            return group.members().containsKey("generators") ? presented(group) : known(group);
        } catch (IllegalArgumentException wrong) {
            throw value.refuse(wrong);
        }
    }

    private static GroupDescription known(JsonObject group) throws FormatException {
        if (group.members().containsKey("relators")) {
            throw group.refuse("expected \"generators\" beside \"relators\", found none");
        }
        Map.Entry<String, JsonValue> single = group.requireSingle(
                "\"generators\" (with \"relators\" if there are), or \"cyclic\", \"dihedral\" or \"symmetric\" alone,");
        int n = single.getValue().requireInteger("a whole number", 1, Word.LIMIT);
        return switch (single.getKey()) {
            case "cyclic" -> GroupDescription.Presentation.cyclic(n);
            case "dihedral" -> GroupDescription.Presentation.dihedral(n);
            default -> GroupDescription.Presentation.symmetric(n);
        };
    }

    private static GroupDescription presented(JsonObject group) throws FormatException {
        group.requireOnly("generators", "relators");
        List<String> generators = new ArrayList<>();
        for (JsonValue name : group.require("generators").requireItems("a list of names")) {
            generators.add(name.requireText("the name of a generator"));
        }
        if (generators.isEmpty() || generators.size() > MOST_GENERATORS) {
            throw group.require("generators")
                    .refuse("expected from 1 to " + MOST_GENERATORS + " generators, found " + generators.size());
        }
        GroupDescription.Generated generated = new GroupDescription.Generated(generators);
        Optional<JsonValue> relators = group.find("relators");
        return relators.isEmpty()
                ? generated
                : new GroupDescription.Presentation(generators, relators(relators.get(), generators));
    }

    private static List<Word> relators(JsonValue value, List<String> generators) throws FormatException {
        List<Word> relators = new ArrayList<>();
        long length = 0;
        for (JsonValue item : value.requireItems("a list of words")) {
            Word relator = WordSyntax.read(item, generators);
            relators.add(relator);
            length += relator.letters().size();
            if (length > MOST_RELATORS) {
                throw item.refuse("expected relators of at most " + MOST_RELATORS + " powers in all, found more");
            }
        }
        return relators;
    }
}
