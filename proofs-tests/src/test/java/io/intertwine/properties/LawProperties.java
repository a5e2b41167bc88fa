package io.intertwine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Activations;
import io.intertwine.certificate.Digest;
import io.intertwine.exact.Enclosure;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineGroup;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.Representation;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.symmetry.UnitwiseGroup;
import io.intertwine.testkit.DecimalOracle;
import io.intertwine.testkit.Disguise;
import io.intertwine.testkit.EquivariantNetworks;
import io.intertwine.testkit.IntertwineDomain;
import io.intertwine.testkit.KnownAnswer;
import io.intertwine.testkit.NamedGroup;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
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
    void transitiveActionsAreRepresentations(@ForAll NamedGroup group, @ForAll @IntRange(max = 60) int choice) {
        TransitiveAction action = group.actions().get(choice % group.actions().size());
        List<AffineMap> images = action.images();
        int n = action.degree();
        assertThat(new Representation(group.presentation(), n, images).images()).isEqualTo(images);
        AffineGroup structure = new AffineGroup(n);
        for (int x = 0; x < group.order(); x++) {
            for (int g = 0; g < images.size(); g++) {
                AffineMap product =
                        group.group().word(group.group().leftProduct(g, x)).evaluate(structure, images);
                assertThat(images.get(g).after(group.group().word(x).evaluate(structure, images)))
                        .isEqualTo(product);
            }
        }
        assertThat(group.order() % n).isZero();
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
