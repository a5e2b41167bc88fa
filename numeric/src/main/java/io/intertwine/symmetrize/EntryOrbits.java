package io.intertwine.symmetrize;

import io.intertwine.rep.AffineMap;
import java.util.Arrays;
import java.util.List;

/**
 * The orbits of the entries of a matrix W under W -> K W rho^-1 for signed permutations K and rho of rows and columns: with
 * rho e_j = r_j e_s(j) and K e_i = k_i e_p(i), the entry at (i, j) goes to (p(i), s(j)) with the sign k_i r_j. Only generators are used,
 * so the group need not be listed; time is that of looking at every entry once for each generator.
 */
final class EntryOrbits {
    private final int columns;
    private final byte[] signs;
    private final int[][] rowTo;
    private final byte[][] rowSign;
    private final int[][] columnTo;
    private final byte[][] columnSign;

    /** What is done with an orbit. */
    @FunctionalInterface
    interface Visitor {
        /**
         * An orbit.
         *
         * @param entries the places of its entries, row by row; the first {@code size} numbers, valid during this call only
         * @param signs of the moves from the first entry to each of them
         * @param free whether the signs agree on every way; if not, an invariant matrix has zeros here
         */
        void visit(int[] entries, byte[] signs, int size, boolean free);
    }

    /**
     * The orbits for actions of the generators by monomial maps with scales 1 and -1; translations are left out of account.
     *
     * @param source rho for every generator
     * @param target K for every generator
     */
    EntryOrbits(int rows, int columns, List<AffineMap> source, List<AffineMap> target) {
        this.columns = columns;
        signs = new byte[Math.multiplyExact(rows, columns)];
        rowTo = target.stream().map(map -> map.permutation().toArray()).toArray(int[][]::new);
        rowSign = target.stream().map(EntryOrbits::signs).toArray(byte[][]::new);
        columnTo = source.stream().map(map -> map.permutation().toArray()).toArray(int[][]::new);
        columnSign = source.stream().map(EntryOrbits::signs).toArray(byte[][]::new);
    }

    private static byte[] signs(AffineMap map) {
        byte[] signs = new byte[map.dimension()];
        for (int j = 0; j < signs.length; j++) {
            signs[j] = (byte) map.scales().get(j).signum();
        }
        return signs;
    }

    /** Visits every orbit once, by the smallest of its places; returns how many are free. */
    long visit(Visitor visitor) {
        Arrays.fill(signs, (byte) 0);
        int[] orbit = new int[16];
        byte[] orbitSigns = new byte[16];
        long count = 0;
        for (int first = 0; first < signs.length; first++) {
            if (signs[first] != 0) {
                continue;
            }
            signs[first] = 1;
            orbit[0] = first;
            int size = 1;
            boolean free = true;
            for (int k = 0; k < size; k++) {
                int row = orbit[k] / columns;
                int column = orbit[k] % columns;
                orbitSigns[k] = signs[orbit[k]];
                for (int g = 0; g < rowTo.length; g++) {
                    int image = rowTo[g][row] * columns + columnTo[g][column];
                    byte sign = (byte) (orbitSigns[k] * rowSign[g][row] * columnSign[g][column]);
                    free &= signs[image] == 0 || signs[image] == sign;
                    if (signs[image] == 0) {
                        signs[image] = sign;
                        if (size == orbit.length) {
                            orbit = Arrays.copyOf(orbit, 2 * size);
                            orbitSigns = Arrays.copyOf(orbitSigns, 2 * size);
                        }
                        orbit[size++] = image;
                    }
                }
            }
            visitor.visit(orbit, orbitSigns, size, free);
            count += free ? 1 : 0;
        }
        return count;
    }
}
