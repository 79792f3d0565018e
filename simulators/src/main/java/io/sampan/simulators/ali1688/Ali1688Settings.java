package io.sampan.simulators.ali1688;

import java.time.Duration;
import java.util.Set;

/**
 * The developer console of the simulated app, and what is not documented of the real service.
 *
 * @param appKey              the app's key
 * @param appSecret           its secret
 * @param code                an authorisation code that getToken takes any number of times
 * @param refreshToken        a refresh token that is there from the start
 * @param tokenLife           how long an access token works. Source: docs/sources/1688.md "Token"
 * @param callsPerSecond      sustained calls per second, in real time; the real limit is not published
 * @param burst               calls at once before the limit bites
 * @param repeatedOrderIsNew  whether createCrossOrder makes a second order for an outOrderId it has seen; not documented,
 *                            true is the harsher guess
 * @param denied              API names that the app has no permission for
 */
public record Ali1688Settings(
        String appKey,
        String appSecret,
        String code,
        String refreshToken,
        Duration tokenLife,
        int callsPerSecond,
        int burst,
        boolean repeatedOrderIsNew,
        Set<String> denied) {

    /** The demo app. */
    public static Ali1688Settings usual() {
        return new Ali1688Settings(
                "7654321",
                "sampan-1688-secret",
                "sampan-1688-code",
                "7c1f6a52-1688-4d0e-9b1c-refresh00001",
                Duration.ofHours(10),
                200,
                1_000,
                true,
                Set.of());
    }
}
