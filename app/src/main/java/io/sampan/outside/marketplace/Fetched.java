package io.sampan.outside.marketplace;

import java.time.Duration;

/** What came of looking at one item. */
public sealed interface Fetched {
    record Found(Offer offer) implements Fetched {}

    /** The marketplace says that there is no such item, or no longer. */
    record Gone(ItemRef item) implements Fetched {}

    /** Its platform shows no single items, or does not know them by this id, of which nothing else is claimed. */
    record Unsupported() implements Fetched {}

    /** It is busy, silent or has limited us: nothing is known; ask again after this. */
    record Later(Duration after, String why) implements Fetched {}
}
