package io.sampan.simulators.top;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, which TOP also calls session keys and access tokens: how they are had, renewed, and how they end. By
 * {@code /token} as OAuth, or by {@code taobao.top.auth.token.create|refresh} through the gateway.
 */
final class Sessions {
    record Session(String key, Instant until) {}

    private final TopSettings settings;
    private final Book<Session> book;
    private final InstantSource clock;

    Sessions(String service, TopSettings settings, Kernel kernel) {
        this.settings = settings;
        this.book = kernel.books().open(service + "-sessions", Session.class);
        this.clock = kernel.clock();
    }

    /** POST /token: JSON, and 400 when refused. */
    Answer token(Question question) {
        Map<String, String> form = question.form();
        boolean known = settings.appKey().equals(form.get("client_id"))
                && settings.appSecret().equals(form.get("client_secret"));
        if (!known) {
            return failed("invalid_client", "client_id or client_secret is wrong");
        }
        boolean granted = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> settings.code().equals(form.get("code"));
            case "refresh_token" -> settings.refreshToken().equals(form.get("refresh_token"));
            default -> false;
        };
        return granted ? Answer.json(issued()) : failed("invalid_grant", "code or refresh_token is wrong or used up");
    }

    private static Answer failed(String error, String words) {
        return Answer.json(400, Map.of("error", error, "error_description", words));
    }

    /** GET /authorize: as if somebody had signed in and agreed. */
    Answer authorise(Question question) {
        String back = question.query().getOrDefault("redirect_uri", "");
        if (!back.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/.*")) {
            return Answer.text(400, "redirect_uri does not match the console's");
        }
        String state = URLEncoder.encode(question.query().getOrDefault("state", ""), StandardCharsets.UTF_8);
        return Answer.redirect(back + (back.contains("?") ? "&" : "?") + "code=" + settings.code() + "&state=" + state);
    }

    Map<String, @Nullable Object> create(Call call) {
        if (!settings.code().equals(call.needed("code"))) {
            throw Refused.business("isv.invalid-parameter:code", "code is wrong or used up");
        }
        return Fields.of("token_result", Json.text(issued()));
    }

    Map<String, @Nullable Object> refresh(Call call) {
        if (!settings.refreshToken().equals(call.needed("refresh_token"))) {
            throw Refused.business("isv.invalid-parameter:refresh_token", "refresh_token is wrong or used up");
        }
        return Fields.of("token_result", Json.text(issued()));
    }

    private synchronized Map<String, @Nullable Object> issued() {
        if (settings.refreshEndsOld()) {
            book.values().forEach(old -> book.put(old.key(), new Session(old.key(), clock.instant())));
        }
        String key = "6200" + UUID.randomUUID().toString().replace("-", "")
                + settings.user().id();
        book.put(key, new Session(key, clock.instant().plus(settings.sessionLife())));
        long life = settings.sessionLife().toSeconds();
        return Fields.of(
                "access_token", key,
                "token_type", "Bearer",
                "expires_in", life,
                "refresh_token", settings.refreshToken(),
                "re_expires_in", 2 * life,
                "r1_expires_in", life,
                "r2_expires_in", life,
                "w1_expires_in", life,
                "w2_expires_in", life,
                "taobao_user_nick", URLEncoder.encode(settings.user().nick(), StandardCharsets.UTF_8),
                "taobao_user_id", String.valueOf(settings.user().id()));
    }

    /** Refuses a session that never was, or has ended. */
    void check(String key) {
        if (key.isBlank()) {
            throw Refused.gateway(Problem.MISSING_SESSION);
        }
        Session session = book.get(key)
                .orElseThrow(() -> Refused.gateway(Problem.INVALID_SESSION, "invalid-sessionkey", "SessionKey非法"));
        if (!session.until().isAfter(clock.instant())) {
            throw Refused.gateway(Problem.INVALID_SESSION, "session-expired", "session过期，请重新授权");
        }
    }
}
