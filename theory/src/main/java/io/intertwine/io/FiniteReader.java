package io.intertwine.io;

import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.FiniteRepresentations;
import io.intertwine.rep.LinearRepresentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads representations that are made from the multiplication of a finite group: regular, on cosets, induced. */
final class FiniteReader {
    static final String REGULAR = "regular";

    private final ActingGroup group;
    /** The multiplication of the group, once it was needed; at most one. */
    private final List<FiniteRepresentations> made = new ArrayList<>();

    FiniteReader(ActingGroup group) {
        this.group = group;
    }

    LinearRepresentation regular(JsonValue at) throws FormatException {
        return finite(at).regular();
    }

    /** The cosets of the subgroup that a list of words generates. */
    LinearRepresentation cosets(JsonValue value) throws FormatException {
        return finite(value)
                .onCosets(JsonItems.read(
                        value, "a list of words that generate a subgroup", word -> WordSyntax.read(word, names())));
    }

    /** What a representation of a subgroup induces, whose generators are words. */
    LinearRepresentation induced(JsonValue value) throws FormatException {
        JsonObject induced =
                value.requireObject("an object with \"generators\" of a subgroup, and its \"representation\"");
        induced.requireOnly("generators", "representation");
        List<String> names = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        JsonObject generators =
                induced.require("generators").requireObject("an object with a word for each generator of a subgroup");
        for (Map.Entry<String, JsonValue> generator : generators.members().entrySet()) {
            names.add(generator.getKey());
            words.add(WordSyntax.read(generator.getValue(), names()));
        }
        KnownGroup subgroup = new KnownGroup(ActingGroup.of(new GroupDescription.Generated(names)), Map.of());
        LinearRepresentation inducing =
                new StructureReader(subgroup.group(), subgroup).read(induced.require("representation"));
        return finite(value).induced(words, inducing);
    }

    private List<String> names() {
        return group.discrete().generators();
    }

    private FiniteRepresentations finite(JsonValue at) throws FormatException {
        if (made.isEmpty()) {
            if (!(group.discrete() instanceof GroupDescription.Presentation presentation) || !group.isDiscrete()) {
                throw at.refuse(
                        "regular representations, cosets and induced representations are for finite groups that "
                                + "are given by generators and relators");
            }
            made.add(FiniteRepresentations.of(presentation));
        }
        return made.get(0);
    }
}
