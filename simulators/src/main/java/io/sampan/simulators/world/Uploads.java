package io.sampan.simulators.world;

import io.sampan.simulators.kernel.Book;
import java.util.Base64;
import java.util.Optional;

/** Pictures that were sent to a platform, of which it gives out ids. */
public final class Uploads {
    /** Largest picture in bytes. Source: docs/sources/taobaoglobal.md "Pictures". */
    public static final int MOST_BYTES = 3 * 1024 * 1024;

    private static final long FIRST = 1_500_000_000L;

    private final Book<Upload> book;

    /** @param colour of its middle, see {@link Alike#colour} */
    public record Upload(String id, int colour) {}

    public Uploads(Book<Upload> book) {
        this.book = book;
    }

    /** Keeps a picture; empty for what is none, or is too large. */
    public synchronized Optional<Upload> take(String base64) {
        return decoded(base64)
                .filter(file -> file.length <= MOST_BYTES)
                .flatMap(Alike::colour)
                .map(colour -> {
                    var upload = new Upload(Long.toString(FIRST + book.size()), colour);
                    book.put(upload.id(), upload);
                    return upload;
                });
    }

    public Optional<Upload> find(String id) {
        return book.get(id);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
