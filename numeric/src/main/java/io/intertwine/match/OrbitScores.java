package io.intertwine.match;

import io.intertwine.match.UnitScores.SignRule;
import java.util.Arrays;

/**
 * Sums of scores within an orbit. With u_k the unit in slot k and e_k its sign, the score of an orbit is the sum over ordered pairs of slots
 * and the elements that take the first to the second; since S_{g^-1} is the transpose of S_g, a pair of slots and its reverse give the
 * same.
 */
final class OrbitScores {
    private final UnitScores scores;
    private final int n;
    private final boolean signs;
    private final double[] along;
    private final double[] aside;

    OrbitScores(UnitScores scores) {
        this.scores = scores;
        n = scores.units();
        signs = scores.rule() != SignRule.UNSIGNED;
        along = new double[n];
        aside = new double[n];
    }

    /** An orbit with its score. */
    UnitOrbit orbit(OrbitType type, int[] units, int[] unitSigns) {
        double score = 0;
        for (int k = 0; k < units.length; k++) {
            for (int l = 0; l < units.length; l++) {
                int[] elements = type.elements(k, l);
                int[] characters = type.signs(k, l);
                for (int q = 0; q < elements.length; q++) {
                    int sign = signs ? characters[q] * unitSigns[k] * unitSigns[l] : 1;
                    score += scores.score(elements[q], units[l], units[k], sign);
                }
            }
        }
        return new UnitOrbit(type, units, unitSigns, score);
    }

    /**
     * For a slot and all units, what an orbit gains by the unit in this slot, with the better sign: pairs with the filled slots count in
     * both directions.
     *
     * @param type the type
     * @param slot the slot
     * @param units the unit in each slot, or -1
     * @param unitSigns their signs
     * @param values where the values go
     * @param best where the better signs go
     */
    void gains(OrbitType type, int slot, int[] units, int[] unitSigns, double[] values, int[] best) {
        Arrays.fill(along, 0);
        Arrays.fill(aside, 0);
        for (int l = 0; l < units.length; l++) {
            if (l != slot && units[l] >= 0) {
                addRow(type, l, slot, units[l], unitSigns[l]);
            }
        }
        for (int w = 0; w < n; w++) {
            best[w] = signs && along[w] < 0 ? -1 : 1;
            values[w] = 2 * (best[w] * along[w] + aside[w]);
        }
        int[] elements = type.elements(slot, slot);
        int[] characters = type.signs(slot, slot);
        boolean even = scores.rule() == SignRule.EVEN;
        for (int q = 0; q < elements.length; q++) {
            double[] matrix = scores.along().get(elements[q]).entries();
            double[] other = even ? scores.aside().get(elements[q]).entries() : matrix;
            int sign = signs ? characters[q] : 1;
            for (int w = 0; w < n; w++) {
                values[w] += sign * matrix[w * n + w] + (even ? other[w * n + w] : 0);
            }
        }
    }

    /** The scores of unit u in slot l going to any unit in a slot: rows of the inverse elements. */
    private void addRow(OrbitType type, int l, int slot, int u, int unitSign) {
        int[] elements = type.elements(l, slot);
        int[] characters = type.signs(l, slot);
        boolean even = scores.rule() == SignRule.EVEN;
        for (int q = 0; q < elements.length; q++) {
            int inverse = scores.group().inverse(elements[q]);
            double[] matrix = scores.along().get(inverse).entries();
            int sign = signs ? characters[q] * unitSign : 1;
            int row = u * n;
            for (int w = 0; w < n; w++) {
                along[w] += sign * matrix[row + w];
            }
            if (even) {
                double[] other = scores.aside().get(inverse).entries();
                for (int w = 0; w < n; w++) {
                    aside[w] += other[row + w];
                }
            }
        }
    }
}
