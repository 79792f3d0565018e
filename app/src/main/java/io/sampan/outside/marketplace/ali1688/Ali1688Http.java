package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.credentials.AccessTokens;
import io.sampan.outside.credentials.AccessTokens.Token;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Body;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Silent;
import io.sampan.outside.marketplace.ali1688.Ali1688Said.Stopped;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The HTTP side of 1688: signs, names the account by its token, and tells the gateway's refusals from the API's answers. */
@Component
@ConditionalOnProperty("sampan.ali1688.app-key")
class Ali1688Http implements AccessTokens.Renewal {
    private static final String SERVICE = Ali1688.SOURCE;
    private static final int SERVER_FAULT = 500;
    /** After which what was silent is asked again. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(120);
    private static final int DOUBLINGS = 4;

    private final Ali1688Settings settings;
    private final Wire wire;
    private final AccessTokens tokens;
    private final Clock clock;
    private final AtomicInteger limitedInARow = new AtomicInteger();

    Ali1688Http(Ali1688Settings settings, Wire wire, AccessTokens tokens, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Calls one API with these fields; a token that is refused is renewed once. */
    Ali1688Said ask(Ali1688Api api, Map<String, String> fields) {
        var token = tokens.current(this);
        var said = ask(api, fields, token);
        if (said instanceof Stopped stopped && stopped.fault().kind() == Ali1688Fault.Kind.UNAUTHORISED) {
            var other = tokens.renewed(this, token);
            return other.equals(token) ? said : ask(api, fields, other);
        }
        return said;
    }

    /** How long to wait after a refusal: twice as long each time that we are limited in a row. Source: docs/sources/1688.md "Flow control". */
    Duration pause(Ali1688Fault fault) {
        return switch (fault.kind()) {
            case LIMITED -> {
                int doublings = Math.min(Math.max(limitedInARow.get() - 1, 0), DOUBLINGS);
                var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
                yield pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
            case UNAUTHORISED, NOT_ALLOWED -> Duration.ofMinutes(10);
            case SOLD_OUT, MISSING, REFUSED -> Duration.ofMinutes(2);
        };
    }

    private Ali1688Said ask(Ali1688Api api, Map<String, String> fields, String token) {
        var path = api.path(settings.appKey());
        var sent = new TreeMap<>(fields);
        sent.put("access_token", token);
        sent.put("_aop_timestamp", Long.toString(clock.millis()));
        sent.put("_aop_signature", SortedSignature.ALI_1688.of(settings.appSecret(), path, sent));
        var call = Call.form(SERVICE, address(path), sent)
                .of(api.api())
                .within(api.reads() ? settings.readLimit() : settings.orderLimit());
        var meant = api.looks() ? call.looking() : call;
        return switch (wire.send(api.reads() ? meant.askedTwiceDoesNoHarm() : meant)) {
            case Answered.Silent silent -> new Silent(silent.why(), silent.maybeArrived(), silent.pause(SOON));
            case Answered.Reply reply -> judged(api, reply);
        };
    }

    /** The status says little: errors come with 200 as with 400, so the body decides. */
    private Ali1688Said judged(Ali1688Api api, Answered.Reply reply) {
        var json = LooseJson.of(reply.body());
        var fault = Ali1688Fault.ofGateway(json);
        if (fault.isPresent()) {
            if (fault.get().kind() == Ali1688Fault.Kind.LIMITED) {
                limitedInARow.incrementAndGet();
                wire.keepAway(
                        SERVICE, api.api(), pause(fault.get()), fault.get().line());
            }
            return new Stopped(fault.get());
        }
        if (!json.node().isObject() || reply.status() >= SERVER_FAULT) {
            return new Silent("status " + reply.status() + " without an answer", true, SOON);
        }
        limitedInARow.set(0);
        return new Body(json);
    }

    @Override
    public String service() {
        return SERVICE;
    }

    @Override
    public Token first() {
        return new Token(settings.accessToken(), settings.refreshToken(), null);
    }

    /** Source: docs/sources/1688.md "Token": unsigned; the refresh token stays the same. */
    @Override
    public Optional<Token> renew(String refreshToken) {
        var fields = Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                settings.appKey(),
                "client_secret",
                settings.appSecret(),
                "refresh_token",
                refreshToken);
        var path = "http/1/system.oauth2/getToken/" + settings.appKey();
        var call = Call.form(SERVICE, address(path), fields).within(settings.readLimit());
        return switch (wire.send(call)) {
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

    private URI address(String path) {
        return URI.create(settings.gateway() + "/" + path);
    }
}
