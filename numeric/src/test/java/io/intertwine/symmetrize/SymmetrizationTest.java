package io.intertwine.symmetrize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.intertwine.activation.Activations;
import io.intertwine.check.CheckResult;
import io.intertwine.check.Checker;
import io.intertwine.construct.Disguise;
import io.intertwine.construct.EquivariantParameters;
import io.intertwine.construct.LatentActions;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.find.Verification;
import io.intertwine.find.Verifier;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.match.LatentMatching;
import io.intertwine.match.LatentSearch;
import io.intertwine.measure.Noise;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetrizationTest {
    private static final double NOISE = 0.01;

    private static NearlyEquivariant draw(String group, String activation, String hidden, int seed) {
        List<Integer> widths =
                Arrays.stream(hidden.split(" ")).map(Integer::valueOf).toList();
        return NearlyEquivariant.draw(group, activation, widths, NOISE, seed);
    }

    @ParameterizedTest
    @CsvSource({
        "C2,tanh,5 4",
        "C3,relu,6 5",
        "C4,sigmoid,7 6",
        "D4,tanh,9",
        "S3,sigmoid,8 7",
        "S3,abs,7",
        "D4,relu6,6 5",
        "C2,sigmoid,1"
    })
    void theExactProjectionIsTheAverageOverTheListedGroup(String group, String activation, String hidden)
            throws UnrepresentableException {
        for (int seed = 0; seed < 4; seed++) {
            NearlyEquivariant near = draw(group, activation, hidden, seed);
            Symmetrization found = Symmetrization.of(near.network(), near.actions(), Precision.EXACT);
            assertThat(found.result()).isEqualTo(near.actions().average(near.network()));
            assertThat(found.free())
                    .isEqualTo(EquivariantParameters.of(near.actions()).dimension());
            assertThat(found.parameters())
                    .isEqualTo(near.actions().architecture().parameters());
            assertAccepted(found);
        }
    }

    private static void assertAccepted(Symmetrization found) {
        assertThat(Checker.check(found.proof().claim(), found.proof().certificate()))
                .isInstanceOf(CheckResult.Accepted.class);
        Symmetry symmetry = ((io.intertwine.claim.SymmetryClaim.LayerwiseEquivariant)
                        found.proof().claim())
                .symmetry();
        assertThat(Verifier.verify(found.result(), symmetry, 1)).isInstanceOf(Verification.Layerwise.class);
    }

    @ParameterizedTest
    @CsvSource({
        "C2,tanh,5 4,BINARY32",
        "C3,relu,6 5,BINARY32",
        "C4,sigmoid,7 6,BINARY32",
        "C4,sigmoid,7 6,BINARY64",
        "D4,tanh,9,BINARY64",
        "S3,sigmoid,8 7,BINARY64",
        "S3,sigmoid,8 7,BINARY32",
        "D4,relu6,6 5,BINARY32"
    })
    void floatsAreExactlyEquivariantAndNearTheProjection(
            String group, String activation, String hidden, Precision precision) throws UnrepresentableException {
        for (int seed = 0; seed < 4; seed++) {
            NearlyEquivariant near = draw(group, activation, hidden, seed);
            near = precision == Precision.BINARY32 ? near.inFloat32() : near;
            Symmetrization found = Symmetrization.of(near.network(), near.actions(), precision);
            Network exact = near.actions().average(near.network());
            assertThat(Precision.ofFloats(found.result())).isGreaterThanOrEqualTo(precision);
            assertAccepted(found);
            double tolerance = precision == Precision.BINARY32 ? 1e-6 : 2e-15;
            for (int place : near.actions().architecture().densePlaces()) {
                Layer.Dense average = (Layer.Dense) exact.layers().get(place);
                LayerChange error = LayerChange.of(
                        place,
                        CentredLayer.of(average),
                        CentredLayer.of((Layer.Dense) found.result().layers().get(place)),
                        false,
                        0);
                assertThat(error.distance()).isLessThan(tolerance);
            }
            Symmetrization again = Symmetrization.of(found.result(), near.actions(), precision);
            assertThat(again.result()).isEqualTo(found.result());
            assertThat(again.isUnchanged()).isTrue();
        }
    }

    @Test
    void aNetworkThatIsLayerwiseEquivariantStaysAsItIs() throws UnrepresentableException {
        for (String activation : List.of("tanh", "relu", "sigmoid")) {
            NearlyEquivariant near = draw("D4", activation, "9 6", 5);
            Network exact = near.actions().average(near.network());
            Network disguised = Disguise.random(exact, new SplittableRandom(2)).network();
            Symmetrization found = Symmetrization.ofEquivariant(
                            disguised, near.actions().symmetry())
                    .orElseThrow();
            assertThat(found.result()).isEqualTo(disguised);
            assertThat(found.layers()).allMatch(layer -> layer.distance() == 0 && layer.largest() == 0);
            assertThat(found.free())
                    .isEqualTo(EquivariantParameters.of(near.actions()).dimension());
            assertAccepted(found);
            assertThat(Symmetrization.ofEquivariant(
                            near.network(), near.actions().symmetry()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"tanh,BINARY64", "relu,BINARY64", "sigmoid,BINARY64", "tanh,EXACT", "relu,EXACT", "sigmoid,EXACT"})
    void symmetrisingWhatTheSearchFindsIsIdempotent(String activation, Precision precision)
            throws UnrepresentableException {
        for (int seed = 0; seed < 3; seed++) {
            NearlyEquivariant near = draw("S3", activation, "8 6", seed);
            Symmetry symmetry = near.actions().symmetry();
            Symmetrization once = Symmetrization.of(LatentSearch.search(near.network(), symmetry), precision);
            assertThat(once.isUnchanged()).isFalse();
            assertAccepted(once);
            assertThat(Symmetrization.ofEquivariant(once.result(), symmetry).map(Symmetrization::result))
                    .contains(once.result());
            assertThat(Symmetrization.of(LatentSearch.search(once.result(), symmetry), precision)
                            .result())
                    .isEqualTo(once.result());
        }
    }

    @ParameterizedTest
    @CsvSource({"tanh,EXACT", "tanh,BINARY64", "sigmoid,EXACT", "relu,EXACT"})
    void renamingAndSigningUnitsBeforeOrAfterIsTheSame(String activation, Precision precision)
            throws UnrepresentableException {
        for (int seed = 0; seed < 6; seed++) {
            NearlyEquivariant near = draw("S3", activation, "8 7", seed);
            Disguise disguise = Disguise.random(near.network(), new SplittableRandom(seed));
            Symmetrization before = Symmetrization.of(near.network(), near.actions(), precision);
            Symmetrization behind =
                    Symmetrization.of(disguise.network(), conjugated(near.actions(), disguise), precision);
            assertThat(behind.result())
                    .isEqualTo(Disguise.by(before.result(), disguise.elements()).network());
        }
    }

    private static LatentActions conjugated(LatentActions actions, Disguise disguise) {
        List<List<AffineMap>> hidden = new ArrayList<>();
        List<Integer> places = LatentActions.hiddenPlaces(actions.architecture());
        for (int k = 0; k < places.size(); k++) {
            AffineMap element = disguise.elements().get(k);
            int space = places.get(k) + 1;
            hidden.add(actions.chains().stream()
                    .map(chain -> element.after(chain.get(space)).after(element.inverse()))
                    .toList());
        }
        return LatentActions.of(actions.architecture(), actions.symmetry(), hidden);
    }

    @Test
    void theSearchAndTheProjectionFollowRenamedAndSignedUnits() throws UnrepresentableException {
        for (int seed = 0; seed < 4; seed++) {
            NearlyEquivariant near = draw("D4", "tanh", "9 8", seed);
            Symmetry symmetry = near.actions().symmetry();
            Disguise disguise = Disguise.random(near.network(), new SplittableRandom(seed));
            Network before = Symmetrization.of(LatentSearch.search(near.network(), symmetry), Precision.BINARY64)
                    .result();
            Network behind = Symmetrization.of(LatentSearch.search(disguise.network(), symmetry), Precision.BINARY64)
                    .result();
            assertThat(behind)
                    .isEqualTo(Disguise.by(before, disguise.elements()).network());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh", "sigmoid", "relu6", "gelu"})
    void distancesAreThoseOfTheSearch(String activation) throws UnrepresentableException {
        for (int seed = 0; seed < 4; seed++) {
            NearlyEquivariant near =
                    NearlyEquivariant.draw("S3", activation, List.of(7, 6), seed % 2 == 0 ? 0.02 : 2, seed);
            LatentMatching matching =
                    LatentSearch.search(near.network(), near.actions().symmetry());
            Symmetrization found = Symmetrization.of(matching, Precision.EXACT);
            for (int k = 0; k < found.layers().size(); k++) {
                double distance = matching.fits().get(k).distance();
                assertThat(found.layers().get(k).distance()).isCloseTo(distance, within(1e-9));
                assertThat(distance).isLessThanOrEqualTo(1 + 1e-12);
            }
        }
    }

    @Test
    void scalesOfUnitsThatAreNotExchangedStayAsTheyWere() throws UnrepresentableException {
        NearlyEquivariant near = draw("C4", "relu", "8 6", 3);
        Symmetrization found = Symmetrization.of(
                LatentSearch.search(near.network(), near.actions().symmetry()), Precision.BINARY64);
        OutputChange rescaling = OutputChange.between(
                near.network(), found.start(), Noise.standard(50, near.network().inputs(), 1));
        assertThat(rescaling.relative()).isLessThan(1e-14);
        for (int place : near.actions().architecture().densePlaces()) {
            LayerChange moved = LayerChange.of(
                    place,
                    CentredLayer.of((Layer.Dense) near.network().layers().get(place)),
                    CentredLayer.of((Layer.Dense) found.result().layers().get(place)),
                    false,
                    0);
            assertThat(moved.distance()).isLessThan(0.1);
        }
    }

    @Test
    void theDistanceToExpectOfUnrelatedWeightsIsTheirDistance() throws UnrepresentableException {
        NearlyEquivariant near = NearlyEquivariant.draw("D4", "tanh", List.of(24, 24), 100, 8);
        Symmetrization found = Symmetrization.of(near.network(), near.actions(), Precision.BINARY64);
        for (LayerChange layer : found.layers()) {
            assertThat(layer.distance()).isCloseTo(layer.unrelated(), within(0.05));
        }
        assertThat(found.remarks()).singleElement().asString().startsWith("Layers 1, 2, 3 are far from the action");
        assertThat(Symmetrization.of(
                                draw("D4", "tanh", "9", 1).network(),
                                draw("D4", "tanh", "9", 1).actions(),
                                Precision.EXACT)
                        .remarks())
                .isEmpty();
    }

    /** The rotation of order 3 of the plane, by a matrix of integers, on the inputs; it permutes three units. */
    private static NearlyEquivariant rotated(ExactMatrix turn, String activation, long seed) {
        Presentation three = Presentation.cyclic(3);
        List<Scalar> origin = List.of(Scalar.ZERO, Scalar.ZERO);
        Symmetry symmetry = new Symmetry(
                new Representation(three, 2, List.of(AffineMap.of(turn, origin))),
                new Representation(three, 2, List.of(AffineMap.of(turn, origin))));
        Architecture architecture =
                Architecture.ofWidths(List.of(2, 7, 2), List.of(Activations.requireNamed(activation)), true);
        return NearlyEquivariant.of(architecture, symmetry, NOISE, seed);
    }

    @Test
    void floatsAreFoundForActionsByMatricesOfIntegers() throws UnrepresentableException {
        ExactMatrix turn = ExactMatrix.of(2, 2, List.of(Scalar.ZERO, Scalar.MINUS_ONE, Scalar.ONE, Scalar.MINUS_ONE));
        for (Precision precision : Precision.values()) {
            NearlyEquivariant near = rotated(turn, "tanh", 4);
            Symmetrization found = Symmetrization.of(near.network(), near.actions(), precision);
            assertAccepted(found);
            for (int place : near.actions().architecture().densePlaces()) {
                assertThat(precision.holds((Layer.Dense) found.result().layers().get(place)))
                        .isTrue();
            }
            assertThat(found.layers()).allMatch(layer -> layer.distance() < 0.1);
            assertThat(Symmetrization.of(found.result(), near.actions(), precision)
                            .result())
                    .isEqualTo(found.result());
        }
    }

    @Test
    void floatsAreRefusedForIrrationalActionsButExactNumbersAreFound() throws UnrepresentableException {
        Scalar half = Scalar.cosine(1, 3);
        Scalar height = Scalar.sine(1, 3);
        ExactMatrix turn = ExactMatrix.of(2, 2, List.of(half, height.negate(), height, half));
        NearlyEquivariant near = rotated(turn, "tanh", 4);
        assertAccepted(Symmetrization.of(near.network(), near.actions(), Precision.EXACT));
        assertThatThrownBy(() -> Symmetrization.of(near.network(), near.actions(), Precision.BINARY32))
                .isInstanceOf(UnrepresentableException.class)
                .hasMessageStartingWith("layer 0: ");
    }
}
