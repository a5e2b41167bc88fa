package io.intertwine.io;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name only when it is complete: it is written under another name in the same folder and moved by
 * {@link #commit}; without that, closing it removes what was written.
 */
public final class OutputFile implements Closeable {
    private static final int ATTEMPTS = 1_000;
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final OutputStream stream;
    private final Writer writer;
    private boolean open = true;

    private OutputFile(Path target, Path temporary, OutputStream stream) {
        this.target = target;
        this.temporary = temporary;
        this.stream = stream;
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    }

    /** Starts a file. Refuses a target that is a folder or a device, or lies in no folder. */
    public static OutputFile create(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("cannot write " + file + ": it is no regular file");
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("cannot write " + file + ": there is no folder " + folder);
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            Path temporary = folder.resolve("." + target.getFileName() + "." + i + ".tmp");
            try {
                return new OutputFile(
                        target,
                        temporary,
                        Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            } catch (FileAlreadyExistsException taken) {
                // another name is tried
            } catch (AccessDeniedException denied) {
                throw new IOException("cannot write " + file + ": permission denied", denied);
            }
        }
        throw new IOException("cannot write " + file + ": there are " + ATTEMPTS + " unfinished files beside it");
    }

    /** Where text goes, in UTF-8. */
    public Writer writer() {
        return writer;
    }

    /** Where bytes go; not to be mixed with text. */
    public OutputStream stream() {
        return stream;
    }

    /** Completes the file and puts it in place of one that has its name. */
    public void commit() throws IOException {
        writer.close();
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
        open = false;
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            try {
                writer.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
