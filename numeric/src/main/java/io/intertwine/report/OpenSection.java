package io.intertwine.report;

import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.find.Verification;
import io.intertwine.net.Layer;
import java.util.ArrayList;
import java.util.List;

/** For a question that stayed open: why, and what would settle it. */
final class OpenSection {
    private OpenSection() {}

    static Markup of(Subject subject) {
        if (!(subject.result() instanceof Verification.Undetermined open)) {
            return new Markup();
        }
        Markup section =
                new Markup().open("section").leaf("h2", "Why this is open").open("ul");
        open.reasons().forEach(reason -> section.leaf("li", reason));
        section.close();
        section.leaf("h2", "What would settle it").open("ul");
        suggestions(subject).forEach(suggestion -> section.leaf("li", suggestion));
        return section.close().close();
    }

    private static List<String> suggestions(Subject subject) {
        List<String> suggestions = new ArrayList<>();
        suggestions.add(
                "An input at which the two sides differ would refute equivariance: try another --seed, which tries other "
                        + "random inputs, or compute the outputs at an input of your own with intertwine evaluate.");
        suggestions.add(
                "A latent action would prove it: if the weights were rounded when they were saved, the equations hold only "
                        + "nearly; try --tolerance, or round the weights and verify again.");
        boolean bypass = subject.network().layers().stream()
                .anyMatch(layer -> layer instanceof Layer.Entrywise units
                        && units.units().stream()
                                .anyMatch(unit -> isBypass(unit.group().scales())));
        if (bypass) {
            suggestions.add(
                    "For activations such as ReLU, GELU or softplus, different weights of one architecture can compute the "
                            + "same function without being related by a latent symmetry. The function may then be equivariant although no "
                            + "action on these layers exists; for a finite group a wider network always has one.");
        }
        if (subject.result().symmetry().group().relators().isEmpty()) {
            suggestions.add("State the relators of the group: without them an action must be forced at every unit.");
        }
        return suggestions;
    }

    private static boolean isBypass(Scales scales) {
        return scales == Scales.POSITIVE || scales == Scales.TRIVIAL;
    }
}
