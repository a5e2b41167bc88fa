package io.intertwine.certificate;

import io.intertwine.exact.Binary64;
import io.intertwine.exact.ExactMatrix;
import io.intertwine.exact.Scalar;
import io.intertwine.group.GroupDescription;
import io.intertwine.group.Word;
import io.intertwine.net.Architecture;
import io.intertwine.net.Layer;
import io.intertwine.net.LayerShape;
import io.intertwine.net.Network;
import io.intertwine.rep.AffineMap;
import io.intertwine.rep.LinearRepresentation;
import io.intertwine.rep.Representation;
import io.intertwine.rep.Symmetry;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/**
 * SHA-256 of the canonical exact values of a network, an architecture, or a symmetry: the same network has the same digest in every file format.
 *
 * <p>The bytes that are hashed: every list is preceded by its length; a rational m 2^e with m odd and |m| < 2^53 is the byte 1, m in
 * 8 bytes and e in 4 (zero is 0 and 0); every other number is the byte 2, its conductor, and its reduced numerators and denominators.
 */
public final class Digest {
    private static final String VERSION = "intertwine-digest/1";

    private final MessageDigest hash;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    private Digest(String kind) {
        hash = sha256();
        text(VERSION);
        text(kind);
    }

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The digest of a network, {@code sha256:} and 64 hexadecimal digits. */
    public static String of(Network network) {
        Digest digest = new Digest("network");
        digest.integer(network.layers().size());
        network.layers().forEach(digest::layer);
        return digest.finish();
    }

    /** The digest of an architecture. */
    public static String of(Architecture architecture) {
        Digest digest = new Digest("architecture");
        digest.integer(architecture.layers().size());
        for (LayerShape layer : architecture.layers()) {
            if (layer instanceof LayerShape.Dense dense) {
                digest.text("dense");
                digest.integer(dense.inputs());
                digest.integer(dense.outputs());
                digest.integer(dense.bias() ? 1 : 0);
            } else {
                digest.layer((Layer) layer);
            }
        }
        return digest.finish();
    }

    /** The digest of a symmetry. */
    public static String of(Symmetry symmetry) {
        Digest digest = new Digest("symmetry");
        digest.group(symmetry.group());
        digest.representation(symmetry.input());
        digest.representation(symmetry.output());
        return digest.finish();
    }

    /**
     * The digest of a representation: of what acts, and of the matrices of the generators, whatever they are built from and in whichever
     * order the generators are listed. Where the matrices may have more than {@value RepresentationDigest#MOST_ENTRIES} entries that are
     * not zero, it is of what they are built from.
     */
    public static String of(LinearRepresentation representation) {
        Digest digest = new Digest("representation");
        new RepresentationDigest(digest).add(representation);
        return digest.finish();
    }

    private void layer(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            text("dense");
            matrix(dense.weight());
            vector(dense.biases());
        } else if (layer instanceof Layer.Entrywise entrywise) {
            text("activation");
            integer(entrywise.units().size());
            entrywise.units().forEach(unit -> text(unit.name()));
        } else {
            text("softmax");
            integer(layer.inputs());
        }
    }

    private void group(GroupDescription group) {
        text(group instanceof GroupDescription.Presentation ? "presented" : "generated");
        integer(group.generators().size());
        group.generators().forEach(this::text);
        integer(group.relators().size());
        for (Word relator : group.relators()) {
            text(relator.format(group.generators()));
        }
    }

    private void representation(Representation representation) {
        integer(representation.dimension());
        representation.images().forEach(this::map);
    }

    void map(AffineMap map) {
        if (map.isMonomial()) {
            text("monomial");
            for (int image : map.permutation().toArray()) {
                integer(image);
            }
            vector(map.scales());
        } else {
            text("matrix");
            matrix(map.matrix());
        }
        vector(map.shift());
    }

    private void matrix(ExactMatrix matrix) {
        integer(matrix.rows());
        integer(matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (matrix.isBinary64()) {
                    dyadic(matrix.bits(i, j));
                } else {
                    number(matrix.get(i, j));
                }
            }
        }
    }

    private void vector(List<Scalar> numbers) {
        integer(numbers.size());
        numbers.forEach(this::number);
    }

    void number(Scalar number) {
        if (number.isBinary64()) {
            dyadic(number.toBinary64Bits());
            return;
        }
        room(1).put((byte) 2);
        big(number.conductor());
        integer(number.coefficients().size());
        for (BigFraction coefficient : number.coefficients()) {
            big(coefficient.getNumerator());
            big(coefficient.getDenominator());
        }
    }

    private void dyadic(long bits) {
        long mantissa = Binary64.mantissa(bits);
        int twos = mantissa == 0 ? 0 : Long.numberOfTrailingZeros(mantissa);
        room(13).put((byte) 1).putLong(mantissa >> twos).putInt(mantissa == 0 ? 0 : Binary64.exponent(bits) + twos);
    }

    private void big(BigInteger number) {
        bytes(number.toByteArray());
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) {
        integer(bytes.length);
        flush();
        hash.update(bytes);
    }

    void integer(int value) {
        room(4).putInt(value);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        hash.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private String finish() {
        flush();
        return "sha256:" + HexFormat.of().formatHex(hash.digest());
    }
}
