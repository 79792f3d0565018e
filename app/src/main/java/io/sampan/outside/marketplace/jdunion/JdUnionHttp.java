package io.sampan.outside.marketplace.jdunion;

import io.sampan.outside.marketplace.jdunion.JdUnionSaid.Data;
import io.sampan.outside.marketplace.jdunion.JdUnionSaid.Refusal;
import io.sampan.outside.marketplace.jdunion.JdUnionSaid.Silent;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.SortedSignature;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The HTTP side of JD Union: signs, and opens the envelope and the string in it. No call needs a token. */
@Component
@WhenSet("sampan.jd-union.app-key")
class JdUnionHttp {
    private static final int SERVER_FAULT = 500;
    /** After which what was silent is asked again. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSxx").withZone(ZoneOffset.ofHours(8));

    private final JdUnionSettings settings;
    private final Wire wire;
    private final Clock clock;

    JdUnionHttp(JdUnionSettings settings, Wire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /** Calls one API. @param asked its business parameters, sent as one document */
    JdUnionSaid ask(JdUnionApi api, Map<String, Object> asked) {
        var fields = new TreeMap<String, String>();
        fields.put("method", api.method());
        fields.put("app_key", settings.appKey());
        fields.put("timestamp", TIME.format(clock.instant()));
        fields.put("format", "json");
        fields.put("v", "1.0");
        fields.put("sign_method", "md5");
        fields.put("360buy_param_json", LooseJson.write(asked));
        fields.put("sign", SortedSignature.JD.of(settings.appSecret(), "", fields));
        var call = Call.form(JdUnion.SOURCE, URI.create(settings.gateway() + "/routerjson"), fields)
                .of(api.method())
                .looking()
                .within(settings.readLimit())
                .askedTwiceDoesNoHarm();
        return switch (wire.send(call)) {
            case Answered.Silent silent -> new Silent(silent.why(), silent.pause(SOON));
            case Answered.Reply reply -> judged(api, reply);
        };
    }

    /** Errors come with status 200, so the body decides. */
    private JdUnionSaid judged(JdUnionApi api, Answered.Reply reply) {
        var json = LooseJson.of(reply.body());
        if (reply.status() >= SERVER_FAULT || !json.node().isObject()) {
            return new Silent("status " + reply.status() + " without an answer", SOON);
        }
        var node = json.at(api.envelope());
        var result = node.at("queryResult");
        var fault = JdUnionFault.ofGateway(json, node).or(() -> JdUnionFault.ofResult(result));
        fault.filter(JdUnionFault::isTooOften)
                .ifPresent(one -> wire.keepAway(JdUnion.SOURCE, api.method(), one.pause(), one.line()));
        return fault.<JdUnionSaid>map(Refusal::new).orElseGet(() -> new Data(result));
    }
}
