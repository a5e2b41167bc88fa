package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.ActionAlgebra;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ImageActions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the action of one generator on one space. */
final class ActionReader {
    private static final List<String> KINDS =
            List.of("permutation", "matrix", "trivial", "image", "sum", "tensor", "power", "dual", "multiple");
    private static final int LARGEST_POWER = 64;
    private static final List<String> IMAGE_KINDS = List.of("mirror", "flip", "rotate90", "translate");

    private ActionReader() {}

    static AffineMap read(JsonValue value) throws FormatException {
        JsonObject action = value.requireObject("an action such as {\"permutation\": [1, 0]}");
        try {
            return read(action);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw value.refuse(wrong);
        }
    }

    private static AffineMap read(JsonObject action) throws FormatException {
        if (action.members().containsKey("permutation")) {
            return monomial(action);
        }
        if (action.members().containsKey("matrix")) {
            return affine(action);
        }
        var single = action.requireSingle("an action (one of " + JsonNames.list(KINDS) + ")");
        JsonValue value = single.getValue();
        return switch (single.getKey()) {
            case "trivial" ->
                AffineMap.identity(value.requireInteger("a dimension", 1, ActionAlgebra.LARGEST_DIMENSION));
            case "image" -> image(value.requireObject("an image action"));
            case "sum" -> ActionAlgebra.directSum(several(value));
            case "tensor" -> tensor(several(value));
            case "power" -> power(pair(value, "[ACTION, EXPONENT]"));
            case "dual" -> ActionAlgebra.dual(read(value));
            case "multiple" -> multiple(pair(value, "[COUNT, ACTION]"));
            default ->
                throw value.refuse("there is no action " + FormatException.quote(single.getKey()) + ", there are "
                        + JsonNames.list(KINDS) + NearestName.question(single.getKey(), KINDS));
        };
    }

    private static AffineMap monomial(JsonObject action) throws FormatException {
        action.requireOnly("permutation", "scales", "shift");
        int[] images = action.require("permutation").requireIntegers("a permutation such as [1, 0]", -1);
        ActionAlgebra.requireDimension(images.length);
        Permutation permutation = Permutation.of(images);
        return AffineMap.monomial(
                permutation,
                vector(action, "scales", images.length, Scalar.ONE),
                vector(action, "shift", images.length, Scalar.ZERO));
    }

    private static AffineMap affine(JsonObject action) throws FormatException {
        action.requireOnly("matrix", "shift");
        JsonValue value = action.require("matrix");
        List<JsonValue> rows = value.requireItems("a matrix: a list of rows");
        if (rows.size() > ActionAlgebra.LARGEST_MATRIX) {
            throw value.refuse("expected a matrix of at most " + ActionAlgebra.LARGEST_MATRIX + " rows, found "
                    + rows.size() + "; write a larger action as a permutation with scales, or as a sum");
        }
        ExactMatrix matrix = JsonMatrix.read(value, "a matrix: a list of rows", false);
        if (matrix.rows() != matrix.columns()) {
            throw value.refuse("expected a square matrix, found " + matrix.rows() + " x " + matrix.columns());
        }
        return AffineMap.of(matrix, vector(action, "shift", matrix.rows(), Scalar.ZERO));
    }

    private static List<Scalar> vector(JsonObject action, String name, int size, Scalar missing)
            throws FormatException {
        Optional<JsonValue> value = action.find(name);
        if (value.isEmpty()) {
            return Collections.nCopies(size, missing);
        }
        ExactNumbers numbers = value.get().requireNumbers("a list of numbers");
        if (numbers.size() != size) {
            throw value.get()
                    .refuse("expected " + size + " " + name + ", one for each coordinate, found " + numbers.size());
        }
        return numbers.toList();
    }

    private static AffineMap image(JsonObject image) throws FormatException {
        image.requireOnly("channels", "height", "width", "action", "by");
        int most = ActionAlgebra.LARGEST_DIMENSION;
        ImageActions actions = new ImageActions(
                image.require("channels").requireInteger("a number of channels", 1, most),
                image.require("height").requireInteger("a number of rows", 1, most),
                image.require("width").requireInteger("a number of columns", 1, most));
        JsonValue value = image.require("action");
        String name = value.requireText("the name of an image action");
        if (image.members().containsKey("by") != name.equals("translate")) {
            throw image.refuse("expected \"by\": [rows, columns] for \"translate\" and for no other image action");
        }
        return switch (name) {
            case "mirror" -> actions.mirror();
            case "flip" -> actions.flip();
            case "rotate90" -> actions.rotate90();
            case "translate" -> {
                int[] by = image.require("by").requireIntegers("[rows, columns]", 2);
                yield actions.translate(by[0], by[1]);
            }
            default ->
                throw value.refuse("there is no image action " + FormatException.quote(name) + ", there are "
                        + JsonNames.list(IMAGE_KINDS) + NearestName.question(name, IMAGE_KINDS));
        };
    }

    private static List<AffineMap> several(JsonValue value) throws FormatException {
        List<AffineMap> actions = new ArrayList<>();
        long dimension = 0;
        for (JsonValue item : value.requireItems("a list of actions")) {
            AffineMap action = read(item);
            actions.add(action);
            dimension += action.dimension();
            if (dimension > ActionAlgebra.LARGEST_DIMENSION) {
                throw item.refuse(
                        "the actions up to this one have more than " + ActionAlgebra.LARGEST_DIMENSION + " dimensions");
            }
        }
        if (actions.isEmpty()) {
            throw value.expected("at least one action");
        }
        return actions;
    }

    private static AffineMap tensor(List<AffineMap> factors) {
        AffineMap result = factors.get(0);
        if (factors.size() == 1) {
            return ActionAlgebra.tensorPower(result, 1);
        }
        for (AffineMap factor : factors.subList(1, factors.size())) {
            result = ActionAlgebra.tensor(result, factor);
        }
        return result;
    }

    private static List<JsonValue> pair(JsonValue value, String what) throws FormatException {
        List<JsonValue> items = value.requireItems(what);
        if (items.size() != 2) {
            throw value.expected(what);
        }
        return items;
    }

    private static AffineMap power(List<JsonValue> pair) throws FormatException {
        return ActionAlgebra.tensorPower(
                read(pair.get(0)), pair.get(1).requireInteger("an exponent", 1, LARGEST_POWER));
    }

    private static AffineMap multiple(List<JsonValue> pair) throws FormatException {
        int count = pair.get(0).requireInteger("a count", 1, ActionAlgebra.LARGEST_DIMENSION);
        return ActionAlgebra.multiple(count, read(pair.get(1)));
    }
}
