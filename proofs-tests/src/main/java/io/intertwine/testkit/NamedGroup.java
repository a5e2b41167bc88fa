package io.intertwine.testkit;

import io.intertwine.group.CosetEnumeration;
import io.intertwine.group.FiniteGroup;
import io.intertwine.group.GroupDescription.Presentation;
import io.intertwine.group.Word;
import io.intertwine.rep.TransitiveAction;
import io.intertwine.rep.TransitiveActions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small finite group with a name for reports.
 *
 * @param name for reports
 * @param presentation generators and relators
 * @param group its elements and their products
 * @param actions its transitive signed permutation representations, small ones first
 */
public record NamedGroup(String name, Presentation presentation, FiniteGroup group, List<TransitiveAction> actions) {
    public NamedGroup {
        actions = List.copyOf(actions);
    }

    /** The group with a presentation. */
    public static NamedGroup of(String name, Presentation presentation) {
        FiniteGroup group = CosetEnumeration.of(presentation);
        return new NamedGroup(name, presentation, group, TransitiveActions.of(group));
    }

    /** The cyclic group of order n. */
    public static NamedGroup cyclic(int n) {
        return of("C" + n, Presentation.cyclic(n));
    }

    /** The dihedral group of order 2n, n at least 3. */
    public static NamedGroup dihedral(int n) {
        return of("D" + n, Presentation.dihedral(n));
    }

    /** The symmetric group on n points. */
    public static NamedGroup symmetric(int n) {
        return of("S" + n, Presentation.symmetric(n));
    }

    /** The direct product: generators of the second factor get a prime. */
    public static NamedGroup product(NamedGroup a, NamedGroup b) {
        return of(a.name + "x" + b.name, Presentation.product(a.presentation, b.presentation));
    }

    /** The transitive representations without signs. */
    public List<TransitiveAction> permutations() {
        return actions.stream().filter(TransitiveAction::isPermutation).toList();
    }

    /** A word for every element. */
    public List<Word> words() {
        return IntStream.range(0, order()).mapToObj(group::word).toList();
    }

    /** The number of elements. */
    public int order() {
        return group.order();
    }

    @Override
    public String toString() {
        return name;
    }
}
