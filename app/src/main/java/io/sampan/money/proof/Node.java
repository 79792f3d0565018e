package io.sampan.money.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A place in the tree: what it comes to, and a hash that fixes it and all below it. The browser computes the same (proof.js).
 *
 * @param hash SHA-256, in hexadecimal digits
 * @param sum in minor units; never below zero
 */
record Node(String hash, long sum) {
    /**
     * One shopper's.
     *
     * @param account as {@link io.sampan.money.ledger.AccountRef} writes it
     * @param nonce known to that shopper alone
     */
    static Node leaf(String account, String nonce, String currency, long sum) {
        if (sum < 0) {
            throw new IllegalArgumentException("Nobody is owed less than nothing");
        }
        return new Node(hash(String.join("|", "leaf", account, nonce, currency, Long.toString(sum))), sum);
    }

    /** The one above two: it names both hashes and both sums, so that neither can be made smaller unseen. */
    static Node above(Node left, Node right) {
        var text = String.join("|", "node", left.hash, Long.toString(left.sum), right.hash, Long.toString(right.sum));
        return new Node(hash(text), Math.addExact(left.sum, right.sum));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
