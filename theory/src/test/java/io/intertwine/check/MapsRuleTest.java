package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.map;
import static io.intertwine.check.Table.reject;
import static io.intertwine.rep.Linear.matrix;
import static io.intertwine.rep.Linear.sparse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Comparison;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.EqualityProof;
import io.intertwine.certificate.MapsEvidence;
import io.intertwine.claim.MapsClaim;
import io.intertwine.exact.Scalar;
import io.intertwine.exact.SparseMatrix;
import io.intertwine.find.MapsSearch;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LieAlgebra;
import io.intertwine.rep.Linear;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dimensions of spaces of equivariant maps: evidence accepted and rejected. */
class MapsRuleTest {
    private static final MapsEvidence ORBITS = new MapsEvidence.Orbits();
    private static final MapsEvidence CHARACTERS = new MapsEvidence.Characters();
    private static final LinearRepresentation POINTS = Linear.permutations(4);
    private static final LinearRepresentation TURNS = Linear.turns();
    private static final GroupDescription FREE = new Presentation(List.of("s"), List.of());

    private static MapsClaim claim(LinearRepresentation source, LinearRepresentation target, long dimension) {
        return new MapsClaim(source, target, dimension);
    }

    private static Certificate.Maps certificate(
            LinearRepresentation source, LinearRepresentation target, MapsEvidence evidence) {
        return new Certificate.Maps(Digest.of(source), Digest.of(target), evidence);
    }

    /** Accepted with this dimension, rejected with one more or less. */
    private static void proves(
            LinearRepresentation source, LinearRepresentation target, long dimension, MapsEvidence evidence) {
        Certificate.Maps certificate = certificate(source, target, evidence);
        assertThat(accept(claim(source, target, dimension), certificate).toString())
                .contains("form a space of dimension " + dimension + ".");
        reject(claim(source, target, dimension + 1), certificate, "shows the dimension " + dimension);
        reject(claim(source, target, dimension - 1), certificate, "shows the dimension " + dimension);
    }

    private static void refutes(
            LinearRepresentation source,
            LinearRepresentation target,
            long dimension,
            MapsEvidence evidence,
            String reason) {
        reject(claim(source, target, dimension), certificate(source, target, evidence), reason);
    }

    private static MapsEvidence.Basis basis(LinearRepresentation source, LinearRepresentation target) {
        Certificate.Maps found =
                (Certificate.Maps) MapsSearch.of(source, target).proof().get(0).certificate();
        return (MapsEvidence.Basis) found.evidence();
    }

    private static LinearRepresentation scaled(String map) {
        return Linear.of(FREE, map(map));
    }

    @Test
    void orbitsOfPairsOfPointsAreCounted() {
        proves(POINTS, POINTS, 2, ORBITS);
        proves(POINTS.power(2), POINTS.power(2), 15, ORBITS);
        proves(POINTS.dual().tensor(POINTS), POINTS, 5, ORBITS);
        proves(
                LinearRepresentation.directSum(List.of(POINTS, POINTS.multiple(2))),
                LinearRepresentation.trivial(POINTS.group(), 2),
                6,
                ORBITS);
    }

    @Test
    void anOrbitOnWhichTheFactorsDisagreeDoesNotCount() {
        // Two coordinates turned by a quarter, as signed permutations: the commutant is that of the complex numbers.
        proves(scaled("1 0 | 1 -1"), scaled("1 0 | 1 -1"), 2, ORBITS);
        proves(scaled("1 0 | 1 -1"), scaled("1 0"), 0, ORBITS);
        proves(scaled("0 | 2"), scaled("0 | 2"), 1, ORBITS);
        proves(scaled("0 | 2"), scaled("0 | 4"), 0, ORBITS);
        proves(scaled("1 0 | 2 3"), scaled("1 0 | 6 1"), 2, ORBITS);
        proves(scaled("1 0 | 2 3"), scaled("1 0 | 6 2"), 0, ORBITS);
        proves(scaled("0 1 | 1 sqrt(2)"), scaled("0 1 | sqrt(2) 3"), 1, ORBITS);
    }

    @Test
    void orbitsNeedMonomialMatricesAndAModestSize() {
        LinearRepresentation full = Linear.of(FREE, matrix("1 1; 0 1"));
        refutes(full, scaled("0 | 1"), 1, ORBITS, "the matrix of generator s is not monomial");
        refutes(TURNS, TURNS, 1, ORBITS, "orbits say nothing of the generators of a Lie algebra [x, y, z]");
        LinearRepresentation large = LinearRepresentation.trivial(ActingGroup.of(FREE), 4097);
        refutes(large, large, 4097 * 4097, ORBITS, "at most 16777216 pairs of coordinates, found 16785409");
        int n = 4100;
        int[] cycle = new int[n];
        for (int i = 0; i < n; i++) {
            cycle[i] = (i + 1) % n;
        }
        LinearRepresentation growing =
                Linear.of(FREE, AffineMap.monomial(Permutation.of(cycle), Collections.nCopies(n, Scalar.of(2))));
        refutes(growing, scaled("0 | 1"), 0, ORBITS, "the factors on an orbit grow too large");
    }

    @Test
    void tooManyDifferentFactorsAreRefused() {
        // e_j -> (j + 2) / (j + 1) e_(j+1): the factor of each coordinate is another one, and all ways around agree.
        int n = MapsOrbitsRule.MOST_FACTORS + 1;
        int[] images = new int[n];
        List<Scalar> scales = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            images[j] = (j + 1) % n;
            scales.add(Scalar.of(images[j] + 1, j + 1));
        }
        LinearRepresentation many = Linear.of(FREE, AffineMap.monomial(Permutation.of(images), scales));
        refutes(many, scaled("0 | 1"), 1, ORBITS, "grow too large");
    }

    @Test
    void charactersOfAFiniteGroupAreAveraged() {
        proves(POINTS.power(2), POINTS.power(2), 15, CHARACTERS);
        LinearRepresentation pentagon = Linear.polygon(5);
        proves(pentagon, pentagon, 1, CHARACTERS);
        proves(pentagon.power(2), pentagon.dual().power(2), 3, CHARACTERS);
        LinearRepresentation sum = LinearRepresentation.directSum(List.of(pentagon.multiple(2), pentagon.power(0)));
        proves(sum, sum, 5, CHARACTERS);
        LinearRepresentation heptagon = Linear.polygon(7);
        proves(heptagon.tensor(heptagon), heptagon, 0, CHARACTERS);
        proves(
                Linear.of(Presentation.cyclic(2), map("0 | -1")),
                Linear.of(Presentation.cyclic(2), map("0")),
                0,
                CHARACTERS);
    }

    /** Every given representation is found, in both factors of a tensor product and behind a dual. */
    @Test
    void charactersFollowTensorProductsAndDuals() {
        LinearRepresentation still = LinearRepresentation.trivial(POINTS.group(), 1);
        proves(Linear.permutations(4).tensor(Linear.permutations(4)), still, 2, CHARACTERS);
        proves(Linear.permutations(4).dual(), still, 1, CHARACTERS);
    }

    @Test
    void theoremsSayHowTheyAreProved() {
        assertThat(theorem(POINTS, POINTS, 2, ORBITS)).contains("number of orbits on pairs of coordinates");
        assertThat(theorem(POINTS, POINTS, 2, CHARACTERS)).contains("mean value of the product of the characters");
        assertThat(theorem(TURNS, TURNS, 1, basis(TURNS, TURNS)))
                .contains("The recorded basis is equivariant and independent");
        assertThat(theorem(POINTS.multiple(2), POINTS, 4, new MapsEvidence.Blocks(List.of(ORBITS))))
                .contains("sum over 1 pair of blocks");
        LinearRepresentation sum = LinearRepresentation.directSum(
                List.of(POINTS, Linear.permutations(4).power(2)));
        assertThat(theorem(sum, POINTS, 7, new MapsEvidence.Blocks(List.of(ORBITS, ORBITS))))
                .contains("sum over 2 pairs of blocks");
    }

    private static String theorem(
            LinearRepresentation source, LinearRepresentation target, long dimension, MapsEvidence evidence) {
        return accept(claim(source, target, dimension), certificate(source, target, evidence))
                .toString();
    }

    @Test
    void charactersNeedAFiniteGroup() {
        refutes(scaled("0 | 2"), scaled("0 | 2"), 1, CHARACTERS, "more than 4000 bits");
        LinearRepresentation shear = Linear.of(FREE, matrix("1 1; 0 1"));
        refutes(shear, shear, 2, CHARACTERS, "more than 10000 elements");
        refutes(TURNS, TURNS, 1, CHARACTERS, "say nothing of the generators of a Lie algebra [x, y, z]");
    }

    @Test
    void aBasisWithEquationsThatLeaveNoMoreIsAccepted() {
        proves(TURNS, TURNS, 1, basis(TURNS, TURNS));
        proves(TURNS.power(2), TURNS, 1, basis(TURNS.power(2), TURNS));
        proves(
                TURNS.power(2),
                TURNS.dual().power(2),
                3,
                basis(TURNS.power(2), TURNS.dual().power(2)));
        LinearRepresentation plane = Linear.plane();
        proves(plane, plane, 1, basis(plane, plane));
        LinearRepresentation shear = Linear.of(FREE, matrix("1 1; 0 1"));
        proves(shear, shear, 2, basis(shear, shear));
        LinearRepresentation irrational = Linear.of(FREE, matrix("1 sqrt(2); 0 1"));
        proves(irrational, irrational, 2, basis(irrational, irrational));
        proves(TURNS, LinearRepresentation.trivial(TURNS.group(), 1), 0, basis(TURNS, TURNS.power(0)));
    }

    @Test
    void aLieGeneratorIsNotIgnored() {
        // Without the turns the reflection leaves two maps.
        MapsEvidence two = new MapsEvidence.Basis(List.of(sparse("1 0; 0 0"), sparse("0 0; 0 1")), 7, List.of(1, 2));
        LinearRepresentation mirror = Linear.of(FREE, matrix("1 0; 0 -1"));
        proves(mirror, mirror, 2, two);
        refutes(Linear.plane(), Linear.plane(), 2, two, "a map of the basis is not equivariant");
    }

    @Test
    void aBasisThatIsNotOneIsRejected() {
        LinearRepresentation source = TURNS.power(2);
        MapsEvidence.Basis good = basis(source, source);
        List<SparseMatrix> maps = good.maps();
        assertThat(maps).hasSize(3);
        SparseMatrix sum = maps.get(0).add(maps.get(1));
        refutes(
                source,
                source,
                3,
                with(good, List.of(maps.get(0), maps.get(1), sum)),
                "no place where all others are zero");
        refutes(source, source, 2, with(good, maps.subList(0, 2)), "expected 79 equations, found 78");
        refutes(source, source, 4, with(good, List.of(maps.get(0), maps.get(1), maps.get(2), maps.get(2))), "no place");
        SparseMatrix changed =
                maps.get(0).add(SparseMatrix.of(9, 9, List.of(new SparseMatrix.Entry(0, 8, Scalar.of(1, 3)))));
        refutes(source, source, 3, with(good, List.of(changed, maps.get(1), maps.get(2))), "is not equivariant");
        SparseMatrix zero = SparseMatrix.zero(9, 9);
        refutes(source, source, 4, with(good, List.of(maps.get(0), maps.get(1), maps.get(2), zero)), "no place");
        refutes(source, source, 3, with(good, List.of(SparseMatrix.zero(3, 9))), "expected maps of 9 x 9 entries");
        refutes(source, source, 3, with(good, List.of(SparseMatrix.zero(9, 3))), "found one of 9 x 3");
    }

    private static MapsEvidence.Basis with(MapsEvidence.Basis basis, List<SparseMatrix> maps) {
        return new MapsEvidence.Basis(maps, basis.prime(), basis.equations());
    }

    @Test
    void equationsThatShowTooLittleAreRejected() {
        MapsEvidence.Basis good = basis(TURNS, TURNS);
        List<Integer> twice = new ArrayList<>(good.equations());
        twice.set(0, twice.get(1));
        refutes(TURNS, TURNS, 1, equations(good, 7, twice), "dependent modulo 7");
        List<Integer> fewer = good.equations().subList(1, good.equations().size());
        refutes(TURNS, TURNS, 1, equations(good, good.prime(), fewer), "expected 8 equations, found 7");
        List<Integer> outside = new ArrayList<>(good.equations());
        outside.set(3, 27);
        refutes(TURNS, TURNS, 1, equations(good, good.prime(), outside), "expected an equation below 27, found 27");
        outside.set(3, -1);
        refutes(TURNS, TURNS, 1, equations(good, good.prime(), outside), "found -1");
        refutes(TURNS, TURNS, 1, equations(good, 9, good.equations()), "expected an odd prime below 2^31, found 9");
        // A claim of too small a dimension: the equations cannot exclude a map that there is.
        MapsEvidence none = new MapsEvidence.Basis(List.of(), good.prime(), List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
        refutes(TURNS, TURNS, 0, none, "dependent modulo");
    }

    private static MapsEvidence equations(MapsEvidence.Basis basis, long prime, List<Integer> equations) {
        return new MapsEvidence.Basis(basis.maps(), prime, equations);
    }

    @Test
    void thePrimeMustGiveResidues() {
        LinearRepresentation half = Linear.of(FREE, matrix("1 1/5; 0 1"));
        MapsEvidence.Basis good = basis(half, half);
        refutes(half, half, 2, equations(good, 5, good.equations()), "the prime 5 divides the denominator");
        LinearRepresentation irrational = Linear.of(FREE, matrix("1 sqrt(2); 0 1"));
        MapsEvidence.Basis other = basis(irrational, irrational);
        refutes(irrational, irrational, 2, equations(other, 5, other.equations()), "2 is not a square modulo 5");
        LinearRepresentation cubic = Linear.of(FREE, matrix("1 cos(2*pi/7); 0 1"));
        MapsEvidence.Basis form = basis(half, half);
        refutes(
                cubic,
                cubic,
                2,
                new MapsEvidence.Basis(List.of(sparse("0 1; 0 0"), sparse("1 0; 0 1")), form.prime(), form.equations()),
                "is not of the form");
    }

    @Test
    void residuesOfTwoQuadraticFieldsDoNotGoTogether() {
        LinearRepresentation two = Linear.of(FREE, matrix("1 sqrt(2) 0 0; 0 1 0 0; 0 0 1 sqrt(3); 0 0 0 1"));
        SparseMatrix first = sparse("0 1; 0 0");
        MapsEvidence.Basis any = new MapsEvidence.Basis(List.of(first), 7, List.of());
        assertThat(any.maps()).hasSize(1);
        MapsEvidence none = new MapsEvidence.Basis(
                List.of(), 23, IntStream.range(0, 16).boxed().toList());
        refutes(two, two, 0, none, "do not lie in one quadratic field");
    }

    @Test
    void aBasisOfLargeMapsIsRefused() {
        MapsEvidence none = new MapsEvidence.Basis(List.of(), 7, List.of());
        ActingGroup group = TURNS.group();
        LinearRepresentation wide = LinearRepresentation.trivial(group, 2049);
        refutes(wide, TURNS, 0, none, "dimension at most 2048, found 3 x 2049");
        refutes(wide, LinearRepresentation.trivial(group, 1), 0, none, "found 1 x 2049");
        LinearRepresentation hundred = LinearRepresentation.trivial(group, 100);
        refutes(hundred, hundred, 0, none, "at most 8192 entries");
    }

    @Test
    void blocksCountWithTheirMultiplicities() {
        LinearRepresentation source =
                LinearRepresentation.directSum(List.of(TURNS.multiple(3), TURNS.power(2), TURNS.multiple(2)));
        LinearRepresentation target = TURNS.multiple(5);
        MapsEvidence one = basis(TURNS, TURNS);
        MapsEvidence cross = basis(TURNS.power(2), TURNS);
        proves(source, target, 30, new MapsEvidence.Blocks(List.of(one, cross, one)));
        refutes(source, target, 30, new MapsEvidence.Blocks(List.of(one, cross)), "3 x 1 pairs of blocks, found 2");
        refutes(source, target, 30, new MapsEvidence.Blocks(List.of(one, one, cross)), "expected maps of");
        proves(POINTS, POINTS, 2, new MapsEvidence.Blocks(List.of(ORBITS)));
        proves(POINTS, POINTS, 2, new MapsEvidence.Blocks(List.of(new MapsEvidence.Blocks(List.of(CHARACTERS)))));
        LinearRepresentation mixed = LinearRepresentation.directSum(List.of(POINTS, POINTS.power(2)));
        proves(mixed, POINTS, 2 + 5, new MapsEvidence.Blocks(List.of(ORBITS, CHARACTERS)));
    }

    @Test
    void aDimensionBeyondAllNumbersIsRefused() {
        ActingGroup group = ActingGroup.of(FREE);
        LinearRepresentation million = LinearRepresentation.trivial(group, 1).multiple(1 << 20);
        proves(million, million, 1L << 40, new MapsEvidence.Blocks(List.of(ORBITS)));
    }

    @Test
    void evidenceBelongsToItsRepresentations() {
        Certificate.Maps certificate = certificate(POINTS, POINTS.power(2), ORBITS);
        accept(claim(POINTS, POINTS.power(2), 5), certificate);
        reject(claim(POINTS.power(2), POINTS, 5), certificate, "speaks of another representation");
        reject(claim(POINTS, POINTS, 2), certificate, "speaks of another representation");
        // How a representation is built does not matter.
        LinearRepresentation flat =
                Linear.of(POINTS.group().discrete(), flat(POINTS.power(2)).toArray(AffineMap[]::new));
        accept(claim(POINTS, flat, 5), certificate);
    }

    private static List<AffineMap> flat(LinearRepresentation representation) {
        List<AffineMap> maps = new ArrayList<>();
        for (int g = 0; g < representation.group().discrete().generators().size(); g++) {
            maps.add(AffineMap.of(
                    representation.generator(g).toDense(),
                    Collections.nCopies(representation.dimension(), Scalar.ZERO)));
        }
        return maps;
    }

    @Test
    void evidenceOfAnotherKindIsRejected() {
        Certificate equality = new Certificate.Equality(
                Digest.of(POINTS), Digest.of(POINTS), EqualityProof.of(new Comparison.Expansion()));
        reject(claim(POINTS, POINTS, 2), equality, "another kind than the claim maps-dimension");
    }

    @Test
    void aClaimIsAboutOneGroup() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> claim(POINTS, Linear.permutations(3), 1))
                .withMessageContaining("two representations of one group");
    }

    @Test
    void theStatementNamesWhatActs() {
        assertThat(claim(Linear.plane(), Linear.plane(), 1).statement())
                .isEqualTo(
                        "The linear maps from 2 to 2 coordinates that are equivariant under the generators s and the "
                                + "generators x of a Lie algebra form a space of dimension 1.");
        assertThat(claim(TURNS, TURNS, 1).statement()).contains("under the generators x, y, z of a Lie algebra form");
        assertThat(claim(POINTS, POINTS, 2).statement()).contains("under the generators s1, s2, s3 form");
    }

    @Test
    void whatEvidenceShowsCanBeAskedForWithoutAClaim() {
        assertThat(Checker.dimension(POINTS, POINTS.power(2), CHARACTERS)).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checker.dimension(TURNS, TURNS, ORBITS))
                .withMessageContaining("orbits say nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checker.dimension(
                        scaled("0 | 1"),
                        Linear.of(FREE, matrix("1 cos(2*pi/7); 0 1")),
                        new MapsEvidence.Basis(List.of(sparse("1; 0")), 7, List.of(0))))
                .withMessageContaining("not of the form");
    }

    @Test
    void dimensionsAreThoseOfTheMapsThatAreFound() {
        LieAlgebra line = new LieAlgebra(List.of("x"), List.of());
        ActingGroup group = ActingGroup.of(line);
        LinearRepresentation boost = LinearRepresentation.of(
                group, new Representation(group.discrete(), 2, List.of()), List.of(sparse("0 1; 1 0")));
        for (int power = 1; power <= 3; power++) {
            LinearRepresentation tensors = boost.power(power);
            assertThat(MapsSearch.of(tensors, boost).isProved()).isTrue();
        }
    }
}
