package io.sampan.people.identity;

import io.sampan.ground.database.TimeOrderedId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to accounts: making one, proving that it is yours, and what its owner prefers. */
@Component
public class Accounts {
    private final IdentityTable table;
    private final Passwords passwords;
    private final SignInBrake brake;
    private final Sessions sessions;
    private final Clock clock;

    Accounts(IdentityTable table, Passwords passwords, SignInBrake brake, Sessions sessions, Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.brake = brake;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Makes a shopper's account. The same email in other capitals is the same email. Who asks learns whether an email has an account; how many
     * they can ask for is braked by their source.
     *
     * @param email any text
     * @param password any text; 10 to 200 characters are taken
     * @param language ISO 639 code of the page on which they signed up
     * @param source where the wish comes from, such as the client's network address
     */
    public SignedUp signUp(String email, String password, String language, String source) {
        var faults = faults(EmailKey.of(email), password);
        if (!faults.isEmpty()) {
            return new SignedUp.Refused(faults);
        }
        var wait = brake.signsUp(source);
        if (wait.isPositive()) {
            return new SignedUp.Braked(wait);
        }
        var made = make(email, password, Role.SHOPPER, language);
        if (made instanceof SignedUp.Busy) {
            brake.takeBack(source);
        }
        return made;
    }

    /** Makes an operator's account, once: when the email has an account already, that account is left as it is. */
    public SignedUp appointOperator(String email, String password) {
        return make(email, password, Role.OPERATOR, null);
    }

    /**
     * Proves who somebody is. It takes the same time and gives the same answer whether or not the email is known; what can be nobody's email or
     * password is refused at once.
     *
     * @param source where the try comes from, such as the client's network address; failed tries are counted by it
     */
    public SignedIn signIn(String email, String password, String source) {
        var key = EmailKey.of(email);
        if (key.isEmpty() || password.length() > Passwords.LONGEST) {
            return refusedAtOnce(source);
        }
        var wait = brake.tries(key.get(), source);
        if (wait.isPositive()) {
            return new SignedIn.Braked(wait);
        }
        var found = table.credentials(key.get());
        return switch (passwords.check(
                password, found.map(IdentityTable.Credentials::passwordHash).orElse(null))) {
            case RIGHT -> {
                brake.succeeded(key.get(), source);
                yield new SignedIn.Welcome(found.orElseThrow().account());
            }
            case WRONG -> new SignedIn.Refused();
            case BUSY -> {
                brake.takeBack(key.get(), source);
                yield new SignedIn.Busy();
            }
        };
    }

    private SignedIn refusedAtOnce(String source) {
        var wait = brake.tries(source);
        return wait.isPositive() ? new SignedIn.Braked(wait) : new SignedIn.Refused();
    }

    public Optional<Account> find(AccountId id) {
        return table.account(id);
    }

    /** The ids among these that somebody has. */
    public Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : table.known(ids);
    }

    public boolean anyOperator() {
        return table.anyOperator();
    }

    /** Keeps what the account's owner chose on any page. */
    public void prefer(AccountId id, String language, String country, Currency currency) {
        table.prefer(id, language, country.toUpperCase(Locale.ROOT), currency.getCurrencyCode());
        sessions.readAgain(id);
    }

    private SignedUp make(String email, String password, Role role, @Nullable String language) {
        var key = EmailKey.of(email);
        var faults = faults(key, password);
        if (key.isEmpty() || !faults.isEmpty()) {
            return new SignedUp.Refused(faults);
        }
        var account = new Account(
                new AccountId(TimeOrderedId.next(clock)), email.strip(), role, language, null, null, clock.instant());
        var hash = passwords.hash(password);
        if (hash.isEmpty()) {
            return new SignedUp.Busy();
        }
        return table.insert(account, key.get(), hash.get())
                ? new SignedUp.Welcome(account)
                : new SignedUp.Refused(List.of(SignedUp.Fault.NOT_POSSIBLE));
    }

    private static List<SignedUp.Fault> faults(Optional<EmailKey> email, String password) {
        var faults = new ArrayList<SignedUp.Fault>();
        if (email.isEmpty()) {
            faults.add(SignedUp.Fault.EMAIL_MALFORMED);
        }
        if (password.length() < Passwords.SHORTEST) {
            faults.add(SignedUp.Fault.PASSWORD_SHORT);
        } else if (password.length() > Passwords.LONGEST) {
            faults.add(SignedUp.Fault.PASSWORD_LONG);
        } else if (password.chars().distinct().count() < 3
                || email.filter(key -> key.value().equals(password.strip().toLowerCase(Locale.ROOT)))
                        .isPresent()) {
            faults.add(SignedUp.Fault.PASSWORD_EASY);
        }
        return List.copyOf(faults);
    }
}
