package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.exact.Echelon;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.net.Layer;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.EquivariantMaps;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.symmetry.Reynolds;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.NamedGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * Laws of spaces of equivariant maps, over random representations of the groups of order up to ten: transitive signed permutations,
 * sums, multiples, duals, tensor products, some in coordinates in which they are not monomial.
 */
@Domain(IntertwineDomain.class)
@Domain(DomainContext.Global.class)
class RepresentationProperties {
    private static final int LARGEST = 8;

    /** A group with representations to order; everything follows from the seed. */
    private record Source(NamedGroup group, SplittableRandom random) {
        LinearRepresentation any() {
            LinearRepresentation first = transitive();
            return switch (random.nextInt(7)) {
                case 0 -> LinearRepresentation.directSum(List.of(first, transitive()));
                case 1 -> first.multiple(2);
                case 2 -> small().tensor(small());
                case 3 -> first.dual();
                case 4 -> oblique(first);
                case 5 -> oblique(small().tensor(small())).dual();
                default -> first;
            };
        }

        private LinearRepresentation small() {
            LinearRepresentation found = transitive();
            while (found.dimension() > 3) {
                found = transitive();
            }
            return found;
        }

        private LinearRepresentation transitive() {
            List<TransitiveAction> actions = group.actions().stream()
                    .filter(action -> action.degree() <= LARGEST)
                    .toList();
            return of(actions.get(random.nextInt(actions.size())).images());
        }

        private LinearRepresentation of(List<AffineMap> maps) {
            Presentation presentation = group.presentation();
            return LinearRepresentation.of(
                    new Representation(presentation, maps.get(0).dimension(), maps));
        }

        /** The same representation in other coordinates. */
        private LinearRepresentation oblique(LinearRepresentation representation) {
            int n = representation.dimension();
            ExactMatrix basis =
                    ExactMatrix.build(n, n, (i, j) -> Scalar.of(i == j ? 1 : i < j ? random.nextInt(-1, 2) : 0));
            AffineMap change = AffineMap.of(basis, Collections.nCopies(n, Scalar.ZERO));
            List<AffineMap> maps = new ArrayList<>();
            for (AffineMap map : maps(representation)) {
                maps.add(change.after(map).after(change.inverse()));
            }
            return of(maps);
        }
    }

    private static List<AffineMap> maps(LinearRepresentation representation) {
        List<AffineMap> maps = new ArrayList<>();
        List<Scalar> zero = Collections.nCopies(representation.dimension(), Scalar.ZERO);
        for (int g = 0; g < representation.group().discrete().generators().size(); g++) {
            maps.add(AffineMap.of(representation.generator(g).toDense(), zero));
        }
        return maps;
    }

    private static List<AffineMap> elements(NamedGroup group, LinearRepresentation representation) {
        AffineGroup structure = new AffineGroup(representation.dimension());
        List<AffineMap> maps = maps(representation);
        return group.words().stream()
                .map(word -> word.evaluate(structure, maps))
                .toList();
    }

    private static Scalar trace(AffineMap map) {
        Scalar trace = Scalar.ZERO;
        ExactMatrix matrix = map.matrix();
        for (int i = 0; i < matrix.rows(); i++) {
            trace = trace.add(matrix.get(i, i));
        }
        return trace;
    }

    /** (1/|G|) sum of chi_V(g^-1) chi_W(g), element by element. */
    private static long byCharacters(NamedGroup group, LinearRepresentation v, LinearRepresentation w) {
        List<AffineMap> left = elements(group, v);
        List<AffineMap> right = elements(group, w);
        Scalar sum = Scalar.ZERO;
        for (int g = 0; g < left.size(); g++) {
            sum = sum.add(trace(left.get(g).inverse()).multiply(trace(right.get(g))));
        }
        return sum.divide(Scalar.of(group.order())).rational().getNumerator().longValueExact();
    }

    private static long dimension(LinearRepresentation v, LinearRepresentation w) {
        return EquivariantMaps.between(v, w).dimension();
    }

    /** Maschke and Schur: the null space of the equations has the dimension that the characters say (Serre, 2.3). */
    @Property(tries = 150, seed = "20261101")
    void theNullSpaceHasTheDimensionThatCharactersSay(
            @ForAll NamedGroup group, @ForAll @LongRange(max = 1L << 40) long seed) {
        Source source = new Source(group, new SplittableRandom(seed));
        LinearRepresentation v = source.any();
        LinearRepresentation w = source.any();
        long expected = byCharacters(group, v, w);
        assertThat(dimension(v, w)).isEqualTo(expected);
        assertThat(EquivariantMaps.dimension(v, w)).isEqualTo(expected);
    }

    /** Hom is bilinear, dual in both arguments, and adjoint to the tensor product. */
    @Property(tries = 60, seed = "20261102")
    void homIsBilinearAndDualAndAdjointToTheTensorProduct(
            @ForAll NamedGroup group, @ForAll @LongRange(max = 1L << 40) long seed) {
        Source source = new Source(group, new SplittableRandom(seed));
        LinearRepresentation u = source.small();
        LinearRepresentation v = source.any();
        LinearRepresentation w = source.small();
        assertThat(dimension(LinearRepresentation.directSum(List.of(u, v)), w))
                .isEqualTo(dimension(u, w) + dimension(v, w));
        assertThat(dimension(u, LinearRepresentation.directSum(List.of(v, w))))
                .isEqualTo(dimension(u, v) + dimension(u, w));
        assertThat(dimension(u.multiple(3), v.multiple(2))).isEqualTo(6 * dimension(u, v));
        assertThat(dimension(w.dual(), v.dual())).isEqualTo(dimension(v, w));
        assertThat(dimension(u.tensor(w), v)).isEqualTo(dimension(u, w.dual().tensor(v)));
        assertThat(dimension(u, v))
                .isEqualTo(dimension(
                        LinearRepresentation.trivial(u.group(), 1), u.dual().tensor(v)));
    }

    /** Averaging over the group is a projection onto the space, and coordinates are read off the basis. */
    @Property(tries = 100, seed = "20261103")
    void theReynoldsOperatorIsAProjectionOntoTheSpace(
            @ForAll NamedGroup group, @ForAll @LongRange(max = 1L << 40) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Source source = new Source(group, random);
        LinearRepresentation v = source.any();
        LinearRepresentation w = source.any();
        EquivariantMaps maps = EquivariantMaps.between(v, w);
        List<AffineMap> left = elements(group, v);
        List<AffineMap> right = elements(group, w);
        ExactMatrix any = ExactMatrix.build(w.dimension(), v.dimension(), (i, j) -> Scalar.of(random.nextInt(-9, 10)));
        ExactMatrix mean = average(any, left, right);
        List<Scalar> coordinates = maps.coordinates(SparseMatrix.of(mean));
        assertThat(maps.combination(coordinates).toDense()).isEqualTo(mean);
        List<Scalar> chosen = Stream.generate(() -> Scalar.of(random.nextInt(-9, 10)))
                .limit(maps.dimension())
                .collect(Collectors.toList());
        SparseMatrix map = maps.combination(chosen);
        assertThat(average(map.toDense(), left, right)).isEqualTo(map.toDense());
        assertThat(maps.coordinates(map)).isEqualTo(chosen);
    }

    private static ExactMatrix average(ExactMatrix map, List<AffineMap> source, List<AffineMap> target) {
        return Reynolds.average(new Layer.Dense(map, List.of()), source, target).weight();
    }

    /** The basis is a basis: equivariant, independent, and as many as the equations leave (elimination of all of them at once). */
    @Property(tries = 60, seed = "20261104")
    void theBasisSolvesTheEquationsAndIsIndependent(
            @ForAll NamedGroup group, @ForAll @LongRange(max = 1L << 40) long seed) {
        Source source = new Source(group, new SplittableRandom(seed));
        LinearRepresentation v = source.any();
        LinearRepresentation w = source.any();
        List<SparseMatrix> basis = EquivariantMaps.between(v, w).basis().toList();
        int size = v.dimension() * w.dimension();
        List<Scalar> rows = new ArrayList<>();
        for (SparseMatrix map : basis) {
            for (int g = 0; g < v.group().discrete().generators().size(); g++) {
                assertThat(w.generator(g).multiply(map)).isEqualTo(map.multiply(v.generator(g)));
            }
            for (int i = 0; i < w.dimension(); i++) {
                rows.addAll(map.toDense().row(i));
            }
        }
        assertThat(Echelon.of(ExactMatrix.of(basis.size(), size, rows)).rank()).isEqualTo(basis.size());
        assertThat(size - Echelon.of(equations(v, w)).rank()).isEqualTo(basis.size());
    }

    private static ExactMatrix equations(LinearRepresentation v, LinearRepresentation w) {
        int n = v.dimension();
        int m = w.dimension();
        int generators = v.group().discrete().generators().size();
        return ExactMatrix.build(generators * n * m, n * m, (row, column) -> {
            int g = row / (n * m);
            int i = row / n % m;
            int j = row % n;
            Scalar left = j == column % n ? w.generator(g).get(i, column / n) : Scalar.ZERO;
            Scalar right = i == column / n ? v.generator(g).get(column % n, j) : Scalar.ZERO;
            return left.subtract(right);
        });
    }
}
