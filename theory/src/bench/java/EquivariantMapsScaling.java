import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.PrimeField;
import io.intertwine.exact.RankEngine;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Generated;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.ClassicalGroups;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/**
 * Spaces of equivariant maps: one case, named by the first argument, with its time and dimension. "dimension" finds the dimension,
 * "basis" goes through all basis maps, "plain" finds the dimension from the dense matrix of all equations modulo a prime.
 */
public final class EquivariantMapsScaling {
    private EquivariantMapsScaling() {}

    private record Case(LinearRepresentation source, LinearRepresentation target) {}

    public static void main(String[] arguments) {
        Case each = cases(arguments[0]);
        String what = arguments[1];
        long start = System.nanoTime();
        long found;
        if (what.equals("plain")) {
            found = plain(each);
        } else {
            EquivariantMaps maps = EquivariantMaps.between(each.source, each.target);
            found = maps.dimension();
            if (what.equals("basis")) {
                long[] entries = new long[1];
                maps.basis().forEach(map -> entries[0] += map.size());
                what += " (" + entries[0] + " entries)";
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d x %d | %s | %d | %d MiB | %.2f |%n",
                arguments[0],
                each.target.dimension(),
                each.source.dimension(),
                what,
                found,
                Runtime.getRuntime().maxMemory() >> 20,
                (System.nanoTime() - start) * 1e-9);
    }

    private static Case cases(String name) {
        String[] parts = name.split("-");
        LinearRepresentation natural =
                switch (parts[0]) {
                    case "S3" -> points(3);
                    case "S4" -> points(4);
                    case "S5" -> points(5);
                    case "cube" -> cube();
                    case "images" -> image(Integer.parseInt(parts[1]));
                    case "SO3" -> ClassicalGroups.specialOrthogonal(3);
                    case "SO4" -> ClassicalGroups.specialOrthogonal(4);
                    case "Lorentz" -> ClassicalGroups.specialOrthogonal(1, 3);
                    case "O3" -> ClassicalGroups.orthogonal(3);
                    case "SL2" -> ClassicalGroups.specialLinear(2);
                    default -> throw new IllegalArgumentException(name);
                };
        if (parts[0].equals("images")) {
            return parts[2].equals("blocks")
                    ? new Case(natural.multiple(3), natural.multiple(64))
                    : new Case(flat(natural, 3), flat(natural, 64));
        }
        return new Case(natural.power(Integer.parseInt(parts[1])), natural.power(Integer.parseInt(parts[2])));
    }

    /** A multiple given by its matrices, so that nothing is known of its blocks. */
    private static LinearRepresentation flat(LinearRepresentation natural, int count) {
        LinearRepresentation.Structure.Given given = (LinearRepresentation.Structure.Given) natural.structure();
        int n = count * natural.dimension();
        List<AffineMap> images = new ArrayList<>();
        for (AffineMap map : given.discrete().images()) {
            int[] all = new int[n];
            for (int k = 0; k < n; k++) {
                int block = k / map.dimension() * map.dimension();
                all[k] = block + map.permutation().apply(k - block);
            }
            images.add(AffineMap.monomial(Permutation.of(all), Collections.nCopies(n, Scalar.ONE)));
        }
        return LinearRepresentation.of(new Representation(natural.group().discrete(), n, images));
    }

    /** The rank modulo 2^31 - 1 of the dense matrix of all equations, which it holds at once. */
    private static long plain(Case each) {
        GroupDescription discrete = each.source.group().discrete();
        List<String> connected = each.source.group().connected().generators();
        int unknowns = each.source.dimension() * each.target.dimension();
        int generators = discrete.generators().size() + connected.size();
        PrimeField field = new PrimeField(PrimeField.PRIME_LIMIT - 1);
        ModularMatrix matrix = new ModularMatrix(field.prime(), generators * unknowns, unknowns);
        for (int g = 0; g < generators; g++) {
            boolean isDiscrete = g < discrete.generators().size();
            int index = isDiscrete ? g : g - discrete.generators().size();
            SparseMatrix a = isDiscrete ? each.source.generator(index) : each.source.derivative(index);
            SparseMatrix b = isDiscrete ? each.target.generator(index) : each.target.derivative(index);
            for (int equation = 0; equation < unknowns; equation++) {
                Map<Integer, Scalar> row = equation(a, b, equation / a.rows(), equation % a.rows());
                for (Map.Entry<Integer, Scalar> term : row.entrySet()) {
                    matrix.set(g * unknowns + equation, term.getKey(), field.of(term.getValue()));
                }
            }
        }
        return unknowns - RankEngine.pure(1).pivots(matrix, unknowns).rank();
    }

    private static Map<Integer, Scalar> equation(SparseMatrix a, SparseMatrix b, int i, int j) {
        Map<Integer, Scalar> row = new TreeMap<>();
        int columns = a.rows();
        b.visitRow(i, (k, value) -> row.merge(k * columns + j, value, Scalar::add));
        for (int k = 0; k < columns; k++) {
            Scalar value = a.get(k, j);
            if (!value.isZero()) {
                row.merge(i * columns + k, value.negate(), Scalar::add);
            }
        }
        return row;
    }

    private static LinearRepresentation permutations(GroupDescription group, List<Permutation> images) {
        int n = images.get(0).size();
        List<AffineMap> maps = images.stream()
                .map(image -> AffineMap.monomial(image, Collections.nCopies(n, Scalar.ONE)))
                .toList();
        return LinearRepresentation.of(new Representation(group, n, maps));
    }

    private static LinearRepresentation points(int n) {
        List<Permutation> images = new ArrayList<>();
        for (int i = 0; i + 1 < n; i++) {
            int[] swap = Permutation.identity(n).toArray();
            swap[i] = i + 1;
            swap[i + 1] = i;
            images.add(Permutation.of(swap));
        }
        return permutations(Presentation.symmetric(n), images);
    }

    private static LinearRepresentation image(int n) {
        IntBinaryOperator turn = (i, j) -> j * n + (n - 1 - i);
        IntBinaryOperator mirror = (i, j) -> i * n + (n - 1 - j);
        List<Permutation> images = new ArrayList<>();
        for (IntBinaryOperator map : List.of(turn, mirror)) {
            int[] all = new int[n * n];
            for (int k = 0; k < all.length; k++) {
                all[k] = map.applyAsInt(k / n, k % n);
            }
            images.add(Permutation.of(all));
        }
        return permutations(Presentation.dihedral(4), images);
    }

    private static LinearRepresentation cube() {
        AffineMap quarter = AffineMap.monomial(
                Permutation.of(1, 0, 2), List.of(Scalar.ONE, Scalar.MINUS_ONE, Scalar.ONE));
        AffineMap third = AffineMap.monomial(Permutation.of(1, 2, 0), Collections.nCopies(3, Scalar.ONE));
        return LinearRepresentation.of(
                new Representation(new Generated(List.of("q", "t")), 3, List.of(quarter, third)));
    }
}
