package io.intertwine.weights;

import io.intertwine.exact.Scalar;
import io.intertwine.io.FormatException;
import io.intertwine.lift.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The operators that change nothing but shapes, make constants, or compute with sizes. */
final class ShapeOperators {
    private ShapeOperators() {}

    static void addTo(Map<String, Operators.Operator> table) {
        table.put("Constant", ShapeOperators::constant);
        table.put("Identity", operands -> only(operands, 1));
        table.put("Dropout", ShapeOperators::dropout);
        table.put("Cast", ShapeOperators::cast);
        table.put("Flatten", ShapeOperators::flatten);
        table.put("Reshape", ShapeOperators::reshape);
        table.put("Transpose", ShapeOperators::transpose);
        table.put("Squeeze", operands -> ones(operands, false));
        table.put("Unsqueeze", operands -> ones(operands, true));
        table.put("Shape", ShapeOperators::shape);
        table.put("Gather", ShapeOperators::gather);
        table.put("Concat", ShapeOperators::concat);
    }

    private static Tensor only(Operands operands, int most) throws FormatException {
        operands.requireAtMost(most);
        return operands.input(0);
    }

    private static Tensor constant(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        operands.requireAtMost(0);
        node.requireAttributes("value", "value_float", "value_int", "value_floats", "value_ints");
        if (node.attributes().size() != 1) {
            throw node.refuse("expected one value, found " + node.attributes().size());
        }
        OnnxAttribute value = node.attributes().values().iterator().next();
        if (value instanceof OnnxAttribute.Tensor tensor) {
            return new Tensor.Constant(tensor.value().read(operands.file()));
        }
        if (value instanceof OnnxAttribute.Whole whole) {
            return new Tensor.Constant(OnnxConstant.of(List.of(), List.of(Scalar.of(whole.value())), false));
        }
        if (value instanceof OnnxAttribute.Wholes wholes) {
            List<Scalar> numbers = wholes.values().stream().map(Scalar::of).toList();
            return new Tensor.Constant(OnnxConstant.of(List.of(numbers.size()), numbers, false));
        }
        if (value instanceof OnnxAttribute.Real) {
            return new Tensor.Constant(OnnxConstant.of(List.of(), List.of(node.number("value_float", 0)), true));
        }
        if (value instanceof OnnxAttribute.Reals reals
                && reals.values().stream().allMatch(Float::isFinite)) {
            List<Scalar> numbers =
                    reals.values().stream().map(OnnxAttribute::exact).toList();
            return new Tensor.Constant(OnnxConstant.of(List.of(numbers.size()), numbers, true));
        }
        throw node.refuse("expected finite numbers as value, found " + value.kind());
    }

    /** Dropout as it is when a network is used. */
    private static Tensor dropout(Operands operands) throws FormatException {
        if (operands.node().hasInput(2)
                && !operands.number(2, "whether the network is trained").isZero()) {
            throw operands.node().refuse("expected a network as it is used, found one in training");
        }
        return only(operands, 3);
    }

    private static Tensor cast(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        node.requireAttributes("to", "saturate");
        ElementType type = ElementType.require(node.integer("to", 0), node.place());
        Tensor input = only(operands, 1);
        if (input instanceof Tensor.Units && (type == ElementType.FLOAT || type == ElementType.DOUBLE)) {
            return input;
        }
        if (input instanceof Tensor.Sizes && type == ElementType.INT64) {
            return input;
        }
        if (input instanceof Tensor.Constant constant) {
            OnnxConstant value = constant.value();
            boolean exact = type == ElementType.DOUBLE
                    || (type == ElementType.INT64 && !value.isFloat())
                    || (type == ElementType.FLOAT && isBinary32(value));
            if (exact) {
                return new Tensor.Constant(new OnnxConstant(value.shape(), value.numbers(), type.isFloat()));
            }
        }
        throw node.refuse("a cast to " + type + " of " + Operands.describe(input)
                + " may change numbers; expected one that changes none");
    }

    private static boolean isBinary32(OnnxConstant constant) {
        for (int i = 0; i < constant.size(); i++) {
            double value = Doubles.nearest(constant.numbers(), 0, i);
            if (!constant.numbers().isBinary64() || (float) value != value) {
                return false;
            }
        }
        return true;
    }

    private static Tensor flatten(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        node.requireAttributes("axis");
        Tensor input = only(operands, 1);
        long asked = node.integer("axis", 1);
        if (input instanceof Tensor.Constant constant) {
            List<Integer> shape = constant.value().shape();
            int axis = asked == shape.size() ? shape.size() : Shapes.axis(asked, shape.size());
            int rows = (int) Shapes.count(shape.subList(0, axis));
            int columns = (int) Shapes.count(shape.subList(axis, shape.size()));
            return new Tensor.Constant(constant.value().reshaped(List.of(rows, columns)));
        }
        Tensor.Units units = operands.units(0);
        Tensor.Axes axes = units.axes();
        int axis = asked == axes.rank() ? axes.rank() : Shapes.axis(asked, axes.rank());
        List<Long> before = axes.all().subList(0, axis);
        boolean keeps = axes.hasBatch() && axis > 0
                ? before.stream().skip(1).allMatch(size -> size == 1)
                : before.stream().allMatch(size -> size == 1) && axes.batch() <= 1 && axes.batch() != Tensor.Axes.ANY;
        if (!keeps) {
            throw node.refuse("expected a vector for each row of the batch, found axis " + asked + " of " + axes);
        }
        long batch = axes.hasBatch() ? axes.batch() : 1;
        return units.in(new Tensor.Axes(batch, List.of(axes.count())));
    }

    private static Tensor reshape(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        operands.requireAtMost(2);
        node.requireAttributes("allowzero");
        boolean zero = node.integer("allowzero", 0) != 0;
        List<Long> target =
                operands.input(1) instanceof Tensor.Sizes sizes ? sizes.sizes() : sizes(operands, 1, "the shape");
        if (operands.input(0) instanceof Tensor.Constant constant) {
            List<Long> shape =
                    constant.value().shape().stream().map(Integer::longValue).toList();
            List<Long> found = resolve(target, shape, constant.value().size(), zero);
            return new Tensor.Constant(constant.value()
                    .reshaped(found.stream().map(Math::toIntExact).toList()));
        }
        Tensor.Units units = operands.units(0);
        return units.in(reshaped(units.axes(), target, zero));
    }

    /** The integers of a constant that may be sizes, or -1. */
    private static List<Long> sizes(Operands operands, int index, String what) throws FormatException {
        List<Long> sizes = operands.integers(index, what);
        if (sizes.stream().anyMatch(size -> size < -1 || size > Shapes.MOST_NUMBERS)) {
            throw operands.node().refuse("expected sizes as " + what + ", found " + sizes);
        }
        return sizes;
    }

    /** The axes after a reshape, which must leave the axis of the batch alone. */
    private static Tensor.Axes reshaped(Tensor.Axes axes, List<Long> target, boolean zero) {
        if (!axes.hasBatch() || target.isEmpty()) {
            List<Long> all = axes.all();
            return new Tensor.Axes(
                    Tensor.Axes.NONE,
                    resolve(target, all, axes.count(), zero).stream()
                            .map(Math::toIntExact)
                            .toList());
        }
        long first = target.get(0);
        List<Long> rest = target.subList(1, target.size());
        List<Long> own = axes.all().subList(1, axes.rank());
        boolean keeps = (first == 0 && !zero) || first == axes.batch();
        boolean open = first == -1 && !rest.contains(-1L);
        if (keeps || open) {
            return axes.with(resolve(rest, own, axes.count(), zero).stream()
                    .map(Math::toIntExact)
                    .toList());
        }
        if (axes.batch() == 1) {
            return new Tensor.Axes(
                    Tensor.Axes.NONE,
                    resolve(target, axes.all(), axes.count(), zero).stream()
                            .map(Math::toIntExact)
                            .toList());
        }
        throw new IllegalArgumentException(
                "expected a shape that keeps the rows of the batch, found " + target + " from " + axes);
    }

    /** The sizes that a target stands for: 0 copies a size, -1 is what is left. */
    private static List<Long> resolve(List<Long> target, List<Long> shape, long count, boolean zero) {
        List<Long> result = new ArrayList<>();
        long known = 1;
        for (int i = 0; i < target.size(); i++) {
            long size = target.get(i);
            if (size == 0 && !zero) {
                if (i >= shape.size()) {
                    throw new IllegalArgumentException("expected a size, found 0 at axis " + i + " of " + target);
                }
                size = shape.get(i);
            }
            result.add(size);
            if (size < -1) {
                throw new IllegalArgumentException(
                        "expected the size of the batch first, found " + target.size() + " sizes with it at axis " + i);
            }
            known = size == -1 ? known : Math.min(known * size, Shapes.MOST_NUMBERS + 1);
        }
        int open = result.indexOf(-1L);
        if (open >= 0 && known > 0 && count % known == 0) {
            result.set(open, count / known);
            known = count;
        }
        if (known != count || result.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("expected a shape of " + count + " numbers, found " + target);
        }
        return result;
    }

    private static Tensor transpose(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        node.requireAttributes("perm");
        Tensor input = only(operands, 1);
        int rank = input instanceof Tensor.Constant constant
                ? constant.value().shape().size()
                : operands.units(0).axes().rank();
        Optional<List<Long>> given = node.integers("perm");
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            order.add(
                    given.isEmpty()
                            ? rank - 1 - i
                            : given.get().size() == rank
                                    ? Shapes.axis(given.get().get(i), rank)
                                    : 0);
        }
        List<Integer> sorted = IntStream.range(0, rank).boxed().toList();
        if (!order.stream().sorted().toList().equals(sorted)) {
            throw node.refuse("perm: expected the numbers of " + rank + " axes, found " + given.orElse(List.of()));
        }
        if (input instanceof Tensor.Constant constant) {
            OnnxConstant value = constant.value();
            return new Tensor.Constant(rank == 2 && order.get(0) == 1 ? transposed(value) : value.transposed(order));
        }
        if (!order.equals(sorted)) {
            throw node.refuse(
                    "transposes units of shape " + operands.units(0).axes() + "; only constants are transposed");
        }
        return input;
    }

    private static OnnxConstant transposed(OnnxConstant value) {
        List<Integer> shape = List.of(value.shape().get(1), value.shape().get(0));
        if (!value.numbers().isBinary64()) {
            return value.transposed(List.of(1, 0));
        }
        long[] bits = new long[value.size()];
        int rows = value.shape().get(0);
        for (int k = 0; k < bits.length; k++) {
            bits[k] = value.numbers().bits(0, k % rows * value.shape().get(1) + k / rows);
        }
        return new OnnxConstant(
                shape, io.intertwine.exact.ExactMatrix.ofBinary64(1, bits.length, bits), value.isFloat());
    }

    /** Adds or removes axes of size 1. Which ones is an input since version 13 of the operators, and was an attribute before. */
    private static Tensor ones(Operands operands, boolean adds) throws FormatException {
        OnnxNode node = operands.node();
        operands.requireAtMost(2);
        node.requireAttributes("axes");
        List<Long> axes = node.hasInput(1)
                ? operands.integers(1, "the axes")
                : node.integers("axes").orElse(List.of());
        Tensor input = operands.input(0);
        if (input instanceof Tensor.Sizes sizes) {
            boolean scalar = sizes.sizes().size() == 1 && sizes.single() == adds && axes.equals(List.of(0L));
            if (!scalar) {
                throw node.refuse("expected one size with axis 0, found axes " + axes);
            }
            return new Tensor.Sizes(sizes.sizes(), !adds);
        }
        if (axes.isEmpty()) {
            throw node.refuse("expected the numbers of the axes, found none");
        }
        if (input instanceof Tensor.Constant constant) {
            List<Long> shape =
                    constant.value().shape().stream().map(Integer::longValue).toList();
            return new Tensor.Constant(constant.value()
                    .reshaped(ones(shape, axes, adds).stream()
                            .map(Math::toIntExact)
                            .toList()));
        }
        Tensor.Axes old = operands.units(0).axes();
        List<Long> found = ones(old.all(), axes, adds);
        if (old.hasBatch() && (found.isEmpty() || found.get(0) != old.batch())) {
            throw node.refuse("expected the axis of the batch to stay first, found axes " + axes + " of " + old);
        }
        return operands.units(0)
                .in(old.with(found.stream()
                        .skip(old.hasBatch() ? 1 : 0)
                        .map(Math::toIntExact)
                        .toList()));
    }

    private static List<Long> ones(List<Long> shape, List<Long> axes, boolean adds) {
        int rank = shape.size() + (adds ? axes.size() : 0);
        List<Integer> places = axes.stream()
                .map(axis -> Shapes.axis(axis, rank))
                .sorted()
                .distinct()
                .toList();
        if (places.size() != axes.size()) {
            throw new IllegalArgumentException("expected different axes, found " + axes);
        }
        List<Long> result = new ArrayList<>(shape);
        if (adds) {
            places.forEach(place -> result.add(place, 1L));
            return result;
        }
        for (int i = places.size() - 1; i >= 0; i--) {
            if (result.remove((int) places.get(i)) != 1) {
                throw new IllegalArgumentException("expected axes of size 1, found axes " + axes + " of " + shape);
            }
        }
        return result;
    }

    private static Tensor shape(Operands operands) throws FormatException {
        operands.node().requireAttributes();
        Tensor input = only(operands, 1);
        if (input instanceof Tensor.Constant constant) {
            return new Tensor.Sizes(
                    constant.value().shape().stream().map(Integer::longValue).toList(), false);
        }
        return new Tensor.Sizes(operands.units(0).axes().all(), false);
    }

    /** Takes one size; of constants the entries along the first axis. */
    private static Tensor gather(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        operands.requireAtMost(2);
        node.requireAttributes("axis");
        OnnxConstant index = operands.constant(1, "the index");
        List<Long> places = operands.integers(1, "the index");
        if (!(operands.input(0) instanceof Tensor.Sizes sizes)
                || sizes.single()
                || node.integer("axis", 0) != 0
                || index.shape().size() > 1) {
            throw node.refuse("expected to take sizes of a tensor, found " + Operands.describe(operands.input(0)));
        }
        List<Long> taken = new ArrayList<>();
        for (long place : places) {
            taken.add(sizes.sizes().get(Shapes.axis(place, sizes.sizes().size())));
        }
        return new Tensor.Sizes(taken, index.shape().isEmpty());
    }

    /** Joins sizes to a shape. */
    private static Tensor concat(Operands operands) throws FormatException {
        OnnxNode node = operands.node();
        node.requireAttributes("axis");
        List<Long> joined = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            if (operands.input(i) instanceof Tensor.Sizes sizes && !sizes.single()) {
                joined.addAll(sizes.sizes());
            } else if (operands.input(i) instanceof Tensor.Constant constant
                    && constant.value().shape().size() == 1
                    && !constant.value().isFloat()) {
                joined.addAll(sizes(operands, i, "sizes"));
            } else {
                throw node.refuse("expected sizes of tensors, found " + Operands.describe(operands.input(i)));
            }
        }
        if (node.integer("axis", 0) != 0 && node.integer("axis", 0) != -1) {
            throw node.refuse("axis: expected 0, found " + node.integer("axis", 0));
        }
        return new Tensor.Sizes(joined, false);
    }
}
