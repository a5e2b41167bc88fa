package io.intertwine.derive;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.ExprEvaluator;

/**
 * Symja, the computer algebra system: the only class that calls it, so that nothing of it is loaded before this class is used (its
 * first evaluation takes seconds). What it answers proves nothing. It is silent, and an evaluation ends in a given time.
 */
final class ComputerAlgebra {
    /** For the stop of an evaluation whose time is over. */
    private static final Duration STOP = Duration.ofSeconds(1);

    /** For the loading of Symja. */
    private static final Duration START = Duration.ofSeconds(60);

    private static @Nullable Thread unstopped;
    private static boolean started;

    private ComputerAlgebra() {}

    /** Loads Symja, if that has not been done; whether it works. So the loading takes no time from the first evaluation. */
    static synchronized boolean start() {
        started = started || evaluate("1", START).isPresent();
        return started;
    }

    /**
     * The value of an input in Symja's syntax with function calls in parentheses, as one line of text without blanks. Empty if there is
     * none within the time, or while an earlier evaluation whose time was over has not stopped.
     */
    static synchronized Optional<String> evaluate(String input, Duration limit) {
        if (unstopped != null && unstopped.isAlive()) {
            return Optional.empty();
        }
        BlockingQueue<Optional<String>> answer = new ArrayBlockingQueue<>(1);
        Evaluation evaluation = new Evaluation(input, answer);
        Thread thread = new Thread(evaluation, "computer algebra");
        thread.setDaemon(true);
        thread.start();
        try {
            Optional<String> value = answer.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (value == null) {
                evaluation.stop();
                thread.interrupt();
                thread.join(STOP.toMillis());
                unstopped = thread;
                return Optional.empty();
            }
            return value;
        } catch (InterruptedException interrupted) {
            evaluation.stop();
            unstopped = thread;
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** One evaluation. */
    private static final class Evaluation implements Runnable {
        private final String input;
        private final BlockingQueue<Optional<String>> answer;
        private volatile @Nullable EvalEngine engine;

        Evaluation(String input, BlockingQueue<Optional<String>> answer) {
            this.input = input;
            this.answer = answer;
        }

        @Override
        public void run() {
            Optional<String> value = Optional.empty();
            try {
                ExprEvaluator evaluator = Silence.evaluator();
                engine = evaluator.getEvalEngine();
                value = Optional.of(evaluator.eval(input).toString().replaceAll("\\s", ""));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError noValue) {
                // Symja has no answer; which of its many exceptions says so makes no difference.
            } finally {
                answer.add(value);
            }
        }

        void stop() {
            EvalEngine running = engine;
            if (running != null) {
                running.stopRequest();
            }
        }
    }

    /** Evaluators that print nothing. The logging libraries that Symja brings would say that they are not configured. */
    private static final class Silence {
        private static final Map<String, String> SETTINGS = Map.of(
                "slf4j.internal.verbosity", "ERROR",
                "log4j2.StatusLogger.level", "OFF",
                "log4j2.simplelogLevel", "OFF",
                "log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");

        static {
            // The pool of threads that JAS keeps otherwise delays the end of the program by a minute.
            Config.JAS_NO_THREADS = true;
            Map<String, String> added = new LinkedHashMap<>();
            SETTINGS.forEach((name, value) -> {
                if (System.getProperty(name) == null) {
                    System.setProperty(name, value);
                    added.put(name, value);
                }
            });
            try {
                newEvaluator();
            } finally {
                added.keySet().forEach(System::clearProperty);
            }
        }

        private Silence() {}

        static ExprEvaluator evaluator() {
            return newEvaluator();
        }

        private static ExprEvaluator newEvaluator() {
            ExprEvaluator evaluator = new ExprEvaluator(true, (short) 0);
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            evaluator.getEvalEngine().setOutPrintStream(nowhere);
            evaluator.getEvalEngine().setErrorPrintStream(nowhere);
            return evaluator;
        }
    }
}
