package io.intertwine.group;

/**
 * A group as a structure: its elements are plain immutable values with {@code equals}, its operations are here.
 *
 * @param <E> the type of the elements
 */
public interface Group<E> {
    /** The neutral element. */
    E identity();

    /** The product a b; for maps, first b and then a. */
    E multiply(E a, E b);

    /** The inverse of a. */
    E inverse(E a);

    /** Whether a is an element of this group (a value of type E need not be). */
    boolean contains(E a);

    /** The integer power a^n; negative n stands for powers of the inverse. */
    default E power(E a, int n) {
        E base = n < 0 ? inverse(a) : a;
        E result = identity();
        for (long rest = Math.abs((long) n); rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = multiply(result, base);
            }
            if (rest > 1) {
                base = multiply(base, base);
            }
        }
        return result;
    }
}
