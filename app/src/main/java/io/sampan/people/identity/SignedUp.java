package io.sampan.people.identity;

import java.time.Duration;
import java.util.List;

/** What came of asking for an account. */
public sealed interface SignedUp {
    record Welcome(Account account) implements SignedUp {}

    record Refused(List<Fault> faults) implements SignedUp {}

    /** Too many accounts were asked for from there: this one was not even looked at. */
    record Braked(Duration pause) implements SignedUp {}

    /** So many sign in or up just now that this one was not looked at; it does not count. */
    record Busy() implements SignedUp {}

    enum Fault {
        EMAIL_MALFORMED,
        /** The email has an account already. Who asks does learn that: without a mail to its owner there is no other way to tell them. */
        NOT_POSSIBLE,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        /** The password is the email, or one character again and again. */
        PASSWORD_EASY
    }
}
