package io.sampan.outside.links;

import io.sampan.outside.marketplace.ItemRef;
import java.net.URI;

/** What a pasted text turned out to be. Whatever it is, it carries what a person would need to order by hand. */
public sealed interface Recognised {
    /** What the share text calls the goods, at most 200 characters; empty where it says nothing. */
    String title();

    /**
     * An item of a marketplace of ours, set up or not.
     *
     * @param site as links tell it apart, such as {@code taobao} or {@code tmall}, which share their items' ids
     * @param canonical its page at the marketplace, without anything that tells who shared it
     * @param via host of the purchasing agent whose link it was; empty when it was the marketplace's own
     */
    record Item(ItemRef item, String site, URI canonical, String via, String title) implements Recognised {}

    /**
     * A short link that names no item by itself, and that we could not follow: the shopper pastes the full link.
     *
     * @param link as it was pasted
     * @param site the marketplace that it belongs to, such as {@code taobao} or {@code jd}
     */
    record Short(URI link, String site, String title) implements Recognised {}

    /** A password between currency signs (淘口令), as the Taobao app shares, of which nobody could tell us what it means. */
    record ShareToken(String token, String title) implements Recognised {}

    /**
     * An item of a marketplace that is none of ours: a person has to buy it.
     *
     * @param site the marketplace, such as {@code xianyu}
     * @param via as in {@link Item}
     */
    record OtherMarketplace(String site, String itemId, URI canonical, String via, String title)
            implements Recognised {}

    /**
     * Neither a link nor a token of any marketplace; perhaps words to search for.
     *
     * @param link the first link of the text, unchecked and perhaps hostile: show it as text only; empty where there is none
     */
    record Nothing(String link, String title) implements Recognised {}
}
