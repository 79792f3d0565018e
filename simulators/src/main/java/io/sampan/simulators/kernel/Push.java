package io.sampan.simulators.kernel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers signed posts to the registered webhooks, away from the thread that asked. Anything but a 2xx within
 * {@link #ANSWER_LIMIT} is tried again after the service's own delays, measured in world time. The duplicate, reorder and
 * bad-signature faults strike here; their operation is the message's topic.
 */
public final class Push implements AutoCloseable {
    /** A receiver that has not answered in this time has failed. */
    public static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    /** At most so many pushes are under way or held at once; more are lost, and the log says so. */
    public static final int UNDER_WAY_LIMIT = 10_000;

    private static final int AT_ONCE = 8;
    private static final Duration HELD_LIMIT = Duration.ofSeconds(30);
    private static final List<Duration> USUAL_DELAYS = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));
    private static final Logger LOG = LoggerFactory.getLogger(Push.class);

    private record Delivery(String service, Supplier<PushMessage> message, Runnable delivered, int attempt) {
        Delivery next() {
            return new Delivery(service, message, delivered, attempt + 1);
        }
    }

    private final WorldClock clock;
    private final Faults faults;
    private final Webhooks webhooks;
    private final Map<String, List<Duration>> delays = new ConcurrentHashMap<>();
    private final Map<String, Delivery> held = new HashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final Semaphore underWay = new Semaphore(UNDER_WAY_LIMIT);
    private final Ring<PushTrace> traces = new Ring<>(100);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .executor(threads)
            .build();

    public Push(WorldClock clock, Faults faults, Webhooks webhooks) {
        this.clock = clock;
        this.faults = faults;
        this.webhooks = webhooks;
        clock.onStep(this::settle);
    }

    /** How long a service waits before its second, third and later tries; after the last it gives up. */
    public void retry(String service, List<Duration> after) {
        delays.put(service, List.copyOf(after));
    }

    /** Sends a push; the supplier is asked at each try, so the signature carries the time of sending. Never blocks. */
    public void send(String service, Supplier<PushMessage> message) {
        send(service, message, () -> {});
    }

    /** The same; delivered is called, on another thread, once the receiver has answered 2xx. */
    public void send(String service, Supplier<PushMessage> message, Runnable delivered) {
        start(new Delivery(service, message, delivered, 1));
    }

    /** The last tries, newest first. */
    public List<PushTrace> recent() {
        return traces.newestFirst();
    }

    private void start(Delivery delivery) {
        if (webhooks.of(delivery.service()).isEmpty()) {
            return;
        }
        if (!underWay.tryAcquire()) {
            LOG.warn("Lost a push of {}: {} are under way", delivery.service(), UNDER_WAY_LIMIT);
            return;
        }
        try {
            threads.execute(() -> carry(delivery));
        } catch (RejectedExecutionException stopping) {
            underWay.release();
        }
    }

    private void carry(Delivery delivery) {
        try {
            room.acquire();
            try {
                attempt(delivery);
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.release();
        }
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        String service = delivery.service();
        Optional<URI> target = webhooks.of(service);
        if (target.isEmpty()) {
            return;
        }
        PushMessage message = delivery.message().get();
        if (delivery.attempt() == 1
                && faults.take(service, message.topic(), FaultKind.REORDER_PUSH).isPresent()) {
            hold(delivery, message.topic());
            return;
        }
        boolean bad = faults.take(service, message.topic(), FaultKind.BAD_PUSH_SIGNATURE)
                .isPresent();
        boolean taken = post(delivery, target.get(), bad ? message.withBadSignature() : message);
        if (!taken) {
            tryAgain(delivery, message.topic());
        } else {
            delivery.delivered().run();
            if (faults.take(service, message.topic(), FaultKind.DUPLICATE_PUSH).isPresent()) {
                post(delivery, target.get(), delivery.message().get());
            }
        }
        releaseHeld(service);
    }

    private void hold(Delivery delivery, String topic) {
        Delivery before;
        synchronized (held) {
            before = held.put(delivery.service(), delivery.next());
        }
        traces.add(new PushTrace(clock.now(), delivery.service(), topic, delivery.attempt(), "held back"));
        if (before != null) {
            start(before);
        }
        clock.at(clock.now().plus(HELD_LIMIT), "held push", () -> releaseHeld(delivery.service()));
    }

    private void releaseHeld(String service) {
        Delivery waiting;
        synchronized (held) {
            waiting = held.remove(service);
        }
        if (waiting != null) {
            start(waiting);
        }
    }

    private boolean post(Delivery delivery, URI target, PushMessage message) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(target).timeout(ANSWER_LIMIT).POST(BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        String outcome;
        boolean taken = false;
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            taken = answer.statusCode() / 100 == 2
                    && (message.receipt().isEmpty() || message.receipt().equals(answer.body()));
            outcome = String.valueOf(answer.statusCode());
        } catch (HttpTimeoutException e) {
            outcome = "no answer in time";
        } catch (IOException e) {
            outcome = "no connection";
        }
        traces.add(new PushTrace(clock.now(), delivery.service(), message.topic(), delivery.attempt(), outcome));
        return taken;
    }

    private void tryAgain(Delivery delivery, String topic) {
        List<Duration> after = delays.getOrDefault(delivery.service(), USUAL_DELAYS);
        if (delivery.attempt() > after.size()) {
            LOG.info("{} gave up on {} after {} tries", delivery.service(), topic, delivery.attempt());
            return;
        }
        Duration wait = after.get(delivery.attempt() - 1);
        clock.at(clock.now().plus(wait), "push again", () -> start(delivery.next()));
    }

    /** Waits, at most so long, until no push is under way. */
    public void settle(Duration atMost) {
        try {
            if (underWay.tryAcquire(UNDER_WAY_LIMIT, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                underWay.release(UNDER_WAY_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops; what is under way is cut. */
    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
