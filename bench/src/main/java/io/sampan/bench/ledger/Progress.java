package io.sampan.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far a thread came, kept in a file that outlives its process.
 *
 * @param next number of its next deed
 * @param wrong answers that contradicted others so far
 */
record Progress(long next, long wrong) {
    static Progress read(Path folder, int thread) throws IOException {
        var file = file(folder, thread);
        if (!Files.exists(file)) {
            return new Progress(0, 0);
        }
        var words = Files.readString(file).strip().split(" ");
        return new Progress(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    Progress after(long reached, long more) {
        return new Progress(reached, wrong + more);
    }

    /** A process that is killed while it writes leaves the old file. */
    void write(Path folder, int thread) throws IOException {
        var fresh = folder.resolve("progress-" + thread + ".new");
        Files.writeString(fresh, next + " " + wrong);
        Files.move(fresh, file(folder, thread), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(Path folder, int thread) {
        return folder.resolve("progress-" + thread);
    }
}
