package io.intertwine.derive;

import java.time.Duration;

/** The time by which a derivation ends. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** UndecidedException when the time is over. */
    void require() {
        if (System.nanoTime() - end > 0) {
            throw new UndecidedException("the time for this derivation is over");
        }
    }
}
