package io.intertwine.find;

import io.intertwine.symmetry.ParametricMap;
import java.util.ArrayList;
import java.util.List;

/**
 * For one map f_i of a model: given an element s acting on the space that f_i reads, all elements k of the latent group K_i with
 * {@code k . f_i = f_i . s}. They are empty or a coset k_0 Stab(f_i); where they are more than one, some units are clones.
 *
 * @param <E> the type of the group elements
 */
@FunctionalInterface
public interface Transporters<E> {
    /** The coset for one source element. */
    Coset<E> of(E source);

    /**
     * A set of transporters.
     *
     * @param elements the elements; may be generated lazily, and be very many; the most promising first
     * @param reason why there is none, or why there are several; empty if there is exactly one
     * @param <E> the type of the group elements
     */
    record Coset<E>(Iterable<E> elements, String reason) {
        /** Exactly one element. */
        public static <E> Coset<E> one(E element) {
            return new Coset<>(List.of(element), "");
        }

        /** No element, and why. */
        public static <E> Coset<E> none(String reason) {
            return new Coset<>(List.of(), reason);
        }
    }

    /** The transporters into a small group, found by trying each of its elements. */
    static <E> Transporters<E> among(ParametricMap<E> map, List<E> latentGroup) {
        return source -> {
            List<E> found = new ArrayList<>();
            for (E candidate : latentGroup) {
                if (map.obstruction(source, candidate).isEmpty()) {
                    found.add(candidate);
                }
            }
            return new Coset<>(found, found.isEmpty() ? "no element of the latent group fits" : "");
        };
    }
}
