package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Books;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The same key is the same answer: status and body of the first execution are saved, failures too, and told again for
 * 24 hours. Source: docs.stripe.com/api/idempotent_requests.
 */
final class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);
    static final int KEY_LIMIT = 255;

    record Saved(String key, String fingerprint, int status, String body, String request, Instant at) {}

    private final Book<Saved> saved;
    private final InstantSource clock;
    private final Set<String> underWay = new HashSet<>();

    Idempotency(Books books, InstantSource clock) {
        this.saved = books.open("stripe-idempotency", Saved.class);
        this.clock = clock;
    }

    /** Runs the work once per key; the fingerprint says what was asked, so that a key cannot serve two questions. */
    Answer once(String key, String fingerprint, String request, Supplier<Answer> work) {
        if (key.length() > KEY_LIMIT) {
            throw StripeError.idempotency(
                    400, null, "Idempotency keys can be at most " + KEY_LIMIT + " characters long.");
        }
        synchronized (underWay) {
            Saved before = saved.get(key).filter(this::fresh).orElse(null);
            if (before != null) {
                return replay(before, fingerprint);
            }
            if (!underWay.add(key)) {
                throw StripeError.idempotency(
                        409,
                        "idempotency_key_in_use",
                        "There is currently another in-progress request using this Idempotent Key (that probably means"
                                + " you submitted twice, and the other request is still going through): " + key);
            }
        }
        Answer answer = StripeError.broken().answer();
        boolean executed = true;
        try {
            answer = work.get();
        } catch (StripeError e) {
            answer = e.answer();
            executed = e.executed();
        } finally {
            finish(new Saved(key, fingerprint, answer.status(), answer.text(), request, clock.instant()), executed);
        }
        return answer;
    }

    private void finish(Saved result, boolean executed) {
        synchronized (underWay) {
            if (executed) {
                saved.put(result.key(), result);
            }
            underWay.remove(result.key());
        }
    }

    private Answer replay(Saved before, String fingerprint) {
        if (!before.fingerprint().equals(fingerprint)) {
            throw StripeError.idempotency(
                    400,
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with."
                            + " Try using a key other than '" + before.key()
                            + "' if you meant to execute a different request.");
        }
        return Answer.of(
                        before.status(),
                        "application/json",
                        before.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .with("Idempotent-Replayed", "true")
                .with("Original-Request", before.request());
    }

    private boolean fresh(Saved one) {
        return one.at().plus(KEPT).isAfter(clock.instant());
    }

    /** Drops what is older than a day. */
    void prune() {
        synchronized (underWay) {
            saved.values().stream().filter(one -> !fresh(one)).forEach(one -> saved.remove(one.key()));
        }
    }
}
