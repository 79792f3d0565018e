package io.sampan.simulators.kernel;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A map from id to record that outlives the process: each put appends one JSON line to a file, the last line of an id
 * wins. A line torn by a kill is dropped at the next start; everything written before it stands. Without a folder it
 * lives in memory. All methods are safe for many threads; an update holds the lock while it computes.
 *
 * @param <T> a record that JSON can carry
 */
public final class Book<T> implements AutoCloseable {
    /** The file is rewritten once it has so many lines more than four times its records. */
    static final int SPARE_LINES = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    private final Map<String, T> records = new LinkedHashMap<>();
    private final Class<T> type;
    private final @Nullable Path file;
    private @Nullable OutputStream out;
    private long lines;

    Book(@Nullable Path folder, String name, Class<T> type) {
        this.type = type;
        this.file = folder == null ? null : folder.resolve(name + ".jsonl");
        if (file != null) {
            open(file);
        }
    }

    /** The record of an id. */
    public synchronized Optional<T> get(String id) {
        return Optional.ofNullable(records.get(id));
    }

    /** All records, in the order in which their ids first appeared. */
    public synchronized List<T> values() {
        return new ArrayList<>(records.values());
    }

    /** How many records there are. */
    public synchronized int size() {
        return records.size();
    }

    /** Stores a record, in place of an earlier one of that id. On disk before it returns (safe from kill, not from power). */
    public synchronized void put(String id, T value) {
        append(id, value);
        records.put(id, value);
    }

    /** Stores a record unless the id has one; returns what the id has afterwards. */
    public synchronized T putIfAbsent(String id, T value) {
        T there = records.get(id);
        if (there != null) {
            return there;
        }
        put(id, value);
        return value;
    }

    /** Changes one record under the lock; empty when there is none. An exception in the change leaves it as it was. */
    public synchronized Optional<T> update(String id, UnaryOperator<T> change) {
        T before = records.get(id);
        if (before == null) {
            return Optional.empty();
        }
        T after = change.apply(before);
        if (!after.equals(before)) {
            put(id, after);
        }
        return Optional.of(after);
    }

    /** Forgets a record. */
    public synchronized void remove(String id) {
        if (records.remove(id) != null) {
            append(id, null);
        }
    }

    /** Closes the file; reading still works. */
    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String id, @Nullable T value) {
        if (out == null || file == null) {
            return;
        }
        try {
            out.write(line(id, value));
            lines++;
            if (lines > SPARE_LINES + 4L * records.size()) {
                rewrite(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static byte[] line(String id, @Nullable Object value) {
        var line = Json.object().put("id", id);
        if (value != null) {
            line.set("record", Json.treeOf(value));
        }
        return (Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                load(path);
            }
            rewrite(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + path, e);
        }
    }

    private void load(Path path) throws IOException {
        String all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        int from = 0;
        for (int end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', from)) {
            take(all.substring(from, end), path);
            from = end + 1;
        }
        if (from < all.length()) {
            LOG.warn("Dropped a torn last line of {}", path.getFileName());
        }
    }

    private void take(String line, Path path) {
        try {
            JsonNode node = Json.tree(line);
            String id = node.get("id").asString();
            JsonNode value = node.get("record");
            if (value == null) {
                records.remove(id);
            } else {
                records.put(id, Json.read(value.toString(), type));
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("A line of " + path + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private void rewrite(Path path) throws IOException {
        if (out != null) {
            out.close();
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (OutputStream copy = new java.io.BufferedOutputStream(new FileOutputStream(fresh.toFile()))) {
            for (var entry : records.entrySet()) {
                copy.write(line(entry.getKey(), entry.getValue()));
            }
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines = records.size();
        out = new FileOutputStream(path.toFile(), true);
    }
}
