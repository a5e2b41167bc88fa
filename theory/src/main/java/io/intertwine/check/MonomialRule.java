package io.intertwine.check;

import io.intertwine.rep.ActionAlgebra;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.LinearRepresentation.Structure;
import java.util.ArrayList;
import java.util.List;

/** The monomial map by which a generator acts, where all maps are monomial that a representation is built from. */
final class MonomialRule {
    private MonomialRule() {}

    static AffineMap map(LinearRepresentation representation, int generator) throws Rejection {
        Structure structure = representation.structure();
        if (structure instanceof Structure.Given given) {
            AffineMap map = given.discrete().images().get(generator);
            Rejection.unless(
                    map.isMonomial(),
                    "the matrix of generator "
                            + representation.group().discrete().generators().get(generator) + " is not monomial");
            return map;
        }
        if (structure instanceof Structure.Multiple multiple) {
            return ActionAlgebra.multiple(multiple.count(), map(multiple.of(), generator));
        }
        if (structure instanceof Structure.Tensor tensor) {
            return ActionAlgebra.tensor(map(tensor.left(), generator), map(tensor.right(), generator));
        }
        if (structure instanceof Structure.Dual dual) {
            return ActionAlgebra.dual(map(dual.of(), generator));
        }
        List<AffineMap> summands = new ArrayList<>();
        for (LinearRepresentation summand : ((Structure.Sum) structure).summands()) {
            summands.add(map(summand, generator));
        }
        return ActionAlgebra.directSum(summands);
    }
}
