package io.sampan.people.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords. The narrow limit is for one email from one source, so that a stranger cannot lock the owner out from
 * elsewhere; the wide ones stop guessing over many emails or from many sources. Sign-ups are counted by their source, too, since each costs a
 * hash and tells whether an email has an account. Each node counts for itself.
 */
@Component
final class SignInBrake {
    private static final int MOST_REMEMBERED = 100_000;

    private record Count(int failures, Instant since) {}

    private final Clock clock;
    private final Duration window;
    private final IdentitySettings settings;
    private final Cache<String, Count> counts =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    SignInBrake(Clock clock, IdentitySettings settings) {
        this.clock = clock;
        this.window = settings.failureWindow();
        this.settings = settings;
    }

    /**
     * Counts a try as failed before anybody looks at the password: of many at once no more are looked at than of many in a row. How long to
     * wait when there were too many before it, zero when it may go ahead.
     */
    Duration tries(EmailKey email, String source) {
        return count(limits(email, source));
    }

    /** The same for a try that names no email. */
    Duration tries(String source) {
        return count(limits(source));
    }

    /** Counts a sign-up; how long to wait when there were too many before it, zero when it may go ahead. */
    Duration signsUp(String source) {
        return count(signUps(source));
    }

    /** The password was right: this try was none that failed, and those before it were the owner's own. */
    synchronized void succeeded(EmailKey email, String source) {
        takeBack(email, source);
        counts.invalidate(together(email, source));
    }

    /** A try that was counted and could not be looked at. */
    synchronized void takeBack(EmailKey email, String source) {
        limits(email, source).keySet().forEach(this::uncount);
    }

    /** A sign-up that was counted and could not be looked at. */
    synchronized void takeBack(String source) {
        signUps(source).keySet().forEach(this::uncount);
    }

    private synchronized Duration count(Map<String, Integer> limits) {
        var wait = waitFor(limits);
        if (wait.isZero()) {
            limits.keySet().forEach(this::count);
        }
        return wait;
    }

    private void uncount(String key) {
        counts.asMap()
                .computeIfPresent(
                        key, (k, old) -> old.failures() <= 1 ? null : new Count(old.failures() - 1, old.since()));
    }

    private void count(String key) {
        var now = clock.instant();
        counts.asMap()
                .merge(
                        key,
                        new Count(1, now),
                        (old, fresh) -> over(old, now) ? fresh : new Count(old.failures() + 1, old.since()));
    }

    private Duration waitFor(Map<String, Integer> limits) {
        var now = clock.instant();
        return limits.entrySet().stream()
                .map(limit -> waitFor(limit.getKey(), limit.getValue(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration waitFor(String key, int most, Instant now) {
        var count = counts.getIfPresent(key);
        return count == null || count.failures() < most || over(count, now)
                ? Duration.ZERO
                : Duration.between(now, count.since().plus(window));
    }

    private boolean over(Count count, Instant now) {
        return !now.isBefore(count.since().plus(window));
    }

    private Map<String, Integer> signUps(String source) {
        return Map.of("sign-up " + source, settings.signUpsOfSource());
    }

    private Map<String, Integer> limits(String source) {
        return Map.of("source " + source, settings.failuresOfSource());
    }

    private Map<String, Integer> limits(EmailKey email, String source) {
        return Map.of(
                together(email, source),
                settings.failuresTogether(),
                "source " + source,
                settings.failuresOfSource(),
                "email " + email.value(),
                settings.failuresOfEmail());
    }

    private static String together(EmailKey email, String source) {
        return "both " + email.value() + " " + source;
    }
}
