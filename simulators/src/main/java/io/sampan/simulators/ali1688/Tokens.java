package io.sampan.simulators.ali1688;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Books;
import io.sampan.simulators.seller.Fields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access tokens that work for ten hours of world time; a refresh brings a new one and no new refresh token. */
final class Tokens {
    static final String MEMBER = "b2b-22166000000010a1b2";
    static final String ALI_ID = "2216600000001";
    static final String LOGIN = "sampan_buyer";

    record Token(String accessToken, Instant until) {}

    private final Ali1688Settings settings;
    private final Book<Token> book;
    private final InstantSource clock;

    Tokens(Ali1688Settings settings, Books books, InstantSource clock) {
        this.settings = settings;
        this.book = books.open("1688-tokens", Token.class);
        this.clock = clock;
    }

    Answer answer(Map<String, String> form) {
        if (!settings.appKey().equals(form.get("client_id"))
                || !settings.appSecret().equals(form.get("client_secret"))) {
            return failed("invalid_client");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" ->
                settings.code().equals(form.get("code")) ? Answer.json(issued(true)) : failed("invalid_grant");
            case "refresh_token" ->
                settings.refreshToken().equals(form.get("refresh_token"))
                        ? Answer.json(issued(false))
                        : failed("invalid_grant");
            default -> failed("unsupported_grant_type");
        };
    }

    private static Answer failed(String error) {
        return Answer.json(400, Map.of("error", error, "error_description", error));
    }

    private Map<String, @Nullable Object> issued(boolean withRefreshToken) {
        String access = issue();
        Map<String, @Nullable Object> reply = Fields.of("access_token", access);
        if (withRefreshToken) {
            reply.put("refresh_token", settings.refreshToken());
            reply.put("refresh_token_timeout", Dates.wire(clock.instant().plusSeconds(180L * 86_400)));
        }
        reply.put("expires_in", String.valueOf(settings.tokenLife().toSeconds()));
        reply.put("aliId", ALI_ID);
        reply.put("memberId", MEMBER);
        reply.put("resource_owner", LOGIN);
        reply.put("uid", ALI_ID);
        return reply;
    }

    /** A fresh access token. */
    String issue() {
        var token = new Token(UUID.randomUUID().toString(), clock.instant().plus(settings.tokenLife()));
        book.put(token.accessToken(), token);
        return token.accessToken();
    }

    boolean good(String accessToken) {
        return book.get(accessToken)
                .filter(token -> token.until().isAfter(clock.instant()))
                .isPresent();
    }
}
