package io.intertwine.find;

import io.intertwine.certificate.RegionTree;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Trees with one change. */
final class Mutants {
    private Mutants() {}

    static RegionTree of(RandomGenerator random, RegionTree tree) {
        boolean here = !(tree instanceof RegionTree.Cut) || random.nextInt(4) == 0;
        if (here) {
            return changed(random, tree);
        }
        List<RegionTree> parts = new ArrayList<>(((RegionTree.Cut) tree).parts());
        int k = random.nextInt(parts.size());
        parts.set(k, of(random, parts.get(k)));
        return new RegionTree.Cut(parts);
    }

    private static RegionTree changed(RandomGenerator random, RegionTree tree) {
        int choice = random.nextInt(5);
        if (choice == 0) {
            return new RegionTree.Leaf();
        }
        if (tree instanceof RegionTree.Cut cut) {
            List<RegionTree> parts = new ArrayList<>(cut.parts());
            switch (choice) {
                case 1 -> Collections.reverse(parts);
                case 2 -> parts.remove(0);
                case 3 -> parts.set(0, parts.get(1));
                default -> parts.set(1, parts.get(0));
            }
            return new RegionTree.Cut(parts);
        }
        List<Scalar> multipliers = tree instanceof RegionTree.Thin thin
                ? new ArrayList<>(thin.multipliers())
                : new ArrayList<>(List.of(Scalar.ONE, Scalar.ONE));
        int k = random.nextInt(multipliers.size());
        switch (choice) {
            case 1 -> multipliers.set(k, multipliers.get(k).negate());
            case 2 -> multipliers.remove(k);
            case 3 -> multipliers.set(k, multipliers.get(k).add(Scalar.ONE));
            default -> Collections.rotate(multipliers, 1);
        }
        return new RegionTree.Thin(multipliers);
    }
}
