package io.sampan.outside.marketplace.top;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Our reference as OpenMall takes it: behind the app's key and an underscore, 32 characters at most, which are too few for most of our references;
 * of these a hash stands there. The same reference always makes the same one. Source: docs/sources/openmall.md "trade.create".
 */
record OpenMallOutId(String appKey, String reference) {
    private static final int LONGEST = 32;
    private static final int DIGITS = 36;

    @Override
    public String toString() {
        int room = LONGEST - appKey.length() - 1;
        return appKey + "_" + (reference.length() <= room ? reference : hash().substring(0, room));
    }

    /** Small letters and digits, so that nothing depends on case: 23 of them are 118 bits. */
    private String hash() {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
            return "%50s".formatted(new BigInteger(1, bytes).toString(DIGITS)).replace(' ', '0');
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256", missing);
        }
    }
}
