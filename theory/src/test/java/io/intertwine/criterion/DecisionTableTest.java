package io.intertwine.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.criterion.Criterion.Grade;
import io.intertwine.criterion.Hypothesis.Truth;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Layer;
import io.intertwine.net.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the decision table on both sides of each of its hypotheses. */
class DecisionTableTest {
    static List<CriterionCases.Case> cases() {
        return CriterionCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowHoldsOrNamesWhatFails(CriterionCases.Case example) {
        Criterion row = DecisionTable.find(example.row()).orElseThrow();
        assertThat(row.concerns(example.network())).isTrue();
        List<Hypothesis> hypotheses = row.hypotheses(example.network());
        if (example.found().isEmpty()) {
            assertThat(hypotheses).isNotEmpty().allMatch(hypothesis -> hypothesis.truth() == Truth.HOLDS);
        } else {
            assertThat(hypotheses)
                    .filteredOn(hypothesis -> hypothesis.truth() == Truth.FAILS)
                    .extracting(Hypothesis::found)
                    .anyMatch(found -> found.contains(example.found()));
        }
    }

    @Test
    void theExamplesReachEveryHypothesisFromBothSides() {
        for (Criterion row : DecisionTable.rows()) {
            Set<String> asked = new HashSet<>();
            Set<String> failed = new HashSet<>();
            Set<String> held = new HashSet<>();
            for (CriterionCases.Case example : cases()) {
                if (example.row().equals(row.name())) {
                    for (Hypothesis hypothesis : row.hypotheses(example.network())) {
                        asked.add(hypothesis.statement());
                        (hypothesis.truth() == Truth.FAILS ? failed : held).add(hypothesis.statement());
                    }
                }
            }
            if (row.grade() != Grade.CONJECTURAL) {
                assertThat(asked).as(row.name()).isNotEmpty();
                assertThat(failed).as("%s fails", row.name()).isEqualTo(asked);
                assertThat(held).as("%s holds", row.name()).isEqualTo(asked);
            }
        }
    }

    @Test
    void namesAreUniqueAndSpeakForThemselves() {
        assertThat(DecisionTable.rows()).extracting(Criterion::name).doesNotHaveDuplicates();
        for (Criterion row : DecisionTable.rows()) {
            assertThat(row.name()).matches("[a-z]+(-[a-z]+)*");
            assertThat(row.statement()).endsWith(".");
            assertThat(row.source()).isNotBlank();
            assertThat(row.group()).isNotBlank();
            assertThat(DecisionTable.find(row.name())).contains(row);
        }
        assertThat(DecisionTable.find("relu")).isEmpty();
    }

    @Test
    void everyRowStandsInTheDocument() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        String document = Files.readString(folder.resolve("docs/IDENTIFIABILITY.md"));
        for (Criterion row : DecisionTable.rows()) {
            assertThat(document).contains("| `" + row.name() + "` |");
        }
    }

    @Test
    void conjecturesNeverHoldAltogether() {
        for (CriterionCases.Case example : CriterionCases.conjectural()) {
            Criterion row = DecisionTable.find(example.row()).orElseThrow();
            assertThat(row.grade()).isEqualTo(Grade.CONJECTURAL);
            assertThat(DecisionTable.concerning(example.network())).contains(row);
            assertThat(row.hypotheses(example.network())).anyMatch(found -> found.truth() != Truth.HOLDS);
        }
    }

    @Test
    void otherArchitecturesConcernNoRow() {
        Network mixed = new Network(List.of(
                new Layer.Dense(NetworkBuilder.matrix("1; 2"), List.of()),
                new Layer.Entrywise(List.of(Activations.requireNamed("tanh"), Activations.requireNamed("relu"))),
                new Layer.Dense(NetworkBuilder.matrix("1 1"), List.of())));
        List<Network> others = new ArrayList<>(List.of(mixed));
        others.add(new NetworkBuilder().dense("1").build());
        others.add(new NetworkBuilder().dense("1").activation("tanh").build());
        others.add(new NetworkBuilder()
                .dense("1")
                .activation("tanh")
                .dense("1")
                .activation("tanh")
                .build());
        others.add(new NetworkBuilder()
                .dense("1")
                .activation("tanh")
                .dense("1")
                .dense("1")
                .build());
        others.add(new NetworkBuilder()
                .dense("1")
                .activation("tanh")
                .activation("tanh")
                .dense("1")
                .build());
        others.add(new NetworkBuilder()
                .dense("1")
                .activation("tanh")
                .dense("1")
                .activation("erf")
                .dense("1")
                .build());
        List<Layer> softmax = new ArrayList<>(new NetworkBuilder()
                .dense("1")
                .activation("tanh")
                .dense("1; 2")
                .build()
                .layers());
        softmax.add(new Layer.Softmax(2));
        others.add(new Network(softmax));
        List<Layer> linear = new ArrayList<>(
                new NetworkBuilder().dense("1").dense("1; 2").build().layers());
        linear.add(new Layer.Softmax(2));
        others.add(new Network(linear));
        for (String name :
                List.of("hardtanh", "relu6", "hard_sigmoid", "hard_swish", "mish", "gelu_tanh", "floor", "exp")) {
            others.add(SmallNetworks.shallow(name, "1", "1", "1", "1"));
        }
        for (Network other : others) {
            assertThat(DecisionTable.concerning(other)).as("%s", other).isEmpty();
        }
        Criterion row = DecisionTable.find("tanh-deep").orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> row.hypotheses(mixed));
    }

    @Test
    void exactArithmeticThatEndsIsUnknown() {
        Network roots = SmallNetworks.shallow("abs", "1+sqrt(10007); 1+sqrt(10009)", "1 1", "1 1", "0");
        assertThat(DecisionTable.find("abs-shallow").orElseThrow().hypotheses(roots))
                .anyMatch(hypothesis -> hypothesis.truth() == Truth.UNKNOWN);
    }

    @Test
    void degreesThatAreTooSmallConcernOnlyOtherRows() {
        assertThat(names(power(8, "1 2; 2 1", "", ""))).doesNotContain("monomial-deep");
        assertThat(names(power(9, "1 2; 2 1", "", ""))).contains("monomial-deep");
        assertThat(names(power(9, "1 2; 2 1", "", "1"))).contains("monomial-deep");
        assertThat(names(power(15, "1 2; 2 1", "1 1", "1"))).doesNotContain("monomial-deep-biased", "monomial-deep");
        assertThat(names(power(16, "1 2; 2 1", "1 1", "1"))).contains("monomial-deep-biased");
        assertThat(names(power(16, "1 2; 2 1", "1 1", ""))).contains("monomial-deep-partly-biased");
        assertThat(names(power(15, "1 2; 2 1", "1 1", ""))).doesNotContain("monomial-deep-partly-biased");
        assertThat(names(CriterionCases.formula("(x + 1)^14 - 1", "1 2; 2 1", "1 1")))
                .doesNotContain("shifted-power-deep");
        assertThat(names(CriterionCases.formula("(x + 1)^15 - 1", "1 2; 2 1", "1 1")))
                .contains("shifted-power-deep");
        assertThat(names(CriterionCases.formula("(x + 1)^15", "1 2; 2 1", "1 1")))
                .doesNotContain("shifted-power-deep");
        assertThat(names(CriterionCases.formula("(x^2 + x)^8", "1 2; 2 1", "1 1")))
                .doesNotContain("quadratic-power-deep");
        assertThat(names(CriterionCases.formula("(x^2 + x)^9", "1 2; 2 1", "1 1")))
                .contains("quadratic-power-deep");
        assertThat(names(CriterionCases.formula("(x^2 + 2*x)^9", "1 2; 2 1", "1 1")))
                .doesNotContain("quadratic-power-deep");
    }

    private static Network power(int degree, String weight, String bias, String outputBias) {
        return SmallNetworks.shallow(Activations.power(degree), weight, bias, "1 1", outputBias);
    }

    private static List<String> names(Network network) {
        return DecisionTable.concerning(network).stream().map(Criterion::name).toList();
    }

    @Test
    void strongerRowsComeFirst() {
        assertThat(names(SmallNetworks.shallow("tanh", "1", "1", "1", "1")))
                .containsExactly("tanh-shallow", "odd-shallow", "tanh-deep", "tanh-fefferman");
        assertThat(names(SmallNetworks.shallow("sigmoid", "1", "1", "1", "1"))).containsExactly("sigmoid-shallow");
        assertThat(names(SmallNetworks.shallow("relu", "1", "", "1", "")))
                .containsExactly("relu-shallow", "relu-invertible");
        assertThat(names(SmallNetworks.shallow("cos", "1", "", "1", ""))).containsExactly("even-unbiased-shallow");
        assertThat(names(SmallNetworks.shallow(Activations.celu(Scalar.of(2)), "1", "", "1", "")))
                .containsExactly("elu-shallow");
    }
}
