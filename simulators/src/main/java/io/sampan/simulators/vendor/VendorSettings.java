package io.sampan.simulators.vendor;

import java.time.Duration;

/**
 * The account with the simulated vendor, and what is not known of the real one.
 *
 * @param key        the account's key
 * @param secret     its secret, sent in every address
 * @param credit     calls paid for; each live or cached answer costs one
 * @param perDay     calls a day at most, by the package bought
 * @param cacheLife  how old an answer may be when the client does not mind
 * @param strangers  how often another customer has asked for the same lately, 0 to 1
 * @param codes      error codes
 */
public record VendorSettings(
        String key, String secret, int credit, int perDay, Duration cacheLife, double strangers, Codes codes) {

    /**
     * Error codes. {@code 0000}, {@code 4013} and {@code 4016} are known; the others have been seen in clients' lists, not what they mean.
     */
    public record Codes(
            String login, String credit, String perDay, String tooFast, String notFound, String noSuchApi) {}

    /** The demo account. */
    public static VendorSettings usual() {
        return new VendorSettings(
                "t33000303",
                "20261122",
                1_000_000,
                200_000,
                Duration.ofHours(12),
                0.5,
                new Codes("4013", "4016", "4017", "4008", "2000", "4006"));
    }

    VendorSettings with(int otherCredit, int otherPerDay) {
        return new VendorSettings(key, secret, otherCredit, otherPerDay, cacheLife, strangers, codes);
    }
}
