package io.intertwine.check;

import io.intertwine.certificate.MapsEvidence;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.exact.SparseModularEchelon;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.MapEquations;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dimension of Hom_G(V, W) by a basis. The maps are equivariant, and independent, because each has a place where all others are zero.
 * There are no more: an equivariant map that is zero in these places is zero, since the equations determine all other places. That they
 * do is seen modulo a prime: taking residues is a homomorphism of rings where the prime divides no denominator, and all irrational numbers
 * lie in one quadratic field, so that a minor that is not zero modulo the prime is not zero.
 */
final class MapsBasisRule {
    /** The most entries of a map. */
    static final long MOST_PLACES = 1L << 13;

    /** The largest dimension of V and of W. */
    static final int LARGEST_DIMENSION = 1 << 11;

    private static final long MOST_STEPS = 4_000_000_000L;

    private MapsBasisRule() {}

    static long dimension(LinearRepresentation source, LinearRepresentation target, MapsEvidence.Basis basis)
            throws Rejection {
        int m = target.dimension();
        int n = source.dimension();
        Rejection.unless(
                Math.max(m, n) <= LARGEST_DIMENSION && (long) m * n <= MOST_PLACES,
                "expected maps of at most " + MOST_PLACES + " entries between spaces of dimension at most "
                        + LARGEST_DIMENSION + ", found " + m + " x " + n);
        MapEquations equations = new MapEquations(source, target);
        for (SparseMatrix map : basis.maps()) {
            Rejection.unless(
                    map.rows() == m && map.columns() == n,
                    "expected maps of " + m + " x " + n + " entries, found one of " + map.rows() + " x "
                            + map.columns());
            Rejection.unless(equations.isSolvedBy(map), "a map of the basis is not equivariant");
        }
        Set<Integer> own = ownPlaces(basis.maps());
        int rest = m * n - own.size();
        Rejection.unless(
                basis.equations().size() == rest,
                "expected " + rest + " equations, found " + basis.equations().size());
        Rejection.unless(
                rank(equations, basis, own) == rest, "the recorded equations are dependent modulo " + basis.prime());
        return basis.maps().size();
    }

    /** For each map a place where it alone is not zero. */
    private static Set<Integer> ownPlaces(List<SparseMatrix> maps) throws Rejection {
        Map<Integer, Integer> uses = new HashMap<>();
        maps.forEach(map -> places(map).forEach(place -> uses.merge(place, 1, Integer::sum)));
        Set<Integer> own = new HashSet<>();
        for (SparseMatrix map : maps) {
            own.add(places(map).stream()
                    .filter(place -> uses.getOrDefault(place, 0) == 1)
                    .findFirst()
                    .orElseThrow(() -> new Rejection("a map of the basis has no place where all others are zero")));
        }
        return own;
    }

    private static List<Integer> places(SparseMatrix map) {
        return map.entries().stream()
                .map(entry -> entry.row() * map.columns() + entry.column())
                .toList();
    }

    /** The rank modulo the prime of the equations without the unknowns that are known to be zero. */
    private static int rank(MapEquations equations, MapsEvidence.Basis basis, Set<Integer> known) throws Rejection {
        PrimeField field = field(basis.prime());
        SparseModularEchelon echelon = new SparseModularEchelon(field, (int) equations.unknowns(), MOST_STEPS);
        Map<Scalar, Long> residues = new HashMap<>();
        Set<BigInteger> conductors = new HashSet<>();
        for (int number : basis.equations()) {
            Rejection.unless(
                    0 <= number && number < equations.count(),
                    "expected an equation below " + equations.count() + ", found " + number);
            Map<Integer, Scalar> equation = equations.equation(number);
            equation.keySet().removeAll(known);
            List<Long> row = new ArrayList<>();
            for (Scalar entry : equation.values()) {
                row.add(residues.computeIfAbsent(entry, field::of));
            }
            echelon.add(
                    equation.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    row.stream().mapToLong(Long::longValue).toArray());
        }
        residues.keySet().stream()
                .filter(entry -> !entry.isRational())
                .forEach(entry -> conductors.add(entry.conductor()));
        Rejection.unless(conductors.size() <= 1, "the irrational numbers do not lie in one quadratic field");
        return echelon.rank();
    }

    private static PrimeField field(long prime) throws Rejection {
        try {
            return new PrimeField(prime);
        } catch (IllegalArgumentException notPrime) {
            throw new Rejection(String.valueOf(notPrime.getMessage()));
        }
    }
}
