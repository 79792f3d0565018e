package io.sampan.people.identity;

import java.time.Duration;

/** What came of showing an email and a password. */
public sealed interface SignedIn {
    record Welcome(Account account) implements SignedIn {}

    /** Email or password is wrong; nobody is told which. */
    record Refused() implements SignedIn {}

    /** Too many failed tries: this one was not even looked at. */
    record Braked(Duration pause) implements SignedIn {}

    /** So many sign in or up just now that this try was not looked at; it does not count. */
    record Busy() implements SignedIn {}
}
