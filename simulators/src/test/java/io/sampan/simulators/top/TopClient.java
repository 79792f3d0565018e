package io.sampan.simulators.top;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.WorldClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A client of a TOP app, as an SDK would be: common parameters in the address, the others in the form. */
public final class TopClient {
    private final TopSettings settings;
    private final Handler handler;
    private final WorldClock clock;
    public String session = "";

    public TopClient(TopSettings settings, Handler handler, WorldClock clock) {
        this.settings = settings;
        this.handler = handler;
        this.clock = clock;
    }

    /** The fields of a call, signed with HMAC-SHA256 unless a field says otherwise; JSON unless a field says otherwise. */
    public Map<String, String> signed(String method, Object... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("method", method);
        form.put("app_key", settings.appKey());
        form.put("timestamp", Call.written(clock.now()));
        form.put("v", "2.0");
        form.put("format", "json");
        form.put("sign_method", "hmac-sha256");
        if (!session.isEmpty()) {
            form.put("session", session);
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.put(
                    fields[i].toString(),
                    fields[i + 1] instanceof Map<?, ?> map ? Json.text(map) : String.valueOf(fields[i + 1]));
        }
        form.put(Signature.FIELD, new Signature(settings.appSecret()).of(form));
        return form;
    }

    /** Posts a form as it is. */
    public Answer post(Map<String, String> form) {
        return handler.handle(new Question(
                "POST", "/router/rest", Map.of(), Map.of(), encoded(form).getBytes(StandardCharsets.UTF_8)));
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The whole answer as JSON. */
    public JsonNode whole(String method, Object... fields) {
        return Json.tree(post(signed(method, fields)).text());
    }

    /** What stands under the answer's root. */
    public JsonNode call(String method, Object... fields) {
        JsonNode whole = whole(method, fields);
        return whole.iterator().next();
    }

    /** The refusal's sub code, empty when there is none or no refusal. */
    public String refusal(String method, Object... fields) {
        return whole(method, fields).at("/error_response/sub_code").asString("");
    }

    /** Signs in with the code from the console. */
    public void signIn() {
        String token = call("taobao.top.auth.token.create", "code", settings.code())
                .get("token_result")
                .asString();
        session = Json.tree(token).get("access_token").asString();
    }
}
