package io.sampan.simulators.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Opens books in one data folder, or in memory when there is none, and closes them together. */
public final class Books implements AutoCloseable {
    private final @Nullable Path folder;
    private final List<Book<?>> open = new CopyOnWriteArrayList<>();

    public Books(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Books that last as long as the process. */
    public static Books inMemory() {
        return new Books(null);
    }

    /** Opens a book; its name is the file's name, so each may be opened once. */
    public <T> Book<T> open(String name, Class<T> type) {
        var book = new Book<>(folder, name, type);
        open.add(book);
        return book;
    }

    @Override
    public void close() {
        open.forEach(Book::close);
    }
}
