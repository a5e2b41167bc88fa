package io.intertwine.find;

import io.intertwine.certificate.MapsEvidence;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.exact.SparseModularEchelon;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.MapEquations;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Finds equations for equivariant maps, independent modulo a prime, that leave no more than the maps of a basis. */
final class MapsBasis {
    /** The most entries of a map, as the checker has it. */
    static final long MOST_PLACES = 1L << 13;

    /** The largest dimension, as the checker has it. */
    private static final int LARGEST_DIMENSION = 1 << 11;

    /** The chance that a candidate is composite is at most 2^-30; PrimeField looks again, and refuses. */
    private static final int CERTAINTY = 30;

    private static final long MOST_STEPS = 4_000_000_000L;
    /** How many primes are looked at: an irrational number has a residue modulo every other one of them. */
    private static final int MOST_PRIMES = 200;

    /** How many primes are eliminated with: one that lowers a rank is very rare. */
    private static final int MOST_ELIMINATIONS = 7;

    private final MapEquations equations;
    private final List<Integer> bySize;
    private final List<SparseMatrix> maps;

    private MapsBasis(MapEquations equations, List<SparseMatrix> maps) {
        this.equations = equations;
        this.maps = maps;
        int[] sizes = IntStream.range(0, (int) equations.count())
                .map(number -> equations.equation(number).size())
                .toArray();
        bySize = IntStream.range(0, sizes.length)
                .boxed()
                .filter(number -> sizes[number] > 0)
                .sorted(Comparator.comparingInt(number -> sizes[number]))
                .toList();
    }

    /** Evidence that these independent equivariant maps are a basis; none if it is too large, or they are not. */
    static Optional<MapsEvidence> evidence(
            LinearRepresentation source, LinearRepresentation target, List<SparseMatrix> maps) {
        if (Math.max(source.dimension(), target.dimension()) > LARGEST_DIMENSION) {
            return Optional.empty();
        }
        MapEquations equations = new MapEquations(source, target);
        if (equations.unknowns() > MOST_PLACES) {
            return Optional.empty();
        }
        MapsBasis search = new MapsBasis(equations, maps);
        List<Scalar> irrational = search.irrational();
        return LongStream.iterate(PrimeField.PRIME_LIMIT - 1, candidate -> candidate - 2)
                .filter(candidate -> BigInteger.valueOf(candidate).isProbablePrime(CERTAINTY))
                .limit(MOST_PRIMES)
                .filter(prime -> hasResidues(new PrimeField(prime), irrational))
                .limit(MOST_ELIMINATIONS)
                .mapToObj(search::modulo)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Scalar> irrational() {
        return bySize.stream()
                .flatMap(number -> equations.equation(number).values().stream())
                .filter(entry -> !entry.isRational())
                .distinct()
                .toList();
    }

    private static boolean hasResidues(PrimeField field, List<Scalar> numbers) {
        try {
            numbers.forEach(field::of);
            return true;
        } catch (ArithmeticException none) {
            return false;
        }
    }

    private Optional<MapsEvidence> modulo(long prime) {
        int unknowns = (int) equations.unknowns();
        PrimeField field = new PrimeField(prime);
        SparseModularEchelon echelon = new SparseModularEchelon(field, unknowns, MOST_STEPS);
        List<Integer> chosen = new ArrayList<>();
        Map<Scalar, Long> residues = new HashMap<>();
        try {
            for (int number : bySize) {
                if (chosen.size() == unknowns - maps.size()) {
                    break;
                }
                SortedMap<Integer, Scalar> equation = equations.equation(number);
                if (echelon.add(
                        equation.keySet().stream().mapToInt(Integer::intValue).toArray(),
                        equation.values().stream()
                                .mapToLong(entry -> residues.computeIfAbsent(entry, field::of))
                                .toArray())) {
                    chosen.add(number);
                }
            }
        } catch (ArithmeticException noResidue) {
            return Optional.empty();
        }
        return chosen.size() == unknowns - maps.size()
                ? Optional.of(new MapsEvidence.Basis(maps, prime, chosen))
                : Optional.empty();
    }
}
