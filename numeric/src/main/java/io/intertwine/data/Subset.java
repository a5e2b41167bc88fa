package io.intertwine.data;

/**
 * Which inputs of a file are taken: all, or so many at even distances from the first on, because files are often sorted by class.
 *
 * @param count the number of inputs in the file, at least 1
 * @param size the number that is taken
 */
record Subset(long count, int size) {
    static Subset of(long count, int most) {
        return new Subset(count, (int) Math.min(count, most));
    }

    /** The number in the file of the k-th input that is taken: floor(k count / size). */
    long index(int k) {
        return count / size * k + count % size * k / size;
    }
}
