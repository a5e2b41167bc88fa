package io.intertwine.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * All rational roots of a polynomial without multiple roots: roots modulo a prime, lifted to a power of it by Newton's method (K. Hensel)
 * until every rational number with a possible numerator and denominator is told apart (R. Loos, Computing rational zeros of integral
 * polynomials by p-adic expansion, SIAM J. Comput. 12, 1983).
 */
public final class RationalRoots {
    private RationalRoots() {}

    /**
     * The rational roots, ascending.
     *
     * @param polynomial of degree at least 1, with rational coefficients and without multiple roots
     */
    public static List<Scalar> of(UnivariatePolynomial polynomial) {
        List<BigInteger> whole = polynomial.primitive().coefficients().stream()
                .map(part -> part.rational().getNumerator())
                .toList();
        // Of a root that is not zero, the numerator divides the lowest and the denominator the highest nonzero
        // coefficient.
        BigInteger lowest = whole.get(0).signum() == 0 ? whole.get(1) : whole.get(0);
        BigInteger size = lowest.abs().max(whole.get(whole.size() - 1).abs());
        List<Scalar> roots = new ArrayList<>();
        long prime = goodPrime(whole);
        for (long residue = 0; residue < prime; residue++) {
            BigInteger modulus = BigInteger.valueOf(prime);
            BigInteger root = BigInteger.valueOf(residue);
            if (value(whole, root).mod(modulus).signum() == 0) {
                while (modulus.compareTo(size.multiply(size).shiftLeft(2)) <= 0) {
                    modulus = modulus.multiply(modulus);
                    BigInteger slope = value(derivative(whole), root).modInverse(modulus);
                    root = root.subtract(value(whole, root).multiply(slope)).mod(modulus);
                }
                RationalReconstruction.of(root, modulus)
                        .map(Scalar::of)
                        .filter(found -> polynomial.at(found).isZero())
                        .ifPresent(roots::add);
            }
        }
        return roots.stream().sorted().toList();
    }

    /** A prime that does not divide the leading coefficient and modulo which the roots are simple. */
    private static long goodPrime(List<BigInteger> whole) {
        BigInteger prime = BigInteger.valueOf(100);
        boolean good = false;
        while (!good) {
            prime = prime.nextProbablePrime();
            good = whole.get(whole.size() - 1).mod(prime).signum() != 0;
            for (long residue = 0; good && residue < prime.longValueExact(); residue++) {
                BigInteger root = BigInteger.valueOf(residue);
                good = value(whole, root).mod(prime).signum() != 0
                        || value(derivative(whole), root).mod(prime).signum() != 0;
            }
        }
        return prime.longValueExact();
    }

    private static List<BigInteger> derivative(List<BigInteger> whole) {
        List<BigInteger> result = new ArrayList<>();
        for (int i = 1; i < whole.size(); i++) {
            result.add(whole.get(i).multiply(BigInteger.valueOf(i)));
        }
        return result;
    }

    private static BigInteger value(List<BigInteger> whole, BigInteger x) {
        BigInteger value = BigInteger.ZERO;
        for (int i = whole.size() - 1; i >= 0; i--) {
            value = value.multiply(x).add(whole.get(i));
        }
        return value;
    }
}
