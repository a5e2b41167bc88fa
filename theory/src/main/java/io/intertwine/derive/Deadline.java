package io.intertwine.derive;

import java.time.Duration;

/** The time by which a derivation ends: what is not decided by then is undetermined, never another answer. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** The time that is left, negative when it is over. */
    Duration rest() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    /** UndecidedException when the time is over. */
    void require() {
        if (rest().isNegative()) {
            throw new UndecidedException("the time for this derivation is over");
        }
    }
}
