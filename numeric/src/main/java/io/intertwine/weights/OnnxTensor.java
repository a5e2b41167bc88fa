package io.intertwine.weights;

import com.google.protobuf.ByteString;
import io.intertwine.io.ExactTensor;
import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * A tensor as an ONNX file describes it (TensorProto); its numbers are read when they are asked for.
 *
 * @param name its name; may be empty
 * @param type the number of its type (TensorProto.DataType)
 * @param shape the sizes of its axes, which nobody has checked
 * @param source where its numbers are
 */
record OnnxTensor(String name, long type, List<Long> shape, Source source) {
    OnnxTensor {
        shape = List.copyOf(shape);
    }

    /** Where numbers are; they stand one after another, the lowest byte first. */
    sealed interface Source {
        /** In a part of a file. */
        record InFile(Path file, long begin, long length) implements Source {}

        /** In memory. */
        record InMemory(ByteString bytes) implements Source {}
    }

    /** The numbers. */
    OnnxConstant read(Path model) throws FormatException {
        String place = model + ", tensor " + FormatException.quote(name);
        ElementType known = ElementType.require(type, place);
        for (long size : shape) {
            if (size < 0) {
                throw new FormatException(place, "expected sizes that are at least 0, found the shape " + shape);
            }
        }
        requireLength(known, place);
        try {
            if (source instanceof Source.InFile part) {
                try (FileChannel channel = FileChannel.open(part.file)) {
                    channel.position(part.begin);
                    return constant(channel, known, place);
                }
            }
            return constant(Channels.newChannel(((Source.InMemory) source).bytes.newInput()), known, place);
        } catch (IOException unreadable) {
            throw InputFile.unreadable(model, unreadable);
        }
    }

    private OnnxConstant constant(ReadableByteChannel channel, ElementType known, String place)
            throws FormatException, IOException {
        ExactTensor tensor = ExactTensor.read(channel, known.safetensors(), shape, place);
        return new OnnxConstant(tensor.shape(), tensor.row(), known.isFloat());
    }

    private void requireLength(ElementType known, String place) throws FormatException {
        long expected = known.bytes();
        for (long size : shape) {
            expected = size != 0 && expected > Long.MAX_VALUE / size ? Long.MAX_VALUE : expected * size;
        }
        long found = source instanceof Source.InFile part ? part.length : ((Source.InMemory) source).bytes.size();
        if (expected != found) {
            throw new FormatException(
                    place,
                    "a tensor of type " + known + " and shape " + shape + " takes " + expected + " bytes, found "
                            + found);
        }
    }
}
