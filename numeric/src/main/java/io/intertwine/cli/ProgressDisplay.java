package io.intertwine.cli;

import io.intertwine.dimension.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, for work that takes longer than a second, where somebody watches. */
final class ProgressDisplay implements Progress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int WIDTH = 78;
    private static final int MILLISECONDS = 200;

    private final Terminal terminal;
    private final long start = System.nanoTime();
    /** The bar that is shown, if one is. */
    private final List<ProgressBar> shown = new ArrayList<>();

    private String phase = "";

    ProgressDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void report(String now, long done, long total) {
        if (!terminal.isWatched() || System.nanoTime() - start < PATIENCE.toNanos()) {
            return;
        }
        if (!now.equals(phase) || shown.isEmpty()) {
            close();
            phase = now;
            shown.add(bar(total));
        }
        shown.get(0).maxHint(total).stepTo(done);
    }

    private ProgressBar bar(long total) {
        return new ProgressBarBuilder()
                .setTaskName(phase)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public synchronized void close() {
        shown.forEach(ProgressBar::close);
        shown.clear();
    }
}
