package io.intertwine.weights;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.intertwine.io.FormatException;
import io.intertwine.io.MemoryBudget;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Reads the fields of Protocol Buffers messages one after another (protobuf.dev/programming-guides/encoding). Stricter than generated
 * classes: a field of the wrong wire type, and a message that does not end where its length says, are refused. Large fields are passed
 * over, and their place is told.
 */
final class WireReader {
    private static final int LONGEST_TEXT = 1 << 20;
    /** The bytes in memory, among them those of the exact numbers that they become, for each byte of the file. */
    private static final int COPIES = 8;

    private final CodedInputStream in;
    private final String place;
    private String message;
    private long end;
    private int field;
    private int type;

    /** What a message does with its fields. */
    @FunctionalInterface
    interface Fields {
        /** Reads a field, or returns false to pass it over. */
        boolean read(int number) throws IOException, FormatException;
    }

    private WireReader(InputStream stream, long size, String place, String message) {
        this.in = CodedInputStream.newInstance(stream);
        this.place = place;
        this.message = message;
        this.end = size;
    }

    /** A message that fills a stream of so many bytes. */
    static WireReader of(InputStream stream, long size, String place, String message) {
        return new WireReader(stream, size, place, message);
    }

    /** Reads the fields up to the end of the message. */
    void fields(Fields fields) throws IOException, FormatException {
        try {
            while (position() < end) {
                int tag = in.readTag();
                field = WireFormat.getTagFieldNumber(tag);
                type = WireFormat.getTagWireType(tag);
                if (!fields.read(field)) {
                    pass();
                }
                if (position() > end) {
                    throw refuse("expected its last field to end at byte " + end + ", found byte " + position());
                }
            }
        } catch (InvalidProtocolBufferException damaged) {
            throw new FormatException(
                    place,
                    "no ONNX model, or a damaged or truncated one, at byte " + position() + " (" + message + ")",
                    damaged);
        }
    }

    /** Reads the fields of a message in the present field. */
    void message(String name, Fields fields) throws IOException, FormatException {
        long length = length();
        long outer = end;
        String around = message;
        end = position() + length;
        message = name;
        fields(fields);
        end = outer;
        message = around;
    }

    /** An integer: int32, int64, uint64, bool or an enumeration. */
    long integer() throws IOException, FormatException {
        require(WireFormat.WIRETYPE_VARINT);
        return in.readRawVarint64();
    }

    /** Integers, one in each field or packed. */
    void integers(LongConsumer consumer) throws IOException, FormatException {
        if (type != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            consumer.accept(integer());
            return;
        }
        long length = length();
        MemoryBudget.require(2L * COPIES * length, place);
        long last = position() + length;
        while (position() < last) {
            consumer.accept(in.readRawVarint64());
        }
        if (position() != last) {
            throw refuse("expected packed integers that end at byte " + last + ", found byte " + position());
        }
    }

    /** Numbers of fixed size, one in each field or packed, as their bytes, the lowest first. */
    ByteString fixed(int size) throws IOException, FormatException {
        if (type == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            return bytes();
        }
        require(size == Integer.BYTES ? WireFormat.WIRETYPE_FIXED32 : WireFormat.WIRETYPE_FIXED64);
        return ByteString.copyFrom(in.readRawBytes(size));
    }

    /** A text in UTF-8. */
    String text() throws IOException, FormatException {
        long length = length();
        if (length > LONGEST_TEXT) {
            throw refuse("expected a text of at most " + LONGEST_TEXT + " bytes, found " + length);
        }
        ByteString bytes = ByteString.copyFrom(in.readRawBytes((int) length));
        if (!bytes.isValidUtf8()) {
            throw refuse("expected a text in UTF-8, found other bytes");
        }
        return bytes.toStringUtf8();
    }

    private ByteString bytes() throws IOException, FormatException {
        int length = Math.toIntExact(length());
        MemoryBudget.require((long) COPIES * length, place);
        return ByteString.copyFrom(in.readRawBytes(length));
    }

    /** Passes over the bytes of a field, and says where they are. */
    Span span() throws IOException, FormatException {
        int length = Math.toIntExact(length());
        Span span = new Span(position(), length);
        in.skipRawBytes(length);
        return span;
    }

    /** A part of the file. */
    record Span(long begin, long length) {}

    /** The length of the present field's bytes, all of which must lie in the message. */
    private long length() throws IOException, FormatException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        long length = in.readRawVarint64();
        if (length < 0 || length > end - position()) {
            throw refuse(
                    "expected at most " + Math.max(0, end - position()) + " bytes, as many as are left in it, found "
                            + Long.toUnsignedString(length) + "; is the file complete?");
        }
        return length;
    }

    private void pass() throws IOException, FormatException {
        switch (type) {
            case WireFormat.WIRETYPE_VARINT -> in.readRawVarint64();
            case WireFormat.WIRETYPE_FIXED32 -> in.skipRawBytes(Integer.BYTES);
            case WireFormat.WIRETYPE_FIXED64 -> in.skipRawBytes(Long.BYTES);
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.skipRawBytes(Math.toIntExact(length()));
            default -> throw refuse("expected a field, found wire type " + type + "; is it an ONNX model?");
        }
    }

    private void require(int expected) throws FormatException {
        if (type != expected) {
            throw refuse("expected wire type " + expected + ", found " + type + "; is it an ONNX model?");
        }
    }

    /** A refusal of the present field. */
    FormatException refuse(String problem) {
        return new FormatException(
                place, "field " + field + " of " + message + ", byte " + position() + ": " + problem);
    }

    private long position() {
        return in.getTotalBytesRead();
    }
}
