package io.intertwine.properties;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.certificate.RegionTree;
import io.intertwine.criterion.Criterion;
import io.intertwine.criterion.DecisionTable;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Every value that differs from a record in one field, at any depth: numbers changed, characters changed, elements of lists changed,
 * dropped, doubled and exchanged, and parts replaced by parts of another kind. What a record's constructor refuses is left out.
 */
final class RecordMutants {
    /** A changed value, and the names of the fields that lead to the change. */
    record Mutant(String path, Object value) {}

    private static final List<String> DIGESTS = List.of("network", "symmetry", "left", "right", "result");

    private RecordMutants() {}

    /** Whether a path is that of a digest of a certificate. */
    static boolean isDigest(String path) {
        return DIGESTS.contains(path);
    }

    static List<Mutant> of(Object value) {
        if (value instanceof List<?> list) {
            return lists(list);
        }
        if (value instanceof Record each) {
            List<Mutant> result = new ArrayList<>(records(each));
            others(value).forEach(other -> result.add(new Mutant("", other)));
            return result;
        }
        return leaves(value).map(other -> new Mutant("", other)).toList();
    }

    private static Stream<?> leaves(Object value) {
        if (value instanceof Scalar number) {
            return Mutants.numbers(number);
        }
        if (value instanceof Integer number) {
            return Stream.of(-1, 0, 1, 2, number + 1, number - 1, 1000, Integer.MAX_VALUE);
        }
        if (value instanceof BigFraction number) {
            return Stream.of(
                    number.add(new BigFraction(1, 1L << 60)), number.subtract(BigFraction.ONE), number.negate());
        }
        if (value instanceof String text) {
            return texts(text);
        }
        if (value instanceof AffineMap map) {
            return map.isMonomial()
                    ? Mutants.maps(map)
                    : Mutants.matrices(map.matrix())
                            .filter(matrix -> matrix.rows() == matrix.columns())
                            .flatMap(matrix -> maps(matrix, map.shift()));
        }
        if (value instanceof ExactMatrix matrix) {
            return Mutants.matrices(matrix);
        }
        if (value instanceof Activation) {
            return Stream.of("relu", "tanh", "abs", "identity", "gelu", "hardtanh")
                    .map(Activations::requireNamed);
        }
        return Stream.of();
    }

    private static Stream<AffineMap> maps(ExactMatrix matrix, List<Scalar> shift) {
        try {
            return Stream.of(AffineMap.of(matrix, shift));
        } catch (IllegalArgumentException | ArithmeticException notInvertible) {
            return Stream.of();
        }
    }

    /** Digests lose or change a character; names of criteria become those of others. */
    private static Stream<String> texts(String text) {
        Stream<String> changed = Stream.of(
                "", text.substring(text.isEmpty() ? 0 : 1), text + " ", (text.startsWith("0") ? "1" : "0") + text);
        boolean named = DecisionTable.find(text).isPresent();
        return named ? Stream.concat(changed, DecisionTable.rows().stream().map(Criterion::name)) : changed;
    }

    /** Parts of another kind. */
    private static Stream<?> others(Object value) {
        if (value instanceof Comparison) {
            return Stream.of(
                    new Comparison.Expansion(),
                    new Comparison.Ridge(List.of()),
                    new Comparison.Gauge(List.of()),
                    new Comparison.Regions(new RegionTree.Leaf()));
        }
        if (value instanceof FibreEvidence) {
            return Stream.concat(
                    Stream.of(
                            new FibreEvidence.Flips(List.of(List.of())),
                            new FibreEvidence.Flips(List.of(List.of(), List.of(0))),
                            new FibreEvidence.Pencil(List.of())),
                    DecisionTable.rows().stream().map(row -> new FibreEvidence.Single(row.name())));
        }
        if (value instanceof RegionTree) {
            RegionTree leaf = new RegionTree.Leaf();
            return Stream.of(
                    leaf,
                    new RegionTree.Thin(List.of()),
                    new RegionTree.Thin(List.of(Scalar.ONE)),
                    new RegionTree.Cut(List.of()),
                    new RegionTree.Cut(List.of(leaf, leaf)));
        }
        return Stream.of();
    }

    private static List<Mutant> lists(List<?> list) {
        List<Mutant> result = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            for (Mutant mutant : of(list.get(i))) {
                List<Object> copy = new ArrayList<>(list);
                copy.set(i, mutant.value());
                result.add(new Mutant(mutant.path(), copy));
            }
            List<Object> dropped = new ArrayList<>(list);
            dropped.remove(index);
            result.add(new Mutant("", dropped));
            List<Object> doubled = new ArrayList<>(list);
            doubled.add(index, list.get(index));
            result.add(new Mutant("", doubled));
            List<Object> exchanged = new ArrayList<>(list);
            Collections.swap(exchanged, i, (i + 1) % list.size());
            result.add(new Mutant("", exchanged));
        }
        if (list.size() > 1) {
            result.add(new Mutant("", List.of()));
        }
        return result;
    }

    private static List<Mutant> records(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] fields = Arrays.stream(components)
                .map(component -> read(component, value))
                .toArray();
        List<Mutant> result = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            for (Mutant mutant : of(fields[i])) {
                Object[] changed = fields.clone();
                changed[i] = mutant.value();
                String path = components[i].getName() + (mutant.path().isEmpty() ? "" : "." + mutant.path());
                built(value.getClass(), components, changed).forEach(other -> result.add(new Mutant(path, other)));
            }
            for (int k = 0; k < i; k++) {
                if (components[i].getGenericType().equals(components[k].getGenericType())) {
                    Object[] changed = fields.clone();
                    changed[i] = fields[k];
                    changed[k] = fields[i];
                    String path = components[k].getName();
                    built(value.getClass(), components, changed).forEach(other -> result.add(new Mutant(path, other)));
                }
            }
        }
        return result;
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }

    private static List<Object> built(Class<?> type, RecordComponent[] components, Object[] fields) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return List.of(constructor.newInstance(fields));
        } catch (InvocationTargetException refused) {
            return List.of();
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(notPublic);
        }
    }
}
