import io.intertwine.match.Assignment;
import io.intertwine.tensor.DoubleMatrix;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** The time of our assignment for a matrix of raw doubles, after a warm-up on another matrix of a quarter of the size. */
public final class AssignmentTimes {
    public static void main(String[] arguments) throws Exception {
        int size = Integer.parseInt(arguments[2]);
        SplittableRandom random = new SplittableRandom(1);
        DoubleMatrix warm = DoubleMatrix.zeros(size / 4, size / 4);
        for (int repeat = 0; repeat < 3; repeat++) {
            for (int k = 0; k < warm.entries().length; k++) {
                warm.entries()[k] = random.nextGaussian();
            }
            Assignment.minimise(warm);
        }
        DoubleMatrix costs = DoubleMatrix.zeros(size, size);
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]))) {
            channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.nativeOrder())
                    .asDoubleBuffer()
                    .get(costs.entries());
        }
        long start = System.nanoTime();
        Assignment assignment = Assignment.minimise(costs);
        double seconds = (System.nanoTime() - start) * 1e-9;
        System.out.printf(
                Locale.ROOT, "ours %s %d %.3f %.9g %.2g%n",
                arguments[1], size, seconds, assignment.cost(), assignment.cost() - assignment.lowerBound());
    }
}
