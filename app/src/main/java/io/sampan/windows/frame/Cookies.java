package io.sampan.windows.frame;

import io.sampan.ground.installation.Installation;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What a browser keeps for us. Every cookie is HttpOnly and SameSite=Lax, and in production Secure and bound to this host alone. */
@Component
public class Cookies {
    private static final String SESSION = "sid";
    private static final String CSRF = "csrf";
    private static final String LOOK = "look";
    private static final String CART_COUNT = "n";

    private final boolean secure;
    private final Duration life;

    Cookies(Installation installation, FrameSettings settings) {
        this.secure = installation.isProduction();
        this.life = settings.cookieLife();
    }

    public Optional<String> session(HttpServletRequest request) {
        return read(request, SESSION);
    }

    /** Signs the browser in with the token of a session, for as long as the session can live. */
    public void signIn(HttpServletResponse response, String token) {
        write(response, SESSION, token);
    }

    public void signOut(HttpServletResponse response) {
        remove(response, SESSION);
    }

    /** How many pieces are in the cart, as the browser was last told; a courtesy of the header, no fact. */
    public int cartCount(HttpServletRequest request) {
        return read(request, CART_COUNT)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    public void cartCount(HttpServletResponse response, int pieces) {
        write(response, CART_COUNT, Integer.toString(Math.clamp(pieces, 0, 9999)));
    }

    Optional<String> csrf(HttpServletRequest request) {
        return read(request, CSRF).filter(token -> token.matches("[A-Za-z0-9_-]{22}"));
    }

    void csrf(HttpServletResponse response, String token) {
        write(response, CSRF, token);
    }

    /** Language, country and currency as the visitor chose them. */
    Optional<Look> look(HttpServletRequest request) {
        return read(request, LOOK).flatMap(Look::of);
    }

    void look(HttpServletResponse response, Look look) {
        write(response, LOOK, look.text());
    }

    /** @param currency ISO 4217 */
    record Look(String language, String country, String currency) {
        static Optional<Look> of(String text) {
            var parts = text.split("-", 4);
            return parts.length == 3 ? Optional.of(new Look(parts[0], parts[1], parts[2])) : Optional.empty();
        }

        String text() {
            return language + "-" + country + "-" + currency;
        }
    }

    /** A cookie of a window's own; names are unique among windows. */
    public Optional<String> read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        var wanted = named(name);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(wanted)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    public void write(HttpServletResponse response, String name, String value) {
        add(response, name, value, life);
    }

    public void remove(HttpServletResponse response, String name) {
        add(response, name, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(named(name), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Source: RFC 6265bis, cookie name prefixes: a browser takes {@code __Host-} only over https, for this host and the whole of it. */
    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }
}
