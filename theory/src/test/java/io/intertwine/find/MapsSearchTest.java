package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.MapsEvidence;
import io.intertwine.check.Checker;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.rep.ActingGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Linear;
import io.intertwine.rep.LinearRepresentation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapsSearchTest {
    private static final LinearRepresentation POINTS = Linear.permutations(4);

    private static MapsEvidence evidence(LinearRepresentation source, LinearRepresentation target, long dimension) {
        MapsDimension maps = MapsSearch.of(source, target);
        assertThat(maps.isProved()).isTrue();
        assertThat(maps.dimension()).hasValue(dimension);
        assertThat(maps.maps().get(0).dimension()).isEqualTo(dimension);
        assertThat(maps.reasons()).isEmpty();
        return ((Certificate.Maps) maps.proof().get(0).certificate()).evidence();
    }

    @Test
    void monomialRepresentationsAreProvedByOrbits() {
        assertThat(evidence(POINTS, POINTS.power(2), 5)).isEqualTo(new MapsEvidence.Orbits());
        assertThat(evidence(POINTS.multiple(3), POINTS, 6))
                .isEqualTo(new MapsEvidence.Blocks(List.of(new MapsEvidence.Orbits())));
    }

    @Test
    void otherFiniteGroupsAreProvedByCharacters() {
        LinearRepresentation pentagon = Linear.polygon(5);
        assertThat(evidence(pentagon, pentagon, 1)).isEqualTo(new MapsEvidence.Characters());
        LinearRepresentation sum = LinearRepresentation.directSum(List.of(pentagon, pentagon.power(0)));
        assertThat(evidence(sum, sum, 2)).isEqualTo(new MapsEvidence.Characters());
    }

    @Test
    void connectedAndInfiniteGroupsAreProvedByABasis() {
        LinearRepresentation turns = Linear.turns();
        assertThat(evidence(turns.power(2), turns, 1)).isInstanceOf(MapsEvidence.Basis.class);
        assertThat(evidence(Linear.plane(), Linear.plane(), 1)).isInstanceOf(MapsEvidence.Basis.class);
        LinearRepresentation shear =
                Linear.of(new Presentation(List.of("s"), List.of()), Linear.matrix("1 sqrt(3); 0 1"));
        assertThat(evidence(shear, shear, 2)).isInstanceOf(MapsEvidence.Basis.class);
        LinearRepresentation sum = LinearRepresentation.directSum(List.of(turns.multiple(2), turns.power(2)));
        assertThat(evidence(sum, turns.multiple(3), 9)).isInstanceOf(MapsEvidence.Blocks.class);
    }

    @Test
    void whatIsBeyondTheLimitsIsNotProved() {
        ActingGroup group = Linear.turns().group();
        LinearRepresentation many =
                LinearRepresentation.directSum(Collections.nCopies(51, LinearRepresentation.trivial(group, 1)));
        MapsDimension maps = MapsSearch.of(many, many);
        assertThat(maps.isProved()).isFalse();
        assertThat(maps.dimension()).hasValue(51 * 51);
        assertThat(maps.reasons())
                .singleElement()
                .asString()
                .contains("No evidence was found that the checker accepts");
    }

    @Test
    void numbersWithoutResiduesGiveNoBasis() {
        // An infinite group with entries in a cubic field: neither orbits, characters nor residues.
        LinearRepresentation shear =
                Linear.of(new Presentation(List.of("s"), List.of()), Linear.matrix("1 cos(2*pi/7); 0 1"));
        MapsDimension maps = MapsSearch.of(shear, shear);
        assertThat(maps.isProved()).isFalse();
        assertThat(maps.dimension()).hasValue(2);
    }

    /** A number is a square modulo every other prime: one is looked for, whatever the number. */
    @Test
    void aPrimeWithTheRootsIsLookedFor() {
        for (String root : List.of("sqrt(143)", "sqrt(1459)")) {
            LinearRepresentation shear =
                    Linear.of(new Presentation(List.of("s"), List.of()), Linear.matrix("1 " + root + "; 0 1"));
            assertThat(evidence(shear, shear, 2)).isInstanceOf(MapsEvidence.Basis.class);
        }
        Presentation integers = new Presentation(List.of("s"), List.of());
        LinearRepresentation two = Linear.of(integers, Linear.matrix("1 sqrt(2); 0 1"));
        LinearRepresentation three = Linear.of(integers, Linear.matrix("1 sqrt(3); 0 1"));
        MapsDimension mixed = MapsSearch.of(two, three);
        assertThat(mixed.dimension()).hasValue(2);
    }

    /** Evidence speaks of the generators by their names, so it serves wherever they are listed. */
    @Test
    void evidenceServesForGeneratorsInAnotherOrder() {
        AffineMap hyperbolic = Linear.matrix("2 1; 1 1");
        AffineMap identity = Linear.matrix("1 0; 0 1");
        LinearRepresentation first = Linear.of(new Presentation(List.of("x", "y"), List.of()), hyperbolic, identity);
        LinearRepresentation second = Linear.of(new Presentation(List.of("y", "x"), List.of()), identity, hyperbolic);
        MapsEvidence found = evidence(first, first, 2);
        assertThat(found).isInstanceOf(MapsEvidence.Basis.class);
        assertThat(Checker.dimension(second, second, found)).isEqualTo(2);
    }

    @Test
    void representationsOfDifferentGroupsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapsSearch.of(POINTS, Linear.permutations(3)))
                .withMessageContaining("two representations of one group");
    }
}
