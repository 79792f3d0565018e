package io.sampan.outside.wire;

import java.io.InputStream;

/** A body without an end; who reads more of it than is patient fails. */
public final class Flood extends InputStream {
    private final long patience;
    private long read;

    /** @param patience bytes */
    public Flood(long patience) {
        this.patience = patience;
    }

    @Override
    public int read() {
        if (++read > patience) {
            throw new AssertionError("Read on after " + patience + " bytes");
        }
        return ' ';
    }
}
