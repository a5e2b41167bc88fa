package io.intertwine.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalRootsTest {
    private static UnivariatePolynomial polynomial(String coefficients) throws NumberSyntaxException {
        List<Scalar> parts = new ArrayList<>();
        for (String part : coefficients.split(" ")) {
            parts.add(Scalar.parse(part));
        }
        return new UnivariatePolynomial(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "-2 0 1, ''",
        "1 0 1, ''",
        "0 1, 0",
        "0 -36 1, 0 36",
        "0 -3600 -3599 1, -1 0 3600",
        "-1/2 1, 1/2",
        "6 -5 1, 2 3",
        "0 -1 0 1, -1 0 1",
        "-2 3 -2 3, 2/3",
        "-1000003 1, 1000003",
        "-1 0 1000006000009, -1/1000003 1/1000003",
        "101 103 0 0 0, -101/103"
    })
    void areFoundWithoutTheOthers(String coefficients, String roots) throws NumberSyntaxException {
        List<String> expected = roots.isEmpty() ? List.of() : Arrays.asList(roots.split(" "));
        assertThat(RationalRoots.of(polynomial(coefficients)).stream().map(Scalar::toString))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void areThoseThePolynomialWasMadeOf() {
        Random random = new Random(20261127);
        UnivariatePolynomial quadratic = new UnivariatePolynomial(List.of(Scalar.of(7), Scalar.ONE, Scalar.ONE));
        for (int trial = 0; trial < 200; trial++) {
            TreeSet<Scalar> roots = new TreeSet<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                roots.add(Scalar.of(random.nextInt(2_000_001) - 1_000_000, 1 + random.nextInt(100_000)));
            }
            List<Scalar> product = quadratic.coefficients();
            for (Scalar root : roots) {
                product = times(product, root);
            }
            assertThat(RationalRoots.of(new UnivariatePolynomial(product))).containsExactlyElementsOf(roots);
        }
    }

    /** The product with x - root. */
    private static List<Scalar> times(List<Scalar> polynomial, Scalar root) {
        Scalar[] result = new Scalar[polynomial.size() + 1];
        Arrays.fill(result, Scalar.ZERO);
        for (int i = 0; i < polynomial.size(); i++) {
            result[i + 1] = result[i + 1].add(polynomial.get(i));
            result[i] = result[i].subtract(polynomial.get(i).multiply(root));
        }
        return List.of(result);
    }
}
