package io.intertwine.exact;

import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * The real subfield Q(2 cos(2 pi/n)) of the cyclotomic field of order n, with the basis 1, 2 cos(2 pi/n), ..., 2 cos(2
 * pi (m-1)/n) of its integers, where m = phi(n)/2 (Washington, Introduction to Cyclotomic Fields, proposition 2.16).
 *
 * <p>Products are 2 cos(a) 2 cos(b) = 2 cos(a+b) + 2 cos(a-b). The conjugations take 2 cos(2 pi k/n) to 2 cos(2 pi j
 * k/n) for j prime to n.
 */
final class RealCyclotomicField implements RealNumberField {

    /** The largest degree m of a field. */
    static final int DEGREE_LIMIT = 48;

    /** No field of a larger order has a degree within the limit, because phi(n)^2 >= n/2. */
    private static final int ORDER_LIMIT = 8 * DEGREE_LIMIT * DEGREE_LIMIT;

    private static final int FIRST_PRECISION = 64;

    private static final ConcurrentMap<Integer, RealCyclotomicField> FIELDS = new ConcurrentHashMap<>();

    private final int order;
    private final int[] primes;
    private final BigInteger[][] cosines;
    private final ConcurrentMap<Integer, BigInteger[]> approximations = new ConcurrentHashMap<>();

    private RealCyclotomicField(int order) {
        this.order = order;
        this.primes = CyclotomicPolynomial.primeDivisors(order);
        this.cosines = CyclotomicPolynomial.cosines(order);
    }

    /** Returns the field of an order within the limits that is not 2 modulo 4. */
    private static RealCyclotomicField of(int order) {
        return FIELDS.computeIfAbsent(order, RealCyclotomicField::new);
    }

    /**
     * Returns the field of the least common conductor of two fields.
     *
     * @throws ArithmeticException if its degree is beyond the limit
     */
    static RealCyclotomicField containing(RealNumberField left, RealNumberField right) {
        BigInteger common = left.conductor().gcd(right.conductor());
        BigInteger conductor = left.conductor().divide(common).multiply(right.conductor());
        if (!isWithinLimit(conductor)) {
            throw new ArithmeticException(left + " and " + right + " do not fit together: the degree of the real"
                    + " cyclotomic field of conductor " + conductor + " is beyond the limit " + DEGREE_LIMIT);
        }
        return of(conductor.intValue());
    }

    /** Returns cos(2 pi k/n) in canonical form. */
    static ExactNumber cosine(long k, long n) {
        return cosineOfTurns(turns(k, n));
    }

    /** Returns sin(2 pi k/n) in canonical form. */
    static ExactNumber sine(long k, long n) {
        return sineOfTurns(turns(k, n));
    }

    private static BigFraction turns(long k, long n) {
        if (n < 1) {
            throw new IllegalArgumentException("expected a number of parts of the circle of at least 1, found " + n);
        }
        return new BigFraction(k, n);
    }

    /** Returns sin(2 pi turns) = cos(2 pi (turns - 1/4)) in canonical form. */
    static ExactNumber sineOfTurns(BigFraction turns) {
        return cosineOfTurns(turns.subtract(BigFraction.ONE_QUARTER));
    }

    /**
     * Returns cos(2 pi turns) in canonical form. Where the denominator is 2 modulo 4, it is -cos(2 pi (turns + 1/2)).
     *
     * @throws ArithmeticException if the degree of the field is beyond the limit
     */
    static ExactNumber cosineOfTurns(BigFraction turns) {
        BigInteger denominator = turns.getDenominator();
        if (denominator.testBit(1) && !denominator.testBit(0)) {
            return cosineOfTurns(turns.add(BigFraction.ONE_HALF)).negate();
        }
        if (!isWithinLimit(denominator)) {
            throw new ArithmeticException("the degree of the real cyclotomic field of conductor " + denominator
                    + " is beyond the limit " + DEGREE_LIMIT);
        }
        RealCyclotomicField field = of(denominator.intValue());
        int index = turns.getNumerator().mod(denominator).intValue();
        BigInteger[] numerators =
                new CosineSum(field.order).add(index, BigInteger.ONE).coordinates(field.cosines);
        return field.canonical(new AlgebraicNumber(field, numerators, BigInteger.TWO));
    }

    private static boolean isWithinLimit(BigInteger order) {
        return order.compareTo(BigInteger.valueOf(ORDER_LIMIT)) <= 0
                && CyclotomicPolynomial.totient(order.intValue()) <= 2 * DEGREE_LIMIT;
    }

    @Override
    public int degree() {
        return cosines[0].length;
    }

    @Override
    public BigInteger conductor() {
        return BigInteger.valueOf(order);
    }

    @Override
    public BigInteger[] multiply(BigInteger[] left, BigInteger[] right) {
        CosineSum sum = new CosineSum(order).add(left[0].multiply(right[0]));
        for (int i = 1; i < left.length; i++) {
            sum.add(i, left[i].multiply(right[0])).add(i, right[i].multiply(left[0]));
            for (int j = 1; j < right.length; j++) {
                BigInteger product = left[i].multiply(right[j]);
                sum.add(i + j, product).add(i - j, product);
            }
        }
        return sum.coordinates(cosines);
    }

    @Override
    public BigInteger[] cofactor(BigInteger[] element) {
        return IntStream.rangeClosed(2, order / 2)
                .filter(j -> CyclotomicPolynomial.areCoprime(j, order))
                .mapToObj(j -> substitute(element, j))
                .reduce(this::multiply)
                .orElseThrow();
    }

    /** Returns the image of coordinates of a field of order {@code j order/n} under k to j k. */
    private BigInteger[] substitute(BigInteger[] element, int j) {
        CosineSum sum = new CosineSum(order).add(element[0]);
        for (int k = 1; k < element.length; k++) {
            sum.add((long) j * k, element[k]);
        }
        return sum.coordinates(cosines);
    }

    @Override
    public BigInteger[] approximations(int bits) {
        int precision = Math.max(FIRST_PRECISION, Integer.highestOneBit(bits - 1) << 1);
        return approximations.computeIfAbsent(precision, missing -> CosineApproximation.of(cosines[degree()], missing));
    }

    @Override
    public String basisName(int index) {
        BigFraction halfTurns = new BigFraction(2 * index, order);
        String numerator = halfTurns.getNumeratorAsInt() == 1 ? "" : halfTurns.getNumerator() + "*";
        return "cos(" + numerator + "pi/" + halfTurns.getDenominator() + ")";
    }

    @Override
    public int basisScale() {
        return 2;
    }

    @Override
    public AlgebraicNumber embed(ExactNumber number) {
        if (number instanceof RationalNumber rational) {
            return AlgebraicNumber.of(this, rational.value());
        }
        AlgebraicNumber known = (AlgebraicNumber) number;
        int ratio = order / known.conductor().intValue();
        if (known.field() instanceof RealQuadraticField) {
            return quadraticGaussSum(known, ratio);
        }
        return new AlgebraicNumber(this, substitute(known.numerators(), ratio), known.denominator());
    }

    /**
     * Embeds a + b sqrt(d) by sqrt(D) = sum over j &lt; D of cos(2 pi j^2/D), where the conductor D is 0 or 1 modulo 4
     * (Gauss 1811; Ireland and Rosen, A Classical Introduction to Modern Number Theory, section 6.4).
     */
    private AlgebraicNumber quadraticGaussSum(AlgebraicNumber number, int ratio) {
        int conductor = order / ratio;
        BigInteger multiple = BigInteger.valueOf(conductor % 4 == 0 ? 4 : 2);
        CosineSum sum = new CosineSum(order).add(number.numerators()[0].multiply(multiple));
        for (long j = 0; j < conductor; j++) {
            sum.add(j * j * ratio, number.numerators()[1]);
        }
        return new AlgebraicNumber(
                this, sum.coordinates(cosines), number.denominator().multiply(multiple));
    }

    @Override
    public ExactNumber canonical(AlgebraicNumber number) {
        if (number.isRational()) {
            return new RationalNumber(number.coefficient(0));
        }
        for (int prime : primes) {
            AlgebraicNumber projection = projection(number, prime);
            if (embed(projection).equals(number)) {
                return projection.field().canonical(projection);
            }
        }
        return QuadraticForm.of(number, order);
    }

    /**
     * Returns the mean of the conjugates of a number over the largest smaller cyclotomic field for a prime divisor p of
     * n; it is the number itself where that lies there. The field has order m = n/r with r = p, or r = 4 where n is 4
     * modulo 8 and p = 2.
     */
    private AlgebraicNumber projection(AlgebraicNumber number, int prime) {
        int ratio = order % 8 == 4 && prime == 2 ? 4 : prime;
        RealCyclotomicField field = of(order / ratio);
        return field.order % ratio == 0
                ? field.ramifiedProjection(number, ratio)
                : field.coprimeProjection(number, ratio, ratio / prime);
    }

    /** Projects to this field, of order m divisible by r: the mean of zeta_n^k is zeta_m^(k/r) if r divides k, or 0. */
    private AlgebraicNumber ramifiedProjection(AlgebraicNumber number, int ratio) {
        BigInteger[] numerators = number.numerators();
        CosineSum sum = new CosineSum(order).add(numerators[0]);
        for (int k = ratio; k < numerators.length; k += ratio) {
            sum.add(k / ratio, numerators[k]);
        }
        return new AlgebraicNumber(this, sum.coordinates(cosines), number.denominator());
    }

    /**
     * Projects to this field of order m prime to a prime power r: the mean of zeta_n^k is zeta_m^(k/r), with k/r modulo
     * m, times the Ramanujan sum c_r(k) over phi(r).
     *
     * @param part r divided by its prime
     */
    private AlgebraicNumber coprimeProjection(AlgebraicNumber number, int ratio, int part) {
        BigInteger[] numerators = number.numerators();
        BigInteger totient = BigInteger.valueOf(ratio - part);
        long inverse = BigInteger.valueOf(ratio).modInverse(conductor()).longValue();
        CosineSum sum = new CosineSum(order).add(numerators[0].multiply(totient));
        for (int k = 1; k < numerators.length; k++) {
            int ramanujanSum = (k % ratio == 0 ? ratio : 0) - (k % part == 0 ? part : 0);
            sum.add(k * inverse, numerators[k].multiply(BigInteger.valueOf(ramanujanSum)));
        }
        return new AlgebraicNumber(
                this, sum.coordinates(cosines), number.denominator().multiply(totient));
    }

    /** Returns the field as a text. */
    @Override
    public String toString() {
        return "Q(2*" + basisName(1) + ")";
    }
}
