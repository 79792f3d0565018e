package io.sampan.people.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param passwordCost work factor of bcrypt: one more doubles the time of one guess
 * @param hashesAtOnce most passwords that are hashed at a time; each takes one core for as long as it takes
 * @param hashesWaiting most that wait for it; who comes then is told that we are busy
 * @param hashPatience how long one waits, and is hashed, before being told so
 * @param sessionLife a session ends this long after it was last used
 * @param sessionTouch how often "last used" is written down at most
 * @param sessionCache how long one node remembers a session; a sign-out on another node takes effect within it
 * @param sessionCacheSize most sessions that one node remembers
 * @param tendEvery how often ended sessions are swept away
 * @param failuresTogether failed sign-ins for one email from one source before they are braked
 * @param failuresOfSource failed sign-ins from one source before they are braked
 * @param failuresOfEmail failed sign-ins for one email before they are braked
 * @param signUpsOfSource sign-ups from one source before they are braked
 * @param failureWindow the time in which failures and sign-ups count
 * @param longestBook most addresses in one book
 * @param operatorEmail of the operator that is made at the start when there is none yet
 * @param operatorPassword of that operator
 */
@ConfigurationProperties(prefix = "sampan.identity", ignoreUnknownFields = false)
record IdentitySettings(
        @DefaultValue("11") int passwordCost,
        @DefaultValue("2") int hashesAtOnce,
        @DefaultValue("24") int hashesWaiting,
        @DefaultValue("5s") Duration hashPatience,
        @DefaultValue("30d") Duration sessionLife,
        @DefaultValue("1h") Duration sessionTouch,
        @DefaultValue("30s") Duration sessionCache,
        @DefaultValue("20000") int sessionCacheSize,
        @DefaultValue("1h") Duration tendEvery,
        @DefaultValue("6") int failuresTogether,
        @DefaultValue("60") int failuresOfSource,
        @DefaultValue("60") int failuresOfEmail,
        @DefaultValue("30") int signUpsOfSource,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue("20") int longestBook,
        @Nullable String operatorEmail,
        @Nullable String operatorPassword) {

    /** Never shows the password. */
    @Override
    public String toString() {
        return "IdentitySettings[sessionLife=" + sessionLife + "]";
    }
}
