package io.sampan.simulators.wallet;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.PushMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A wallet's notices to its merchant: kept until they are taken, sent again after the wallet's own delays and after a restart. */
public final class Outbox {
    /** An older notice is no longer sent again. */
    private static final Duration GIVEN_UP = Duration.ofDays(3);

    /**
     * One notice.
     *
     * @param topic   what happened, in the wallet's own word
     * @param body    as the wallet writes it, before it is signed
     * @param pending not taken yet
     */
    public record Notice(String id, String topic, String body, Instant at, boolean pending) {
        Notice taken() {
            return new Notice(id, topic, body, at, false);
        }
    }

    private final Kernel kernel;
    private final String service;
    private final Book<Notice> notices;
    private final Function<Notice, PushMessage> signing;

    /**
     * @param retries how long the wallet waits before its second, third and later tries
     * @param signing makes the signed message, asked at each try
     */
    public Outbox(Kernel kernel, String service, List<Duration> retries, Function<Notice, PushMessage> signing) {
        this.kernel = kernel;
        this.service = service;
        this.notices = kernel.books().open(service + "-notices", Notice.class);
        this.signing = signing;
        kernel.push().retry(service, retries);
    }

    /** Keeps a notice and sends it. */
    public void send(String topic, String body) {
        var notice = new Notice(
                UUID.randomUUID().toString(),
                topic,
                body,
                kernel.clock().now(),
                kernel.webhooks().of(service).isPresent());
        notices.put(notice.id(), notice);
        push(notice);
    }

    /** After a restart: what was not taken goes out again. */
    public void resume() {
        Instant since = kernel.clock().now().minus(GIVEN_UP);
        notices.values().stream()
                .filter(notice -> notice.pending() && notice.at().isAfter(since))
                .forEach(this::push);
    }

    /** How many notices were made so far. */
    public int size() {
        return notices.size();
    }

    private void push(Notice notice) {
        kernel.push().send(service, () -> signing.apply(notice), () -> notices.update(notice.id(), Notice::taken));
    }
}
