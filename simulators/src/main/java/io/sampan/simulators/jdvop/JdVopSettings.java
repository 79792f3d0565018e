package io.sampan.simulators.jdvop;

import java.time.Duration;

/**
 * The contract of the simulated enterprise, and what is not known of the real service.
 *
 * @param clientId          the app's key
 * @param clientSecret      its secret
 * @param username          the purchasing account
 * @param password          its password, as a person types it
 * @param tokenLife         how long an access token works
 * @param refreshLife       how long a refresh token works; not documented
 * @param timestampSkew     how far the token request's time may be off; not documented
 * @param openingBalanceFen what has been paid in at the start
 * @param contractPercent   contract price in percent of what JD sells at
 * @param callsPerSecond    sustained calls per second, in real time; not documented
 * @param burst             calls at once before the limit bites
 * @param splitAfter        how long after an order is in production its split shows; not documented
 * @param repeatedIsSuccess what {@code success} says when a {@code thirdOrder} comes again; not documented
 * @param textInResults     stock and area limits come as JSON in a string, as older clients read them
 * @param codes             result codes that sources do not agree on
 */
public record JdVopSettings(
        String clientId,
        String clientSecret,
        String username,
        String password,
        Duration tokenLife,
        Duration refreshLife,
        Duration timestampSkew,
        long openingBalanceFen,
        int contractPercent,
        int callsPerSecond,
        int burst,
        Duration splitAfter,
        boolean repeatedIsSuccess,
        boolean textInResults,
        Codes codes) {

    /**
     * Result codes that are guesses.
     *
     * @param tokenUnknown the token was never given out
     * @param tokenExpired the token has run out
     * @param tooOften     called too often
     * @param priceMoved   the price snapshot does not match
     */
    public record Codes(String tokenUnknown, String tokenExpired, String tooOften, String priceMoved) {}

    /** The demo contract, with a hundred million yuan paid in. */
    public static JdVopSettings usual() {
        return new JdVopSettings(
                "sampan-vop-client",
                "sampan-vop-secret",
                "舢板采购",
                "sampan-vop-password",
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofMinutes(10),
                10_000_000_000L,
                98,
                200,
                1_000,
                Duration.ofMinutes(2),
                true,
                true,
                new Codes("1003", "2007", "2010", "3019"));
    }

    /** The same contract with another amount paid in. */
    public JdVopSettings withBalance(long fen) {
        return new JdVopSettings(
                clientId,
                clientSecret,
                username,
                password,
                tokenLife,
                refreshLife,
                timestampSkew,
                fen,
                contractPercent,
                callsPerSecond,
                burst,
                splitAfter,
                repeatedIsSuccess,
                textInResults,
                codes);
    }
}
