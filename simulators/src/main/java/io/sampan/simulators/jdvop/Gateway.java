package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Bucket;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The door: method, path, token, frequency, then the API. Whatever it thinks of a call, it says so with a 200. */
final class Gateway implements Handler {
    static final String SERVICE = "jd-vop";
    private static final String API = "/api/";

    private final JdVopSettings settings;
    private final Tokens tokens;
    private final Kernel kernel;
    private final Bucket bucket;
    private final Map<String, Function<Call, Reply>> apis = new LinkedHashMap<>();

    Gateway(JdVopSettings settings, Tokens tokens, Kernel kernel) {
        this.settings = settings;
        this.tokens = tokens;
        this.kernel = kernel;
        this.bucket = new Bucket(settings.callsPerSecond(), settings.burst());
    }

    /** Opens an API, named as it stands behind {@code /api/}. */
    void add(String name, Function<Call, Reply> work) {
        apis.put(name, work);
    }

    @Override
    public String operation(Question question) {
        return name(question);
    }

    private static String name(Question question) {
        String path = question.path();
        return path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
    }

    @Override
    public Answer handle(Question question) {
        if (!question.method().equals("POST")) {
            return Answer.text(405, "POST only");
        }
        Map<String, String> fields = new LinkedHashMap<>(question.query());
        fields.putAll(question.form());
        try {
            return Answer.json(answered(question, new Call(fields)).wire());
        } catch (Refused refused) {
            return Answer.json(Reply.refused(refused.code, String.valueOf(refused.getMessage()))
                    .wire());
        }
    }

    private Reply answered(Question question, Call call) {
        switch (question.path()) {
            case "/oauth2/accessToken" -> {
                return tokens.create(call);
            }
            case "/oauth2/refreshToken" -> {
                return tokens.refresh(call);
            }
            default -> {}
        }
        String name = name(question);
        Function<Call, Reply> api = question.path().startsWith(API) ? apis.get(name) : null;
        if (api == null) {
            throw new Refused("3025", "不存在的方法名");
        }
        tokens.check(call.text("token"));
        if (!bucket.take()
                || kernel.faults().take(SERVICE, name, FaultKind.FLOW_CONTROL).isPresent()) {
            throw new Refused(settings.codes().tooOften(), "调用过于频繁，请稍后再试");
        }
        return api.apply(call);
    }
}
