package io.intertwine.match;

import io.intertwine.match.UnitScores.SignRule;
import io.intertwine.tensor.DoubleMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Assembles a homomorphism from orbits, and improves it. Every unit has a bound, its share of the dual solutions of the assignments for the
 * single elements; an orbit's loss is the sum of its units' bounds minus its score, and never negative. Orbits of small loss for each unit
 * are taken first. Then slots are assigned anew among orbits of one type, and orbits with losses are taken apart and assembled again,
 * as long as that helps.
 */
final class OrbitAssembly {
    private static final int REFINEMENTS = 3;

    /** How much a shaken choice may lose, at most, over a unit's share of the bound for the elements that take one slot to another. */
    private static final double SHAKE = 1.5;

    /** How far apart losses without a difference are shaken, over a unit's share of the bound for one element. */
    private static final double TIE = 0.1;

    /** Losses below this, over the sum of the bounds' absolute values, are rounding. */
    private static final double ROUNDING = 1e-11;

    private static final long SEED = 0x6f72626974L;
    private static final int LEAST_TRIES = 20;
    private static final int TRIES_PER_UNIT = 4;
    private static final int MOST_TRIES = 300;

    private final UnitScores scores;
    private final OrbitScores orbitScores;
    private final List<OrbitType> types;
    private final double[] bounds;
    private final double rounding;
    private final double share;
    private final int n;
    private final double[] values;
    private final int[] bestSigns;

    OrbitAssembly(UnitScores scores, GroupOrbits orbits, double[] bounds) {
        this.scores = scores;
        this.bounds = bounds;
        n = scores.units();
        orbitScores = new OrbitScores(scores);
        types = orbits.types(n, scores.rule() != SignRule.UNSIGNED);
        share = Arrays.stream(bounds).map(Math::abs).sum() / n / scores.group().order();
        rounding = ROUNDING * Arrays.stream(bounds).map(Math::abs).sum();
        values = new double[n];
        bestSigns = new int[n];
    }

    /** The best orbits that were found; they cover all units. */
    List<UnitOrbit> best(List<UnitOrbit> seeds) {
        List<UnitOrbit> best = complete(seeds, List.of());
        if (loss(best) > rounding && !seeds.isEmpty()) {
            List<UnitOrbit> fresh = complete(List.of(), List.of());
            best = loss(fresh) < loss(best) ? fresh : best;
        }
        return improve(best);
    }

    private double loss(List<UnitOrbit> orbits) {
        return orbits.stream().mapToDouble(orbit -> orbit.loss(bounds)).sum();
    }

    private List<UnitOrbit> improve(List<UnitOrbit> start) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<UnitOrbit> best = reassign(start);
        int patience = Math.min(MOST_TRIES, LEAST_TRIES + TRIES_PER_UNIT * n);
        for (int failures = 0; failures < patience && loss(best) > rounding; failures++) {
            List<UnitOrbit> next = reassign(takeApart(best, random));
            if (loss(next) < loss(best) - rounding) {
                best = next;
                failures = 0;
            }
        }
        return best;
    }

    /**
     * Frees an orbit, one with more loss more often, and others: those of units that it would rather have in its slots, or any. The free
     * units are assembled again in another order.
     */
    private List<UnitOrbit> takeApart(List<UnitOrbit> orbits, SplittableRandom random) {
        int first = drawn(orbits, random);
        Set<Integer> freed = new TreeSet<>(Set.of(first));
        int most = 2 + random.nextInt(3);
        UnitOrbit orbit = orbits.get(first);
        int[] orbitOf = new int[n];
        for (int o = 0; o < orbits.size(); o++) {
            for (int unit : orbits.get(o).units()) {
                orbitOf[unit] = o;
            }
        }
        int start = random.nextInt(orbit.units().length);
        boolean wished = random.nextBoolean();
        for (int k = 0; wished && k < orbit.units().length && freed.size() < most; k++) {
            int slot = (start + k) % orbit.units().length;
            orbitScores.gains(orbit.type(), slot, orbit.units(), orbit.signs(), values, bestSigns);
            int wanted = -1;
            for (int w = 0; w < n; w++) {
                boolean other = orbitOf[w] != first;
                if (other && (wanted < 0 || values[w] - bounds[w] > values[wanted] - bounds[wanted])) {
                    wanted = w;
                }
            }
            if (wanted >= 0) {
                freed.add(orbitOf[wanted]);
            }
        }
        while (freed.size() < Math.min(most, orbits.size())) {
            freed.add(random.nextBoolean() ? random.nextInt(orbits.size()) : drawn(orbits, random));
        }
        List<UnitOrbit> kept = new ArrayList<>();
        for (int o = 0; o < orbits.size(); o++) {
            if (!freed.contains(o)) {
                kept.add(orbits.get(o));
            }
        }
        return complete(kept, List.of(random));
    }

    /** An orbit, with a probability that is proportional to its loss. */
    private int drawn(List<UnitOrbit> orbits, SplittableRandom random) {
        double left =
                random.nextDouble() * orbits.stream().mapToDouble(this::weight).sum();
        for (int o = 0; o < orbits.size(); o++) {
            left -= weight(orbits.get(o));
            if (left < 0) {
                return o;
            }
        }
        return orbits.size() - 1;
    }

    private double weight(UnitOrbit orbit) {
        return Math.max(rounding, orbit.loss(bounds));
    }

    /** An orbit that a unit would start, and what it was made for. */
    private record Proposal(int base, UnitOrbit orbit, double priority) {}

    /**
     * Covers the units that the given orbits leave.
     *
     * @param shaker where choices are random; none for the greedy ones
     */
    private List<UnitOrbit> complete(List<UnitOrbit> given, List<SplittableRandom> shaker) {
        List<UnitOrbit> result = new ArrayList<>(given);
        boolean[] open = new boolean[n];
        Arrays.fill(open, true);
        int count = n;
        for (UnitOrbit orbit : given) {
            for (int unit : orbit.units()) {
                open[unit] = false;
                count--;
            }
        }
        boolean anyOrder = !shaker.isEmpty() && shaker.get(0).nextBoolean();
        PriorityQueue<Proposal> queue = new PriorityQueue<>(Comparator.comparingDouble(Proposal::priority));
        for (int base = 0; base < n && count > 0; base++) {
            if (open[base]) {
                queue.add(proposal(base, open, count, shaker, anyOrder));
            }
        }
        while (count > 0) {
            Proposal next = queue.remove();
            if (!open[next.base()]) {
                continue;
            }
            if (!isOpen(next.orbit(), open)) {
                queue.add(proposal(next.base(), open, count, shaker, anyOrder));
                continue;
            }
            result.add(next.orbit());
            for (int unit : next.orbit().units()) {
                open[unit] = false;
                count--;
            }
        }
        return result;
    }

    private static boolean isOpen(UnitOrbit orbit, boolean[] open) {
        for (int unit : orbit.units()) {
            if (!open[unit]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The orbit of least loss for each of its units, among those that greedy filling of the slots gives for each type.
     *
     * @param shaker where the first filling is random; none for the greedy one
     * @param anyOrder whether its turn is random: a unit that could stay alone cheaply must not always go first, since others may need it
     */
    private Proposal proposal(int base, boolean[] open, int count, List<SplittableRandom> shaker, boolean anyOrder) {
        UnitOrbit best = fill(types.get(0), base, open, shaker);
        double least = priority(best, shaker);
        boolean greedy = shaker.isEmpty();
        for (int t = 1; t < types.size() && types.get(t).degree() <= count && (least > 0 || !greedy); t++) {
            UnitOrbit orbit = fill(types.get(t), base, open, shaker);
            double priority = priority(orbit, shaker);
            if (priority < least) {
                least = priority;
                best = orbit;
            }
        }
        return new Proposal(base, best, anyOrder ? shaker.get(0).nextDouble() : least);
    }

    /** The loss for each unit. Shaken, it is another one in the same order of size, and orbits without a loss are no longer sure. */
    private double priority(UnitOrbit orbit, List<SplittableRandom> shaker) {
        double loss = orbit.loss(bounds) / orbit.units().length;
        return shaker.isEmpty()
                ? loss
                : loss * (0.5 + shaker.get(0).nextDouble())
                        + TIE * share * shaker.get(0).nextDouble();
    }

    /** Fills the slots one after the other with the unit that gains most, or nearly most, then each slot again. */
    private UnitOrbit fill(OrbitType type, int base, boolean[] open, List<SplittableRandom> shaker) {
        int degree = type.degree();
        int[] units = new int[degree];
        int[] signs = new int[degree];
        Arrays.fill(units, -1);
        units[0] = base;
        signs[0] = 1;
        double shake = shaker.isEmpty()
                ? 0
                : SHAKE * shaker.get(0).nextDouble() * scores.group().order() / degree;
        int turn = shaker.isEmpty() || degree < 3 ? 0 : shaker.get(0).nextInt(degree - 1);
        for (int slot = 1; slot < degree; slot++) {
            int turned = 1 + (slot - 1 + turn) % (degree - 1);
            refill(type, turned, units, signs, open, shake, shaker);
        }
        boolean changed = true;
        for (int round = 0; round < REFINEMENTS && changed; round++) {
            changed = false;
            for (int slot = 1; slot < degree; slot++) {
                changed |= refill(type, slot, units, signs, open, 0, shaker);
            }
        }
        return orbitScores.orbit(type, units, signs);
    }

    private boolean refill(
            OrbitType type,
            int slot,
            int[] units,
            int[] signs,
            boolean[] open,
            double shake,
            List<SplittableRandom> shaker) {
        orbitScores.gains(type, slot, units, signs, values, bestSigns);
        int old = units[slot];
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int w = 0; w < n; w++) {
            if (!open[w] || (w != old && contains(units, w))) {
                continue;
            }
            double gain = values[w] - bounds[w];
            if (shake > 0) {
                gain += shake * share * shaker.get(0).nextDouble();
            }
            if (gain > most) {
                most = gain;
                best = w;
            }
        }
        units[slot] = best;
        int sign = bestSigns[best];
        boolean changed = best != old || sign != signs[slot];
        signs[slot] = sign;
        return changed;
    }

    private static boolean contains(int[] units, int w) {
        for (int unit : units) {
            if (unit == w) {
                return true;
            }
        }
        return false;
    }

    /** For every type and slot, assigns the units in this slot anew to the orbits of this type, until nothing improves. */
    private List<UnitOrbit> reassign(List<UnitOrbit> orbits) {
        List<UnitOrbit> result = new ArrayList<>(orbits);
        for (OrbitType type : types) {
            List<UnitOrbit> alike = new ArrayList<>(
                    result.stream().filter(orbit -> orbit.type() == type).toList());
            if (type.degree() == 1 || alike.size() < 2 || loss(alike) <= rounding) {
                continue;
            }
            result.removeAll(alike);
            boolean moved = true;
            while (moved) {
                moved = false;
                for (int slot = 0; slot < type.degree(); slot++) {
                    double before = loss(alike);
                    List<UnitOrbit> next = assign(type, slot, alike);
                    if (loss(next) < before - rounding) {
                        alike = next;
                        moved = true;
                    }
                }
            }
            result.addAll(alike);
        }
        return result;
    }

    private List<UnitOrbit> assign(OrbitType type, int slot, List<UnitOrbit> orbits) {
        int size = orbits.size();
        DoubleMatrix costs = DoubleMatrix.zeros(size, size);
        int[][] signs = new int[size][size];
        for (int o = 0; o < size; o++) {
            UnitOrbit orbit = orbits.get(o);
            int[] units = orbit.units().clone();
            units[slot] = -1;
            orbitScores.gains(type, slot, units, orbit.signs(), values, bestSigns);
            for (int p = 0; p < size; p++) {
                int unit = orbits.get(p).unit(slot);
                costs.set(o, p, -values[unit]);
                signs[o][p] = bestSigns[unit];
            }
        }
        Assignment assignment = Assignment.minimise(costs);
        List<UnitOrbit> result = new ArrayList<>();
        for (int o = 0; o < size; o++) {
            int p = assignment.column(o);
            int[] units = orbits.get(o).units().clone();
            int[] unitSigns = orbits.get(o).signs().clone();
            units[slot] = orbits.get(p).unit(slot);
            unitSigns[slot] = signs[o][p];
            result.add(orbitScores.orbit(type, units, unitSigns));
        }
        return result;
    }
}
