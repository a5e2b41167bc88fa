package io.intertwine.derive;

import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Linear dependences among vectors of exact numbers, found by elimination, vector by vector. */
final class Dependence {
    private final List<List<Scalar>> reduced = new ArrayList<>();
    private final List<List<Scalar>> combinations = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private int count;

    /**
     * Adds a vector; if it is a combination of those before that were independent, returns the factors of all vectors so far, the
     * last of them 1, of a combination that is 0. Such a vector is not used for later ones.
     */
    Optional<List<Scalar>> add(List<Scalar> vector) {
        List<Scalar> rest = new ArrayList<>(vector);
        List<Scalar> combination = new ArrayList<>(Collections.nCopies(count, Scalar.ZERO));
        combination.add(Scalar.ONE);
        count++;
        for (int i = 0; i < reduced.size(); i++) {
            Scalar factor = rest.get(pivots.get(i)).negate();
            if (!factor.isZero()) {
                addMultiple(rest, reduced.get(i), factor);
                addMultiple(combination, combinations.get(i), factor);
            }
        }
        int pivot = pivot(rest);
        if (pivot < 0) {
            return Optional.of(combination);
        }
        Scalar scale = rest.get(pivot).reciprocal();
        reduced.add(rest.stream().map(scale::multiply).toList());
        combinations.add(combination.stream().map(scale::multiply).toList());
        pivots.add(pivot);
        return Optional.empty();
    }

    private static int pivot(List<Scalar> vector) {
        for (int i = 0; i < vector.size(); i++) {
            if (!vector.get(i).isZero()) {
                return i;
            }
        }
        return -1;
    }

    private static void addMultiple(List<Scalar> target, List<Scalar> source, Scalar factor) {
        for (int i = 0; i < source.size(); i++) {
            if (!source.get(i).isZero()) {
                target.set(i, target.get(i).add(source.get(i).multiply(factor)));
            }
        }
    }
}
