package io.sampan.people.identity;

import java.time.Instant;

/**
 * An address in somebody's book.
 *
 * @param preferred the one to offer first; at most one in a book
 */
public record SavedAddress(AddressId id, AccountId owner, Address address, boolean preferred, Instant changedAt) {}
