package io.sampan.people.identity;

import java.util.List;

/** What came of keeping an address. */
public sealed interface Kept {
    record Saved(SavedAddress saved) implements Kept {}

    /** A carrier would not take it. */
    record Faulty(List<Address.Fault> faults) implements Kept {}

    /** The book has as many addresses as a book may have. */
    record Full(int most) implements Kept {}

    /** There is no such address in this account's book. */
    record Missing() implements Kept {}
}
