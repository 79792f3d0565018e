package io.sampan.money.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of rows that come one after the other: each with its length before it, so that no two series of rows look alike. */
final class Fingerprint {
    private final MessageDigest digest;
    private long rows;

    /** @param before the fingerprint that this one follows; empty for the first */
    Fingerprint(String before) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        update(before);
    }

    void add(String row) {
        update(row);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** In hexadecimal digits; nothing can be added afterwards. */
    String end() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void update(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
