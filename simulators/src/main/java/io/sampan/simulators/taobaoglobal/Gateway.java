package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The door: signature, time, path, token, frequency, then the API. Every answer is a 200. */
final class Gateway implements Handler {
    static final String SERVICE = "taobao-global";
    private static final Duration SKEW = Duration.ofSeconds(7_200);
    private static final String PREFIX = "/rest";

    private record Api(boolean needsToken, Envelope envelope, Function<Call, @Nullable Object> work) {}

    private final TaobaoGlobalSettings settings;
    private final Tokens tokens;
    private final Kernel kernel;
    private final Bucket bucket;
    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    Gateway(TaobaoGlobalSettings settings, Tokens tokens, Kernel kernel) {
        this.settings = settings;
        this.tokens = tokens;
        this.kernel = kernel;
        this.bucket = new Bucket(settings.callsPerSecond(), settings.burst());
        apis.put("/auth/token/create", new Api(false, Envelope.BARE, tokens::create));
        apis.put("/auth/token/refresh", new Api(false, Envelope.BARE, tokens::refresh));
    }

    void add(String path, Envelope envelope, Function<Call, @Nullable Object> work) {
        apis.put(path, new Api(true, envelope, work));
    }

    @Override
    public String operation(Question question) {
        return path(question);
    }

    private static String path(Question question) {
        return question.path().startsWith(PREFIX) ? question.path().substring(PREFIX.length()) : question.path();
    }

    @Override
    public Answer handle(Question question) {
        if (question.path().equals("/oauth/authorize")) {
            return authorise(question.query());
        }
        String id = "212a6d16" + (17_953_344_000_000L + requests.incrementAndGet());
        try {
            return Answer.json(answered(question, id));
        } catch (Refused refused) {
            return Answer.json(Fields.of(
                    "type",
                    refused.code.startsWith("System") ? "SYSTEM" : "ISV",
                    "code",
                    refused.code,
                    "message",
                    refused.getMessage(),
                    "request_id",
                    id));
        }
    }

    private Map<String, @Nullable Object> answered(Question question, String id) {
        String path = path(question);
        Map<String, String> fields = fields(question);
        Api api = checked(path, fields);
        Map<String, @Nullable Object> reply =
                Fields.of("code", "0", "request_id", id, "_trace_id_", "2102f1a1" + id.substring(8));
        try {
            reply.putAll(api.envelope().wrap(true, null, null, api.work().apply(new Call(fields))));
        } catch (Refused refused) {
            if (refused.byGateway) {
                throw refused;
            }
            reply.putAll(api.envelope().wrap(false, refused.code, refused.getMessage(), null));
        }
        return reply;
    }

    private Api checked(String path, Map<String, String> fields) {
        if (!settings.appKey().equals(fields.get("app_key"))) {
            throw Refused.gateway("InvalidAppKey", "The specified App Key is invalid");
        }
        if (!"sha256".equals(fields.get("sign_method")) || !new Signature(settings.appSecret()).fits(path, fields)) {
            throw Refused.gateway(
                    "IncompleteSignature", "The request signature does not conform to platform standards");
        }
        String timestamp = fields.getOrDefault("timestamp", "");
        long now = kernel.clock().now().toEpochMilli();
        if (!timestamp.matches("\\d{13}") || Math.abs(Long.parseLong(timestamp) - now) > SKEW.toMillis()) {
            throw Refused.gateway("IllegalTimestamp", "The specified timestamp is invalid or expired");
        }
        Api api = apis.get(path);
        if (api == null) {
            throw Refused.gateway("InvalidApiPath", "The specified API path is invalid");
        }
        if (api.needsToken() && !tokens.good(fields.getOrDefault("access_token", ""))) {
            throw Refused.gateway("IllegalAccessToken", "The specified access token is invalid or expired");
        }
        if (!bucket.take()
                || kernel.faults().take(SERVICE, path, FaultKind.FLOW_CONTROL).isPresent()) {
            throw Refused.gateway(
                    "ApiCallLimit", "The api access frequency exceeds the limit. this ban will last 1 seconds");
        }
        return api;
    }

    /** A form, or one flat JSON object of strings. */
    private static Map<String, String> fields(Question question) {
        Map<String, String> fields = new LinkedHashMap<>(question.query());
        String text = question.text();
        if (!text.stripLeading().startsWith("{")) {
            fields.putAll(question.form());
            return fields;
        }
        try {
            JsonNode body = Json.tree(text);
            body.properties().forEach(p -> fields.put(p.getKey(), p.getValue().asString("")));
            return fields;
        } catch (JacksonException e) {
            throw Refused.gateway("MissingParameter", "The body is neither a form nor JSON");
        }
    }

    private Answer authorise(Map<String, String> query) {
        String back = query.getOrDefault("redirect_uri", "");
        if (!back.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/.*")) {
            return Answer.text(400, "redirect_uri does not match the console's");
        }
        String state = URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8);
        return Answer.redirect(back + (back.contains("?") ? "&" : "?") + "code=" + settings.code() + "&state=" + state);
    }
}
