package io.sampan.simulators.kernel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One simulated service on its own loopback port. Delay, 5xx and drop-after-success faults are applied around the
 * handler; bodies, time and requests at once are bounded.
 */
public final class Service implements AutoCloseable {
    /** Largest body of a form or JSON request, in bytes. */
    public static final int CALL_LIMIT = 6 * 1024 * 1024;
    /** Largest body of any other request, in bytes. */
    public static final int UPLOAD_LIMIT = 8 * 1024 * 1024;

    private static final int AT_ONCE = 256;
    private static final int BACKLOG = 512;
    private static final int TRACES = 60;
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    static {
        setIfAbsent("sun.net.httpserver.nodelay", "true");
        setIfAbsent("sun.net.httpserver.maxReqTime", "30");
        setIfAbsent("sun.net.httpserver.maxRspTime", "400");
        setIfAbsent("sun.net.httpserver.maxIdleConnections", "200");
    }

    private final String name;
    private final Handler handler;
    private final Faults faults;
    private final InstantSource time;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Ring<RequestTrace> traces = new Ring<>(TRACES);

    /** Starts at once. Port 0 means any free port. Throws {@link UncheckedIOException} when the port is taken. */
    public Service(String name, int port, Handler handler, Faults faults) {
        this(name, port, handler, faults, Clock.systemUTC());
    }

    /** The same, with its request table in the time of the given source. */
    public Service(String name, int port, Handler handler, Faults faults, InstantSource time) {
        this.name = name;
        this.handler = handler;
        this.faults = faults;
        this.time = time;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open port " + port + " for " + name + ": " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The name that faults and the control page know it by. */
    public String name() {
        return name;
    }

    /** Where it listens, without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The last requests, newest first. */
    public List<RequestTrace> recent() {
        return traces.newestFirst();
    }

    /** Stops listening at once; requests under way are cut. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!room.tryAcquire()) {
                send(exchange, Answer.text(503, "too many requests at once"));
                return;
            }
            try {
                answer(exchange);
            } finally {
                room.release();
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        long started = System.nanoTime();
        byte[] body = exchange.getRequestBody().readNBytes(bodyLimit(exchange) + 1);
        if (body.length > bodyLimit(exchange)) {
            send(exchange, Answer.text(413, "body too large").with("Connection", "close"));
            return;
        }
        Question question = question(exchange, body);
        String operation = handler.operation(question);
        var delay = faults.take(name, operation, FaultKind.DELAY);
        if (delay.isPresent() && !sleep(delay.get().millis())) {
            return;
        }
        var error = faults.take(name, operation, FaultKind.ERROR_5XX);
        Answer answer = error.map(Service::broken).orElseGet(() -> inTime(question));
        boolean dropped = answer.status() < 400
                && faults.take(name, operation, FaultKind.DROP_AFTER_SUCCESS).isPresent();
        String fault =
                dropped ? "DROP_AFTER_SUCCESS" : error.isPresent() ? "ERROR_5XX" : delay.isPresent() ? "DELAY" : "";
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        traces.add(new RequestTrace(
                time.instant(), question.method(), shown(question), dropped ? 0 : answer.status(), millis, fault));
        if (!dropped) {
            send(exchange, answer);
        }
    }

    private Answer inTime(Question question) {
        Future<Answer> work = threads.submit(() -> handler.handle(question));
        try {
            return work.get(handler.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.error("{} failed at {} {}", name, question.method(), question.path(), e.getCause());
            return Answer.text(500, "the simulator failed, see its log");
        } catch (TimeoutException e) {
            work.cancel(true);
            return Answer.text(503, "the simulator took too long");
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.text(503, "the simulator is stopping");
        }
    }

    private static Answer broken(Fault fault) {
        int status = fault.factor() >= 500 && fault.factor() <= 599 ? fault.factor() : 500;
        return Answer.text(status, "armed fault: " + status);
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int bodyLimit(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean call = type == null
                || type.startsWith("application/json")
                || type.startsWith("application/x-www-form-urlencoded");
        return call ? CALL_LIMIT : UPLOAD_LIMIT;
    }

    private static Question question(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), values.getFirst()));
        URI uri = exchange.getRequestURI();
        String query = uri.getRawQuery();
        Map<String, String> parameters = query == null ? Map.of() : Question.lastOf(Question.pairs(query));
        String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
        return new Question(exchange.getRequestMethod(), path, parameters, headers, body);
    }

    private static String shown(Question question) {
        String method = question.query().get("method");
        return method == null ? question.path() : question.path() + " " + method;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
