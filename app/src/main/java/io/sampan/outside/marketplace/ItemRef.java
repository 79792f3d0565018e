package io.sampan.outside.marketplace;

/**
 * One item of one marketplace.
 *
 * @param itemId the marketplace's own id, 1 to 40 letters, digits, hyphens or underscores; text, since some ids exceed what a double holds
 */
public record ItemRef(MarketplaceId marketplace, String itemId) {
    public ItemRef {
        if (!itemId.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("Not an item's id: " + itemId);
        }
    }

    /** Such as {@code 1688/620201390233}. */
    @Override
    public String toString() {
        return marketplace.slug() + "/" + itemId;
    }
}
