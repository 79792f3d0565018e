package io.sampan.simulators.tbk;

import io.sampan.simulators.top.TopSettings;
import java.time.Duration;

/**
 * The simulated publisher's app, and what is not known of the real service.
 *
 * @param top                the app on TOP
 * @param pid                the publisher's place
 * @param frequencies        how many goods mislead, are sold ahead, or have a coupon
 * @param shareLife          how long a share token can be resolved; about thirty days are told
 * @param shortLinkRedirects whether a short link answers with a redirect rather than with a page that a script leaves
 * @param emptyIsRefused     whether a search that finds nothing is answered with an error, as publishers tell
 */
public record TbkSettings(
        TopSettings top,
        Pid pid,
        Frequencies frequencies,
        Duration shareLife,
        boolean shortLinkRedirects,
        boolean emptyIsRefused) {

    /** {@code mm_<member>_<site>_<adzone>}. */
    public record Pid(long member, long site, long adzone) {
        @Override
        public String toString() {
            return "mm_" + member + "_" + site + "_" + adzone;
        }
    }

    /** Shares of all goods, 0 to 1. */
    public record Frequencies(double decoys, double presales, double coupons) {}

    /** The demo app. */
    public static TbkSettings usual() {
        return new TbkSettings(
                TopSettings.of("33000202", "sampan-tbk-secret", new TopSettings.User(2_216_600_000_004L, "舢板导购")),
                new Pid(130_000_001, 46_000_001, 109_000_000_001L),
                new Frequencies(0.04, 0.03, 0.3),
                Duration.ofDays(30),
                false,
                true);
    }

    TbkSettings with(TopSettings other) {
        return new TbkSettings(other, pid, frequencies, shareLife, shortLinkRedirects, emptyIsRefused);
    }
}
