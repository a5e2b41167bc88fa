package io.intertwine.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activations;
import io.intertwine.construct.NetworkBuilder;
import io.intertwine.construct.WorkedExamples;
import io.intertwine.exact.Scalar;
import io.intertwine.net.Network;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class PencilSearchTest {
    private static void refuses(Network network, String reason) {
        PencilSearch.Result result = PencilSearch.search(network);
        assertThat(result.evidence()).isEmpty();
        assertThat(result.reason()).contains(reason).endsWith(".");
        assertThat(PencilSearch.of(network)).isEmpty();
    }

    private static Network network(int exponent, String first, String second) {
        return new NetworkBuilder()
                .dense(first)
                .activation(Activations.power(exponent))
                .dense(second)
                .build();
    }

    @Test
    void saysWhyItDoesNotApply() {
        refuses(WorkedExamples.swappedPair(), "not one of dense layers without biases");
        refuses(network(37, "1 2", "1"), "too large");
        refuses(network(12, String.join(" ", Collections.nCopies(8, "1")), "1"), "too large");
        refuses(network(3, "1 0; 0 1", "1 1"), "span 1 dimensions, not 2");
        refuses(network(2, "1 0; 0 1; 1 1", "1 0 0; 0 1 0; 0 0 1"), "of dimension 3, are not excluded");
        refuses(network(2, "1+sqrt(10007) sqrt(10009)", "1"), "grow too large");
    }

    /** N = x^2 + sqrt(2) y^2: the squares in span(N, x y) have the coefficient 2^(1/4). */
    @Test
    void rootsThatAreNotHeldExactlyAreReported() {
        Network network = new NetworkBuilder()
                .dense("1 0; 0 1")
                .activation(Activations.power(2))
                .dense("1 sqrt(2); 1 -sqrt(2)")
                .activation(Activations.power(2))
                .dense("1 0; 0 1")
                .build();
        refuses(network, "not held exactly");
    }

    @Test
    void theDeepSquaresHaveEvidence() {
        assertThat(PencilSearch.search(WorkedExamples.deepSquares(true)).reason())
                .isEmpty();
        assertThat(PencilSearch.of(WorkedExamples.deepSquares(false))
                        .orElseThrow()
                        .roots())
                .contains(Scalar.of(2));
    }
}
