package io.intertwine.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A small raster picture with transparency, written as PNG (ISO/IEC 15948) into a data URI. */
final class Picture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BYTES_PER_PIXEL = 4;

    private final int width;
    private final int height;
    private final byte[] pixels;

    /** A transparent picture. */
    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new byte[width * height * BYTES_PER_PIXEL];
    }

    /** The number of columns. */
    int width() {
        return width;
    }

    /** Paints one pixel, from a colour 0xAARRGGBB. */
    void set(int x, int y, int colour) {
        int at = (y * width + x) * BYTES_PER_PIXEL;
        pixels[at] = (byte) (colour >> 16);
        pixels[at + 1] = (byte) (colour >> 8);
        pixels[at + 2] = (byte) colour;
        pixels[at + 3] = (byte) (colour >>> 24);
    }

    /** Paints a rectangle. */
    void fill(int left, int top, int across, int down, int colour) {
        for (int y = top; y < top + down; y++) {
            for (int x = left; x < left + across; x++) {
                set(x, y, colour);
            }
        }
    }

    /** The image element; {@code alternative} says what is to be seen. */
    Markup image(String alternative, String style) {
        return new Markup()
                .empty(
                        "img",
                        "class",
                        style,
                        "alt",
                        alternative,
                        "width",
                        String.valueOf(width),
                        "height",
                        String.valueOf(height),
                        "src",
                        dataUri());
    }

    /** The picture as a data URI. */
    String dataUri() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }

    private byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", deflated());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private byte[] deflated() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        int stride = width * BYTES_PER_PIXEL;
        byte[] rows = new byte[height * (stride + 1)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * stride, rows, y * (stride + 1) + 1, stride);
        }
        deflater.setInput(rows);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
