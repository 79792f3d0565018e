package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Faults;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The door: checks in the measured order signature, API exists, token, permission, parameters. Source:
 * docs/sources/1688.md "Order of checks".
 */
final class Gateway implements Handler {
    private static final Pattern PATH = Pattern.compile("/openapi/((?:param2|http)/(\\d+)/([\\w.]+)/([\\w.]+)/(\\w+))");
    private static final String NAME = "1688";

    private record Api(boolean needsToken, Function<Call, Object> work) {}

    private final Ali1688Settings settings;
    private final Tokens tokens;
    private final Faults faults;
    private final Bucket bucket;
    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    Gateway(Ali1688Settings settings, Tokens tokens, Faults faults) {
        this.settings = settings;
        this.tokens = tokens;
        this.faults = faults;
        this.bucket = new Bucket(settings.callsPerSecond(), settings.burst());
    }

    void add(String namespace, String name, Function<Call, Object> work) {
        apis.put(namespace + "/" + name, new Api(true, work));
    }

    void addOpen(String namespace, String name, Function<Call, Object> work) {
        apis.put(namespace + "/" + name, new Api(false, work));
    }

    @Override
    public String operation(Question question) {
        Matcher path = PATH.matcher(question.path());
        return path.matches() ? path.group(4) : question.path();
    }

    @Override
    public Answer handle(Question question) {
        if (question.path().equals("/oauth/authorize")) {
            return authorise(question.query());
        }
        try {
            return Answer.json(answer(question));
        } catch (Refused refused) {
            return Answer.json(
                    400,
                    Map.of(
                            "error_code",
                            refused.code,
                            "error_message",
                            String.valueOf(refused.getMessage()),
                            "request_id",
                            "2026" + (1_000_000_000_000L + requests.incrementAndGet())));
        }
    }

    private Object answer(Question question) {
        Matcher path = PATH.matcher(question.path());
        if (!path.matches()) {
            throw new Refused("gw.APIUnsupported", "Unsupported API");
        }
        Map<String, String> form = new LinkedHashMap<>(question.query());
        form.putAll(question.form());
        if (path.group(3).equals("system.oauth2") && path.group(4).equals("getToken")) {
            return tokenFrom(form);
        }
        if (!settings.appKey().equals(path.group(5))
                || !new Signature(settings.appSecret()).fits(path.group(1), form)) {
            throw new Refused("gw.SignatureInvalid", "Invalid signature");
        }
        Api api = path.group(2).equals("1") ? apis.get(path.group(3) + "/" + path.group(4)) : null;
        if (api == null) {
            throw new Refused("gw.APIUnsupported", "Unsupported API");
        }
        if (api.needsToken() && !tokens.good(form.getOrDefault("access_token", ""))) {
            throw new Refused("401", "Request need user authorized");
        }
        if (settings.denied().contains(path.group(4))) {
            throw new Refused("gw.APIACLDecline", "The app has no permission for this API");
        }
        if (!bucket.take()
                || faults.take(NAME, path.group(4), FaultKind.FLOW_CONTROL).isPresent()) {
            throw new Refused("gw.QosAppFrequencyLimit", "App call exceeds limited frequency");
        }
        return api.work().apply(new Call(form));
    }

    private Object tokenFrom(Map<String, String> form) {
        Answer answer = tokens.answer(form);
        if (answer.status() != 200) {
            throw new Refused("401", answer.text());
        }
        return io.sampan.simulators.kernel.Json.tree(answer.text());
    }

    /** The consent page, agreed to at once: back to the app with a code. */
    private Answer authorise(Map<String, String> query) {
        String back = query.getOrDefault("redirect_uri", "");
        if (!back.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/.*")) {
            return Answer.text(400, "redirect_uri does not match the console's");
        }
        String state =
                java.net.URLEncoder.encode(query.getOrDefault("state", ""), java.nio.charset.StandardCharsets.UTF_8);
        return Answer.redirect(back + (back.contains("?") ? "&" : "?") + "code=" + settings.code() + "&state=" + state);
    }
}
