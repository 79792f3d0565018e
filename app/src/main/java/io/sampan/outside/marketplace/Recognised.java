package io.sampan.outside.marketplace;

import java.net.URI;

/** What a pasted text turned out to be. */
public sealed interface Recognised {
    /**
     * An item of a marketplace that we have a connector for.
     *
     * @param canonical its page at the marketplace, without anything that tells who shared it
     */
    record Item(ItemRef item, URI canonical) implements Recognised {}

    /**
     * A short link that names no item by itself, and that we could not follow: the shopper pastes the full link.
     *
     * @param marketplace its name, such as {@code taobao} or {@code jd}
     */
    record Short(URI link, String marketplace) implements Recognised {}

    /** A password between currency signs (淘口令), as the Taobao app shares: only Taobao can tell what it means. */
    record ShareToken(String token) implements Recognised {}

    /**
     * An item of a marketplace that we have no connector for: a person has to buy it.
     *
     * @param name of the marketplace, such as {@code jd}, {@code pinduoduo} or {@code weidian}
     */
    record OtherMarketplace(String name, String itemId, URI canonical) implements Recognised {}

    /** Neither a link nor a token of any marketplace; perhaps words to search for. */
    record Nothing() implements Recognised {}
}
