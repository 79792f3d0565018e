package io.sampan.simulators.openmall;

import io.sampan.simulators.top.TopSettings;
import java.time.Duration;

/**
 * The simulated distributor's app, and what is not known of the real service.
 *
 * @param top                 the app on TOP
 * @param distributor         the Taobao nick that has signed the Alipay withholding agreement
 * @param poolShare           the share of Taobao's goods that are in the pool
 * @param repeatedOutIdIsBad  whether a repeated out_id is refused rather than answered with the first trade's number
 * @param mismatchIsRefused   whether a fee that differs is told at create, rather than only by the closed trade
 * @param listDelay           how far trade.batch.get is behind; it is documented to be, not how far
 * @param redeliverAfter      when a message that was fetched and not confirmed is handed out again
 */
public record OpenMallSettings(
        TopSettings top,
        String distributor,
        double poolShare,
        boolean repeatedOutIdIsBad,
        boolean mismatchIsRefused,
        Duration listDelay,
        Duration redeliverAfter) {

    /** The demo app. */
    public static OpenMallSettings usual() {
        var user = new TopSettings.User(2_216_600_000_003L, "舢板集运");
        return new OpenMallSettings(
                TopSettings.of("33000101", "sampan-openmall-secret", user),
                user.nick(),
                0.4,
                false,
                false,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10));
    }

    OpenMallSettings with(TopSettings other) {
        return new OpenMallSettings(
                other, distributor, poolShare, repeatedOutIdIsBad, mismatchIsRefused, listDelay, redeliverAfter);
    }

    OpenMallSettings strict() {
        return new OpenMallSettings(top, distributor, poolShare, true, true, listDelay, redeliverAfter);
    }
}
