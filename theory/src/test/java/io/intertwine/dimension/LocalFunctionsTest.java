package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.intertwine.activation.Activations;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalFunctionsTest {
    private static LocalFunctions of(Architecture architecture) {
        Dimension dimension = FamilyDimension.of(architecture, FamilyDimension.Options.of(1));
        return LocalFunctions.of(architecture, dimension).orElseThrow();
    }

    private static LocalFunctions of(String activation, boolean bias, String widths) {
        return of(Families.family(Activations.requireNamed(activation), bias, widths));
    }

    private static LocalFunctions ofPower(int exponent, boolean bias, String widths) {
        return of(Families.family(Activations.of("power", List.of(Scalar.of(exponent))), bias, widths));
    }

    private static List<String> identifiable(LocalFunctions functions, boolean answer) {
        return functions.functions().stream()
                .filter(function -> function.identifiable() == answer)
                .map(LocalFunction::group)
                .distinct()
                .toList();
    }

    private static List<String> names(LocalFunctions functions, String group) {
        return functions.functions().stream()
                .filter(function -> function.group().equals(group))
                .map(LocalFunction::name)
                .toList();
    }

    private static boolean allProved(LocalFunctions functions) {
        return functions.functions().stream().allMatch(LocalFunction::proved);
    }

    @Test
    void everyFunctionIsIdentifiableWhereAllParametersAre() {
        LocalFunctions functions = of("tanh", true, "2 3 1");
        assertThat(identifiable(functions, false)).isEmpty();
        assertThat(allProved(functions)).isTrue();
        assertThat(functions.leftOut()).isEmpty();
        assertThat(names(functions, "W1"))
                .containsExactly("W1[0,0]", "W1[0,1]", "W1[1,0]", "W1[1,1]", "W1[2,0]", "W1[2,1]");
        assertThat(names(functions, "b1")).containsExactly("b1[0]", "b1[1]", "b1[2]");
        assertThat(names(functions, "products along paths")).hasSize(9).contains("W1[2,1]*W2[0,2]", "b1[0]*W2[0,0]");
        assertThat(names(functions, "ratios within a unit")).hasSize(6).contains("W1[1,1]/W1[1,0]", "b1[2]/W1[2,0]");
    }

    @Test
    void scalingsOfRectifiersKeepProductsAlongPathsAndRatios() {
        LocalFunctions functions = of("relu", true, "2 3 1");
        assertThat(identifiable(functions, true))
                .containsExactly("b2", "ratios within a unit", "products along paths", "products of both norms");
        assertThat(identifiable(functions, false))
                .containsExactly("W1", "W2", "b1", "norms of incoming weights", "norms of outgoing weights");
        assertThat(allProved(functions)).isTrue();
    }

    @Test
    void pathsOfDeepRectifiersAreIdentifiableAndInnerRatiosAreNot() {
        LocalFunctions functions = of("relu", true, "2 3 2 1");
        assertThat(functions.functions())
                .filteredOn(function -> function.group().equals("products along paths"))
                .hasSize(20)
                .allMatch(LocalFunction::identifiable);
        assertThat(functions.functions())
                .filteredOn(function -> function.group().equals("ratios within a unit"))
                .hasSize(12)
                .allMatch(function -> function.identifiable() == function.name().matches(".1.*"));
        assertThat(allProved(functions)).isTrue();
    }

    @Test
    void powersAreTakenAlongPaths() {
        LocalFunctions functions = ofPower(3, true, "2 3 2");
        assertThat(names(functions, "products along paths")).contains("W1[0,0]^3*W2[1,0]", "b1[2]^3*W2[0,2]");
        assertThat(names(functions, "products of both norms")).contains("|W1[1,:]|^6*|W2[:,1]|^2");
        assertThat(identifiable(functions, true))
                .containsExactly("b2", "ratios within a unit", "products along paths", "products of both norms");
        assertThat(allProved(functions)).isTrue();
    }

    /** A form of degree 4 that is a sum of five powers is so in a family of ways: nothing is determined. */
    @Test
    void nothingIsIdentifiableInADefectiveFamily() {
        LocalFunctions functions = ofPower(4, false, "3 5 1");
        assertThat(identifiable(functions, true)).isEmpty();
        assertThat(allProved(functions)).isTrue();
    }

    @Test
    void exponentialsHideBiasesAndOutgoingWeights() {
        LocalFunctions functions = of("exp", true, "2 3 1");
        assertThat(functions.functions()).allSatisfy(function -> {
            if (function.group().matches("W1|b2")) {
                assertThat(function.identifiable()).isTrue();
                assertThat(function.proved()).isFalse();
            } else if (function.group().matches("W2|b1")) {
                assertThat(function.identifiable()).isFalse();
                assertThat(function.proved()).isTrue();
            }
        });
    }

    @Test
    void ofLinearMapsNoWeightIsIdentifiable() {
        LocalFunctions functions =
                of(new Architecture(List.of(new LayerShape.Dense(2, 2, false), new LayerShape.Dense(2, 2, false))));
        assertThat(identifiable(functions, true)).isEmpty();
    }

    @Test
    void manyFunctionsAreLeftOut() {
        assertThat(of("tanh", true, "30 30 1").leftOut())
                .containsExactly("900 ratios within a unit", "930 products along paths");
        assertThat(ofPower(100, false, "2 2 2 2 1").leftOut())
                .singleElement()
                .asString()
                .contains("powers above");
    }

    @Test
    void whereNothingIsProvedThereIsNoAnswer() {
        Architecture steps = Families.family(Activations.requireNamed("floor"), true, "2 3 1");
        Dimension dimension = FamilyDimension.of(steps, FamilyDimension.Options.of(1));
        assertThat(LocalFunctions.of(steps, dimension)).isEmpty();
        Architecture large = Families.family(Activations.requireNamed("tanh"), true, "50 50 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalFunctions.of(large, dimension))
                .withMessageContaining("at most 2000 parameters");
    }

    @Test
    void aLastSoftmaxHidesTheLastBiases() {
        LocalFunctions functions = of(new Architecture(List.of(
                new LayerShape.Dense(2, 2, true),
                Layer.Entrywise.of(Activations.requireNamed("tanh"), 2),
                new LayerShape.Dense(2, 2, true),
                new Layer.Softmax(2))));
        assertThat(identifiable(functions, true)).contains("W1", "b1").doesNotContain("W2", "b2");
    }
}
