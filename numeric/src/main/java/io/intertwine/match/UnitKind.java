package io.intertwine.match;

import io.intertwine.match.UnitScores.SignRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units of a layer with the same activations: only they may be exchanged.
 *
 * @param stack their activations
 * @param members the units, ascending
 */
record UnitKind(UnitStack stack, List<Integer> members) {
    UnitKind {
        members = List.copyOf(members);
    }

    /** The kinds of a layer's units, in the order of their first members. */
    static List<UnitKind> of(List<UnitStack> units) {
        Map<UnitStack, List<Integer>> members = new LinkedHashMap<>();
        for (int j = 0; j < units.size(); j++) {
            members.computeIfAbsent(units.get(j), stack -> new ArrayList<>()).add(j);
        }
        return members.entrySet().stream()
                .map(entry -> new UnitKind(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a negative sign does. */
    SignRule rule() {
        if (!stack.isSigned()) {
            return SignRule.UNSIGNED;
        }
        return stack.after(-1, 0) < 0 ? SignRule.ODD : SignRule.EVEN;
    }
}
