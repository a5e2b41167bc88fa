import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.RankEngine;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/** The best time of one engine for the rank of one random matrix, after warming up. */
public final class RankEngines {
    private RankEngines() {}

    public static void main(String[] arguments) {
        long prime = Long.parseLong(arguments[1]);
        int size = Integer.parseInt(arguments[2]);
        int rank = Integer.parseInt(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        RankEngine engine = arguments[0].equals("best") ? RankEngine.best(threads) : RankEngine.pure(threads);
        SplittableRandom random = new SplittableRandom(1);
        ModularMatrix small = matrix(prime, 700, 700, random);
        for (long end = System.nanoTime() + 3_000_000_000L; System.nanoTime() < end; ) {
            engine.pivots(small, 700);
        }
        ModularMatrix matrix = matrix(prime, size, rank, random);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 2 + 8000 / size; round++) {
            long start = now(threads);
            int found = engine.pivots(matrix, size).rank();
            best = Math.min(best, (now(threads) - start) * 1e-9);
            if (found != rank) {
                throw new IllegalStateException("rank " + found + " instead of " + rank);
            }
        }
        System.out.printf("%s %d %d %d %d %.5f%n", engine.name(), prime, size, rank, threads, best);
    }

    /** Of the thread for one thread, else of the wall. */
    private static long now(int threads) {
        return threads == 1 ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Rows after the first {@code rank} repeat earlier ones. */
    private static ModularMatrix matrix(long prime, int size, int rank, SplittableRandom random) {
        ModularMatrix result = new ModularMatrix(prime, size, size);
        int[] data = result.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = i < rank * size ? (int) random.nextLong(prime) : data[i - rank * size];
        }
        return result;
    }
}
