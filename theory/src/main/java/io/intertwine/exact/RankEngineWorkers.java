package io.intertwine.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A few threads that share the tasks of one step; they live as long as one elimination. */
final class RankEngineWorkers implements AutoCloseable {
    /** Fewer multiplications are not worth waking another thread. */
    private static final long LEAST_WORK = 1L << 20;

    private final int threads;
    private final List<ExecutorService> executors = new ArrayList<>();

    RankEngineWorkers(int threads) {
        this.threads = threads;
    }

    /**
     * Runs tasks 0 to {@code tasks - 1} and returns when all are done.
     *
     * @param work about how many multiplications they are
     * @param worker makes what one thread runs its tasks with
     */
    void run(int tasks, long work, Supplier<IntConsumer> worker) {
        int helpers = work < LEAST_WORK ? 0 : Math.min(threads, tasks) - 1;
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            IntConsumer body = worker.get();
            for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                body.accept(task);
            }
        };
        List<Future<?>> others = new ArrayList<>();
        for (int i = 0; i < helpers; i++) {
            others.add(executor().submit(share));
        }
        share.run();
        others.forEach(RankEngineWorkers::await);
    }

    private ExecutorService executor() {
        if (executors.isEmpty()) {
            executors.add(Executors.newFixedThreadPool(threads - 1, task -> {
                Thread thread = new Thread(task, "rank-engine");
                thread.setDaemon(true);
                return thread;
            }));
        }
        return executors.get(0);
    }

    private static void await(Future<?> future) {
        boolean interrupted = false;
        while (true) {
            try {
                future.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A part of an elimination failed", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        executors.forEach(ExecutorService::shutdown);
    }
}
