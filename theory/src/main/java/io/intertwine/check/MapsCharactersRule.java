package io.intertwine.check;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dimension of Hom_G(V, W) where the generators generate a finite group of matrices: the mean value of chi_V(1/g) chi_W(g) (J.-P.
 * Serre, Linear Representations of Finite Groups, 2.3, theorem 3). The group is that of the tuples of matrices from which V and W are
 * built, so that G acts through it. Its elements have finite order and real entries, so chi(1/g), the conjugate of chi(g), is chi(g), and
 * a dual has the same character.
 */
final class MapsCharactersRule {
    /** What V and W are built from, with their places in a tuple. */
    private final Map<LinearRepresentation, Integer> leaves = new LinkedHashMap<>();

    private MapsCharactersRule() {}

    static long dimension(LinearRepresentation source, LinearRepresentation target) throws Rejection {
        Rejection.unless(
                source.group().isDiscrete(),
                "characters of a finite group say nothing of the generators of a Lie algebra "
                        + source.group().connected().generators());
        MapsCharactersRule rule = new MapsCharactersRule();
        rule.collect(source);
        rule.collect(target);
        List<List<AffineMap>> elements = ClosureRule.elements(
                rule.generators(source.group().discrete().generators().size()), rule.leaves.size(), "");
        Scalar sum = Scalar.ZERO;
        for (List<AffineMap> element : elements) {
            List<Scalar> traces =
                    element.stream().map(MapsCharactersRule::trace).toList();
            sum = sum.add(rule.character(source, traces).multiply(rule.character(target, traces)));
        }
        // The theorem says that this is a whole number.
        return sum.divide(Scalar.of(elements.size())).rational().getNumerator().longValueExact();
    }

    private void collect(LinearRepresentation representation) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given) {
            leaves.putIfAbsent(representation, leaves.size());
        } else if (structure instanceof Structure.Multiple multiple) {
            collect(multiple.of());
        } else if (structure instanceof Structure.Tensor tensor) {
            collect(tensor.left());
            collect(tensor.right());
        } else if (structure instanceof Structure.Dual dual) {
            collect(dual.of());
        } else {
            ((Structure.Sum) structure).summands().forEach(this::collect);
        }
    }

    private List<List<AffineMap>> generators(int count) {
        List<List<AffineMap>> generators = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            List<AffineMap> tuple = new ArrayList<>();
            for (LinearRepresentation leaf : leaves.keySet()) {
                tuple.add(
                        ((Structure.Given) leaf.structure()).discrete().images().get(g));
            }
            generators.add(tuple);
        }
        return generators;
    }

    private static Scalar trace(AffineMap map) {
        Scalar sum = Scalar.ZERO;
        if (map.isMonomial()) {
            for (int j = 0; j < map.dimension(); j++) {
                sum = map.permutation().apply(j) == j ? sum.add(map.scales().get(j)) : sum;
            }
            return sum;
        }
        ExactMatrix matrix = map.matrix();
        for (int j = 0; j < map.dimension(); j++) {
            sum = sum.add(matrix.get(j, j));
        }
        return sum;
    }

    private Scalar character(LinearRepresentation representation, List<Scalar> traces) {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Multiple multiple) {
            return Scalar.of(multiple.count()).multiply(character(multiple.of(), traces));
        }
        if (structure instanceof Structure.Tensor tensor) {
            return character(tensor.left(), traces).multiply(character(tensor.right(), traces));
        }
        if (structure instanceof Structure.Dual dual) {
            return character(dual.of(), traces);
        }
        if (structure instanceof Structure.Sum sum) {
            return sum.summands().stream()
                    .map(summand -> character(summand, traces))
                    .reduce(Scalar.ZERO, Scalar::add);
        }
        return traces.get(leaves.getOrDefault(representation, -1));
    }
}
