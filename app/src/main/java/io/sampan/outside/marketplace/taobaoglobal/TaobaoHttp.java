package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.credentials.AccessTokens;
import io.sampan.outside.credentials.AccessTokens.Token;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Data;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Refusal;
import io.sampan.outside.marketplace.taobaoglobal.TaobaoSaid.Silent;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.SortedSignature;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The HTTP side of Taobao Global: signs, names the account by its token, opens the three envelopes. */
@Component
@ConditionalOnProperty("sampan.taobao-global.app-key")
class TaobaoHttp implements AccessTokens.Renewal {
    private static final String SERVICE = Taobao.SOURCE;
    private static final int SERVER_FAULT = 500;
    /** After which what was silent is asked again. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final long LONGEST_BAN_SECONDS = 3600;
    /** Until two clocks that drifted apart have been set. */
    private static final Duration CLOCKS_MEET = Duration.ofSeconds(30);

    private final TaobaoSettings settings;
    private final Wire wire;
    private final AccessTokens tokens;
    private final Clock clock;

    TaobaoHttp(TaobaoSettings settings, Wire wire, AccessTokens tokens, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Calls one API with these fields; a token that is refused is renewed once. */
    TaobaoSaid ask(TaobaoApi api, Map<String, String> fields) {
        var token = tokens.current(this);
        var said = judged(api, sent(api, withToken(fields, token)));
        if (said instanceof Refusal refusal && refusal.fault().kind() == TaobaoFault.Kind.UNAUTHORISED) {
            var other = tokens.renewed(this, token);
            return other.equals(token) ? said : judged(api, sent(api, withToken(fields, other)));
        }
        return said;
    }

    /** How long to wait after a refusal. */
    Duration pause(TaobaoFault fault) {
        return switch (fault.kind()) {
            case LIMITED -> Duration.ofSeconds(Math.min(fault.banSeconds().orElse(10L), LONGEST_BAN_SECONDS));
            case UNAUTHORISED, NOT_ALLOWED ->
                fault.code().equals("IllegalTimestamp") ? CLOCKS_MEET : Duration.ofMinutes(10);
            case SOLD_OUT, MISSING, PRICE_MOVED, UNCLEAR, REFUSED -> Duration.ofMinutes(2);
        };
    }

    private static Map<String, String> withToken(Map<String, String> fields, String token) {
        var more = new TreeMap<>(fields);
        more.put("access_token", token);
        return more;
    }

    private Answered sent(TaobaoApi api, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("app_key", settings.appKey());
        all.put("timestamp", Long.toString(clock.millis()));
        all.put("sign_method", "sha256");
        all.put("sign", SortedSignature.IOP.of(settings.appSecret(), api.path(), all));
        var call = Call.form(SERVICE, URI.create(settings.gateway() + api.path()), all)
                .of(api.path())
                .within(api.reads() ? settings.readLimit() : settings.orderLimit());
        var meant = api.looks() ? call.looking() : call;
        return wire.send(api.reads() ? meant.askedTwiceDoesNoHarm() : meant);
    }

    /** Gateway errors come with status 200, so the body decides. */
    private TaobaoSaid judged(TaobaoApi api, Answered answered) {
        return switch (answered) {
            case Answered.Silent silent -> new Silent(silent.why(), silent.maybeArrived(), silent.pause(SOON));
            case Answered.Reply reply -> judged(api, reply.status(), LooseJson.of(reply.body()));
        };
    }

    private TaobaoSaid judged(TaobaoApi api, int status, LooseJson json) {
        if (status >= SERVER_FAULT || !json.node().isObject()) {
            return new Silent("status " + status + " without an answer", true, SOON);
        }
        var fault = TaobaoFault.gateways(json).or(() -> TaobaoFault.apis(json));
        if (fault.isPresent()) {
            if (fault.get().kind() == TaobaoFault.Kind.LIMITED) {
                wire.keepAway(
                        SERVICE, api.path(), pause(fault.get()), fault.get().line());
            }
            return new Refusal(fault.get());
        }
        var inner = json.at("result", "data");
        return new Data(inner.isThere() ? inner : json.at("data"));
    }

    @Override
    public String service() {
        return SERVICE;
    }

    @Override
    public Token first() {
        return new Token(settings.accessToken(), settings.refreshToken(), null);
    }

    @Override
    public Optional<Token> renew(String refreshToken) {
        return switch (sent(TaobaoApi.REFRESH, Map.of("refresh_token", refreshToken))) {
            case Answered.Silent silent -> Optional.empty();
            case Answered.Reply reply -> token(LooseJson.of(reply.body()));
        };
    }

    private Optional<Token> token(LooseJson json) {
        return json.words("access_token").map(access -> {
            var expires =
                    json.whole("expires_in").map(seconds -> clock.instant().plusSeconds(seconds));
            return new Token(access, json.text("refresh_token"), expires.orElse(null));
        });
    }
}
