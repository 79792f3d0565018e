package io.sampan.bench.people;

import java.net.URI;

/** The shop answered with an error page. */
public class Refused extends RuntimeException {
    private final int status;

    Refused(int status, URI address, String words) {
        super(status + " at " + address + ": " + words.substring(0, Math.min(300, words.length())));
        this.status = status;
    }

    public int status() {
        return status;
    }
}
