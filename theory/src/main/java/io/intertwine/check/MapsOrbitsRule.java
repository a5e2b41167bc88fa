package io.intertwine.check;

import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LinearRepresentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dimension of Hom_G(V, W) where every generator is monomial on both spaces, e_j -> a_j e_p(j) on V and f_i -> b_i f_q(i) on W. The
 * equation for an entry of X is a_j X(q(i), p(j)) = b_i X(i, j), so on an orbit of pairs (i, j) one entry determines all others. It is
 * free if all ways around give the same factors, and zero else; the dimension is the number of orbits of the first kind (theory of
 * induced representations: G. W. Mackey, Amer. J. Math. 73 (1951); for permutations H. Wielandt, Finite Permutation Groups, 28).
 */
final class MapsOrbitsRule {
    /** The most pairs of coordinates that are walked through. */
    static final long MOST_PAIRS = 1L << 24;

    /** The most different factors on all orbits together. */
    static final int MOST_FACTORS = 10_000;

    private final List<AffineMap> source;
    private final List<AffineMap> target;
    private final int columns;
    /** For each pair 1 + the place of its factor among the factors; 0 where it was not reached yet. */
    private final int[] reached;

    private final int[] queue;
    private int end;
    private final List<Scalar> factors = new ArrayList<>();
    private final Map<Scalar, Integer> places = new HashMap<>();

    private MapsOrbitsRule(List<AffineMap> source, List<AffineMap> target, int columns, int pairs) {
        this.source = source;
        this.target = target;
        this.columns = columns;
        reached = new int[pairs];
        queue = new int[pairs];
    }

    static long dimension(LinearRepresentation source, LinearRepresentation target) throws Rejection {
        Rejection.unless(
                source.group().isDiscrete(),
                "orbits say nothing of the generators of a Lie algebra "
                        + source.group().connected().generators());
        long pairs = (long) source.dimension() * target.dimension();
        Rejection.unless(
                pairs <= MOST_PAIRS, "expected at most " + MOST_PAIRS + " pairs of coordinates, found " + pairs);
        List<AffineMap> onSource = new ArrayList<>();
        List<AffineMap> onTarget = new ArrayList<>();
        for (int g = 0; g < source.group().discrete().generators().size(); g++) {
            onSource.add(MonomialRule.map(source, g));
            onTarget.add(MonomialRule.map(target, g));
        }
        return new MapsOrbitsRule(onSource, onTarget, source.dimension(), (int) pairs).count();
    }

    private long count() throws Rejection {
        long free = 0;
        for (int pair = 0; pair < reached.length; pair++) {
            if (reached[pair] == 0) {
                free += isFree(pair) ? 1 : 0;
            }
        }
        return free;
    }

    /** Walks through the orbit of a pair; whether all ways to a pair give the same factor. */
    private boolean isFree(int start) throws Rejection {
        boolean free = true;
        reached[start] = 1 + place(Scalar.ONE);
        int begin = end;
        queue[end++] = start;
        for (int next = begin; next < end; next++) {
            int i = queue[next] / columns;
            int j = queue[next] % columns;
            for (int g = 0; g < source.size(); g++) {
                AffineMap a = source.get(g);
                AffineMap b = target.get(g);
                int pair = b.permutation().apply(i) * columns + a.permutation().apply(j);
                int factor = times(
                        reached[queue[next]], b.scales().get(i), a.scales().get(j));
                if (reached[pair] == 0) {
                    reached[pair] = factor;
                    queue[end++] = pair;
                }
                free &= reached[pair] == factor;
            }
        }
        return free;
    }

    private int times(int factor, Scalar b, Scalar a) throws Rejection {
        return b.equals(a)
                ? factor
                : 1 + place(factors.get(factor - 1).multiply(b).divide(a));
    }

    private int place(Scalar factor) throws Rejection {
        int known = places.getOrDefault(factor, -1);
        if (known >= 0) {
            return known;
        }
        int bits = AffineMap.monomial(Permutation.identity(1), List.of(factor)).bits();
        Rejection.unless(
                factors.size() < MOST_FACTORS && bits <= ClosureRule.BITS, "the factors on an orbit grow too large");
        factors.add(factor);
        places.put(factor, factors.size() - 1);
        return factors.size() - 1;
    }
}
