package io.intertwine.find;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Searches whose exact arithmetic may end: irrational numbers of many fields do not fit together ({@link io.intertwine.exact.Scalar}). */
final class Limits {
    private Limits() {}

    /** What a search finds; nothing where the arithmetic ends, and then the reason is added, once. */
    static <T> Optional<T> within(List<String> reasons, Supplier<Optional<T>> search) {
        try {
            return search.get();
        } catch (ArithmeticException beyondTheFields) {
            String reason = "exact arithmetic ended: " + beyondTheFields.getMessage();
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
            return Optional.empty();
        }
    }
}
