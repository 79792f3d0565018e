package io.sampan.simulators.top;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The developer console of one simulated TOP app, and what is not known of the real gateway.
 *
 * @param appKey          the app's key
 * @param appSecret       its secret
 * @param code            an authorisation code that may be used any number of times
 * @param refreshToken    a refresh token that is there from the start
 * @param user            the account that authorised it
 * @param sessionLife     how long a session works; not documented
 * @param refreshEndsOld  whether a refresh ends the sessions before it at once; not documented
 * @param emptyListAbsent whether an empty list is left out rather than sent as an empty wrapper; not documented
 * @param limits          how often it may call
 * @param otherCodes      error numbers that differ from the usual ones
 */
public record TopSettings(
        String appKey,
        String appSecret,
        String code,
        String refreshToken,
        User user,
        Duration sessionLife,
        boolean refreshEndsOld,
        boolean emptyListAbsent,
        Limits limits,
        Map<Problem, Integer> otherCodes) {

    /** An account: its number and its nick. */
    public record User(long id, String nick) {}

    /**
     * Flow control, in the world's time.
     *
     * @param callsPerDay     calls of the app from one midnight of GMT+8 to the next
     * @param appApiPerSecond calls of the app to one API in one second; not documented
     * @param apiPerSecond    calls of everybody to one API in one second; not documented
     * @param banSeconds      how long a ban lasts when a second's limit was passed; seen as 1 and more
     */
    public record Limits(int callsPerDay, int appApiPerSecond, int apiPerSecond, int banSeconds) {}

    /** An app with usual limits. */
    public static TopSettings of(String appKey, String appSecret, User user) {
        return new TopSettings(
                appKey,
                appSecret,
                "code-" + appKey,
                "6200refresh" + appKey,
                user,
                Duration.ofDays(30),
                false,
                true,
                new Limits(1_000_000, 200, 400, 1),
                new EnumMap<>(Problem.class));
    }

    /** The same app with other limits. */
    public TopSettings with(Limits other) {
        return new TopSettings(
                appKey,
                appSecret,
                code,
                refreshToken,
                user,
                sessionLife,
                refreshEndsOld,
                emptyListAbsent,
                other,
                otherCodes);
    }

    /** The number that a problem is answered with. */
    public int codeOf(Problem problem) {
        return otherCodes.getOrDefault(problem, problem.usualCode);
    }
}
