package io.intertwine.properties;

import io.intertwine.activation.UnitMap;
import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Certificate.Value;
import io.intertwine.certificate.ReductionStep;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/** Every certificate that differs from a given one in one field. */
final class Mutants {
    /**
     * A changed certificate.
     *
     * @param field what was changed
     * @param binding whether such a change must always be rejected
     * @param certificate the mutant
     */
    record Mutant(String field, boolean binding, Certificate certificate) {}

    private final List<Mutant> found = new ArrayList<>();

    private Mutants() {}

    static List<Mutant> of(Certificate certificate) {
        Mutants mutants = new Mutants();
        if (certificate instanceof Certificate.Layerwise layerwise) {
            mutants.layerwise(layerwise);
        } else if (certificate instanceof Certificate.Witness witness) {
            mutants.witness(witness);
        } else {
            RecordMutants.of(certificate)
                    .forEach(mutant -> mutants.add(
                            mutant.path(), RecordMutants.isDigest(mutant.path()), (Certificate) mutant.value()));
        }
        return mutants.found.stream()
                .filter(mutant -> !mutant.certificate.equals(certificate))
                .toList();
    }

    private void add(String field, boolean binding, Certificate certificate) {
        found.add(new Mutant(field, binding, certificate));
    }

    private void layerwise(Certificate.Layerwise c) {
        digests(c.network())
                .forEach(other -> add(
                        "network digest",
                        true,
                        new Certificate.Layerwise(other, c.symmetry(), c.steps(), c.result(), c.actions())));
        digests(c.symmetry())
                .forEach(other -> add(
                        "symmetry digest",
                        true,
                        new Certificate.Layerwise(c.network(), other, c.steps(), c.result(), c.actions())));
        digests(c.result())
                .forEach(other -> add(
                        "result digest",
                        true,
                        new Certificate.Layerwise(c.network(), c.symmetry(), c.steps(), other, c.actions())));
        lists(c.steps(), Mutants::steps)
                .forEach(other -> add(
                        "steps",
                        false,
                        new Certificate.Layerwise(c.network(), c.symmetry(), other, c.result(), c.actions())));
        lists(c.actions(), latent -> lists(latent, Mutants::maps))
                .forEach(other -> add(
                        "actions",
                        false,
                        new Certificate.Layerwise(c.network(), c.symmetry(), c.steps(), c.result(), other)));
    }

    private void witness(Certificate.Witness w) {
        digests(w.network()).forEach(other -> add("network digest", true, with(w, other, w.symmetry(), w.generator())));
        digests(w.symmetry())
                .forEach(other -> add("symmetry digest", true, with(w, w.network(), other, w.generator())));
        Stream.of("", "t", w.generator() + "2", "s1", "s2", "r", "s")
                .forEach(other -> add("generator", false, with(w, w.network(), w.symmetry(), other)));
        lists(w.input(), Mutants::numbers).forEach(other -> add("input", false, with(w, other, w.bits())));
        Stream.of(-1, 0, 1, w.bits() - 1, w.bits() + 1, 2 * w.bits(), 1 << 20)
                .forEach(other -> add("bits", false, with(w, w.input(), other)));
        lists(w.left(), Mutants::values).forEach(other -> add("left", true, with(w, other, w.right(), w.difference())));
        lists(w.right(), Mutants::values)
                .forEach(other -> add("right", true, with(w, w.left(), other, w.difference())));
        lists(w.difference(), Mutants::values)
                .forEach(other -> add("difference", true, with(w, w.left(), w.right(), other)));
    }

    private static Certificate with(Certificate.Witness w, String network, String symmetry, String generator) {
        return new Certificate.Witness(
                network, symmetry, generator, w.input(), w.bits(), w.left(), w.right(), w.difference());
    }

    private static Certificate with(Certificate.Witness w, List<Scalar> input, int bits) {
        return new Certificate.Witness(
                w.network(), w.symmetry(), w.generator(), input, bits, w.left(), w.right(), w.difference());
    }

    private static Certificate with(
            Certificate.Witness w, List<Value> left, List<Value> right, List<Value> difference) {
        return new Certificate.Witness(
                w.network(), w.symmetry(), w.generator(), w.input(), w.bits(), left, right, difference);
    }

    /** Every character changed, one dropped, none left. */
    private static Stream<String> digests(String digest) {
        Stream<String> changed = IntStream.range(0, digest.length())
                .mapToObj(
                        i -> digest.substring(0, i) + (digest.charAt(i) == '0' ? '1' : '0') + digest.substring(i + 1));
        return Stream.concat(
                changed, Stream.of("", digest.substring(1), digest.toUpperCase(Locale.ROOT), digest + " "));
    }

    /** One element changed, dropped or doubled, two neighbours exchanged. */
    private static <T> Stream<List<T>> lists(List<T> list, Function<T, Stream<T>> element) {
        Stream<List<T>> result = Stream.of();
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            Stream<List<T>> changed = element.apply(list.get(i)).map(other -> {
                List<T> copy = new ArrayList<>(list);
                copy.set(index, other);
                return copy;
            });
            List<T> dropped = new ArrayList<>(list);
            dropped.remove(index);
            List<T> doubled = new ArrayList<>(list);
            doubled.add(index, list.get(index));
            List<T> exchanged = new ArrayList<>(list);
            exchanged.set(index, list.get((index + 1) % list.size()));
            exchanged.set((index + 1) % list.size(), list.get(index));
            result = Stream.concat(result, Stream.concat(changed, Stream.of(dropped, doubled, exchanged)));
        }
        return result;
    }

    static Stream<Scalar> numbers(Scalar value) {
        return Stream.of(
                value.negate(),
                value.add(Scalar.ONE),
                value.subtract(Scalar.ONE),
                value.multiply(2),
                value.divide(Scalar.of(2)),
                value.add(Scalar.of(1, 1L << 40)),
                Scalar.ZERO,
                Scalar.ONE);
    }

    private static Stream<Value> values(Value value) {
        if (value instanceof Value.Exact exact) {
            return Stream.concat(
                    numbers(exact.value()).map(Value.Exact::new),
                    Stream.of(new Value.Between(
                            exact.value().rational(), exact.value().rational())));
        }
        Value.Between between = (Value.Between) value;
        BigFraction tiny = new BigFraction(1, 1L << 60);
        return Stream.of(
                new Value.Between(between.lower().subtract(tiny), between.upper()),
                new Value.Between(between.lower(), between.upper().add(tiny)),
                new Value.Between(between.lower(), between.lower()),
                new Value.Between(between.upper(), between.upper()),
                new Value.Between(between.upper().negate(), between.lower().negate()),
                new Value.Exact(Scalar.of(between.lower())));
    }

    /** Another matrix: entries of the permutation exchanged, a scale or a shift changed, a coordinate more or less. */
    static Stream<AffineMap> maps(AffineMap map) {
        int n = map.dimension();
        List<AffineMap> result = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                int[] images = map.permutation().toArray();
                images[i] = map.permutation().apply(j);
                images[j] = map.permutation().apply(i);
                result.add(AffineMap.monomial(Permutation.of(images), map.scales(), map.shift()));
            }
            int index = i;
            numbers(map.scales().get(i)).filter(other -> !other.isZero()).forEach(other -> {
                List<Scalar> scales = new ArrayList<>(map.scales());
                scales.set(index, other);
                result.add(AffineMap.monomial(map.permutation(), scales, map.shift()));
            });
            numbers(map.shift().get(i)).forEach(other -> {
                List<Scalar> shift = new ArrayList<>(map.shift());
                shift.set(index, other);
                result.add(AffineMap.monomial(map.permutation(), map.scales(), shift));
            });
        }
        result.add(AffineMap.identity(n));
        result.add(AffineMap.identity(n + 1));
        result.add(map.inverse());
        result.add(AffineMap.of(ExactMatrix.build(n, n, (i, j) -> Scalar.of(i <= j ? 1 : 0)), map.shift()));
        return result.stream();
    }

    private static Stream<ReductionStep> steps(ReductionStep step) {
        if (step instanceof ReductionStep.Merge merge) {
            return Stream.concat(
                    integers(merge.layer()).map(layer -> new ReductionStep.Merge(layer, merge.merges())),
                    lists(merge.merges(), Mutants::merges)
                            .map(merges -> new ReductionStep.Merge(merge.layer(), merges)));
        }
        if (step instanceof ReductionStep.Fold fold) {
            return Stream.concat(
                    integers(fold.layer()).map(layer -> new ReductionStep.Fold(layer, fold.units())),
                    lists(fold.units(), Mutants::integers).map(units -> new ReductionStep.Fold(fold.layer(), units)));
        }
        if (step instanceof ReductionStep.Prune prune) {
            return Stream.concat(
                    integers(prune.layer()).map(layer -> new ReductionStep.Prune(layer, prune.units())),
                    lists(prune.units(), Mutants::integers)
                            .map(units -> new ReductionStep.Prune(prune.layer(), units)));
        }
        return refactors((ReductionStep.Refactor) step);
    }

    private static Stream<ReductionStep> refactors(ReductionStep.Refactor r) {
        Stream<ReductionStep> layers = integers(r.layer())
                .map(layer -> new ReductionStep.Refactor(layer, r.first(), r.firstBias(), r.second(), r.secondBias()));
        Stream<ReductionStep> first = matrices(r.first())
                .map(other -> new ReductionStep.Refactor(r.layer(), other, r.firstBias(), r.second(), r.secondBias()));
        Stream<ReductionStep> second = matrices(r.second())
                .map(other -> new ReductionStep.Refactor(r.layer(), r.first(), r.firstBias(), other, r.secondBias()));
        Stream<ReductionStep> firstBias = lists(r.firstBias(), Mutants::numbers)
                .map(other -> new ReductionStep.Refactor(r.layer(), r.first(), other, r.second(), r.secondBias()));
        Stream<ReductionStep> secondBias = lists(r.secondBias(), Mutants::numbers)
                .map(other -> new ReductionStep.Refactor(r.layer(), r.first(), r.firstBias(), r.second(), other));
        return Stream.of(layers, first, second, firstBias, secondBias).flatMap(each -> each);
    }

    static Stream<ExactMatrix> matrices(ExactMatrix matrix) {
        List<ExactMatrix> result = new ArrayList<>(List.of(matrix.transpose()));
        for (int k = 0; k < matrix.rows() * matrix.columns(); k++) {
            int row = k / matrix.columns();
            int column = k % matrix.columns();
            numbers(matrix.get(row, column))
                    .forEach(other -> result.add(ExactMatrix.build(
                            matrix.rows(),
                            matrix.columns(),
                            (i, j) -> i == row && j == column ? other : matrix.get(i, j))));
        }
        result.add(ExactMatrix.build(
                matrix.rows() + 1, matrix.columns(), (i, j) -> i < matrix.rows() ? matrix.get(i, j) : Scalar.ZERO));
        return result.stream();
    }

    private static Stream<ReductionStep.UnitMerge> merges(ReductionStep.UnitMerge m) {
        Stream<ReductionStep.UnitMerge> from =
                integers(m.from()).map(other -> new ReductionStep.UnitMerge(other, m.into(), m.map()));
        Stream<ReductionStep.UnitMerge> into =
                integers(m.into()).map(other -> new ReductionStep.UnitMerge(m.from(), other, m.map()));
        Stream<ReductionStep.UnitMerge> turned = Stream.of(
                new ReductionStep.UnitMerge(m.into(), m.from(), m.map().inverse()));
        Stream<UnitMap> scales = numbers(m.map().scale())
                .filter(other -> !other.isZero())
                .map(other -> new UnitMap(other, m.map().shift()));
        Stream<UnitMap> shifts =
                numbers(m.map().shift()).map(other -> new UnitMap(m.map().scale(), other));
        Stream<ReductionStep.UnitMerge> maps =
                Stream.concat(scales, shifts).map(other -> new ReductionStep.UnitMerge(m.from(), m.into(), other));
        return Stream.of(from, into, turned, maps).flatMap(each -> each);
    }

    private static Stream<Integer> integers(int value) {
        return Stream.of(-1, 0, 1, 2, 3, value + 1, value - 1, 1000, Integer.MAX_VALUE);
    }
}
