package io.intertwine.derive;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Ends a derivation after a time: what is not decided by then is undetermined, never another answer. */
final class TimeLimit {
    /** For everything that is derived about an activation. */
    static final Duration DERIVATION = Duration.ofSeconds(60);

    /** For the group of an activation alone. */
    static final Duration GROUP = Duration.ofSeconds(20);

    private TimeLimit() {}

    /** What a computation gives, or nothing if it takes longer; it then ends with the program. */
    static <T> Optional<T> within(Duration limit, Supplier<T> computation) {
        FutureTask<T> task = new FutureTask<>(computation::get);
        Thread thread = new Thread(null, task, "derivation", 1 << 26);
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notInTime) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
