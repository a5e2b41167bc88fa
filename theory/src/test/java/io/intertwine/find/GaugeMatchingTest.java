package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.group.Group;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Permutation;
import io.intertwine.group.PermutationGroup;
import io.intertwine.symmetry.LatentModel;
import io.intertwine.symmetry.ParametricMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Gauge matching on finite models that a theorist writes down as tables. */
class GaugeMatchingTest {
    private static final Permutation SWAP = Permutation.of(1, 0);

    /** A map between finite sets, given by the list of its values. */
    private record FiniteMap(List<Integer> values, Group<Permutation> target) implements ParametricMap<Permutation> {
        @Override
        public Optional<String> obstruction(Permutation source, Permutation target) {
            for (int x = 0; x < values.size(); x++) {
                if (values.get(source.apply(x)) != target.apply(values.get(x))) {
                    return Optional.of("the two sides differ at point " + x);
                }
            }
            return Optional.empty();
        }
    }

    /** Z/4 acting on Z/2 (through the quotient: points 0, 1) and on itself (points 2 to 5): the powers of one permutation. */
    private static List<Permutation> cyclicOfOrderFour() {
        Permutation generator = Permutation.of(1, 0, 3, 4, 5, 2);
        PermutationGroup group = new PermutationGroup(6);
        return List.of(group.identity(), generator, group.power(generator, 2), group.power(generator, 3));
    }

    /** The Klein group acting on the same points: the swap of both blocks' halves, and a shift of the second block alone. */
    private static List<Permutation> klein() {
        Permutation first = Permutation.of(1, 0, 3, 2, 5, 4);
        Permutation second = Permutation.of(0, 1, 4, 5, 2, 3);
        return List.of(Permutation.identity(6), second, first, first.after(second));
    }

    /** f_1 includes Z/2 as the first block, f_2 reduces modulo 2. */
    private static GaugeMatching<Permutation> toy(List<Permutation> latent) {
        ParametricMap<Permutation> inclusion = new FiniteMap(List.of(0, 1), new PermutationGroup(6));
        ParametricMap<Permutation> reduction = new FiniteMap(List.of(0, 1, 0, 1, 0, 1), new PermutationGroup(2));
        return new GaugeMatching<>(
                new LatentModel<>(List.of(inclusion, reduction)), List.of(Transporters.among(inclusion, latent)), 100);
    }

    @Test
    void theToyExtensionDoesNotSplit() {
        GaugeMatching.Result<Permutation> result =
                toy(cyclicOfOrderFour()).action(Presentation.cyclic(2), List.of(SWAP), List.of(SWAP));
        assertThat(result).isInstanceOf(GaugeMatching.Result.NoAction.class);
        var none = (GaugeMatching.Result.NoAction<Permutation>) result;
        assertThat(none.exhausted()).isTrue();
        assertThat(none.reason()).contains("does not split");
        List<GaugeMatching.Lift<Permutation>> lifts = none.generators().get(0).found();
        assertThat(lifts).hasSize(2);
        assertThat(none.generators().get(0).complete()).isTrue();
        PermutationGroup group = new PermutationGroup(6);
        for (GaugeMatching.Lift<Permutation> lift : lifts) {
            assertThat(group.power(lift.latent().get(0), 2).isIdentity()).isFalse();
            assertThat(group.power(lift.latent().get(0), 4).isIdentity()).isTrue();
        }
    }

    @Test
    void underTheGroupOfOrderFourTheToyHasAnAction() {
        GaugeMatching.Result<Permutation> result =
                toy(cyclicOfOrderFour()).action(Presentation.cyclic(4), List.of(SWAP), List.of(SWAP));
        assertThat(result).isInstanceOf(GaugeMatching.Result.Action.class);
    }

    @Test
    void theSplitVariantHasAnAction() {
        GaugeMatching.Result<Permutation> result =
                toy(klein()).action(Presentation.cyclic(2), List.of(SWAP), List.of(SWAP));
        assertThat(result).isInstanceOf(GaugeMatching.Result.Action.class);
        Permutation latent = ((GaugeMatching.Result.Action<Permutation>) result)
                .lifts()
                .get(0)
                .latent()
                .get(0);
        assertThat(latent.after(latent).isIdentity()).isTrue();
        assertThat(latent.apply(0)).isEqualTo(1);
    }

    @Test
    void theFixedElementsAreTheStabiliser() {
        Permutation stay = Permutation.identity(2);
        assertThat(toy(cyclicOfOrderFour()).lifts(stay, stay, 10).found())
                .extracting(lift -> lift.latent().get(0))
                .containsExactly(Permutation.identity(6), cyclicOfOrderFour().get(2));
    }

    @Test
    void aFunctionThatIsNotEquivariantHasNoLift() {
        GaugeMatching.Lifts<Permutation> lifts = toy(cyclicOfOrderFour()).lifts(SWAP, Permutation.identity(2), 10);
        assertThat(lifts.found()).isEmpty();
        assertThat(lifts.complete()).isTrue();
        assertThat(lifts.obstruction()).contains("at the output, the two sides differ at point 0");
        GaugeMatching.Result<Permutation> result = toy(cyclicOfOrderFour())
                .action(Presentation.cyclic(2), List.of(SWAP), List.of(Permutation.identity(2)));
        assertThat(((GaugeMatching.Result.NoAction<Permutation>) result).reason())
                .startsWith("generator r: at the output");
        assertThat(((GaugeMatching.Result.NoAction<Permutation>) result).exhausted())
                .isTrue();
    }

    @Test
    void aSearchThatRunsOutOfBudgetSaysSo() {
        ParametricMap<Permutation> inclusion = new FiniteMap(List.of(0, 1), new PermutationGroup(6));
        ParametricMap<Permutation> reduction = new FiniteMap(List.of(0, 1, 0, 1, 0, 1), new PermutationGroup(2));
        GaugeMatching<Permutation> small = new GaugeMatching<>(
                new LatentModel<>(List.of(inclusion, reduction)),
                List.of(Transporters.among(inclusion, cyclicOfOrderFour())),
                2);
        GaugeMatching.Result<Permutation> result = small.action(Presentation.cyclic(2), List.of(SWAP), List.of(SWAP));
        assertThat(((GaugeMatching.Result.NoAction<Permutation>) result).exhausted())
                .isFalse();
    }

    @Test
    void everyInnerMapNeedsTransporters() {
        ParametricMap<Permutation> map = new FiniteMap(List.of(0, 1), new PermutationGroup(2));
        LatentModel<Permutation> model = new LatentModel<>(List.of(map, map));
        assertThatThrownBy(() -> new GaugeMatching<>(model, List.of(), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTransporterIsExplained() {
        ParametricMap<Permutation> inclusion = new FiniteMap(List.of(0, 1), new PermutationGroup(6));
        Transporters.Coset<Permutation> none =
                Transporters.among(inclusion, List.of(Permutation.identity(6))).of(SWAP);
        assertThat(none.elements()).isEmpty();
        assertThat(none.reason()).isNotEmpty();
    }
}
