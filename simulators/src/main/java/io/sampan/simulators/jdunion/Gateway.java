package io.sampan.simulators.jdunion;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Bucket;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The door of routerjson: key, time, signature, method, frequency, permission, then the API. Every answer is a 200. */
final class Gateway implements Handler {
    static final String SERVICE = "jd-union";
    private static final String PATH = "/routerjson";
    private static final String BUSINESS = "360buy_param_json";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSxx");

    /** What an API answers; it stands as JSON in a string under its name. */
    record Api(String resultName, Function<Call, Map<String, @Nullable Object>> work) {}

    private final JdUnionSettings settings;
    private final Kernel kernel;
    private final Bucket bucket;
    private final Map<String, Api> apis = new LinkedHashMap<>();

    Gateway(JdUnionSettings settings, Kernel kernel) {
        this.settings = settings;
        this.kernel = kernel;
        this.bucket = new Bucket(settings.callsPerSecond(), settings.burst());
    }

    void add(String method, Api api) {
        apis.put(method, api);
    }

    @Override
    public String operation(Question question) {
        return fields(question).getOrDefault("method", question.path());
    }

    private static Map<String, String> fields(Question question) {
        Map<String, String> fields = new LinkedHashMap<>(question.query());
        if (question.method().equals("POST")) {
            fields.putAll(question.form());
        }
        return fields;
    }

    @Override
    public Answer handle(Question question) {
        if (!question.path().equals(PATH)) {
            return Answer.text(404, "the gateway is at " + PATH);
        }
        try {
            return Answer.json(answered(fields(question)));
        } catch (Refused refused) {
            return Answer.json(Fields.of(
                    "error_response",
                    Fields.of("code", refused.code, "zh_desc", refused.getMessage(), "en_desc", refused.english)));
        }
    }

    private Map<String, @Nullable Object> answered(Map<String, String> fields) {
        Api api = checked(fields);
        String method = fields.getOrDefault("method", "");
        Map<String, @Nullable Object> result;
        try {
            if (!settings.granted().contains(method)) {
                throw Refused.inResult(403, "无访问权限");
            }
            result = Fields.of("code", 200, "message", "success");
            result.putAll(api.work().apply(new Call(business(fields))));
        } catch (Refused refused) {
            if (refused.byGateway) {
                throw refused;
            }
            result = Fields.of("code", Integer.parseInt(refused.code), "message", refused.getMessage());
        }
        result.put(
                "requestId",
                "o_" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
        // Misspelt, and JSON in a string, as the real one has it. Source: docs/sources/jdunion.md "Quirks".
        String node = method.replace('.', '_') + "_responce";
        return Fields.of(node, Fields.of("code", "0", api.resultName(), Json.text(result)));
    }

    private Api checked(Map<String, String> fields) {
        if (!settings.appKey().equals(fields.get("app_key"))) {
            throw Refused.gateway("1", "无效app_key", "Invalid app_key");
        }
        Instant now = kernel.clock().now();
        if (Duration.between(time(fields.getOrDefault("timestamp", "")), now)
                        .abs()
                        .compareTo(settings.timestampSkew())
                > 0) {
            throw Refused.gateway("15", "时间戳无效", "Invalid timestamp");
        }
        if (!new Signature(settings.appSecret()).fits(fields)) {
            throw Refused.gateway("12", "签名错误", "Invalid signature");
        }
        String method = fields.getOrDefault("method", "");
        Api api = apis.get(method);
        if (api == null) {
            throw Refused.gateway("10", "不存在的方法名", "Invalid method");
        }
        if (!bucket.take()
                || kernel.faults().take(SERVICE, method, FaultKind.FLOW_CONTROL).isPresent()) {
            throw Refused.gateway("7", "调用次数超限，请稍后再试", "Call limit reached, try again later");
        }
        return api;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeParseException e) {
            throw Refused.gateway("15", "时间戳格式错误", "Invalid timestamp");
        }
    }

    private static JsonNode business(Map<String, String> fields) {
        try {
            JsonNode node = Json.tree(fields.getOrDefault(BUSINESS, "{}"));
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw Refused.parameter(BUSINESS);
        }
        throw Refused.parameter(BUSINESS);
    }
}
