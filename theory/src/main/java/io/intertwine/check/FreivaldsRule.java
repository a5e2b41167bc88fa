package io.intertwine.check;

import io.intertwine.certificate.Digest;
import io.intertwine.certificate.DimensionEvidence;
import io.intertwine.exact.ModularMatrix;
import io.intertwine.exact.PrimeField;
import io.intertwine.net.Architecture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A minor at a generic point modulo a prime is not zero, because it is the determinant of L U, where U has no zero on its diagonal. That
 * the minor is L U is tested by random vectors x: if A is not L U, then A x = L (U x) for at most one in p vectors (R. Freivalds, Fast
 * probabilistic algorithms, MFCS 1979). The vectors come from the SHA-256 of the evidence, so that they are random for whoever did not choose
 * the evidence by them; the rows of A are computed again, line by line, and never kept.
 */
final class FreivaldsRule {
    /** The error stays below 2^-80; 8 bits more make up for the residues not being quite uniform. */
    static final int ERROR_BITS = 80;

    private static final int SPARE_BITS = 8;

    private final PrimeField field;
    private final ModularMatrix factors;
    private final int size;

    private FreivaldsRule(DimensionEvidence.Factored evidence) {
        field = new PrimeField(evidence.factors().prime());
        factors = evidence.factors();
        size = factors.rows();
    }

    /** The number of bits of the bound of the error. */
    static int apply(Architecture architecture, DimensionEvidence.Factored evidence) throws Rejection {
        Rejection.unless(
                evidence.factors().prime() == evidence.minor().sampling().prime(),
                "the factorisation is modulo another prime");
        FreivaldsRule rule = new FreivaldsRule(evidence);
        rule.requireFactors(evidence.minor().rows().size());
        int bits = 63 - Long.numberOfLeadingZeros(rule.field.prime());
        int rounds = (ERROR_BITS + SPARE_BITS + bits - 1) / bits;
        long[][] vectors = rule.vectors(seed(architecture, evidence), rounds);
        long[][] products = new long[rounds][rule.size];
        GenericMinorRule.forEachRow(architecture, evidence.minor(), (index, row) -> {
            for (int round = 0; round < rounds; round++) {
                products[round][index] = rule.dot(row, vectors[round]);
            }
        });
        for (int round = 0; round < rounds; round++) {
            Rejection.unless(
                    rule.isProduct(vectors[round], products[round]),
                    "the recorded factors are no factorisation of the minor");
        }
        return ERROR_BITS;
    }

    private void requireFactors(int expected) throws Rejection {
        Rejection.unless(
                size == expected && factors.columns() == expected,
                "expected factors of size " + expected + ", found " + size + " x " + factors.columns());
        for (int residue : factors.data()) {
            Rejection.unless(0 <= residue && residue < field.prime(), "an entry is no residue");
        }
        for (int i = 0; i < size; i++) {
            Rejection.unless(factors.get(i, i) != 0, "the diagonal of U has a zero at " + i);
        }
    }

    private static byte[] seed(Architecture architecture, DimensionEvidence.Factored evidence) {
        MessageDigest hash = Digest.sha256();
        hash.update((architecture + " " + evidence.minor()).getBytes(StandardCharsets.UTF_8));
        ByteBuffer entry = ByteBuffer.allocate(Integer.BYTES);
        for (int residue : evidence.factors().data()) {
            hash.update(entry.putInt(0, residue).array());
        }
        return hash.digest();
    }

    /** Residues of the numbers in SHA-256(seed, 0), SHA-256(seed, 1), ... */
    private long[][] vectors(byte[] seed, int rounds) {
        long[][] vectors = new long[rounds][size];
        for (int i = 0; i < rounds * size; i++) {
            MessageDigest hash = Digest.sha256();
            hash.update(seed);
            byte[] number =
                    hash.digest(ByteBuffer.allocate(Integer.BYTES).putInt(i).array());
            vectors[i / size][i % size] = Math.floorMod(ByteBuffer.wrap(number).getLong(), field.prime());
        }
        return vectors;
    }

    private long dot(long[] row, long[] vector) {
        long sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum = field.add(sum, field.multiply(row[i], vector[i]));
        }
        return sum;
    }

    private boolean isProduct(long[] vector, long[] product) {
        long[] upper = new long[size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                upper[i] = field.add(upper[i], field.multiply(factors.get(i, j), vector[j]));
            }
        }
        for (int i = 0; i < size; i++) {
            long sum = upper[i];
            for (int j = 0; j < i; j++) {
                sum = field.add(sum, field.multiply(factors.get(i, j), upper[j]));
            }
            if (sum != product[i]) {
                return false;
            }
        }
        return true;
    }
}
