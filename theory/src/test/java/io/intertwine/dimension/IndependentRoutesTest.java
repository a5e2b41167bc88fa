package io.intertwine.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.intertwine.activation.Activation;
import io.intertwine.activation.Expression;
import io.intertwine.io.FormatException;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matheclipse.core.eval.ExprEvaluator;

/**
 * Dimensions by independent routes: singular values of derivatives that Hipparchus differentiates automatically at random real parameters,
 * and coefficients of polynomials that Symja expands with symbols as parameters.
 */
class IndependentRoutesTest {
    @ParameterizedTest
    @CsvSource({
        "2 3 1, tanh, true",
        "2 3 1, sigmoid, false",
        "2 2 2 1, tanh sigmoid, true",
        "2 3 1, softplus, true",
        "2 3 1, softplus, false",
        "2 3 1, exp, true",
        "2 3 1, exp, false",
        "2 3 2, sin, true",
        "3 3 1, gelu, true",
        "2 2 2 2, silu, false",
        "2 2 2 1, silu exp, true",
        "3 2 1, power:2, false",
        "5 5 3 1, power:2, false",
        "2 3 2 2, power:2, false",
        "2 2 1, power:2, true",
        "2 2 1, power:3, true",
        "3 5 1, power:4, false",
        "3 4 2, power:2, false",
        "4 4 3, power:2, false",
        "2 2 1, expr:x^2+x, false",
        "2 2 1, expr:x^3+x^2, false",
        "3 3 1, expr:(x-1)^3+2, true",
        "3 3 1, expr:(x-1)^3+2, false",
        "3 3 1, expr:exp(2*x)-3, true",
        "3 5 3, identity, false",
        "3 2 4, identity, true",
        "2 3 1, arctan, true",
        "2 3 1, 'expr:1/(1+x^2)', false",
        "2 3 1, 'expr:sqrt(x^2+4)', false",
        "2 2 2 1, erf gaussian, true",
        "2 3 3 1, tanh power:2, true"
    })
    void singularValuesAgree(String widths, String activations, boolean bias) throws FormatException {
        Architecture architecture = JetJacobianTest.architecture(widths, activations, bias);
        Dimension dimension = FamilyDimension.of(architecture, FamilyDimension.Options.of(11));
        int rank = numericalRank(architecture, new SplittableRandom(17));
        assertThat(dimension.lower()).as("%s", dimension).isEqualTo(rank);
        assertThat(dimension.upper().intValueExact()).isGreaterThanOrEqualTo(rank);
    }

    private static int numericalRank(Architecture architecture, SplittableRandom random) {
        int parameters = (int) architecture.parameters();
        double[] theta = random.doubles(parameters, -1.5, 1.5).toArray();
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < 6 * parameters; k++) {
            double[] x = random.doubles(architecture.inputs(), -3, 3).toArray();
            for (Gradient output : outputs(architecture, theta, x)) {
                rows.add(output.getGradient());
            }
        }
        double[] values = new SingularValueDecomposition(MatrixUtils.createRealMatrix(rows.toArray(double[][]::new)))
                .getSingularValues();
        int rank = 0;
        while (rank < values.length && values[rank] > 1e-10 * values[0]) {
            rank++;
        }
        return rank;
    }

    private static List<Gradient> outputs(Architecture architecture, double[] theta, double[] input) {
        List<Gradient> x = new ArrayList<>();
        for (double coordinate : input) {
            x.add(Gradient.constant(theta.length, coordinate));
        }
        int next = 0;
        for (LayerShape layer : architecture.layers()) {
            List<Gradient> y = new ArrayList<>();
            for (int j = 0; j < layer.outputs(); j++) {
                if (layer instanceof LayerShape.Dense dense) {
                    Gradient sum = Gradient.constant(theta.length, 0);
                    for (int k = 0; k < dense.rowLength(); k++) {
                        Gradient weight = Gradient.variable(theta.length, next, theta[next++]);
                        sum = sum.add(k < x.size() ? weight.multiply(x.get(k)) : weight);
                    }
                    y.add(sum);
                } else {
                    Activation unit = ((Layer.Entrywise) layer).units().get(j);
                    y.add(value(unit.expression(), x.get(j)));
                }
            }
            x = y;
        }
        return x;
    }

    private static Gradient value(Expression formula, Gradient x) {
        if (formula instanceof Expression.Variable) {
            return x;
        }
        if (formula instanceof Expression.Constant constant) {
            return x.newInstance(constant.value().getReal());
        }
        if (formula instanceof Expression.Pi) {
            return x.newInstance(Math.PI);
        }
        if (formula instanceof Expression.Power power) {
            return value(power.base(), x).pow(power.exponent());
        }
        List<Gradient> parts =
                formula.children().stream().map(part -> value(part, x)).toList();
        if (formula instanceof Expression.Sum) {
            return parts.stream().reduce(Gradient::add).orElseThrow();
        }
        if (formula instanceof Expression.Product) {
            return parts.stream().reduce(Gradient::multiply).orElseThrow();
        }
        Gradient u = parts.get(0);
        return switch (((Expression.Apply) formula).function()) {
            case TANH -> u.tanh();
            case EXP -> u.exp();
            case SIN -> u.sin();
            case COS -> u.cos();
            case ARCTAN -> u.atan();
            case SQRT -> u.sqrt();
            case SIGMOID -> u.negate().exp().add(1).reciprocal();
            case SOFTPLUS -> u.exp().add(1).log();
            case ERF -> Erf.erf(u);
            default -> throw new AssertionError("no derivative of " + formula);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2 2 1, power:2, true",
        "2 2 1, power:3, true",
        "3 2 1, power:2, false",
        "2 3 2 2, power:2, false",
        "2 2 2 2, power:2, false",
        "3 4 2, power:2, false",
        "2 2 1, expr:x^2+x, false",
        "2 2 1, expr:x^3+x^2, false",
        "2 2 1, expr:(x-1)^3+2, false",
        "3 2 3, identity, false"
    })
    void symbolicCoefficientsAgree(String widths, String activations, boolean bias) throws FormatException {
        Architecture architecture = JetJacobianTest.architecture(widths, activations, bias);
        Dimension dimension = FamilyDimension.of(architecture, FamilyDimension.Options.of(12));
        assertThat(dimension.lower()).as("%s", dimension).isEqualTo(symbolicRank(architecture));
    }

    /** The rank of the derivatives of all coefficients, at random integer parameters. */
    private static int symbolicRank(Architecture architecture) {
        ExprEvaluator symja = new ExprEvaluator();
        int degree = degree(architecture);
        SplittableRandom random = new SplittableRandom(5);
        List<String> columns = new ArrayList<>();
        StringBuilder point = new StringBuilder();
        for (int i = 0; i < architecture.parameters(); i++) {
            point.append(i == 0 ? "" : ",").append("w").append(i).append("->").append(random.nextInt(-20, 21));
        }
        List<String> outputs = symbols(architecture);
        for (int i = 0; i < architecture.parameters(); i++) {
            List<String> column = new ArrayList<>();
            for (String output : outputs) {
                symja.eval("p=Expand(D(" + output + ",w" + i + ")/.{" + point + "})");
                coefficients(symja, "p", 0, architecture.inputs(), degree, column);
            }
            columns.add("{" + String.join(",", column) + "}");
        }
        return symja.eval("MatrixRank({" + String.join(",", columns) + "})").toIntDefault();
    }

    private static void coefficients(
            ExprEvaluator symja, String polynomial, int variable, int variables, int degree, List<String> into) {
        if (variable == variables) {
            into.add(symja.eval(polynomial).toString());
            return;
        }
        for (int k = 0; k <= degree; k++) {
            String part = symja.eval("Coefficient(" + polynomial + ",x" + variable + "," + k + ")")
                    .toString();
            coefficients(symja, "(" + part + ")", variable + 1, variables, degree - k, into);
        }
    }

    private static int degree(Architecture architecture) {
        int degree = 1;
        for (LayerShape layer : architecture.layers()) {
            if (layer instanceof Layer.Entrywise units) {
                String name = units.units().get(0).name();
                degree *= name.contains("3") ? 3 : 2;
            }
        }
        return degree;
    }

    private static List<String> symbols(Architecture architecture) {
        List<String> x = new ArrayList<>();
        for (int k = 0; k < architecture.inputs(); k++) {
            x.add("x" + k);
        }
        int next = 0;
        for (LayerShape layer : architecture.layers()) {
            List<String> y = new ArrayList<>();
            for (int j = 0; j < layer.outputs(); j++) {
                StringBuilder sum = new StringBuilder("0");
                if (layer instanceof LayerShape.Dense dense) {
                    for (int k = 0; k < dense.rowLength(); k++) {
                        sum.append("+w").append(next++).append(k < x.size() ? "*(" + x.get(k) + ")" : "");
                    }
                } else {
                    String formula = ((Layer.Entrywise) layer)
                            .units()
                            .get(j)
                            .expression()
                            .text();
                    sum.append("+").append(formula.replace("x", "(" + x.get(j) + ")"));
                }
                y.add(sum.toString());
            }
            x = y;
        }
        return x;
    }
}
