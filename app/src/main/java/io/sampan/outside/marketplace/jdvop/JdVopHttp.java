package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.credentials.AccessTokens;
import io.sampan.outside.credentials.AccessTokens.Token;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Data;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Refusal;
import io.sampan.outside.marketplace.jdvop.JdVopSaid.Silent;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.OrderedSignature;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The HTTP side of JD VOP: names the account by its token, which is had for a password, and opens the one envelope. */
@Component
@WhenSet("sampan.jd-vop.client-id")
class JdVopHttp implements AccessTokens.Renewal {
    private static final String SERVICE = JdVop.SOURCE;
    private static final int SERVER_FAULT = 500;
    /** After which what was silent is asked again. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final JdVopSettings settings;
    private final Wire wire;
    private final AccessTokens tokens;
    private final Clock clock;

    JdVopHttp(JdVopSettings settings, Wire wire, AccessTokens tokens, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Calls one API with these fields; a token that is refused is renewed once. */
    JdVopSaid ask(JdVopApi api, Map<String, String> fields) {
        var token = tokens.current(this);
        var said = ask(api, fields, token);
        if (said instanceof Refusal(var fault) && fault.kind() == JdVopFault.Kind.UNAUTHORISED) {
            var other = tokens.renewed(this, token);
            return other.equals(token) ? said : ask(api, fields, other);
        }
        return said;
    }

    /** How long to wait after a refusal. */
    Duration pause(JdVopFault fault) {
        return switch (fault.kind()) {
            case LIMITED -> Duration.ofSeconds(10);
            case BROKEN -> Duration.ofSeconds(30);
            case UNAUTHORISED, NO_MONEY -> Duration.ofMinutes(10);
            case SOLD_OUT, MISSING, PRICE_MOVED, ALREADY, REFUSED, UNKNOWN -> Duration.ofMinutes(2);
        };
    }

    private JdVopSaid ask(JdVopApi api, Map<String, String> fields, String token) {
        var sent = new TreeMap<>(fields);
        sent.put("token", token);
        var call = Call.form(SERVICE, address(api.path()), sent)
                .of(api.path())
                .within(api.reads() ? settings.readLimit() : settings.orderLimit());
        var meant = api.looks() ? call.looking() : call;
        return switch (wire.send(api.reads() ? meant.askedTwiceDoesNoHarm() : meant)) {
            case Answered.Silent silent -> new Silent(silent.why(), silent.maybeArrived(), silent.pause(SOON));
            case Answered.Reply reply -> judged(api, reply);
        };
    }

    /** Everything comes with status 200, so the body decides. */
    private JdVopSaid judged(JdVopApi api, Answered.Reply reply) {
        var json = LooseJson.of(reply.body());
        if (reply.status() >= SERVER_FAULT || json.words("success").isEmpty()) {
            return new Silent("status " + reply.status() + " without an answer", true, SOON);
        }
        var fault = JdVopFault.of(json, settings.codes());
        fault.filter(one -> one.kind() == JdVopFault.Kind.LIMITED)
                .ifPresent(one -> wire.keepAway(SERVICE, api.path(), pause(one), one.line()));
        return fault.<JdVopSaid>map(Refusal::new).orElseGet(() -> new Data(json));
    }

    @Override
    public String service() {
        return SERVICE;
    }

    /** None: the first is had for the password. */
    @Override
    public Token first() {
        return new Token("", "", null);
    }

    /** By the refresh token, which works once; by the password where there is none, or it has run out. Source: docs/sources/jdvop.md "Token". */
    @Override
    public Optional<Token> renew(String refreshToken) {
        var refreshed =
                refreshToken.isEmpty() ? Optional.<Token>empty() : token("/oauth2/refreshToken", refresh(refreshToken));
        return refreshed.or(() -> token("/oauth2/accessToken", password()));
    }

    private Map<String, String> refresh(String refreshToken) {
        return Map.of(
                "refresh_token",
                refreshToken,
                "client_id",
                settings.clientId(),
                "client_secret",
                settings.clientSecret());
    }

    private Map<String, String> password() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "access_token");
        fields.put("client_id", settings.clientId());
        fields.put("timestamp", JdVopTexts.time(clock.instant()));
        fields.put("username", settings.username());
        fields.put("password", settings.password());
        fields.put("scope", "");
        fields.put("sign", OrderedSignature.JD_VOP_TOKEN.of(settings.clientSecret(), fields));
        fields.put("password", md5(settings.password()));
        fields.put("client_secret", settings.clientSecret());
        return fields;
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has MD5", missing);
        }
    }

    private Optional<Token> token(String path, Map<String, String> fields) {
        var call = Call.form(SERVICE, address(path), fields).within(settings.readLimit());
        return switch (wire.send(call)) {
            case Answered.Silent silent -> Optional.empty();
            case Answered.Reply reply -> token(LooseJson.of(reply.body()).at("result"));
        };
    }

    private Optional<Token> token(LooseJson result) {
        return result.words("access_token").map(access -> {
            var expires =
                    result.whole("expires_in").map(seconds -> clock.instant().plusSeconds(seconds));
            return new Token(access, result.text("refresh_token"), expires.orElse(null));
        });
    }

    private URI address(String path) {
        return URI.create(settings.gateway() + path);
    }
}
