package io.intertwine.rep;

import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.Closure;
import io.intertwine.group.ConjugacyClasses;
import io.intertwine.group.FiniteGroup;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The finite group of maps by which representations act together, with all its elements: the group itself, or a quotient of it that says
 * all about these representations. Only the given matrices that the representations are built from are listed, not those of sums and
 * tensor products.
 */
public final class FiniteImage {
    /** The most products of two numbers that are made to list a group; those of 1 and -1 in monomial matrices count a tenth. */
    private static final long MOST_WORK = 100_000_000;

    private static final int DENSE = 10;

    /** The most bits of a number: in a finite group they do not grow. */
    private static final int MOST_BITS = 4_000;

    private final Map<Structure.Given, Integer> leaves;
    private final Closure<List<AffineMap>> closure;
    private final ConjugacyClasses classes;

    private FiniteImage(Map<Structure.Given, Integer> leaves, Closure<List<AffineMap>> closure) {
        this.leaves = leaves;
        this.closure = closure;
        this.classes = ConjugacyClasses.of(closure.group());
    }

    /**
     * The group by which representations of one group act.
     *
     * @return empty if a Lie algebra acts, the group has more than {@link FiniteGroup#LARGEST} elements, or listing it takes too much work
     */
    public static Optional<FiniteImage> tryOf(List<LinearRepresentation> representations) {
        Map<Structure.Given, Integer> leaves = new HashMap<>();
        representations.forEach(representation -> collect(representation, leaves));
        if (!representations.stream()
                .allMatch(representation -> representation.group().isDiscrete())) {
            return Optional.empty();
        }
        List<Structure.Given> inOrder = leaves.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        int generators = representations.get(0).group().discrete().generators().size();
        List<List<AffineMap>> tuples = IntStream.range(0, generators)
                .mapToObj(g -> inOrder.stream()
                        .map(leaf -> leaf.discrete().images().get(g))
                        .toList())
                .toList();
        long work = tuples.stream()
                .flatMap(List::stream)
                .mapToLong(map -> map.isMonomial()
                        ? 2L * map.dimension()
                        : DENSE * (long) map.dimension() * map.dimension() * map.dimension())
                .sum();
        int most = (int) Math.min(FiniteGroup.LARGEST, MOST_WORK / Math.max(1, work));
        return Closure.tryOf(
                        AffineTuples.of(tuples.get(0)),
                        tuples,
                        most,
                        tuple -> tuple.stream().allMatch(map -> map.bits() <= MOST_BITS))
                .map(closure -> new FiniteImage(leaves, closure));
    }

    private static void collect(LinearRepresentation representation, Map<Structure.Given, Integer> leaves) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given given) {
            leaves.putIfAbsent(given, leaves.size());
        } else if (structure instanceof Structure.Sum sum) {
            sum.summands().forEach(summand -> collect(summand, leaves));
        } else if (structure instanceof Structure.Multiple multiple) {
            collect(multiple.of(), leaves);
        } else if (structure instanceof Structure.Tensor tensor) {
            collect(tensor.left(), leaves);
            collect(tensor.right(), leaves);
        } else {
            collect(((Structure.Dual) structure).of(), leaves);
        }
    }

    /** The multiplication of the group. */
    public FiniteGroup group() {
        return closure.group();
    }

    /** Its conjugacy classes. */
    public ConjugacyClasses classes() {
        return classes;
    }

    /** Whether all matrices are rational. */
    public boolean isRational() {
        return IntStream.range(0, group().generators())
                .mapToObj(g -> closure.elements().get(group().generator(g)))
                .flatMap(List::stream)
                .allMatch(map -> map.isMonomial()
                        ? map.scales().stream().allMatch(Scalar::isRational)
                        : map.matrix().isRational());
    }

    /** The character of one of the representations, or of one built from the same matrices: its traces on the classes. */
    public List<Scalar> character(LinearRepresentation representation) {
        return IntStream.range(0, classes.count())
                .mapToObj(r -> trace(representation, classes.representative(r)))
                .toList();
    }

    /** The trace of an element. */
    private Scalar trace(LinearRepresentation representation, int element) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given given) {
            return trace(map(given, element));
        }
        if (structure instanceof Structure.Sum sum) {
            return sum.summands().stream()
                    .map(summand -> trace(summand, element))
                    .reduce(Scalar.ZERO, Scalar::add);
        }
        if (structure instanceof Structure.Multiple multiple) {
            return trace(multiple.of(), element).multiply(multiple.count());
        }
        if (structure instanceof Structure.Tensor tensor) {
            return trace(tensor.left(), element).multiply(trace(tensor.right(), element));
        }
        return trace(((Structure.Dual) structure).of(), group().inverse(element));
    }

    private AffineMap map(Structure.Given given, int element) {
        Integer place = leaves.get(given);
        if (place == null) {
            throw new IllegalArgumentException(
                    "expected a representation built from the matrices whose group was listed");
        }
        return closure.elements().get(element).get(place);
    }

    private static Scalar trace(AffineMap map) {
        Scalar trace = Scalar.ZERO;
        for (int i = 0; i < map.dimension(); i++) {
            if (!map.isMonomial()) {
                trace = trace.add(map.matrix().get(i, i));
            } else if (map.permutation().apply(i) == i) {
                trace = trace.add(map.scales().get(i));
            }
        }
        return trace;
    }

    /** The matrix of an element. */
    public SparseMatrix matrix(LinearRepresentation representation, int element) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given given) {
            return LinearRepresentation.matrix(map(given, element));
        }
        if (structure instanceof Structure.Sum sum) {
            return SparseMatrix.directSum(sum.summands().stream()
                    .map(summand -> matrix(summand, element))
                    .toList());
        }
        if (structure instanceof Structure.Multiple multiple) {
            return SparseMatrix.directSum(Collections.nCopies(multiple.count(), matrix(multiple.of(), element)));
        }
        if (structure instanceof Structure.Tensor tensor) {
            return matrix(tensor.left(), element).kronecker(matrix(tensor.right(), element));
        }
        return matrix(((Structure.Dual) structure).of(), group().inverse(element))
                .transpose();
    }

    /** The dimension of Hom_G(V, W), from the characters: (1 / |G|) sum of chi_V(g^-1) chi_W(g). */
    public long dimensionOfMaps(LinearRepresentation source, LinearRepresentation target) {
        List<Scalar> left = character(source);
        List<Scalar> right = character(target);
        Scalar sum = Scalar.ZERO;
        for (int r = 0; r < classes.count(); r++) {
            sum = sum.add(left.get(classes.power(r, -1)).multiply(right.get(r)).multiply(classes.size(r)));
        }
        return sum.divide(Scalar.of(group().order())).rational().getNumerator().longValueExact();
    }
}
