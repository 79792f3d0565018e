package io.sampan.people.identity;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in. Personal: its text form shows the id and the role only.
 *
 * @param email as the person wrote it; two accounts never differ by capitals alone
 * @param language ISO 639 code that the person chose, null before they chose one
 * @param country ISO 3166 code of where they receive parcels, null before they chose one
 * @param currency they want prices in, null before they chose one
 */
public record Account(
        AccountId id,
        String email,
        Role role,
        @Nullable String language,
        @Nullable String country,
        @Nullable Currency currency,
        Instant createdAt) {
    public boolean isOperator() {
        return role == Role.OPERATOR;
    }

    @Override
    public String toString() {
        return "Account[" + id + " " + role + "]";
    }
}
