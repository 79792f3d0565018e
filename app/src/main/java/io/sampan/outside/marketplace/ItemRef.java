package io.sampan.outside.marketplace;

/**
 * One item of one marketplace.
 *
 * @param itemId the marketplace's own id, 1 to 100 letters, digits, hyphens or underscores; text, since some ids exceed what a double
 *     holds and others are no numbers
 */
public record ItemRef(MarketplaceId marketplace, String itemId) {
    public ItemRef {
        if (!isId(itemId)) {
            throw new IllegalArgumentException("Not an item's id: " + itemId);
        }
    }

    /** Whether a text that somebody sent us can be an item's id at all. */
    public static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_-]{1,100}");
    }

    /** Such as {@code 1688/620201390233}. */
    @Override
    public String toString() {
        return marketplace.slug() + "/" + itemId;
    }
}
