package io.sampan.outside.wire;

import io.sampan.outside.wire.Answered.Reply;
import io.sampan.outside.wire.Answered.Silent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * HTTP to other people's services. Each call has a time limit for connection and whole answer, each service a number of calls at a time and a
 * circuit breaker; redirects are never followed; what is logged holds neither query, header nor body.
 */
@Component
public class Wire implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final HttpClient http;
    private final WireSettings settings;
    private final Clock clock;
    private final Allowances allowances;
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

    Wire(WireSettings settings, Allowances allowances, Clock clock) {
        this.settings = settings;
        this.allowances = allowances;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectLimit())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Asks, waiting at most the call's limit and twice the wait for a turn. What the platform does not allow now, or told us not to ask, is not sent:
     * then the silence says how long that holds.
     */
    public Answered send(Call call) {
        var line = line(call.service());
        if (!line.mayCall()) {
            return new Silent(call.service() + " has failed too often; we wait before calling it again", false);
        }
        boolean asked = false;
        try {
            var refused = waitForAllowance(call);
            if (refused.isPresent()) {
                return refused.get();
            }
            // Who waits for an allowance holds no turn: looks that are made too often keep no order waiting.
            if (!line.takeTurn()) {
                return new Silent("Too many calls to " + call.service() + " at a time", false);
            }
            asked = true;
            try {
                return remembered(line, call);
            } finally {
                line.leaveTurn();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Silent("Interrupted before asking", false);
        } finally {
            if (!asked) {
                line.didNotCall();
            }
        }
    }

    /** Takes the call of what may be called, as soon as there is one within the wait for a turn; else says how long there is none. */
    private Optional<Silent> waitForAllowance(Call call) throws InterruptedException {
        long deadline = System.nanoTime() + settings.waitForTurn().toNanos();
        while (true) {
            var wait = allowances.take(call);
            if (wait.isEmpty()) {
                return Optional.empty();
            }
            var left = Duration.between(clock.instant(), wait.get().until());
            if (left.toNanos() > deadline - System.nanoTime()) {
                return Optional.of(new Silent(wait.get().why(), false, false, wholeSeconds(left)));
            }
            Thread.sleep(left.isNegative() ? Duration.ZERO : left.plusMillis(1));
        }
    }

    /** Rounded up, so that who asks again then does not ask too soon; at least one. */
    private static Duration wholeSeconds(Duration left) {
        return Duration.ofSeconds(Math.max(1, left.plusMillis(999).toSeconds()));
    }

    /**
     * A platform does not want to hear from our app for a while: no node calls it until then.
     *
     * @param api the only one that it speaks of, by its name as in {@link Call#api}; empty for all
     * @param forSoLong as it said
     * @param why in its words
     */
    public void keepAway(String service, String api, Duration forSoLong, String why) {
        allowances.close(service, api, clock.instant().plus(forSoLong), why);
        LOG.info("{} {} does not want to hear from us for {}", service, api, forSoLong);
    }

    /** What an app has spent of what it may call, see {@link Spending}; the app as a whole first, then each API that was called. */
    public List<Spending> spendings(String service) {
        return allowances.spendings(service);
    }

    /** All services called since this node started, by name. */
    public List<ServiceHealth> health() {
        return lines.values().stream()
                .map(Line::health)
                .sorted(Comparator.comparing(ServiceHealth::service))
                .toList();
    }

    /** One service, called or not. */
    public ServiceHealth health(String service) {
        return line(service).health();
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }

    private Answered remembered(Line line, Call call) {
        long began = System.nanoTime();
        @Nullable Answered answered = null;
        try {
            answered = exchange(call);
            if (call.repeatable() && isBroken(answered) && allowances.take(call).isEmpty()) {
                answered = exchange(call);
            }
            return answered;
        } finally {
            // Whoever may try whether the service is back must say how it went, or nobody ever tries again.
            remember(line, answered, Duration.ofNanos(System.nanoTime() - began));
            LOG.debug("{}: {}", call, answered);
        }
    }

    private static void remember(Line line, @Nullable Answered answered, Duration took) {
        switch (answered) {
            case null -> line.failed("It could not be asked", took);
            case Reply reply -> line.answered(reply.status(), took);
            case Silent silent -> line.failed(silent.why(), took);
        }
    }

    private static boolean isBroken(Answered answered) {
        return answered instanceof Silent silent && silent.broke();
    }

    private Answered exchange(Call call) {
        var limit = call.limit() == null ? settings.callLimit() : call.limit();
        // The request's own limit ends with the headers; waiting for the future bounds the body as well.
        var future = http.sendAsync(
                request(call, limit), BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.answerBytes()));
        try {
            return reply(future.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            future.cancel(true);
            return new Silent("No answer within " + limit, true);
        } catch (InterruptedException stopped) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return new Silent("Interrupted while waiting", true);
        } catch (ExecutionException failed) {
            return silence(failed.getCause() == null ? failed : failed.getCause(), limit);
        }
    }

    private static Silent silence(Throwable cause, Duration limit) {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException) {
            return new Silent("No connection: " + cause.getClass().getSimpleName(), false);
        }
        if (cause instanceof HttpTimeoutException) {
            return new Silent("No answer within " + limit, true);
        }
        if (cause instanceof IOException) {
            return new Silent("The connection broke: " + cause.getClass().getSimpleName(), true, true, null);
        }
        throw new IllegalStateException("Cannot call", cause);
    }

    private static HttpRequest request(Call call, Duration limit) {
        var request = HttpRequest.newBuilder(call.uri()).timeout(limit);
        call.headers().forEach(request::setHeader);
        var body = call.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(call.body());
        return request.method(call.method(), body).build();
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers().map(), response.body());
    }

    private Line line(String service) {
        var known = lines.get(service);
        if (known != null) {
            return known;
        }
        if (lines.size() >= settings.services()) {
            throw new IllegalStateException(
                    "More than " + settings.services() + " outside services: raise sampan.wire.services");
        }
        return lines.computeIfAbsent(service, name -> new Line(name, settings, clock));
    }
}
