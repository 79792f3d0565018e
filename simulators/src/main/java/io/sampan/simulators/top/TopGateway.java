package io.sampan.simulators.top;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * TOP's door: {@code /router/rest} by GET or POST form, {@code /token} and {@code /authorize}. It checks app, signature,
 * time, method, permission, frequency and session, then asks the API. Every answer of the router is a 200.
 */
public final class TopGateway implements Handler {
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final String ROUTER = "/router/rest";
    private static final int REQUEST_ID_LENGTH = 12;

    private record Api(boolean needsSession, Function<Call, Map<String, @Nullable Object>> work) {}

    private final String service;
    private final TopSettings settings;
    private final Kernel kernel;
    private final Sessions sessions;
    private final FlowControl flow;
    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final AtomicLong requests = new AtomicLong();
    private Function<Question, Answer> pages = question -> Answer.text(404, "TOP answers at " + ROUTER);

    public TopGateway(String service, TopSettings settings, Kernel kernel) {
        this.service = service;
        this.settings = settings;
        this.kernel = kernel;
        this.sessions = new Sessions(service, settings, kernel);
        this.flow = new FlowControl(service, settings, kernel);
        open("taobao.top.auth.token.create", sessions::create);
        open("taobao.top.auth.token.refresh", sessions::refresh);
    }

    /** An API of the app's permission packages that reads or writes for the account of a session. */
    public void add(String method, Function<Call, Map<String, @Nullable Object>> work) {
        apis.put(method, new Api(true, work));
    }

    /** An API of the app's permission packages that needs no session. */
    public void open(String method, Function<Call, Map<String, @Nullable Object>> work) {
        apis.put(method, new Api(false, work));
    }

    /** APIs that exist on TOP but not in this app's permission packages. */
    public void refuse(Set<String> methods) {
        elsewhere.addAll(methods);
    }

    /** What else the app's platform serves, such as short links. */
    public void pages(Function<Question, Answer> others) {
        pages = others;
    }

    @Override
    public String operation(Question question) {
        return question.path().equals(ROUTER) ? fields(question).getOrDefault("method", "") : question.path();
    }

    @Override
    public Answer handle(Question question) {
        return switch (question.path()) {
            case ROUTER -> routed(question);
            case "/token" -> sessions.token(question);
            case "/authorize" -> sessions.authorise(question);
            default -> pages.apply(question);
        };
    }

    private Answer routed(Question question) {
        Map<String, String> fields = fields(question);
        String format = fields.getOrDefault("format", "xml");
        boolean json = format.equals("json");
        var wire =
                new Wire(!json, json && fields.getOrDefault("simplify", "").equals("true"), settings.emptyListAbsent());
        String id = requestId();
        try {
            boolean knownFormat = json || format.equals("xml") || format.isEmpty();
            Api api = checked(question, fields, knownFormat);
            Map<String, @Nullable Object> body = api.work().apply(new Call(fields));
            body.put("request_id", id);
            return wire.answer(root(fields.getOrDefault("method", "")), body);
        } catch (Refused refused) {
            return wire.answer(Wire.ERROR_ROOT, error(refused, id));
        }
    }

    /** The method without {@code taobao.}, underscores for dots. */
    private static String root(String method) {
        String name = method.startsWith("taobao.") ? method.substring("taobao.".length()) : method;
        return name.replace('.', '_') + "_response";
    }

    private Map<String, @Nullable Object> error(Refused refused, String id) {
        String subMessage = refused.getMessage();
        return Fields.of(
                "code",
                settings.codeOf(refused.problem),
                "msg",
                refused.problem.words + refused.detail,
                "sub_code",
                refused.subCode.isEmpty() ? null : refused.subCode,
                "sub_msg",
                subMessage == null || subMessage.isEmpty() ? null : subMessage,
                "request_id",
                id);
    }

    private Api checked(Question question, Map<String, String> fields, boolean knownFormat) {
        if (!question.method().equals("GET") && !question.method().equals("POST")) {
            throw Refused.gateway(Problem.HTTP_ACTION);
        }
        String method = fields.getOrDefault("method", "");
        if (method.isEmpty()) {
            throw Refused.gateway(Problem.MISSING_METHOD);
        }
        if (!knownFormat) {
            throw Refused.gateway(Problem.INVALID_FORMAT);
        }
        checkApp(fields);
        checkTime(fields.getOrDefault("timestamp", ""));
        checkVersion(fields.getOrDefault("v", ""));
        Api api = apis.get(method);
        if (api == null) {
            throw elsewhere.contains(method)
                    ? Refused.gateway(
                            Problem.PERMISSION, "isv.permission-api-package-limit", "scope ids is 11655 16516")
                    : Refused.gateway(Problem.INVALID_METHOD);
        }
        flow.count(method);
        if (api.needsSession()) {
            sessions.check(fields.getOrDefault("session", ""));
        }
        return api;
    }

    private void checkApp(Map<String, String> fields) {
        String appKey = fields.getOrDefault("app_key", "");
        if (appKey.isEmpty()) {
            throw Refused.gateway(Problem.MISSING_APP_KEY);
        }
        if (!settings.appKey().equals(appKey)) {
            throw Refused.gateway(Problem.INVALID_APP_KEY);
        }
        if (fields.getOrDefault(Signature.FIELD, "").isEmpty()) {
            throw Refused.gateway(Problem.MISSING_SIGNATURE);
        }
        if (!new Signature(settings.appSecret()).fits(fields)) {
            throw Refused.gateway(Problem.INVALID_SIGNATURE);
        }
    }

    private void checkTime(String timestamp) {
        if (timestamp.isEmpty()) {
            throw Refused.gateway(Problem.MISSING_TIMESTAMP);
        }
        Optional<Instant> sent = Call.read(timestamp);
        boolean near = sent.isPresent()
                && Duration.between(sent.get(), kernel.clock().now()).abs().compareTo(SKEW) <= 0;
        if (!near) {
            throw Refused.gateway(Problem.INVALID_TIMESTAMP);
        }
    }

    private static void checkVersion(String version) {
        if (version.isEmpty()) {
            throw Refused.gateway(Problem.MISSING_VERSION);
        }
        if (!version.equals("2.0")) {
            throw Refused.gateway(Problem.UNSUPPORTED_VERSION);
        }
    }

    /** SDKs put the common parameters into the query and the others into the form; both are signed together. */
    private static Map<String, String> fields(Question question) {
        Map<String, String> fields = new LinkedHashMap<>(question.query());
        fields.putAll(question.form());
        return fields;
    }

    private String requestId() {
        Dice dice = Dice.of(kernel.clock().now().toEpochMilli(), requests.incrementAndGet(), service);
        var id = new StringBuilder();
        while (id.length() < REQUEST_ID_LENGTH) {
            id.append(Character.forDigit(dice.below(36), 36));
        }
        return id.toString();
    }
}
