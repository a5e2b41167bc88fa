package io.intertwine.cli;

import io.intertwine.io.FormatException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that grows row by row: each row is on disk before the next one begins. An unfinished table is continued; a last line that was
 * not written to its end is removed.
 */
final class TableFile implements Closeable {
    private static final long LARGEST = 1L << 30;
    private static final String HEADER = DimensionRow.line(DimensionRow.COLUMNS);

    private final String name;
    private final FileChannel channel;
    private final List<DimensionRow> rows = new ArrayList<>();
    private boolean repaired;

    private TableFile(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /** Opens a table, and begins it where there is none. Refuses one of other columns or settings, and one that is being written. */
    static TableFile open(Path path, DimensionRow.Settings settings) throws FormatException {
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            TableFile table = new TableFile(path.toString(), channel);
            try {
                table.begin(settings);
                return table;
            } catch (FormatException | IOException unusable) {
                channel.close();
                throw unusable;
            }
        } catch (IOException failure) {
            throw failure(path.toString(), failure);
        }
    }

    private static FormatException failure(String name, IOException failure) {
        return new FormatException(
                name,
                "cannot be read or written: "
                        + (failure instanceof AccessDeniedException ? "permission denied" : failure.getMessage()),
                failure);
    }

    private void begin(DimensionRow.Settings settings) throws FormatException, IOException {
        if (lock() == null) {
            throw new FormatException(name, "another process is writing this table");
        }
        String text = read();
        int end = text.lastIndexOf('\n') + 1;
        String rest = text.substring(end);
        if (end == 0 && !HEADER.startsWith(rest)) {
            throw new FormatException(name, "expected a table that begins with the line " + HEADER + ", or a new file");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            read(i, lines.get(i), settings);
        }
        repaired = !rest.isEmpty();
        channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        if (end == 0) {
            write(HEADER);
        }
    }

    private @Nullable FileLock lock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException taken) {
            return null;
        }
    }

    private String read() throws FormatException, IOException {
        if (channel.size() > LARGEST) {
            throw new FormatException(
                    name, "expected a table of at most " + LARGEST + " bytes, found " + channel.size());
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // a read may stop early
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private void read(int index, String line, DimensionRow.Settings settings) throws FormatException {
        String place = name + ", line " + (index + 1);
        if (index == 0) {
            if (!line.equals(HEADER)) {
                throw new FormatException(
                        place, "expected the columns " + HEADER + ", found " + line + "; give another file");
            }
            return;
        }
        List<String> fields = DimensionRow.split(line);
        if (fields.size() != DimensionRow.COLUMNS.size()) {
            throw new FormatException(
                    place,
                    "expected " + DimensionRow.COLUMNS.size() + " entries, found " + fields.size()
                            + "; remove the line, and its row is computed again");
        }
        DimensionRow row = new DimensionRow(fields);
        String difference = settings.difference(row);
        if (!difference.isEmpty()) {
            throw new FormatException(place, difference + "; give another file for a table with other settings");
        }
        rows.add(row);
    }

    /** The rows that there are. */
    List<DimensionRow> rows() {
        return List.copyOf(rows);
    }

    /** Whether a line that was not complete was removed. */
    boolean isRepaired() {
        return repaired;
    }

    /** Adds a row, and waits until it is on disk. */
    void add(DimensionRow row) throws FormatException {
        try {
            write(DimensionRow.line(row.fields()));
        } catch (IOException failure) {
            throw failure(name, failure);
        }
        rows.add(row);
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
