package io.intertwine.rep;

import io.intertwine.group.CharacterTable;
import io.intertwine.group.ConjugacyClasses;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GaloisClass;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known about the Schur index m of an irreducible character chi over the rational numbers: the irreducible representation over Q
 * that contains it contains every Galois conjugate m times.
 *
 * @param lower m is a multiple of this number
 * @param upper m divides this number
 */
public record SchurIndex(int lower, int upper) {
    /** Up to this order all signed permutation representations are consulted. */
    private static final int LARGEST = 200;

    /** Whether m is known: it is the lower and the upper bound. */
    public boolean isKnown() {
        return lower == upper;
    }

    /**
     * Bounds for every character of a table. The index divides the degree and how often chi is contained in any representation over Q
     * (Serre, Linear Representations of Finite Groups, section 12.2); it divides 2 if chi is real (R. Brauer, A. Speiser). Representations
     * over Q that are looked at are those induced from irreducible ones of cyclic subgroups, and up to order 200 all transitive signed
     * permutation representations. The index is a multiple of the index over the real numbers, which is 2 for a quaternionic character.
     */
    public static List<SchurIndex> of(CharacterTable table) {
        List<SchurIndex> known = of(table, inducedFromCyclicSubgroups(table.classes()));
        FiniteGroup group = table.classes().group();
        if (known.stream().allMatch(SchurIndex::isKnown) || group.order() > LARGEST) {
            return known;
        }
        List<SchurIndex> more = of(
                table,
                TransitiveActions.tryOf(group).orElse(List.of()).stream()
                        .map(action -> character(action, table.classes()))
                        .toList());
        return IntStream.range(0, known.size())
                .mapToObj(i -> known.get(i).and(more.get(i).upper))
                .toList();
    }

    private static List<SchurIndex> of(CharacterTable table, List<List<Integer>> rational) {
        return table.characters().stream()
                .map(character -> of(table, character, rational))
                .toList();
    }

    private static SchurIndex of(CharacterTable table, GaloisClass character, List<List<Integer>> rational) {
        int upper = character.indicator() == 0 ? character.degree() : gcd(character.degree(), 2);
        for (List<Integer> other : rational) {
            int multiplicity = Math.toIntExact(table.inner(other, character.values()) / character.conjugates());
            upper = gcd(upper, multiplicity);
        }
        return new SchurIndex(character.type() == GaloisClass.Type.QUATERNIONIC ? 2 : 1, upper);
    }

    /** What is known if chi is also contained in a representation over Q with a multiplicity. */
    SchurIndex and(int multiplicity) {
        return new SchurIndex(lower, gcd(upper, multiplicity));
    }

    private static int gcd(int a, int b) {
        return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).intValueExact();
    }

    /** For every cyclic subgroup of order n and divisor d of n the sum of its characters of order d, induced. */
    private static List<List<Integer>> inducedFromCyclicSubgroups(ConjugacyClasses classes) {
        List<List<Integer>> result = new ArrayList<>();
        for (int r = 0; r < classes.count(); r++) {
            int n = classes.order(r);
            for (int d = 1; d <= n; d++) {
                if (n % d == 0) {
                    result.add(induced(classes, r, d));
                }
            }
        }
        return result;
    }

    /** The value on class s is |G| / (n |C_s|) times the sum over the powers x^j in the class of the sum of the d-th roots' powers. */
    private static List<Integer> induced(ConjugacyClasses classes, int r, int d) {
        int n = classes.order(r);
        long[] sums = new long[classes.count()];
        for (int j = 0; j < n; j++) {
            sums[classes.power(r, j)] += ramanujan(d, j);
        }
        List<Integer> values = new ArrayList<>();
        for (int s = 0; s < sums.length; s++) {
            values.add(Math.toIntExact(sums[s] * classes.group().order() / ((long) n * classes.size(s))));
        }
        return values;
    }

    /** The sum of the j-th powers of the primitive d-th roots of unity: sum over e | gcd(d, j) of mu(d / e) e (S. Ramanujan 1918). */
    private static long ramanujan(int d, int j) {
        long sum = 0;
        for (int e = 1; e <= d; e++) {
            if (d % e == 0 && j % e == 0) {
                sum += (long) moebius(d / e) * e;
            }
        }
        return sum;
    }

    private static int moebius(int n) {
        int result = 1;
        int rest = n;
        for (int p = 2; p <= rest; p++) {
            if (rest % p == 0) {
                rest /= p;
                result = rest % p == 0 ? 0 : -result;
            }
        }
        return result;
    }

    /** The traces of a signed permutation representation. */
    private static List<Integer> character(TransitiveAction action, ConjugacyClasses classes) {
        FiniteGroup group = classes.group();
        long[] sums = new long[classes.count()];
        for (int h : action.stabiliser().elements()) {
            sums[classes.classOf(h)] += action.kernel().contains(h) ? 1 : -1;
        }
        List<Integer> values = new ArrayList<>();
        for (int s = 0; s < sums.length; s++) {
            values.add(Math.toIntExact(
                    sums[s] * group.order() / ((long) action.stabiliser().order() * classes.size(s))));
        }
        return values;
    }
}
