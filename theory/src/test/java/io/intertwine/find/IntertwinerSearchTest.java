package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.intertwine.activation.Activation;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.find.IntertwinerSearch.Result;
import io.intertwine.io.ActivationNames;
import io.intertwine.io.FormatException;
import io.intertwine.io.MatrixFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntertwinerSearchTest {
    private static Result decide(String activation, String matrix) throws FormatException {
        return IntertwinerSearch.of(ActivationNames.parse(activation), MatrixFormat.parse(matrix), 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanh | [[0, 1], [-1, 0]] | [[0, 1], [-1, 0]]",
                "cos | [[0, 1], [-1, 0]] | [[0, 1], [1, 0]]",
                "relu | [[0, 3], [\"1/2\", 0]] | [[0, 3], [\"1/2\", 0]]",
                "abs | [[0, -3], [\"1/2\", 0]] | [[0, 3], [\"1/2\", 0]]",
                "power:3 | [[0, 2], [\"-1/3\", 0]] | [[0, 8], [\"-1/27\", 0]]",
                "power:2 | [[\"sqrt(2)\"]] | [[2]]",
                "sign | [[0, 5], [-7, 0]] | [[0, 1], [-1, 0]]",
                "expr:x*abs(x) | [[-3]] | [[-9]]",
                "exp | [[0, 1], [1, 0]] | [[0, 1], [1, 0]]",
                "identity | [[1, 2], [3, 4]] | [[1, 2], [3, 4]]",
                "expr:2*x + 1 | [[\"1/2\", \"1/2\"], [2, -1]] | [[\"1/2\", \"1/2\"], [2, -1]]",
                "expr:0 | [[1, 2], [3, 4]] | [[1, 2], [3, 4]]",
                "expr:7 | [[1, 2], [3, 4]] | [[1, 0], [0, 1]]"
            })
    void membersComeWithTheirCompanion(String activation, String matrix, String companion) throws FormatException {
        assertThat(decide(activation, matrix))
                .isInstanceOfSatisfying(
                        Result.Member.class,
                        member -> assertThat(member.claim().companion()).isEqualTo(parsed(companion)));
    }

    private static ExactMatrix parsed(String matrix) {
        try {
            return MatrixFormat.parse(matrix);
        } catch (FormatException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanh | [[2]]",
                "tanh | [[1, 1], [0, 1]]",
                "sigmoid | [[-1]]",
                "relu | [[-1]]",
                "relu | [[1, 1, 0], [0, 1, 0], [0, 0, 1]]",
                "relu6 | [[2]]",
                "hardshrink | [[2]]",
                "exp | [[2]]",
                "gelu | [[-1]]",
                "softplus | [[0, 1], [-1, 0]]",
                "floor | [[-1]]",
                "heaviside | [[-1]]",
                "sin | [[2]]",
                "expr:x + 1 | [[1, 1], [0, 1]]",
                "expr:x^3 + x^2 | [[-1]]"
            })
    void othersComeWithValuesThatExcludeEveryCompanion(String activation, String matrix) throws FormatException {
        assertThat(decide(activation, matrix)).isInstanceOf(Result.NotMember.class);
    }

    @Test
    void aSingularMatrixIsInNoGroup() throws FormatException {
        assertThat(decide("tanh", "[[1, 1], [1, 1]]")).isInstanceOf(Result.Singular.class);
        assertThat(decide("expr:0", "[[0]]")).isInstanceOf(Result.Singular.class);
    }

    @Test
    void aFunctionThatDiffersFromAMemberAtOnePointOnlyIsNotDecided() throws FormatException {
        Activation spike = ActivationNames.parse("expr:x + if(x > 1/7, 0, if(x < 1/7, 0, 1))");
        assertThat(IntertwinerSearch.of(spike, MatrixFormat.parse("[[2]]"), 1)).isInstanceOf(Result.Undetermined.class);
    }

    @Test
    void theSameSeedGivesTheSamePoints() throws FormatException {
        Result first = decide("tanh", "[[1, 1], [0, 1]]");
        assertThat(((Result.NotMember) first).certificate())
                .isEqualTo(((Result.NotMember) decide("tanh", "[[1, 1], [0, 1]]")).certificate());
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> decide("tanh", "[[1, 2]]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 rows and 2 columns");
    }
}
