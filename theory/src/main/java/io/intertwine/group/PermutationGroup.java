package io.intertwine.group;

/** The symmetric group on n points, as a structure on {@link Permutation}. */
public record PermutationGroup(int points) implements Group<Permutation> {
    @Override
    public Permutation identity() {
        return Permutation.identity(points);
    }

    @Override
    public Permutation multiply(Permutation a, Permutation b) {
        return a.after(b);
    }

    @Override
    public Permutation inverse(Permutation a) {
        return a.inverse();
    }

    @Override
    public boolean contains(Permutation a) {
        return a.size() == points;
    }
}
