package io.intertwine.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * The homomorphisms of rings from a field to the residues modulo primes below 2^31, for the rationals and for real quadratic fields
 * Q(sqrt(d)) at primes modulo which d is a square: there are one or two, and together they determine the residues of a number's
 * coordinates.
 */
final class ResidueMaps {
    private static final BigInteger FOUR = BigInteger.valueOf(4);

    private final List<Scalar> numbers;
    /** sqrt(d), or 1 for the rationals. */
    private final Scalar surd;

    private long candidate = PrimeField.PRIME_LIMIT - 1;

    /** For the field that the numbers generate; {@link #isField} must hold. */
    ResidueMaps(List<Scalar> numbers) {
        this.numbers = List.copyOf(numbers);
        this.surd = numbers.stream()
                .filter(number -> !number.isRational())
                .findFirst()
                .map(ResidueMaps::surd)
                .orElse(Scalar.ONE);
    }

    /** Whether the numbers generate the rationals or a real quadratic field. */
    static boolean isField(List<Scalar> numbers) {
        List<Scalar> irrational =
                numbers.stream().filter(number -> !number.isRational()).toList();
        return irrational.stream().allMatch(number -> number.coefficients().size() == 2)
                && irrational.stream().map(Scalar::conductor).distinct().count() <= 1;
    }

    private static Scalar surd(Scalar number) {
        BigInteger[] quarter = number.conductor().divideAndRemainder(FOUR);
        return Scalar.sqrt(new BigFraction(quarter[1].signum() == 0 ? quarter[0] : number.conductor()));
    }

    /**
     * The homomorphisms at one prime.
     *
     * @param field the residues
     * @param residues for each homomorphism the images of the numbers, in their order
     * @param root the image of sqrt(d) under the first homomorphism; that under the second is its negative
     */
    record AtPrime(PrimeField field, List<long[]> residues, long root) {
        /** The residues of the coordinates of a number with these images. */
        long[] coordinates(long[] images) {
            if (images.length == 1) {
                return images;
            }
            long half = field.inverse(2);
            long sum = field.add(images[0], images[1]);
            long difference = field.subtract(images[0], images[1]);
            return new long[] {
                field.multiply(sum, half), field.multiply(field.multiply(difference, half), field.inverse(root))
            };
        }
    }

    /** The homomorphisms at the next prime that has as many as the degree of the field and divides no denominator. */
    AtPrime next() {
        while (true) {
            long prime = candidate;
            candidate -= 2;
            if (BigInteger.valueOf(prime).isProbablePrime(30)) {
                Optional<AtPrime> maps = at(new PrimeField(prime));
                if (maps.isPresent()) {
                    return maps.get();
                }
            }
        }
    }

    private Optional<AtPrime> at(PrimeField field) {
        try {
            List<long[]> residues = new ArrayList<>();
            residues.add(numbers.stream().mapToLong(field::of).toArray());
            if (!surd.isRational()) {
                residues.add(numbers.stream()
                        .mapToLong(number -> field.of(conjugate(number)))
                        .toArray());
            }
            return Optional.of(new AtPrime(field, residues, field.of(surd)));
        } catch (ArithmeticException noResidue) {
            return Optional.empty();
        }
    }

    private static Scalar conjugate(Scalar number) {
        return number.isRational()
                ? number
                : Scalar.of(number.coefficients().get(0)).multiply(2).subtract(number);
    }

    /** The number whose coordinates have these residues, if they can be told from the modulus. */
    Optional<Scalar> number(BigInteger[] coordinates, BigInteger modulus) {
        Optional<Scalar> first = rational(coordinates[0], modulus);
        if (coordinates.length == 1 || first.isEmpty()) {
            return first;
        }
        return rational(coordinates[1], modulus).map(factor -> first.get().add(factor.multiply(surd)));
    }

    private static Optional<Scalar> rational(BigInteger residue, BigInteger modulus) {
        return RationalReconstruction.of(residue, modulus).map(Scalar::of);
    }
}
