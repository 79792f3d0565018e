package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Books;
import io.sampan.simulators.seller.Fields;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access tokens and their end. */
final class Tokens {
    private static final String USER = "2216600000002";

    record Token(String accessToken, Instant until) {}

    private final TaobaoGlobalSettings settings;
    private final Book<Token> book;
    private final InstantSource clock;

    Tokens(TaobaoGlobalSettings settings, Books books, InstantSource clock) {
        this.settings = settings;
        this.book = books.open("taobao-global-tokens", Token.class);
        this.clock = clock;
    }

    Object create(Call call) {
        if (!settings.code().equals(call.needed("code"))) {
            throw Refused.gateway("InvalidCode", "Invalid authorization code");
        }
        return issued();
    }

    Object refresh(Call call) {
        if (!settings.refreshToken().equals(call.needed("refresh_token"))) {
            throw Refused.gateway("IllegalRefreshToken", "The specified refresh token is invalid or expired");
        }
        return issued();
    }

    private Map<String, @Nullable Object> issued() {
        String access = "50000601c01" + UUID.randomUUID().toString().replace("-", "");
        book.put(access, new Token(access, clock.instant().plus(settings.tokenLife())));
        return Fields.of(
                "access_token",
                access,
                "refresh_token",
                settings.refreshToken(),
                "expires_in",
                settings.tokenLife().toSeconds(),
                "refresh_expires_in",
                settings.tokenLife().toSeconds() * 2,
                "seller_id",
                USER,
                "user_id",
                USER,
                "account",
                "sampan@example.test",
                "account_platform",
                "seller_center",
                "short_code",
                "TG10001");
    }

    boolean good(String accessToken) {
        return book.get(accessToken)
                .filter(token -> token.until().isAfter(clock.instant()))
                .isPresent();
    }
}
