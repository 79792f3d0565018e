package io.sampan.browse.catalog;

import java.util.Set;

/** What came of telling the catalogue about an offer; each names the product as it is now. */
public sealed interface Recorded {
    Product product();

    /** It was not known. */
    record First(Product product) implements Recorded {}

    record Changed(Product product, Set<Difference> differences) implements Recorded {}

    /** Nothing but counters moved; it counts as looked at. */
    record Unchanged(Product product) implements Recorded {}

    /** A newer offer was recorded before: this one was left aside. */
    record Older(Product product) implements Recorded {}
}
