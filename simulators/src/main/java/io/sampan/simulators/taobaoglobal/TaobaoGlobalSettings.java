package io.sampan.simulators.taobaoglobal;

import java.time.Duration;

/**
 * The developer console of the simulated app, and what is not known of the real service.
 *
 * @param appKey         the app's key
 * @param appSecret      its secret
 * @param code           an authorisation code that may be used any number of times
 * @param refreshToken   a refresh token that is there from the start
 * @param tokenLife      how long an access token works; not documented
 * @param callsPerSecond sustained calls per second, in real time; not documented
 * @param burst          calls at once before the limit bites
 * @param buildingTime   how long a new order says BULIDING; not documented
 * @param doneStatus     what a finished order says; not known, so it keeps WAIT_BUYER_CONFIRM_GOODS when empty
 */
public record TaobaoGlobalSettings(
        String appKey,
        String appSecret,
        String code,
        String refreshToken,
        Duration tokenLife,
        int callsPerSecond,
        int burst,
        Duration buildingTime,
        String doneStatus) {

    /** The demo app. */
    public static TaobaoGlobalSettings usual() {
        return new TaobaoGlobalSettings(
                "500123",
                "sampan-taobao-global-secret",
                "3_500123_sampan",
                "50001600c01refresh0000000000001",
                Duration.ofDays(30),
                200,
                1_000,
                Duration.ofSeconds(2),
                "");
    }
}
