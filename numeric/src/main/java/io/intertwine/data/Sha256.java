package io.intertwine.data;

import io.intertwine.io.FormatException;
import io.intertwine.io.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of files (FIPS 180-4), so that a reader can tell which data a number was measured on. */
final class Sha256 {
    private static final int CHUNK = 1 << 16;

    private Sha256() {}

    /** The digest of files one after another, in hexadecimal. */
    static String of(List<Path> files) throws FormatException {
        MessageDigest digest = digest();
        byte[] chunk = new byte[CHUNK];
        for (Path file : files) {
            try (InputStream stream = Files.newInputStream(file)) {
                for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
                    digest.update(chunk, 0, read);
                }
            } catch (IOException unreadable) {
                throw InputFile.unreadable(file, unreadable);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
