package io.sampan.people.identity;

import java.util.List;

/** What came of asking for an account. */
public sealed interface SignedUp {
    record Welcome(Account account) implements SignedUp {}

    record Refused(List<Fault> faults) implements SignedUp {}

    enum Fault {
        EMAIL_MALFORMED,
        /** The email cannot be had. The page says no more than that, and says it alike whatever the reason. */
        NOT_POSSIBLE,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        /** The password is the email, or one character again and again. */
        PASSWORD_EASY
    }
}
