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

    /** How long to wait before the next try is looked at; zero when it may go ahead. */
    Duration waitFor(EmailKey email, String source) {
        return waitFor(limits(email, source));
    }

    /** The same for a try that names no email. */
    Duration waitFor(String source) {
        return waitFor(limits(source));
    }

    void failed(EmailKey email, String source) {
        limits(email, source).keySet().forEach(this::count);
    }

    void failed(String source) {
        limits(source).keySet().forEach(this::count);
    }

    /** Counts a sign-up; how long to wait when there were too many before it, zero when it may go ahead. */
    Duration signsUp(String source) {
        var key = "sign-up " + source;
        var wait = waitFor(Map.of(key, settings.signUpsOfSource()));
        if (wait.isZero()) {
            count(key);
        }
        return wait;
    }

    void succeeded(EmailKey email, String source) {
        counts.invalidate(together(email, source));
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
