package io.sampan.outside.links;

import io.sampan.outside.marketplace.ItemRef;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The item that a link names.
 *
 * @param via host of the purchasing agent whose link it was; empty when it was the marketplace's own
 */
record LinkedItem(Site site, String itemId, String via) {
    private static final Pattern ID = Pattern.compile("[0-9]{5,20}");

    /** Nothing where the text is no item's id: five to twenty digits. */
    static Optional<LinkedItem> of(Site site, String itemId, String via) {
        return ID.matcher(itemId).matches() ? Optional.of(new LinkedItem(site, itemId, via)) : Optional.empty();
    }

    LinkedItem by(String agent) {
        return new LinkedItem(site, itemId, agent);
    }

    Recognised recognised(String title) {
        var page = site.page(itemId);
        return site.marketplace()
                .<Recognised>map(ours -> new Recognised.Item(new ItemRef(ours, itemId), site.slug(), page, via, title))
                .orElseGet(() -> new Recognised.OtherMarketplace(site.slug(), itemId, page, via, title));
    }
}
