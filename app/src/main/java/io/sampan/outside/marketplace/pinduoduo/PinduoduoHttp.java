package io.sampan.outside.marketplace.pinduoduo;

import io.sampan.outside.marketplace.pinduoduo.PinduoduoSaid.Data;
import io.sampan.outside.marketplace.pinduoduo.PinduoduoSaid.Nothing;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.SortedSignature;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The HTTP side of Pinduoduo: signs, and tells refusals from answers. No call needs a token. */
@Component
@WhenSet("sampan.pinduoduo.client-id")
class PinduoduoHttp {
    private static final int SERVER_FAULT = 500;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(10);

    /** Settings and permissions that an operator has to mend. Source: docs/sources/pinduoduo.md "Errors". */
    private static final Set<String> OPERATORS =
            Set.of("10001", "10016", "10017", "10019", "20004", "20005", "20031", "20032", "20034", "20035");

    private final PinduoduoSettings settings;
    private final Wire wire;
    private final Clock clock;

    PinduoduoHttp(PinduoduoSettings settings, Wire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /** Calls one API with these fields. */
    PinduoduoSaid ask(PinduoduoApi api, Map<String, String> asked) {
        var fields = new TreeMap<>(asked);
        fields.put("type", api.type());
        fields.put("client_id", settings.clientId());
        fields.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        fields.put("data_type", "JSON");
        fields.put("version", "V1");
        fields.put("sign", SortedSignature.PINDUODUO.of(settings.clientSecret(), "", fields));
        var call = Call.form(Pinduoduo.SOURCE, URI.create(settings.gateway() + "/api/router"), fields)
                .of(api.type())
                .looking()
                .within(settings.readLimit())
                .askedTwiceDoesNoHarm();
        return switch (wire.send(call)) {
            case Answered.Silent silent -> new Nothing(silent.pause(SOON), silent.why());
            case Answered.Reply reply -> judged(api, reply);
        };
    }

    /** Errors come with status 200, so the body decides. */
    private PinduoduoSaid judged(PinduoduoApi api, Answered.Reply reply) {
        var json = LooseJson.of(reply.body());
        var fault = json.at("error_response");
        if (fault.isThere()) {
            return refused(api, fault.text("error_code"), fault.words("sub_msg").orElse(fault.text("error_msg")));
        }
        var response = json.at(api.envelope());
        return reply.status() < SERVER_FAULT && response.isThere()
                ? new Data(response)
                : new Nothing(SOON, "status " + reply.status() + " without an answer");
    }

    private PinduoduoSaid refused(PinduoduoApi api, String code, String words) {
        var line = code + " " + words;
        if (settings.tooOften().contains(code)) {
            wire.keepAway(Pinduoduo.SOURCE, api.type(), BUSY, line);
            return new Nothing(BUSY, line);
        }
        return new Nothing(OPERATORS.contains(code) ? UNTIL_MENDED : A_WHILE, line);
    }
}
