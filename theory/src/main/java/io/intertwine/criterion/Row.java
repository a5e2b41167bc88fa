package io.intertwine.criterion;

import io.intertwine.criterion.Hypothesis.Truth;
import io.intertwine.net.Network;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A row of the decision table.
 *
 * @param text its words
 * @param result what it concludes
 * @param architecture the networks that it concerns, a question about their architecture only
 * @param test its hypotheses at the parameters of such a network
 */
record Row(Text text, Result result, Predicate<Network> architecture, Function<Network, List<Hypothesis>> test)
        implements Criterion {
    /** The words of a row: its name, the criterion in one sentence, and where it comes from. */
    record Text(String name, String statement, String source) {}

    /** How far a row is established, what it concludes, whether its hypotheses are necessary, and up to which group. */
    record Result(Grade grade, Conclusion conclusion, boolean necessary, String group) {
        /** Proved in our documents; a parameter that fails a hypothesis is not identifiable. */
        static Result provedExactly(String group) {
            return new Result(Grade.PROVED, Conclusion.IDENTIFIABLE, true, group);
        }

        /** Proved in our documents; a parameter that fails a hypothesis may be identifiable. */
        static Result proved(String group) {
            return new Result(Grade.PROVED, Conclusion.IDENTIFIABLE, false, group);
        }

        /** Proved in the source; a parameter that fails a hypothesis is not identifiable. */
        static Result citedExactly(String group) {
            return new Result(Grade.CITED, Conclusion.IDENTIFIABLE, true, group);
        }

        /** Proved in the source; a parameter that fails a hypothesis may be identifiable. */
        static Result cited(String group) {
            return new Result(Grade.CITED, Conclusion.IDENTIFIABLE, false, group);
        }

        /** No theorem about given parameters. */
        static Result conjectural(Conclusion conclusion, String group) {
            return new Result(Grade.CONJECTURAL, conclusion, false, group);
        }
    }

    /** A row about perceptrons. */
    static Row ofPerceptrons(
            Text text, Result result, Predicate<Perceptron> architecture, Function<Perceptron, List<Hypothesis>> test) {
        return new Row(
                text,
                result,
                network -> Perceptron.of(network).filter(architecture).isPresent(),
                network -> test.apply(Perceptron.require(network)));
    }

    @Override
    public String name() {
        return text.name();
    }

    @Override
    public String statement() {
        return text.statement();
    }

    @Override
    public String source() {
        return text.source();
    }

    @Override
    public Grade grade() {
        return result.grade();
    }

    @Override
    public Conclusion conclusion() {
        return result.conclusion();
    }

    @Override
    public boolean isNecessary() {
        return result.necessary();
    }

    @Override
    public String group() {
        return result.group();
    }

    @Override
    public boolean concerns(Network network) {
        return architecture.test(network);
    }

    /** The hypotheses; irrational numbers of many fields may not fit together ({@link io.intertwine.exact.Scalar}), which is unknown. */
    @Override
    public List<Hypothesis> hypotheses(Network network) {
        if (!concerns(network)) {
            throw new IllegalArgumentException("the criterion " + name() + " does not concern this architecture");
        }
        try {
            return test.apply(network);
        } catch (ArithmeticException beyondTheFields) {
            return List.of(new Hypothesis(
                    "the hypotheses of " + name() + " hold",
                    Truth.UNKNOWN,
                    "the exact arithmetic ended: " + beyondTheFields.getMessage()));
        }
    }
}
