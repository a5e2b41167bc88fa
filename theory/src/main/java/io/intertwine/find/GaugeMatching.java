package io.intertwine.find;

import io.intertwine.group.Group;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.symmetry.LatentModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Gauge matching: for every generator g the elements A_i(g) of the latent groups with f_1 . rho_0(g) = A_1(g) . f_1,
 * f_i . A_(i-1)(g) = A_i(g) . f_i, and f_L . A_(L-1)(g) = rho_L(g) . f_L, found forward through the layers; then a choice of them that
 * satisfies the group's relators.
 *
 * <p>The elements returned are the latent action itself. (The proof of the theorem in Shahverdi, Marchetti, Bökman, Kohn 2026
 * works with their inverses, the gauges of g * theta, which form an anti-homomorphism. Only this class knows that; everything else sees
 * left actions, A(gh) = A(g) A(h).)
 *
 * @param <E> the type of the group elements
 */
public final class GaugeMatching<E> {
    private final LatentModel<E> model;
    private final List<Transporters<E>> transporters;
    private final int budget;

    /** One element for every latent space, for one generator. */
    public record Lift<E>(List<E> latent) {
        public Lift {
            latent = List.copyOf(latent);
        }
    }

    /**
     * The lifts of one generator.
     *
     * @param found the lifts; all of them if {@code complete}
     * @param complete whether the search ended before its budget
     * @param obstruction how far the search came and why no further, if nothing was found
     * @param <E> the type of the group elements
     */
    public record Lifts<E>(List<Lift<E>> found, boolean complete, String obstruction) {
        public Lifts {
            found = List.copyOf(found);
        }
    }

    /** What matching says of all generators. */
    public sealed interface Result<E> {
        /** A latent action: one lift for every generator, and the relators hold. */
        record Action<E>(List<Lift<E>> lifts) implements Result<E> {
            public Action {
                lifts = List.copyOf(lifts);
            }
        }

        /** No latent action was found; {@code exhausted} says whether every possibility was tried. */
        record NoAction<E>(List<Lifts<E>> generators, String reason, boolean exhausted) implements Result<E> {
            public NoAction {
                generators = List.copyOf(generators);
            }
        }
    }

    /**
     * A matching problem.
     *
     * @param model the model
     * @param transporters the transporters of its inner maps, in order
     * @param budget the largest number of partial lifts, and of combinations of lifts, that are tried
     */
    public GaugeMatching(LatentModel<E> model, List<Transporters<E>> transporters, int budget) {
        if (transporters.size() != model.inner().size()) {
            throw new IllegalArgumentException(
                    "expected transporters for " + model.inner().size() + " maps, found " + transporters.size());
        }
        this.model = model;
        this.transporters = List.copyOf(transporters);
        this.budget = budget;
    }

    /** The lifts of one generator, as many as wanted and the budget allows. */
    public Lifts<E> lifts(E input, E output, int wanted) {
        Search search = new Search(output, wanted);
        search.extend(input, new ArrayList<>());
        return new Lifts<>(search.found, search.steps < budget && search.found.size() < wanted, search.obstruction);
    }

    /** A latent action for the given input and output actions of the generators, if there is one. */
    public Result<E> action(GroupDescription group, List<E> inputs, List<E> outputs) {
        // Where nothing is ambiguous, and where clones can be taken in order, the first lifts already form an action.
        Result<E> first = action(group, inputs, outputs, 1);
        boolean ambiguous = first instanceof Result.NoAction<E> none && !none.exhausted;
        return ambiguous ? action(group, inputs, outputs, budget) : first;
    }

    private Result<E> action(GroupDescription group, List<E> inputs, List<E> outputs, int wanted) {
        List<Lifts<E>> all = new ArrayList<>();
        for (int g = 0; g < inputs.size(); g++) {
            all.add(lifts(inputs.get(g), outputs.get(g), wanted));
        }
        for (int g = 0; g < all.size(); g++) {
            if (all.get(g).found.isEmpty()) {
                String reason = "generator " + group.generators().get(g) + ": " + all.get(g).obstruction;
                return new Result.NoAction<>(all, reason, all.get(g).complete);
            }
        }
        return section(group, all);
    }

    private Result<E> section(GroupDescription group, List<Lifts<E>> all) {
        long combinations = 1;
        for (Lifts<E> lifts : all) {
            combinations = Math.min(combinations * lifts.found.size(), Integer.MAX_VALUE);
        }
        for (long index = 0; index < Math.min(combinations, budget); index++) {
            List<Lift<E>> choice = choice(all, index);
            if (satisfies(group, choice)) {
                return new Result.Action<>(choice);
            }
        }
        boolean exhausted = combinations <= budget && all.stream().allMatch(Lifts::complete);
        return new Result.NoAction<>(
                all,
                "every generator has latent actions of its own (" + combinations
                        + " combinations), but no combination that was tried satisfies the group's relators"
                        + (exhausted
                                ? ", and all were tried: the extension of the group by the clones' symmetries does not split"
                                : ""),
                exhausted);
    }

    private static <E> List<Lift<E>> choice(List<Lifts<E>> all, long index) {
        List<Lift<E>> choice = new ArrayList<>();
        long rest = index;
        for (Lifts<E> lifts : all) {
            choice.add(lifts.found.get((int) (rest % lifts.found.size())));
            rest /= lifts.found.size();
        }
        return choice;
    }

    private boolean satisfies(GroupDescription group, List<Lift<E>> choice) {
        for (int space = 0; space < transporters.size(); space++) {
            int index = space;
            Group<E> structure = model.inner().get(space).target();
            List<E> images = choice.stream().map(lift -> lift.latent.get(index)).toList();
            for (Word relator : group.relators()) {
                if (!relator.evaluate(structure, images).equals(structure.identity())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Depth-first search through the layers for one generator. */
    private final class Search {
        private final E output;
        private final int wanted;
        private final List<Lift<E>> found = new ArrayList<>();
        private String obstruction = "";
        private int deepest = -1;
        private int steps;

        Search(E output, int wanted) {
            this.output = output;
            this.wanted = wanted;
        }

        void extend(E source, List<E> latent) {
            int depth = latent.size();
            if (depth == transporters.size()) {
                model.last()
                        .obstruction(source, output)
                        .ifPresentOrElse(
                                reason -> note(depth, "at the output, " + reason), () -> found.add(new Lift<>(latent)));
                return;
            }
            Transporters.Coset<E> coset = transporters.get(depth).of(source);
            note(depth, "latent space " + depth + ": " + coset.reason());
            for (E target : coset.elements()) {
                if (++steps >= budget || found.size() >= wanted) {
                    return;
                }
                List<E> longer = new ArrayList<>(latent);
                longer.add(target);
                extend(target, longer);
            }
        }

        private void note(int depth, String reason) {
            if (depth > deepest) {
                deepest = depth;
                obstruction = reason;
            }
        }
    }
}
