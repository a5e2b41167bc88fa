package io.intertwine.weights;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the fields of one Protocol Buffers message; large parts are not copied. */
final class WireWriter {
    private ByteString bytes = ByteString.EMPTY;

    /** A field with a number. */
    WireWriter number(int field, long value) {
        return add(out -> out.writeInt64(field, value));
    }

    /** A field with a binary32 number. */
    WireWriter real(int field, float value) {
        return add(out -> out.writeFloat(field, value));
    }

    /** A field with a text. */
    WireWriter text(int field, String value) {
        return add(out -> out.writeString(field, value));
    }

    /** A field with bytes. */
    WireWriter bytes(int field, ByteString value) {
        add(out -> {
            out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(value.size());
        });
        bytes = bytes.concat(value);
        return this;
    }

    /** A field with a message. */
    WireWriter message(int field, WireWriter value) {
        return bytes(field, value.bytes);
    }

    /** What was written. */
    ByteString bytes() {
        return bytes;
    }

    /** Something that writes fields. */
    @FunctionalInterface
    private interface Part {
        void write(CodedOutputStream out) throws IOException;
    }

    private WireWriter add(Part part) {
        ByteString.Output output = ByteString.newOutput();
        CodedOutputStream out = CodedOutputStream.newInstance(output);
        try {
            part.write(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can always be written to", impossible);
        }
        bytes = bytes.concat(output.toByteString());
        return this;
    }
}
