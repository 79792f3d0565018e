package io.sampan.simulators.pinduoduo;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The router: common parameters, client, time, signature, type, permission, token, frequency, then the API. Always a 200. */
final class Gateway implements Handler {
    static final String SERVICE = "pinduoduo";
    private static final String PATH = "/api/router";

    /** What an API answers, and the name that it stands under. */
    record Api(String responseName, Function<Call, Map<String, @Nullable Object>> work) {}

    private final PinduoduoSettings settings;
    private final Kernel kernel;
    private final Bucket bucket;
    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    Gateway(PinduoduoSettings settings, Kernel kernel) {
        this.settings = settings;
        this.kernel = kernel;
        this.bucket = new Bucket(settings.callsPerSecond(), settings.burst());
    }

    void add(String type, Api api) {
        apis.put(type, api);
    }

    @Override
    public String operation(Question question) {
        try {
            return parameters(question).getOrDefault("type", question.path());
        } catch (Refused refused) {
            return question.path();
        }
    }

    @Override
    public Answer handle(Question question) {
        if (!question.path().equals(PATH) || !question.method().equals("POST")) {
            return Answer.text(404, "POST to " + PATH);
        }
        String id = kernel.clock().now().toEpochMilli() + "" + requests.incrementAndGet();
        try {
            Map<String, String> parameters = parameters(question);
            Api api = checked(parameters);
            Map<String, @Nullable Object> result =
                    new LinkedHashMap<>(api.work().apply(new Call(parameters)));
            result.put("request_id", id);
            return Answer.json(Fields.of(api.responseName(), result));
        } catch (Refused refused) {
            return Answer.json(Fields.of(
                    "error_response",
                    Fields.of(
                            "error_code", refused.code,
                            "error_msg", refused.getMessage(),
                            "sub_code", refused.subCode,
                            "sub_msg", refused.subMessage,
                            "request_id", id)));
        }
    }

    /** A form, or a JSON object whose numbers and lists are signed as they are written. */
    private static Map<String, String> parameters(Question question) {
        Map<String, String> parameters = new LinkedHashMap<>(question.query());
        String text = question.text();
        if (!text.stripLeading().startsWith("{")) {
            parameters.putAll(question.form());
            return parameters;
        }
        try {
            for (var property : Json.tree(text).properties()) {
                JsonNode value = property.getValue();
                parameters.put(property.getKey(), value.isString() ? value.asString() : value.toString());
            }
            return parameters;
        } catch (JacksonException e) {
            throw Refused.parameter("body");
        }
    }

    private Api checked(Map<String, String> parameters) {
        Call call = new Call(parameters);
        if (call.text("data_type").equals("XML")) {
            throw new Refused(10001, "公共参数错误", "10001", "data_type：仅支持JSON");
        }
        if (!call.text("client_id").equals(settings.clientId())) {
            throw new Refused(10016, "client_id错误");
        }
        checkTime(call.text("timestamp"));
        if (!new Signature(settings.clientSecret()).fits(parameters)) {
            throw new Refused(20004, "签名sign校验失败");
        }
        Api api = apis.get(call.text("type"));
        if (api == null) {
            throw new Refused(10017, "type错误");
        }
        if (!settings.granted().contains(call.text("type"))) {
            throw new Refused(20031, "用户没有授权访问此接口");
        }
        String token = call.text("access_token");
        if (!token.isEmpty() && !token.equals(settings.accessToken())) {
            throw new Refused(10019, "access_token已过期");
        }
        if (!bucket.take()
                || kernel.faults()
                        .take(SERVICE, call.text("type"), FaultKind.FLOW_CONTROL)
                        .isPresent()) {
            throw new Refused(settings.tooOftenCode(), "调用过于频繁，请调整调用频率");
        }
        return api;
    }

    private void checkTime(String seconds) {
        boolean near = seconds.matches("\\d{10}")
                && Duration.between(
                                        Instant.ofEpochSecond(Long.parseLong(seconds)),
                                        kernel.clock().now())
                                .abs()
                                .compareTo(settings.timestampSkew())
                        <= 0;
        if (!near) {
            throw new Refused(10001, "公共参数错误", "10001", "timestamp错误");
        }
    }
}
