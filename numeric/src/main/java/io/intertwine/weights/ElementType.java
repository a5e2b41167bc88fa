package io.intertwine.weights;

import io.intertwine.io.FormatException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The types of numbers in ONNX files that are read exactly (TensorProto.DataType). */
enum ElementType {
    FLOAT(1, 4, "F32"),
    UINT8(2, 1, "U8"),
    INT8(3, 1, "I8"),
    UINT16(4, 2, "U16"),
    INT16(5, 2, "I16"),
    INT32(6, 4, "I32"),
    INT64(7, 8, "I64"),
    FLOAT16(10, 2, "F16"),
    DOUBLE(11, 8, "F64"),
    UINT32(12, 4, "U32"),
    UINT64(13, 8, "U64"),
    BFLOAT16(16, 2, "BF16");

    private static final List<ElementType> FLOATS = List.of(FLOAT, FLOAT16, DOUBLE, BFLOAT16);

    private final int number;
    private final int bytes;
    private final String safetensors;

    ElementType(int number, int bytes, String safetensors) {
        this.number = number;
        this.bytes = bytes;
        this.safetensors = safetensors;
    }

    /** The type with this number. */
    static ElementType require(long number, String place) throws FormatException {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow(() -> new FormatException(
                        place,
                        "expected numbers of type "
                                + Arrays.stream(values()).map(ElementType::name).collect(Collectors.joining(", "))
                                + ", found type " + number));
    }

    /** Its number in ONNX files. */
    int number() {
        return number;
    }

    /** The bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** Its name in safetensors files. */
    String safetensors() {
        return safetensors;
    }

    /** Whether the numbers are floats. */
    boolean isFloat() {
        return FLOATS.contains(this);
    }
}
