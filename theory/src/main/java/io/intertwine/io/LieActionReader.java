package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the derivative of the action of one generator of a Lie algebra: a matrix, or what is built from others by the Leibniz rule.
 * Nothing has to be invertible.
 */
final class LieActionReader {
    /** The largest dimension of a derivative that is written down for one generator. */
    static final int LARGEST_DIMENSION = 1 << 14;

    /** The most entries of a derivative that are not zero. */
    static final int MOST_ENTRIES = 1 << 20;

    private static final int LARGEST_POWER = 64;
    private static final List<String> KINDS =
            List.of("matrix", "entries", "trivial", "sum", "multiple", "tensor", "power", "dual");

    private LieActionReader() {}

    static SparseMatrix read(JsonValue value) throws FormatException {
        JsonObject action = value.requireObject("the derivative of an action such as {\"matrix\": [[0, -1], [1, 0]]}");
        if (action.members().containsKey("entries")) {
            return sparse(action);
        }
        var single = action.requireSingle("a derivative (one of " + JsonNames.list(KINDS) + ")");
        JsonValue inner = single.getValue();
        return switch (single.getKey()) {
            case "matrix" -> matrix(inner);
            case "trivial" -> {
                int n = inner.requireInteger("a dimension", 1, LARGEST_DIMENSION);
                yield SparseMatrix.zero(n, n);
            }
            case "sum" -> sum(inner, several(inner));
            case "multiple" -> {
                List<JsonValue> pair = pair(inner, "[COUNT, ACTION]");
                int count = pair.get(0).requireInteger("a count", 1, LARGEST_DIMENSION);
                yield sum(inner, Collections.nCopies(count, read(pair.get(1))));
            }
            case "tensor" -> product(inner, several(inner));
            case "power" -> {
                List<JsonValue> pair = pair(inner, "[ACTION, EXPONENT]");
                int exponent = pair.get(1).requireInteger("an exponent", 1, LARGEST_POWER);
                yield product(inner, Collections.nCopies(exponent, read(pair.get(0))));
            }
            case "dual" -> read(inner).transpose().scaled(Scalar.MINUS_ONE);
            default ->
                throw inner.refuse("there is no derivative " + FormatException.quote(single.getKey()) + ", there are "
                        + JsonNames.list(KINDS) + NearestName.question(single.getKey(), KINDS));
        };
    }

    private static SparseMatrix matrix(JsonValue value) throws FormatException {
        List<JsonValue> rows = value.requireItems("a matrix: a list of rows");
        if (rows.size() > LARGEST_DIMENSION) {
            throw value.refuse("expected a matrix of at most " + LARGEST_DIMENSION + " rows, found " + rows.size());
        }
        ExactMatrix matrix = JsonMatrix.read(value, "a matrix: a list of rows", false);
        if (matrix.rows() != matrix.columns()) {
            throw value.refuse("expected a square matrix, found " + matrix.rows() + " x " + matrix.columns());
        }
        return SparseMatrix.of(matrix);
    }

    private static SparseMatrix sparse(JsonObject action) throws FormatException {
        action.requireOnly("entries", "dimension");
        int n = action.require("dimension").requireInteger("a dimension", 1, LARGEST_DIMENSION);
        return SparseEntries.read(action.require("entries"), n, n, MOST_ENTRIES);
    }

    private static List<SparseMatrix> several(JsonValue value) throws FormatException {
        List<SparseMatrix> actions = JsonItems.read(value, "a list of derivatives", LieActionReader::read);
        if (actions.isEmpty()) {
            throw value.expected("at least one derivative");
        }
        return actions;
    }

    private static List<JsonValue> pair(JsonValue value, String what) throws FormatException {
        List<JsonValue> items = value.requireItems(what);
        if (items.size() != 2) {
            throw value.expected(what);
        }
        return items;
    }

    private static SparseMatrix sum(JsonValue value, List<SparseMatrix> summands) throws FormatException {
        requireModest(
                value,
                summands.stream().mapToLong(SparseMatrix::rows).sum(),
                summands.stream().mapToLong(SparseMatrix::size).sum());
        return SparseMatrix.directSum(new ArrayList<>(summands));
    }

    /** A (x) 1 + 1 (x) B, repeatedly. */
    private static SparseMatrix product(JsonValue value, List<SparseMatrix> factors) throws FormatException {
        SparseMatrix result = factors.get(0);
        for (SparseMatrix factor : factors.subList(1, factors.size())) {
            long entries = (long) result.size() * factor.rows() + (long) factor.size() * result.rows();
            requireModest(value, (long) result.rows() * factor.rows(), entries);
            result = result.kronecker(SparseMatrix.identity(factor.rows()))
                    .add(SparseMatrix.identity(result.rows()).kronecker(factor));
        }
        return result;
    }

    private static void requireModest(JsonValue value, long dimension, long entries) throws FormatException {
        if (dimension > LARGEST_DIMENSION || entries > MOST_ENTRIES) {
            throw value.refuse("expected a derivative of at most " + LARGEST_DIMENSION + " dimensions and "
                    + MOST_ENTRIES + " entries, found " + dimension + " and " + entries
                    + "; build a larger representation with \"representation\"");
        }
    }
}
