package io.intertwine.symmetry;

import io.intertwine.group.Group;
import java.util.Optional;

/**
 * One map f_i( . ; theta_i) of a model at its parameter, seen through the groups that act on the spaces on its two sides (Shahverdi,
 * Marchetti, Bökman, Kohn 2026, arXiv 2601.21645). Dense layers and entrywise activations are instances; a finite map given by a
 * table is another.
 *
 * @param <E> the type of the group elements, the same on all spaces of a model
 */
public interface ParametricMap<E> {
    /**
     * Where {@code target . f = f . source} fails, for an element acting on the space that f reads and one acting on the space that it
     * writes; empty if it holds at every point. Exact.
     */
    Optional<String> obstruction(E source, E target);

    /** The latent group K_i acting on the space that the map writes; elements outside it are never latent actions. */
    Group<E> target();
}
