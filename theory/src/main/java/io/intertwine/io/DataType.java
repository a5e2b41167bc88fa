package io.intertwine.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of numbers in tensor files that are read exactly. */
enum DataType {
    F16(2),
    BF16(2),
    F32(4),
    F64(8),
    I8(1),
    I16(2),
    I32(4),
    I64(8),
    U8(1),
    U16(2),
    U32(4),
    U64(8);

    private final int bytes;

    DataType(int bytes) {
        this.bytes = bytes;
    }

    /** The bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** The type with this name in the safetensors format, if its numbers can be read. */
    static Optional<DataType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The names of all types. */
    static List<String> names() {
        return Arrays.stream(values()).map(DataType::name).toList();
    }

    /** Whether the numbers are floats, which may be infinite or no numbers. */
    boolean isFloat() {
        return compareTo(F64) <= 0;
    }

    /** The binary64 bits of a float of this type with these bits; infinities and NaN stay what they are. */
    long widen(long raw) {
        return format().widen(raw);
    }

    /** The format of a float type. */
    BinaryFloat format() {
        return switch (this) {
            case F16 -> BinaryFloat.BINARY16;
            case BF16 -> BinaryFloat.BFLOAT16;
            case F32 -> BinaryFloat.BINARY32;
            case F64 -> BinaryFloat.BINARY64;
            case I8, I16, I32, I64, U8, U16, U32, U64 -> throw new IllegalStateException(this + " is no float");
        };
    }

    /** The integer that an integer of this type with these bits is; of U64 the bits themselves. */
    long integer(long raw) {
        int unused = Long.SIZE - Byte.SIZE * bytes;
        return compareTo(U8) >= 0 ? raw : raw << unused >> unused;
    }
}
