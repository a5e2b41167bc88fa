package io.intertwine.check;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** All values that differ from a given one in one place: a number, an index, a flag, a name, an element more or less of a list. */
final class Mutants {
    private Mutants() {}

    /** The mutants of a record, of the same class; those that its constructor refuses are left out. */
    static <T extends Record> List<T> of(T record) {
        List<T> mutants = new ArrayList<>();
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            for (Object changed : changes(component(record, components[i]))) {
                with(record, i, changed).ifPresent(mutants::add);
            }
        }
        return mutants;
    }

    /** The record with another value of one component; empty if its constructor refuses it. */
    static <T extends Record> Optional<T> with(T record, int index, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = i == index ? value : component(record, components[i]);
            types[i] = components[i].getType();
        }
        try {
            @SuppressWarnings("unchecked")
            Constructor<T> constructor = (Constructor<T>) record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record cannot be read", impossible);
        }
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record cannot be read", impossible);
        }
    }

    private static List<?> changes(Object value) {
        if (value instanceof Integer number) {
            return List.of(number + 1, number - 1, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, Integer.MIN_VALUE);
        }
        if (value instanceof Boolean flag) {
            return List.of(!flag);
        }
        if (value instanceof String text) {
            return List.of(text + "x", "");
        }
        if (value instanceof Scalar number) {
            return List.of(number.add(Scalar.ONE), number.negate(), Scalar.ZERO).stream()
                    .filter(other -> !other.equals(number))
                    .toList();
        }
        if (value instanceof BigFraction number) {
            return List.of(number.add(1), number.negate());
        }
        if (value instanceof Activation activation) {
            return Stream.of("tanh", "relu", "identity")
                    .map(Activations::requireNamed)
                    .filter(other -> !other.equals(activation))
                    .toList();
        }
        if (value instanceof ExactMatrix matrix) {
            return matrices(matrix);
        }
        if (value instanceof AffineMap map) {
            return maps(map);
        }
        if (value instanceof List<?> list) {
            return lists(list);
        }
        return value instanceof Record record ? of(record) : List.of();
    }

    private static List<Object> lists(List<?> list) {
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            for (Object changed : changes(list.get(i))) {
                List<Object> other = new ArrayList<>(list);
                other.set(i, changed);
                result.add(other);
            }
            List<Object> shorter = new ArrayList<>(list);
            shorter.remove(i);
            result.add(shorter);
            List<Object> longer = new ArrayList<>(list);
            longer.add(i, list.get(i));
            result.add(longer);
            List<Object> swapped = new ArrayList<>(list);
            Collections.swap(swapped, i, (i + 1) % list.size());
            if (!swapped.equals(list)) {
                result.add(swapped);
            }
        }
        return result;
    }

    private static List<ExactMatrix> matrices(ExactMatrix matrix) {
        List<ExactMatrix> result = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                int i = row;
                int j = column;
                for (Object changed : changes(matrix.get(i, j))) {
                    result.add(ExactMatrix.build(
                            matrix.rows(),
                            matrix.columns(),
                            (k, l) -> k == i && l == j ? (Scalar) changed : matrix.get(k, l)));
                }
            }
        }
        if (matrix.rows() > 1) {
            result.add(ExactMatrix.build(matrix.rows() - 1, matrix.columns(), matrix::get));
        }
        return result;
    }

    private static List<AffineMap> maps(AffineMap map) {
        int n = map.dimension();
        List<AffineMap> result = new ArrayList<>(List.of(AffineMap.identity(n + 1), AffineMap.identity(n)));
        result.remove(map);
        for (int i = 0; i < n; i++) {
            List<Scalar> scales = new ArrayList<>(Collections.nCopies(n, Scalar.ONE));
            scales.set(i, Scalar.MINUS_ONE);
            result.add(AffineMap.monomial(Permutation.identity(n), scales).after(map));
            scales.set(i, Scalar.of(2));
            result.add(AffineMap.monomial(Permutation.identity(n), scales).after(map));
            List<Scalar> shift = new ArrayList<>(Collections.nCopies(n, Scalar.ZERO));
            shift.set(i, Scalar.ONE);
            result.add(AffineMap.monomial(Permutation.identity(n), Collections.nCopies(n, Scalar.ONE), shift)
                    .after(map));
            int[] images = Permutation.identity(n).toArray();
            images[i] = (i + 1) % n;
            images[(i + 1) % n] = i;
            if (n > 1) {
                result.add(AffineMap.monomial(Permutation.of(images), Collections.nCopies(n, Scalar.ONE))
                        .after(map));
            }
        }
        return result;
    }
}
