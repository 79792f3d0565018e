package io.sampan.windows.frame;

import io.sampan.people.identity.Account;
import io.sampan.people.identity.Sessions;
import io.sampan.people.language.Languages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every page: writes the security headers, finds out who is there and how they want their pages, and turns away forms that did
 * not come from our own pages (double-submit cookie, and Sec-Fetch-Site where the browser sends it).
 */
final class Doorkeeper extends OncePerRequestFilter {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CSRF_BYTES = 16;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String LANGUAGE = "lang";
    private static final String HOOKS = "/hooks/";

    private final Cookies cookies;
    private final Sessions sessions;
    private final Languages languages;
    private final ErrorPages errors;
    private final SafetyHeaders headers;

    Doorkeeper(Cookies cookies, Sessions sessions, Languages languages, ErrorPages errors, SafetyHeaders headers) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.languages = languages;
        this.errors = errors;
        this.headers = headers;
    }

    /** Other programs call these and prove themselves in their own way. */
    static boolean isHook(HttpServletRequest request) {
        return request.getRequestURI().startsWith(HOOKS);
    }

    /** What was turned away before it came here, such as an address that no page can have, is told so in the visitor's language, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Assets.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers.write(response);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            enterStranger(request, response);
            chain.doFilter(request, response);
            return;
        }
        if (isHook(request)) {
            chain.doFilter(request, response);
            return;
        }
        var visitor = visitor(request, response);
        visitor.enter(request);
        var account = visitor.account();
        if (account != null) {
            SecurityContextHolder.setContext(new SecurityContextImpl(signedIn(account)));
        }
        if (!SAFE.contains(request.getMethod()) && !isOurForm(request, visitor)) {
            errors.show(request, response, HttpServletResponse.SC_FORBIDDEN);
        } else if (isKeepable(request)) {
            chain.doFilter(request, response);
        } else {
            errors.show(request, response, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Lets a request in that is about to be told what went wrong, unless it is in already or is another program's. Nobody is looked up. */
    void enterStranger(HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (Visitor.find(request).isEmpty() && !(asked instanceof String path && path.startsWith(HOOKS))) {
            visitor(request, response, null).enter(request);
        }
    }

    /** Whether no text in it holds the one character that PostgreSQL keeps in none, and nobody types. */
    private static boolean isKeepable(HttpServletRequest request) {
        var query = request.getQueryString();
        return SAFE.contains(request.getMethod()) && (query == null || !query.contains("%00"))
                || request.getParameterMap().values().stream()
                        .flatMap(Arrays::stream)
                        .noneMatch(text -> text.indexOf('\0') >= 0);
    }

    private Visitor visitor(HttpServletRequest request, HttpServletResponse response) {
        return visitor(
                request,
                response,
                cookies.session(request).flatMap(sessions::accountOf).orElse(null));
    }

    private Visitor visitor(HttpServletRequest request, HttpServletResponse response, @Nullable Account account) {
        var look = cookies.look(request);
        var accepted = request.getHeader("Accept-Language");
        var asked = languages.language(asked(request));
        var language = asked.or(() -> look.flatMap(kept -> languages.language(kept.language())))
                .or(() -> languages.language(account == null ? null : account.language()))
                .or(() -> languages.languageOf(accepted))
                .orElseGet(() -> languages.offered().getFirst());
        var country = look.flatMap(kept -> languages.country(kept.country()))
                .or(() -> languages.country(account == null ? null : account.country()))
                .or(() -> languages.countryOf(accepted))
                .orElseGet(languages::usualCountry);
        var currency = look.flatMap(kept -> languages.currency(kept.currency()))
                .or(() -> chosenCurrency(account))
                .orElseGet(() -> languages.currencyOf(country));
        asked.ifPresent(
                chosen -> cookies.look(response, new Cookies.Look(chosen, country, currency.getCurrencyCode())));
        return new Visitor(language, country, currency, account, csrf(request, response));
    }

    private static Optional<Currency> chosenCurrency(@Nullable Account account) {
        return account == null ? Optional.empty() : Optional.ofNullable(account.currency());
    }

    private static @Nullable String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null && query.contains(LANGUAGE) && SAFE.contains(request.getMethod())
                ? request.getParameter(LANGUAGE)
                : null;
    }

    private String csrf(HttpServletRequest request, HttpServletResponse response) {
        return cookies.csrf(request).orElseGet(() -> {
            var bytes = new byte[CSRF_BYTES];
            RANDOM.nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            cookies.csrf(response, token);
            return token;
        });
    }

    private boolean isOurForm(HttpServletRequest request, Visitor visitor) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var header = request.getHeader("X-CSRF-Token");
        var sent = header == null ? request.getParameter("_csrf") : header;
        return sent != null
                && cookies.csrf(request).isPresent()
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), visitor.csrf().getBytes(StandardCharsets.UTF_8));
    }

    private static UsernamePasswordAuthenticationToken signedIn(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                account.id(),
                null,
                List.of(new SimpleGrantedAuthority(account.role().name())));
    }
}
