package io.intertwine.certificate;

import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What the digest of a representation is made of: generators are taken by the order of their names. */
final class RepresentationDigest {
    /** The most entries of a generator's matrix, beyond which the matrices are not formed. */
    static final long MOST_ENTRIES = 1L << 18;

    private final Digest digest;

    RepresentationDigest(Digest digest) {
        this.digest = digest;
    }

    void add(LinearRepresentation representation) {
        ActingGroup group = representation.group();
        discrete(group.discrete());
        connected(group.connected());
        digest.integer(representation.dimension());
        if (entries(representation) <= MOST_ENTRIES) {
            digest.text("matrices");
            each(group.discrete().generators(), g -> matrix(representation.generator(g)));
            each(group.connected().generators(), x -> matrix(representation.derivative(x)));
        } else {
            structure(representation);
        }
    }

    private static void each(List<String> names, IntConsumer use) {
        IntStream.range(0, names.size())
                .boxed()
                .sorted((a, b) -> names.get(a).compareTo(names.get(b)))
                .forEach(use::accept);
    }

    private void texts(List<String> texts) {
        digest.integer(texts.size());
        texts.stream().sorted().forEach(digest::text);
    }

    private void discrete(GroupDescription group) {
        digest.text(group instanceof GroupDescription.Presentation ? "presented" : "generated");
        texts(group.generators());
        texts(group.relators().stream()
                .map(relator -> relator.format(group.generators()))
                .toList());
    }

    private void connected(LieAlgebra algebra) {
        List<String> names = algebra.generators();
        texts(names);
        texts(algebra.brackets().stream()
                .map(bracket -> bracket(bracket, names))
                .toList());
    }

    /** A bracket as a text in which the names are sorted. */
    private static String bracket(LieAlgebra.Bracket bracket, List<String> names) {
        String left = names.get(bracket.left());
        String right = names.get(bracket.right());
        boolean turned = left.compareTo(right) > 0;
        List<String> terms = IntStream.range(0, names.size())
                .filter(k -> !bracket.combination().get(k).isZero())
                .mapToObj(k -> {
                    var factor = bracket.combination().get(k);
                    return names.get(k) + " " + (turned ? factor.negate() : factor);
                })
                .sorted()
                .toList();
        return (turned ? right + " " + left : left + " " + right) + " = " + String.join(", ", terms);
    }

    private void matrix(SparseMatrix matrix) {
        digest.integer(matrix.size());
        for (SparseMatrix.Entry entry : matrix.entries()) {
            digest.integer(entry.row());
            digest.integer(entry.column());
            digest.number(entry.value());
        }
    }

    private void structure(LinearRepresentation representation) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given given) {
            digest.text("given");
            digest.integer(representation.dimension());
            each(
                    representation.group().discrete().generators(),
                    g -> digest.map(given.discrete().images().get(g)));
            each(
                    representation.group().connected().generators(),
                    x -> matrix(given.derivatives().get(x)));
        } else if (structure instanceof Structure.Sum sum) {
            digest.text("sum");
            digest.integer(sum.summands().size());
            sum.summands().forEach(this::structure);
        } else if (structure instanceof Structure.Multiple multiple) {
            digest.text("multiple");
            digest.integer(multiple.count());
            structure(multiple.of());
        } else if (structure instanceof Structure.Tensor tensor) {
            digest.text("tensor");
            structure(tensor.left());
            structure(tensor.right());
        } else {
            digest.text("dual");
            structure(((Structure.Dual) structure).of());
        }
    }

    /** An upper bound of the entries of a generator's matrix that are not zero, at least its dimension; beyond the limit any number. */
    private static long entries(LinearRepresentation representation) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given given) {
            long n = representation.dimension();
            boolean monomial = given.discrete().images().stream().allMatch(AffineMap::isMonomial);
            return given.derivatives().stream().mapToLong(SparseMatrix::size).reduce(monomial ? n : n * n, Math::max);
        }
        if (structure instanceof Structure.Sum sum) {
            return sum.summands().stream()
                    .mapToLong(RepresentationDigest::entries)
                    .reduce(0, (a, b) -> bounded(a + b));
        }
        if (structure instanceof Structure.Multiple multiple) {
            return bounded(multiple.count() * entries(multiple.of()));
        }
        if (structure instanceof Structure.Tensor tensor) {
            return bounded(entries(tensor.left()) * entries(tensor.right()));
        }
        return entries(((Structure.Dual) structure).of());
    }

    /** So that products of two bounds are no longer than 64 bits. */
    private static long bounded(long entries) {
        return Math.min(entries, MOST_ENTRIES + 1);
    }
}
