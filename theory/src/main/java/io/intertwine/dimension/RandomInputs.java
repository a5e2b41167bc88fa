package io.intertwine.dimension;

import io.intertwine.exact.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random dyadic inputs of several sizes. */
final class RandomInputs {
    private static final int FRACTION = 6;
    private static final int LARGEST = 1 << FRACTION;

    private final SplittableRandom random;
    private final int size;

    RandomInputs(int size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
    }

    /** A point whose entries are multiples of 2^(scale - 6) between -2^scale and 2^scale, for a scale from -1 to 3. */
    List<Scalar> next() {
        int scale = random.nextInt(-1, 4);
        List<Scalar> point = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            point.add(Scalar.ofDyadic(BigInteger.valueOf(random.nextInt(-LARGEST, LARGEST + 1)), scale - FRACTION));
        }
        return point;
    }
}
