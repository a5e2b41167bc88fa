package io.intertwine.find;

import io.intertwine.activation.Activation;
import io.intertwine.activation.UnitGroup;
import io.intertwine.activation.UnitGroup.Scales;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Mersenne61;
import io.intertwine.exact.Scalar;
import io.intertwine.rep.AffineMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Keys of units' rows that are equal whenever the unit's group takes one row to the other. A key is a linear fingerprint modulo
 * p = 2^61 - 1 of the row divided by its first nonzero entry (or the divided row itself, where it is irrational or p divides a
 * denominator), so that it depends on the divided row only; cost linear in the number of weights. Equal keys of rows
 * that are not related are possible but rare, and every pairing is compared exactly afterwards.
 */
final class RowKeys {
    private static final long FINGERPRINT_STREAM = 0x1f83d9abfb41bd6bL;
    private static final BigInteger BIG_PRIME = BigInteger.valueOf(Mersenne61.PRIME);

    private final long[] multipliers;

    /** For rows with this many weights. */
    RowKeys(int columns) {
        SplittableRandom random = new SplittableRandom(FINGERPRINT_STREAM);
        multipliers = new long[columns + 1];
        for (int j = 0; j <= columns; j++) {
            multipliers[j] = random.nextLong(1, Mersenne61.PRIME);
        }
    }

    /** A normalised fingerprint; the activation keeps units of different kinds apart. */
    private record Fingerprint(Activation activation, int pivot, long value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Fingerprint that
                    && pivot == that.pivot
                    && value == that.value
                    && activation.equals(that.activation);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(value) + pivot;
        }
    }

    /** A normalised row, for numbers that have no residue. */
    private record ExactRow(Activation activation, List<Scalar> row) {}

    /**
     * The keys of all rows [W A | b], where A is the monomial linear part of {@code source}.
     *
     * @param weight W
     * @param source the map before; monomial
     * @param biases the constant terms, one a row
     * @param units the units' activations, one a row
     */
    List<Object> keys(ExactMatrix weight, AffineMap source, List<Scalar> biases, List<Activation> units) {
        boolean residues = weight.isBinary64() || haveResidues(weight);
        residues = residues && source.scales().stream().allMatch(RowKeys::hasResidue);
        int[] from = source.permutation().toArray();
        long[] factors = residues ? factors(source.scales()) : new long[0];
        List<Object> keys = new ArrayList<>(weight.rows());
        for (int i = 0; i < weight.rows(); i++) {
            UnitGroup group = units.get(i).group();
            Scalar constant = reduceModulo(biases.get(i).subtract(group.centre()), group.period());
            Optional<Fingerprint> quick = residues && hasResidue(constant)
                    ? fingerprint(weight, i, from, source.scales(), factors, constant, units.get(i))
                    : Optional.empty();
            keys.add(quick.isPresent() ? quick.get() : slowKey(weight, i, source, constant, units.get(i)));
        }
        return keys;
    }

    private static boolean haveResidues(ExactMatrix matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            if (!matrix.row(i).stream().allMatch(RowKeys::hasResidue)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasResidue(Scalar value) {
        return value.isRational()
                && value.rational().getDenominator().mod(BIG_PRIME).signum() != 0;
    }

    /** The residues of the scales times the column multipliers. */
    private long[] factors(List<Scalar> scales) {
        long[] factors = new long[scales.size()];
        for (int j = 0; j < factors.length; j++) {
            Scalar scale = scales.get(j);
            factors[j] = scale.isOne()
                    ? multipliers[j]
                    : Mersenne61.multiply(multipliers[j], Mersenne61.of(scale.rational()));
        }
        return factors;
    }

    /** The fingerprint of the normalised row, from that of the row; empty where the row's first entry is 0 modulo p. */
    private Optional<Fingerprint> fingerprint(
            ExactMatrix weight,
            int row,
            int[] from,
            List<Scalar> scales,
            long[] factors,
            Scalar constant,
            Activation unit) {
        long sum = 0;
        int pivot = -1;
        for (int j = 0; j < from.length; j++) {
            if (!weight.isZero(row, from[j])) {
                pivot = pivot < 0 ? j : pivot;
                sum = Mersenne61.add(sum, Mersenne61.multiply(weight.residue(row, from[j]), factors[j]));
            }
        }
        long last = Mersenne61.of(constant.rational());
        sum = Mersenne61.add(sum, Mersenne61.multiply(last, multipliers[from.length]));
        Scalar first = pivot < 0 ? constant : weight.get(row, from[pivot]).multiply(scales.get(pivot));
        Scales group = unit.group().scales();
        boolean divides = group == Scales.POSITIVE || group == Scales.NONZERO;
        if (divides && !first.isZero() && Mersenne61.of(first.rational()) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Fingerprint(unit, pivot, normalise(group, sum, first)));
    }

    private static long normalise(Scales scales, long sum, Scalar first) {
        if (scales == Scales.TRIVIAL || first.isZero()) {
            return sum;
        }
        boolean negative = first.signum() < 0;
        if (scales == Scales.SIGNS) {
            return negative ? Mersenne61.negate(sum) : sum;
        }
        long ratio = Mersenne61.multiply(sum, Mersenne61.inverse(Mersenne61.of(first.rational())));
        return negative && scales == Scales.POSITIVE ? Mersenne61.negate(ratio) : ratio;
    }

    /** The key by way of the normalised row: its fingerprint if it has one, else the row itself. */
    private Object slowKey(ExactMatrix weight, int row, AffineMap source, Scalar constant, Activation unit) {
        List<Scalar> entries = normalised(weight, row, source, constant, unit);
        if (!entries.stream().allMatch(RowKeys::hasResidue)) {
            return new ExactRow(unit, entries);
        }
        long sum = 0;
        int pivot = -1;
        for (int j = 0; j < entries.size(); j++) {
            boolean isWeight = j < weight.columns();
            pivot = pivot < 0 && isWeight && !entries.get(j).isZero() ? j : pivot;
            sum = Mersenne61.add(
                    sum, Mersenne61.multiply(Mersenne61.of(entries.get(j).rational()), multipliers[j]));
        }
        return new Fingerprint(unit, pivot, sum);
    }

    /** The row divided by what the unit's group allows of its first entry that is not zero. */
    private static List<Scalar> normalised(
            ExactMatrix weight, int row, AffineMap source, Scalar constant, Activation unit) {
        List<Scalar> entries = new ArrayList<>();
        for (int j = 0; j < weight.columns(); j++) {
            entries.add(weight.get(row, source.permutation().apply(j))
                    .multiply(source.scales().get(j)));
        }
        entries.add(constant);
        Scalar first =
                entries.stream().filter(entry -> !entry.isZero()).findFirst().orElse(Scalar.ONE);
        Scalar factor = switch (unit.group().scales()) {
            case TRIVIAL -> Scalar.ONE;
            case SIGNS -> Scalar.of(first.signum());
            case POSITIVE -> first.abs().reciprocal();
            case NONZERO -> first.reciprocal();
        };
        return entries.stream().map(factor::multiply).toList();
    }

    /** The representative in [0, period) of a number modulo a period; the number itself if the period is 0. */
    private static Scalar reduceModulo(Scalar value, Scalar period) {
        if (period.isZero()) {
            return value;
        }
        Scalar turns = value.divide(period);
        return value.subtract(turns.floor().multiply(period));
    }
}
