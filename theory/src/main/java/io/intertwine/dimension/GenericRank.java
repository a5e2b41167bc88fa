package io.intertwine.dimension;

import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.RankEngine;
import io.intertwine.net.Architecture;
import io.intertwine.net.GenericPoint;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The rank of the derivatives at one generic point. */
final class GenericRank {
    private final Architecture architecture;
    private final FamilyDimension.Options options;

    /**
     * A rank with its pivots.
     *
     * @param sampling how the point is drawn
     * @param pivots the pivots in the matrix of the rows that were taken
     * @param numbers the numbers of these rows
     * @param matrix the derivatives
     */
    record Outcome(
            GenericPoint.Sampling sampling, RankEngine.Pivots pivots, List<Integer> numbers, ModularMatrix matrix) {
        Outcome {
            numbers = List.copyOf(numbers);
        }

        int rank() {
            return pivots.rank();
        }

        /** The minor of the pivots. */
        DimensionEvidence.Generic minor() {
            return new DimensionEvidence.Generic(
                    sampling,
                    Arrays.stream(pivots.rows()).mapToObj(numbers::get).toList(),
                    Arrays.stream(pivots.columns()).boxed().toList());
        }
    }

    GenericRank(Architecture architecture, FamilyDimension.Options options) {
        this.architecture = architecture;
        this.options = options;
    }

    /** The rank, or {@code goal} if it is larger. */
    Outcome of(GenericPoint point, SamplePlan plan, int goal) {
        ModularMatrix matrix = new ModularMatrix(
                point.field().prime(), Math.toIntExact(plan.rows()), Math.toIntExact(architecture.parameters()));
        fill(matrix.data(), new JetJacobian(architecture, point), plan.places());
        options.progress().report("elimination", 0, 1);
        RankEngine.Pivots pivots = RankEngine.best(options.threads()).pivots(matrix, goal);
        options.progress().report("elimination", 1, 1);
        return new Outcome(
                point.sampling(), pivots, Arrays.stream(plan.numbers()).boxed().toList(), matrix);
    }

    private void fill(int[] target, JetJacobian jacobian, int[][] places) {
        AtomicLong done = new AtomicLong();
        Runnable work = () -> IntStream.range(0, places.length).parallel().forEach(line -> {
            jacobian.write(line, places[line], target);
            synchronized (done) {
                options.progress().report("derivatives", done.incrementAndGet(), places.length);
            }
        });
        ForkJoinPool pool = new ForkJoinPool(options.threads());
        try {
            pool.submit(work).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while derivatives were computed", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
