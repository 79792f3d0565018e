package io.sampan.outside.marketplace.top;

import io.sampan.outside.credentials.AccessTokens;
import io.sampan.outside.credentials.AccessTokens.Token;
import io.sampan.outside.marketplace.top.TopFault.Kind;
import io.sampan.outside.marketplace.top.TopSaid.Data;
import io.sampan.outside.marketplace.top.TopSaid.Refusal;
import io.sampan.outside.marketplace.top.TopSaid.Silent;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.SortedSignature;
import io.sampan.outside.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The HTTP side of one app at TOP: signs, names the account by its session, opens the answer. */
final class TopHttp implements AccessTokens.Renewal {
    /** After which what was silent or failed by itself is asked again. */
    static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration FOR_AN_OPERATOR = Duration.ofMinutes(10);
    private static final String THE_APP = "";
    private static final int SERVER_FAULT = 500;

    private final TopApp app;
    private final Wire wire;
    private final AccessTokens tokens;
    private final Clock clock;

    TopHttp(TopApp app, Wire wire, AccessTokens tokens, Clock clock) {
        this.app = app;
        this.wire = wire;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Calls one API with these fields. A session that is refused is renewed once. A question that failed for what the platform says may pass
     * ({@code isp.…}) is asked once more; what changes something never is.
     */
    TopSaid ask(TopApi api, Map<String, String> fields) {
        var said = askedForAccount(api, fields);
        return api.reads() && said instanceof Refusal(var fault, var after) && fault.kind() == Kind.TEMPORARY
                ? askedForAccount(api, fields)
                : said;
    }

    private TopSaid askedForAccount(TopApi api, Map<String, String> fields) {
        if (!api.forAnAccount()) {
            return sent(api, fields);
        }
        var session = tokens.current(this);
        var said = sent(api, with(fields, session));
        if (said instanceof Refusal(var fault, var after) && fault.kind() == Kind.UNAUTHORISED) {
            var other = tokens.renewed(this, session);
            return other.equals(session) ? said : sent(api, with(fields, other));
        }
        return said;
    }

    private static Map<String, String> with(Map<String, String> fields, String session) {
        var more = new TreeMap<>(fields);
        more.put("session", session);
        return more;
    }

    private TopSaid sent(TopApi api, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("method", api.method());
        all.put("app_key", app.key());
        all.put("timestamp", TopValue.written(clock.instant()));
        all.put("v", "2.0");
        all.put("format", "json");
        all.put("sign_method", "hmac-sha256");
        all.put("sign", SortedSignature.TOP_HMAC_SHA256.of(app.secret(), "", all));
        var call = Call.form(app.source(), app.gateway(), all)
                .of(api.method())
                .within(api.reads() ? app.readLimit() : app.orderLimit());
        var meant = api.looks() ? call.looking() : call;
        return judged(api, wire.send(api.reads() ? meant.askedTwiceDoesNoHarm() : meant));
    }

    /** Every answer comes with status 200, so the body decides. */
    private TopSaid judged(TopApi api, Answered answered) {
        return switch (answered) {
            case Answered.Silent silent -> new Silent(silent.why(), silent.maybeArrived(), silent.pause(SOON));
            case Answered.Reply reply -> judged(api, reply.status(), LooseJson.of(reply.body()));
        };
    }

    private TopSaid judged(TopApi api, int status, LooseJson json) {
        var fault = status >= SERVER_FAULT ? Optional.<TopFault>empty() : TopFault.in(json);
        if (fault.isPresent()) {
            return new Refusal(fault.get(), pause(api, fault.get()));
        }
        var data = json.at(api.root());
        return status < SERVER_FAULT && data.isThere()
                ? new Data(data)
                : new Silent("status " + status + " without an answer", true, SOON);
    }

    private Duration pause(TopApi api, TopFault fault) {
        return switch (fault.kind()) {
            case LIMITED -> keptAway(api, fault);
            case UNAUTHORISED, NOT_ALLOWED -> fault.isOfClocks() ? SOON : FOR_AN_OPERATOR;
            case TEMPORARY, REFUSED -> SOON;
        };
    }

    /** For how long the gateway does not want to hear from this app, or of one API: a call during a ban would only be counted against us. */
    private Duration keptAway(TopApi api, TopFault fault) {
        var now = clock.instant();
        var ban = Duration.between(now, fault.bannedUntil(now));
        wire.keepAway(app.source(), fault.bansTheApp() ? THE_APP : api.method(), ban, fault.line());
        return ban;
    }

    @Override
    public String service() {
        return app.source();
    }

    @Override
    public Token first() {
        return new Token(app.session(), app.refreshToken(), null);
    }

    /** By the gateway rather than by {@code /token}, where the secret itself would be sent. */
    @Override
    public Optional<Token> renew(String refreshToken) {
        return sent(TopApi.REFRESH, Map.of("refresh_token", refreshToken)) instanceof Data(var data)
                ? token(data.at("token_result"))
                : Optional.empty();
    }

    private Optional<Token> token(LooseJson json) {
        return json.words("access_token").map(access -> {
            var expires =
                    json.whole("expires_in").map(seconds -> clock.instant().plusSeconds(seconds));
            return new Token(access, json.text("refresh_token"), expires.orElse(null));
        });
    }
}
