package io.sampan.windows.frame;

import io.sampan.people.identity.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking at a page, and how they want it.
 *
 * @param language ISO 639, one of those offered
 * @param country ISO 3166, where parcels would go, one of those offered
 * @param currency in which prices are shown
 * @param account null for somebody who has not signed in
 * @param csrf what every form of this browser must send back in {@code _csrf}
 */
public record Visitor(
        String language,
        String country,
        Currency currency,
        @Nullable Account account,
        String csrf) {
    private static final String ATTRIBUTE = Visitor.class.getName();

    /** The visitor of a request; every request that reaches a controller has one. */
    public static Visitor of(HttpServletRequest request) {
        return of(request, ATTRIBUTE).orElseThrow(() -> new IllegalStateException("The door was passed by"));
    }

    static Optional<Visitor> find(HttpServletRequest request) {
        return of(request, ATTRIBUTE);
    }

    private static Optional<Visitor> of(HttpServletRequest request, String attribute) {
        return Optional.ofNullable((Visitor) request.getAttribute(attribute));
    }

    void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public boolean isSignedIn() {
        return account != null;
    }

    public boolean isOperator() {
        return account != null && account.isOperator();
    }

    /** @throws NotThere for somebody who has not signed in: pages for signed-in people are behind the gate already */
    public Account required() {
        if (account == null) {
            throw new NotThere();
        }
        return account;
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Visitor[" + language + " " + country + " " + account + "]";
    }
}
