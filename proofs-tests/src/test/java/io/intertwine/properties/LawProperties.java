package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Digest;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.group.Permutation;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.symmetry.UnitwiseGroup;
import io.intertwine.testkit.DecimalOracle;
import io.intertwine.testkit.Disguise;
import io.intertwine.testkit.EquivariantNetworks;
import io.intertwine.testkit.FiniteGroup;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.KnownAnswer;
import io.intertwine.testkit.TransitiveActions;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Laws of representations, latent groups and activations. */
@Domain(IntertwineDomain.class)
@Domain(DomainContext.Global.class)
class LawProperties {
    @Property(tries = 100, seed = "20260301")
    void transitiveActionsAreRepresentations(@ForAll FiniteGroup group, @ForAll @IntRange(max = 60) int choice) {
        List<List<AffineMap>> actions = TransitiveActions.of(group);
        List<AffineMap> action = actions.get(choice % actions.size());
        int n = action.get(0).dimension();
        assertThat(new Representation(group.presentation(), n, action).images()).isEqualTo(action);
        AffineGroup structure = new AffineGroup(n);
        for (Map.Entry<Permutation, List<Integer>> a : group.elements().entrySet()) {
            for (int g = 0; g < action.size(); g++) {
                Permutation product = group.generators().get(g).after(a.getKey());
                assertThat(action.get(g).after(value(structure, action, a.getValue())))
                        .isEqualTo(value(structure, action, group.elements().get(product)));
            }
        }
        assertThat(group.order() % n).isZero();
    }

    private static AffineMap value(AffineGroup structure, List<AffineMap> action, List<Integer> word) {
        AffineMap result = structure.identity();
        for (int generator : word) {
            result = structure.multiply(result, action.get(generator));
        }
        return result;
    }

    @Property(tries = 200, seed = "20260302")
    void companionsAreAHomomorphismOfLatentGroups(
            @ForAll Activation activation, @ForAll @IntRange(min = 1, max = 5) int n, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        UnitwiseGroup units = new UnitwiseGroup(Collections.nCopies(n, activation));
        AffineMap a = EquivariantNetworks.element(activation, n, random);
        AffineMap b = EquivariantNetworks.element(activation, n, random);
        assertThat(units.contains(a)).isTrue();
        assertThat(units.contains(units.multiply(a, b))).isTrue();
        assertThat(units.companion(units.multiply(a, b)))
                .isEqualTo(units.companion(a).after(units.companion(b)));
        assertThat(units.companion(units.inverse(a)))
                .isEqualTo(units.companion(a).inverse());
    }

    @Property(tries = 100, seed = "20260303", edgeCases = EdgeCasesMode.NONE)
    void plantedActionsAreRepresentationsOnEveryLatentSpace(@ForAll KnownAnswer answer, @ForAll long seed) {
        KnownAnswer hidden = Disguise.of(answer, new SplittableRandom(seed));
        for (int space = 0; space < hidden.actions().get(0).size(); space++) {
            int index = space;
            List<AffineMap> images =
                    hidden.actions().stream().map(latent -> latent.get(index)).toList();
            assertThat(new Representation(
                            hidden.symmetry().group(), images.get(0).dimension(), images))
                    .isNotNull();
        }
        boolean same = hidden.network().equals(answer.network());
        assertThat(Digest.of(hidden.network()).equals(Digest.of(answer.network())))
                .isEqualTo(same);
    }

    @Property(tries = 300, seed = "20260304")
    void activationsAgreeWithTheDecimalOracle(@ForAll Activation activation, @ForAll Scalar x) {
        assertAgrees(activation, x);
    }

    @Example
    void everyNamedActivationAgreesWithTheDecimalOracle() {
        for (Activation activation : Activations.named().values()) {
            for (int k = -21; k <= 21; k++) {
                assertAgrees(activation, Scalar.of(k, 3));
            }
        }
    }

    private static void assertAgrees(Activation activation, Scalar x) {
        BigDecimal expected = DecimalOracle.evaluate(activation, DecimalOracle.decimal(x));
        Enclosure enclosed = activation.enclose(Enclosure.from(x.rational(), 220));
        BigDecimal lower = DecimalOracle.decimal(Scalar.of(enclosed.lower()));
        BigDecimal upper = DecimalOracle.decimal(Scalar.of(enclosed.upper()));
        BigDecimal slack = DecimalOracle.TOLERANCE.multiply(BigDecimal.ONE.max(expected.abs()));
        assertThat(lower.subtract(slack)).as("%s at %s", activation, x).isLessThanOrEqualTo(expected);
        assertThat(upper.add(slack)).as("%s at %s", activation, x).isGreaterThanOrEqualTo(expected);
        activation
                .exact(x)
                .ifPresent(exact -> assertThat(
                                DecimalOracle.decimal(exact).subtract(expected).abs())
                        .as("%s at %s", activation, x)
                        .isLessThanOrEqualTo(slack));
    }
}
