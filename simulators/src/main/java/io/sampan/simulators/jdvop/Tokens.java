package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Books;
import io.sampan.simulators.seller.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Access and refresh tokens and their ends. Source: docs/sources/jdvop.md "Token". */
final class Tokens {
    private static final String UID = "8820260001";

    record Token(String token, boolean refresh, Instant until) {}

    private final JdVopSettings settings;
    private final Book<Token> book;
    private final InstantSource clock;

    Tokens(JdVopSettings settings, Books books, InstantSource clock) {
        this.settings = settings;
        this.book = books.open("jd-vop-tokens", Token.class);
        this.clock = clock;
    }

    Reply create(Call call) {
        if (!call.needed("grant_type").equals("access_token")) {
            throw Refused.badValue("grant_type");
        }
        // Not all clients send the secret along; it is in the signature anyway.
        String secret = call.text("client_secret");
        if (!call.needed("client_id").equals(settings.clientId())
                || !secret.isEmpty() && !secret.equals(settings.clientSecret())) {
            throw new Refused("1003", "无效的client_id或client_secret");
        }
        Instant sent = Dates.parsed("timestamp", call.needed("timestamp"));
        if (Duration.between(sent, clock.instant()).abs().compareTo(settings.timestampSkew()) > 0) {
            throw new Refused("1003", "timestamp已过期");
        }
        if (!new Signature(settings.clientSecret()).fits(call.fields())) {
            throw new Refused("1003", "签名校验失败");
        }
        boolean known = call.needed("username").equals(settings.username())
                && call.needed("password").equals(Signature.hashed(settings.password()));
        if (!known) {
            throw new Refused("1003", "用户名或密码错误");
        }
        return issued();
    }

    Reply refresh(Call call) {
        boolean ours = call.needed("client_id").equals(settings.clientId())
                && call.needed("client_secret").equals(settings.clientSecret());
        if (!ours) {
            throw new Refused("1003", "无效的client_id或client_secret");
        }
        Token token = book.get(call.needed("refresh_token"))
                .filter(Token::refresh)
                .orElseThrow(() -> new Refused("2012", "refresh_token不存在"));
        if (!token.until().isAfter(clock.instant())) {
            throw new Refused("2011", "refresh_token过期");
        }
        book.remove(token.token());
        return issued();
    }

    private Reply issued() {
        Instant now = clock.instant();
        var access = new Token(random(), false, now.plus(settings.tokenLife()));
        var refresh = new Token(random(), true, now.plus(settings.refreshLife()));
        book.put(access.token(), access);
        book.put(refresh.token(), refresh);
        return Reply.of(Fields.of(
                "uid", UID,
                "access_token", access.token(),
                "refresh_token", refresh.token(),
                "time", now.toEpochMilli(),
                "expires_in", settings.tokenLife().toSeconds(),
                "refresh_token_expires", refresh.until().toEpochMilli()));
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    /** Throws unless the token works now. */
    void check(String access) {
        Token token = book.get(access)
                .filter(one -> !one.refresh())
                .orElseThrow(() -> new Refused(settings.codes().tokenUnknown(), "无效token"));
        if (!token.until().isAfter(clock.instant())) {
            throw new Refused(settings.codes().tokenExpired(), "token已过期");
        }
    }
}
