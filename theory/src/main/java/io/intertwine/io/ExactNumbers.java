package io.intertwine.io;

import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A growing list of exact numbers that takes 8 bytes a number as long as every number is a binary64 number, which most weights are.
 */
final class ExactNumbers {
    private long[] bits;
    private final List<Scalar> others = new ArrayList<>();
    private boolean binary64 = true;
    private int size;

    /** An empty list with room for some numbers. */
    ExactNumbers(int capacity) {
        bits = new long[capacity];
    }

    int size() {
        return size;
    }

    /** Whether every number is a binary64 number, so that {@link #bits} may be asked. */
    boolean isBinary64() {
        return binary64;
    }

    void add(Scalar number) {
        if (binary64) {
            OptionalLong exact = BinaryFloat.bitsOf(number);
            if (exact.isPresent()) {
                addBits(exact.getAsLong());
                return;
            }
        }
        expand();
        others.add(number);
        size++;
    }

    /** Adds the binary64 number with these bits; they must be finite. */
    void addBits(long exact) {
        if (!binary64) {
            others.add(Scalar.ofBinary64(exact));
            size++;
            return;
        }
        if (size == bits.length) {
            bits = Arrays.copyOf(bits, Math.max(16, size + (size >> 1)));
        }
        bits[size++] = exact;
    }

    void addAll(ExactNumbers numbers) {
        for (int i = 0; i < numbers.size; i++) {
            if (numbers.binary64) {
                addBits(numbers.bits[i]);
            } else {
                add(numbers.others.get(i));
            }
        }
    }

    private void expand() {
        if (binary64) {
            for (int i = 0; i < size; i++) {
                others.add(Scalar.ofBinary64(bits[i]));
            }
            bits = new long[0];
            binary64 = false;
        }
    }

    /** The bits of the number with this index. */
    long bits(int index) {
        return bits[index];
    }

    Scalar get(int index) {
        return binary64 ? Scalar.ofBinary64(bits[index]) : others.get(index);
    }

    List<Scalar> toList() {
        List<Scalar> result = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            result.add(get(i));
        }
        return result;
    }

    /** The rows x columns matrix of these numbers, row by row; its transpose where they stand column by column. */
    ExactMatrix matrix(int rows, int columns, boolean columnMajor) {
        if (!binary64) {
            return columnMajor
                    ? ExactMatrix.build(rows, columns, (i, j) -> others.get(j * rows + i))
                    : ExactMatrix.of(rows, columns, others);
        }
        if (!columnMajor) {
            return ExactMatrix.ofBinary64(rows, columns, size == bits.length ? bits : Arrays.copyOf(bits, size));
        }
        long[] entries = new long[size];
        for (int k = 0; k < size; k++) {
            entries[k] = bits[k % columns * rows + k / columns];
        }
        return ExactMatrix.ofBinary64(rows, columns, entries);
    }
}
