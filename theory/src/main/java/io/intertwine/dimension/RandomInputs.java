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
    private final int scale;

    /** Inputs of {@code size} numbers of at most 2^scale in absolute value. */
    RandomInputs(int size, int scale, long seed) {
        this.size = size;
        this.scale = scale;
        this.random = new SplittableRandom(seed);
    }

    /** A point whose entries are multiples of 2^(k - 6) between -2^k and 2^k, for a k from -1 to the scale. */
    List<Scalar> next() {
        int k = random.nextInt(-1, scale + 1);
        List<Scalar> point = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            point.add(Scalar.ofDyadic(BigInteger.valueOf(random.nextInt(-LARGEST, LARGEST + 1)), k - FRACTION));
        }
        return point;
    }
}
