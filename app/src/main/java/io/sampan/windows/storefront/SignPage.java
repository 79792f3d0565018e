package io.sampan.windows.storefront;

import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Sessions;
import io.sampan.people.identity.SignedIn;
import io.sampan.people.identity.SignedUp;
import io.sampan.windows.frame.Cookies;
import io.sampan.windows.frame.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signing up, in and out. At sign-in wrong guesses are all answered alike. Sign-up must say that an email has an account already, since the shop
 * sends no mail that could tell its owner alone; so tries of both are braked by the visitor's network address.
 */
@Controller
public class SignPage {
    private final Storefront storefront;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Cookies cookies;

    SignPage(Storefront storefront, Accounts accounts, Sessions sessions, Cookies cookies) {
        this.storefront = storefront;
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /**
     * @param next path to go on to
     * @param email as typed, so that it need not be typed again
     * @param faults text keys of what is wrong
     * @param minutes to wait, 0 when there is nothing to wait for
     */
    public record View(boolean signUp, String next, String email, List<String> faults, long minutes) {
        /** The fault of a field, by the beginning of its key; empty when there is none. */
        public String fault(String begin) {
            return faults.stream()
                    .filter(key -> key.startsWith(begin))
                    .findFirst()
                    .orElse("");
        }

        /** Never shows the email. */
        @Override
        public String toString() {
            return "View[" + faults + ", " + minutes + " minutes]";
        }
    }

    @GetMapping("/sign-in")
    void signInForm(
            @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        form(request, response, HttpStatus.OK, new View(false, LocalPath.of(next, "/"), "", List.of(), 0));
    }

    @GetMapping("/sign-up")
    void signUpForm(
            @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        form(request, response, HttpStatus.OK, new View(true, LocalPath.of(next, "/"), "", List.of(), 0));
    }

    @PostMapping("/sign-in")
    void signIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var onwards = LocalPath.of(next, "/");
        switch (accounts.signIn(email, password, request.getRemoteAddr())) {
            case SignedIn.Welcome welcome -> enter(response, welcome.account().id(), onwards);
            case SignedIn.Refused _ ->
                form(
                        request,
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new View(false, onwards, email, List.of("sign.refused"), 0));
            case SignedIn.Braked braked ->
                form(request, response, HttpStatus.TOO_MANY_REQUESTS, braked(false, onwards, email, braked.pause()));
            case SignedIn.Busy _ ->
                form(request, response, HttpStatus.SERVICE_UNAVAILABLE, busy(false, onwards, email));
        }
    }

    @PostMapping("/sign-up")
    void signUp(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var onwards = LocalPath.of(next, "/");
        var language = storefront.frame(request).visitor().language();
        switch (accounts.signUp(email, password, language, request.getRemoteAddr())) {
            case SignedUp.Welcome welcome -> enter(response, welcome.account().id(), onwards);
            case SignedUp.Refused refused ->
                form(
                        request,
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new View(true, onwards, email, keys(refused), 0));
            case SignedUp.Braked braked ->
                form(request, response, HttpStatus.TOO_MANY_REQUESTS, braked(true, onwards, email, braked.pause()));
            case SignedUp.Busy _ -> form(request, response, HttpStatus.SERVICE_UNAVAILABLE, busy(true, onwards, email));
        }
    }

    @PostMapping("/sign-out")
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        cookies.session(request).ifPresent(sessions::close);
        cookies.signOut(response);
        cookies.cartCount(response, 0);
        storefront.goOn(response, "/");
    }

    private void enter(HttpServletResponse response, AccountId account, String onwards) {
        cookies.signIn(response, sessions.open(account));
        storefront.goOn(response, onwards);
    }

    private static View braked(boolean signUp, String onwards, String email, Duration pause) {
        return new View(signUp, onwards, email, List.of(), pause.toMinutes() + 1);
    }

    private static View busy(boolean signUp, String onwards, String email) {
        return new View(signUp, onwards, email, List.of("sign.busy"), 0);
    }

    private static List<String> keys(SignedUp.Refused refused) {
        return refused.faults().stream()
                .map(fault ->
                        "sign.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private void form(HttpServletRequest request, HttpServletResponse response, HttpStatus status, View view)
            throws IOException {
        storefront.show(response, status.value(), "sign", storefront.frame(request), view);
    }
}
