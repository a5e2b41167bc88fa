package io.intertwine.io;

import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.ActionAlgebra;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import io.intertwine.rep.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads representations of one group that are built from others; how they are built is kept. */
final class StructureReader {
    private static final List<String> KINDS = List.of(
            "action",
            "lie",
            "trivial",
            "sum",
            "multiple",
            "tensor",
            "power",
            "dual",
            "cosets",
            "induced",
            "restricted");
    private static final int LARGEST_POWER = 64;

    private final ActingGroup group;
    private final Map<String, LinearRepresentation> named;
    private final FiniteReader finite;
    private final ActionsReader actions = new ActionsReader();
    /** The representations that are given by matrices. */
    private final List<LinearRepresentation> given = new ArrayList<>();

    /**
     * A reader of representations.
     *
     * @param group the group, with its generators in the order that the representations get
     * @param known the same group as the file has it, perhaps in another order
     */
    StructureReader(ActingGroup group, KnownGroup known) {
        this.group = group;
        named = known.named();
        finite = new FiniteReader(known.group());
    }

    /** The matrices of the generators of the Lie algebra, on the sum of all representations that were read as matrices. */
    List<SparseMatrix> derivatives() {
        List<SparseMatrix> derivatives = new ArrayList<>();
        for (int x = 0; x < group.connected().generators().size() && !given.isEmpty(); x++) {
            int index = x;
            derivatives.add(SparseMatrix.directSum(
                    given.stream().map(leaf -> leaf.derivative(index)).toList()));
        }
        return derivatives;
    }

    LinearRepresentation read(JsonValue value) throws FormatException {
        if (value instanceof JsonAtom atom && atom.isText()) {
            try {
                return atom.text().equals(FiniteReader.REGULAR)
                        ? reordered(finite.regular(value))
                        : named(value, atom.text());
            } catch (IllegalArgumentException notFinite) {
                throw value.refuse(notFinite);
            }
        }
        JsonObject object = value.requireObject("a representation such as {\"trivial\": 1}");
        try {
            return object.members().containsKey("action") || object.members().containsKey("lie")
                    ? leaf(object)
                    : built(object);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw value.refuse(wrong);
        }
    }

    private LinearRepresentation leaf(JsonObject object) throws FormatException {
        object.requireOnly("action", "lie");
        return matrices(object);
    }

    private LinearRepresentation built(JsonObject object) throws FormatException {
        var single = object.requireSingle("a representation (one of " + JsonNames.list(KINDS) + ")");
        JsonValue value = single.getValue();
        return switch (single.getKey()) {
            case "trivial" ->
                LinearRepresentation.trivial(
                        group, value.requireInteger("a dimension", 1, ActionAlgebra.LARGEST_DIMENSION));
            case "sum" -> LinearRepresentation.directSum(several(value));
            case "multiple" -> {
                List<JsonValue> pair = pair(value, "[COUNT, REPRESENTATION]");
                yield read(pair.get(1))
                        .multiple(pair.get(0).requireInteger("a count", 1, ActionAlgebra.LARGEST_DIMENSION));
            }
            case "tensor" ->
                several(value).stream().reduce(LinearRepresentation::tensor).orElseThrow();
            case "power" -> {
                List<JsonValue> pair = pair(value, "[REPRESENTATION, EXPONENT]");
                yield read(pair.get(0)).power(pair.get(1).requireInteger("an exponent", 0, LARGEST_POWER));
            }
            case "dual" -> read(value).dual();
            case "cosets" -> reordered(finite.cosets(value));
            case "induced" -> reordered(finite.induced(value));
            case "restricted" ->
                restricted(
                        value.requireObject(
                                "a representation of a larger group: an object with \"group\", \"words\" and \"representation\""));
            default ->
                throw value.refuse("there is no representation " + FormatException.quote(single.getKey())
                        + ", there are " + JsonNames.list(KINDS) + NearestName.question(single.getKey(), KINDS));
        };
    }

    private List<LinearRepresentation> several(JsonValue value) throws FormatException {
        List<LinearRepresentation> items = JsonItems.read(value, "a list of representations", this::read);
        if (items.isEmpty()) {
            throw value.expected("at least one representation");
        }
        return items;
    }

    private static List<JsonValue> pair(JsonValue value, String what) throws FormatException {
        List<JsonValue> items = value.requireItems(what);
        if (items.size() != 2) {
            throw value.expected(what);
        }
        return items;
    }

    private LinearRepresentation named(JsonValue value, String name) throws FormatException {
        if (!named.containsKey(name)) {
            throw value.refuse("there is no representation " + FormatException.quote(name) + " of this group"
                    + (named.isEmpty()
                            ? ": only \"regular\", and of groups that are given by a name alone, such as {\"symmetric\": 3}, "
                                    + "\"natural\" or \"standard\""
                            : ", there is " + JsonNames.list(named.keySet())
                                    + NearestName.question(name, named.keySet())));
        }
        return reordered(named.get(name));
    }

    /** A representation by matrices, with the generators in the order of the group. */
    private LinearRepresentation reordered(LinearRepresentation found) {
        Structure.Given matrices = (Structure.Given) found.structure();
        List<String> discrete = found.group().discrete().generators();
        List<String> connected = found.group().connected().generators();
        List<AffineMap> images = group.discrete().generators().stream()
                .map(generator -> matrices.discrete().images().get(discrete.indexOf(generator)))
                .toList();
        List<SparseMatrix> derivatives = group.connected().generators().stream()
                .map(generator -> matrices.derivatives().get(connected.indexOf(generator)))
                .toList();
        return keep(LinearRepresentation.of(
                group, new Representation(group.discrete(), found.dimension(), images), derivatives));
    }

    private LinearRepresentation keep(LinearRepresentation leaf) {
        given.add(leaf);
        return leaf;
    }

    /** The representation that the matrices of all generators give: "action" has those of the group, "lie" those of the Lie algebra. */
    LinearRepresentation matrices(JsonObject object) throws FormatException {
        List<SparseMatrix> derivatives = object.members().containsKey("lie") || !group.isDiscrete()
                ? derivatives(object.require("lie").requireObject("an object with a derivative for each generator"))
                : List.of();
        Representation discrete = discrete(object, derivatives);
        try {
            return keep(LinearRepresentation.of(group, discrete, derivatives));
        } catch (IllegalArgumentException wrong) {
            throw object.find("lie").orElse(object).refuse(wrong);
        }
    }

    private List<SparseMatrix> derivatives(JsonObject lie) throws FormatException {
        List<String> names = group.connected().generators();
        ActionsReader.requireGenerators(lie, "Lie algebra's representation", names);
        List<SparseMatrix> derivatives = new ArrayList<>();
        for (String name : names) {
            derivatives.add(ActionsReader.ofGenerator(name, () -> LieActionReader.read(lie.require(name))));
        }
        return derivatives;
    }

    private Representation discrete(JsonObject object, List<SparseMatrix> derivatives) throws FormatException {
        if (!group.discrete().generators().isEmpty()) {
            return actions.read(object.require("action"), "representation", group.discrete());
        }
        if (object.members().containsKey("action")) {
            throw object.require("action").refuse("expected a field \"group\" beside \"action\", found none");
        }
        return new Representation(group.discrete(), derivatives.get(0).rows(), List.of());
    }

    /** A representation of a larger group, in which the generators of this group are words. */
    private LinearRepresentation restricted(JsonObject restricted) throws FormatException {
        restricted.requireOnly("group", "words", "representation");
        if (!group.isDiscrete()) {
            throw restricted.refuse("\"restricted\" is for groups without a Lie algebra");
        }
        KnownGroup larger = KnownGroup.read(restricted.require("group"), LieAlgebra.NONE);
        JsonObject words = restricted.require("words").requireObject("an object with a word for each generator");
        GroupDescription discrete = group.discrete();
        ActionsReader.requireGenerators(words, "subgroup", discrete.generators());
        List<Word> values = new ArrayList<>();
        for (String generator : discrete.generators()) {
            values.add(WordSyntax.read(
                    words.require(generator), larger.group().discrete().generators()));
        }
        return new StructureReader(larger.group(), larger)
                .read(restricted.require("representation"))
                .restrict(discrete, values);
    }
}
