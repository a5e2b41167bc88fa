package io.intertwine.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.fraction.BigFraction;

/** Evaluates scalars to about 55 decimals from their conductor and coefficients by power series, as a second route. */
final class ReferenceCosine {

    private static final MathContext DIGITS = new MathContext(70);

    private static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899");

    private static final Map<String, BigDecimal> COSINES = new ConcurrentHashMap<>();

    private ReferenceCosine() {}

    /** Returns an approximation with an error below 10^-50 for numbers of moderate size. */
    static BigFraction value(Scalar scalar) {
        List<BigFraction> coefficients = scalar.coefficients();
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < coefficients.size(); k++) {
            BigFraction coefficient = coefficients.get(k);
            BigDecimal factor = new BigDecimal(coefficient.getNumerator())
                    .divide(new BigDecimal(coefficient.getDenominator()), DIGITS);
            sum = sum.add(factor.multiply(basisElement(scalar, k)));
        }
        return new BigFraction(sum.unscaledValue(), BigInteger.TEN.pow(Math.max(sum.scale(), 0)))
                .multiply(BigInteger.TEN.pow(Math.max(-sum.scale(), 0)));
    }

    private static BigDecimal basisElement(Scalar scalar, int k) {
        if (k == 0) {
            return BigDecimal.ONE;
        }
        if (scalar.coefficients().size() == 2) {
            int conductor = scalar.conductor().intValueExact();
            return new BigDecimal(conductor % 4 == 0 ? conductor / 4 : conductor).sqrt(DIGITS);
        }
        return cosine(k, scalar.conductor().intValueExact()).multiply(BigDecimal.valueOf(2));
    }

    /** Returns cos(2 pi k/n). */
    static BigDecimal cosine(int k, int n) {
        return COSINES.computeIfAbsent(k + "/" + n, missing -> series(k, n));
    }

    private static BigDecimal series(int k, int n) {
        BigDecimal angle = PI.multiply(BigDecimal.valueOf(2L * k)).divide(BigDecimal.valueOf(n), DIGITS);
        BigDecimal square = angle.multiply(angle, DIGITS).negate();
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 120; i += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((long) i * (i + 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }
}
