package io.intertwine.check;

import static io.intertwine.check.Table.accept;
import static io.intertwine.check.Table.dense;
import static io.intertwine.check.Table.network;
import static io.intertwine.check.Table.reject;
import static io.intertwine.check.Table.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.certificate.Certificate;
import io.intertwine.certificate.Digest;
import io.intertwine.certificate.FibreEvidence;
import io.intertwine.claim.ParameterClaim;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.net.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted and rejected lists of the classes of parameters with the same function. */
class FibreRuleTest {
    private static final Network HAT = WorkedExamples.hat("relu");
    private static final Network SINGLE = network(dense("1; 1", "0 1"), units("relu", "relu"), dense("1 1"));

    @SafeVarargs
    private static Certificate.Fibre flips(Network network, List<Integer>... sets) {
        List<List<Integer>> list = new ArrayList<>();
        for (List<Integer> set : sets) {
            list.add(set);
        }
        return new Certificate.Fibre(Digest.of(network), new FibreEvidence.Flips(list));
    }

    private static ParameterClaim.FinitelyIdentifiable claim(Network network, int classes) {
        return new ParameterClaim.FinitelyIdentifiable(network, classes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "silu", "gelu", "softplus", "logsigmoid", "squareplus"})
    void theHatHasTwoClasses(String activation) {
        Network hat = WorkedExamples.hat(activation);
        Theorem theorem = accept(claim(hat, 2), flips(hat, List.of(), List.of(0, 1, 2)));
        assertThat(theorem.rule()).isEqualTo("All 2 classes were found again.");
        assertThat(theorem.toString()).contains("form exactly 2 classes");
    }

    @Test
    void fourClassesAreFoundWhereTwoPairsCancel() {
        Network network = network(
                dense("1 0; 1 0; 0 1; 0 1", "0 1 0 1"), units("silu", "silu", "silu", "silu"), dense("1 -1 1 -1", "0"));
        accept(claim(network, 4), flips(network, List.of(), List.of(0, 1), List.of(2, 3), List.of(0, 1, 2, 3)));
        reject(
                claim(network, 4),
                flips(network, List.of(), List.of(2, 3), List.of(0, 1), List.of(0, 1, 2, 3)),
                "the sets of units are not those that may be negated");
    }

    @Test
    void theOutputBiasCounts() {
        // Without an output bias the constant of the two negated units stays.
        Network without = network(dense("1; 1", "0 1"), units("silu", "silu"), dense("1 -1"));
        reject(
                claim(without, 2),
                flips(without, List.of(), List.of(0, 1)),
                "the sets of units are not those that may be negated: found [[]]");
        Network with = network(dense("1; 1", "0 1"), units("silu", "silu"), dense("1 -1", "0"));
        accept(claim(with, 2), flips(with, List.of(), List.of(0, 1)));
    }

    @Test
    void theNumberOfClassesIsPartOfTheClaim() {
        for (int classes : new int[] {-1, 0, 1, 3, Integer.MAX_VALUE}) {
            reject(
                    claim(HAT, classes),
                    flips(HAT, List.of(), List.of(0, 1, 2)),
                    "expected " + classes + " classes, at least 2, found 2");
        }
        reject(claim(SINGLE, 1), flips(SINGLE, List.of()), "expected 1 classes, at least 2, found 1");
    }

    @Test
    void allSetsMustBeListedOnceAndInOrder() {
        String reason = "the sets of units are not those that may be negated: found [[], [0, 1, 2]]";
        reject(claim(HAT, 2), flips(HAT), reason);
        reject(claim(HAT, 2), flips(HAT, List.of()), reason);
        reject(claim(HAT, 2), flips(HAT, List.of(0, 1, 2), List.of()), reason);
        reject(claim(HAT, 2), flips(HAT, List.of(), List.of(0, 1, 2), List.of(0, 1, 2)), reason);
        reject(claim(HAT, 2), flips(HAT, List.of(), List.of(2, 1, 0)), reason);
        reject(claim(HAT, 2), flips(HAT, List.of(), List.of(0, 1, 2, 3)), reason);
        reject(claim(HAT, 2), flips(HAT, List.of(), List.of(-1)), reason);
    }

    @Test
    void theHypothesesAreChecked() {
        String hypothesis = "a hypothesis of the fibre formula does not hold: ";
        Network zeroRow = network(dense("1; 0", "0 1"), units("relu", "relu"), dense("1 1"));
        reject(claim(zeroRow, 2), flips(zeroRow, List.of()), hypothesis + "no row of weights of a hidden unit is zero");
        Network zeroColumn = network(dense("1; 1", "0 1"), units("relu", "relu"), dense("1 0"));
        reject(claim(zeroColumn, 2), flips(zeroColumn, List.of()), hypothesis + "no column of outgoing weights");
        Network clones = network(dense("1; 2", "1 2"), units("relu", "relu"), dense("1 1"));
        reject(claim(clones, 2), flips(clones, List.of()), hypothesis + "no two rows of weights and bias");
        Network opposite = network(dense("1; -1", "1 -1"), units("silu", "silu"), dense("1 1"));
        reject(claim(opposite, 2), flips(opposite, List.of()), hypothesis + "no two rows of weights and bias");
    }

    @Test
    void onlyOneHiddenLayerOfEqualUnitsWithABypassHasTheFormula() {
        String reason = "the network does not have one hidden layer of equal units with a bypass relation";
        for (Network network : List.of(
                WorkedExamples.hat("tanh"),
                WorkedExamples.hat("abs"),
                network(dense("1; 2"), units("relu", "silu"), dense("1 1")),
                network(dense("1"), units("relu"), dense("1"), units("relu"), dense("1")),
                network(dense("1"), units("relu")),
                network(units("relu"), dense("1")),
                network(dense("1")))) {
            reject(claim(network, 2), flips(network, List.of()), reason);
        }
    }

    @Test
    void aSearchBeyondItsBudgetListsNothing() {
        int n = 26;
        Network network = network(
                dense(String.join("; ", Collections.nCopies(n, "1")), biases(n)),
                units(Collections.nCopies(n, "silu").toArray(new String[0])),
                dense(String.join(" ", Collections.nCopies(n, "1")), "0"));
        reject(claim(network, 2), flips(network, List.of()), "found none within the budget of the search");
    }

    private static String biases(int n) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append(' ').append(i);
        }
        return text.toString();
    }

    @Test
    void oneClassIsIdentifiability() {
        ParameterClaim single = new ParameterClaim.Identifiable(SINGLE, false);
        assertThat(accept(single, flips(SINGLE, List.of())).rule()).contains("there is one");
        reject(
                new ParameterClaim.Identifiable(HAT, false),
                flips(HAT, List.of(), List.of(0, 1, 2)),
                "expected one class, found 2");
        reject(
                new ParameterClaim.Identifiable(SINGLE, true),
                flips(SINGLE, List.of()),
                "of another kind than the claim weakly-identifiable");
    }

    @Test
    void oneClassByACriterionIsNotFinitelyMany() {
        reject(
                claim(HAT, 2),
                new Certificate.Fibre(Digest.of(HAT), new FibreEvidence.Single("none")),
                "there is no criterion none");
        Network tanh = WorkedExamples.swappedPair();
        Certificate.Fibre evidence = new Certificate.Fibre(Digest.of(tanh), new FibreEvidence.Single("tanh-deep"));
        reject(claim(tanh, 1), evidence, "expected 1 classes, at least 2, found 1");
        accept(new ParameterClaim.Identifiable(tanh, false), evidence);
    }
}
