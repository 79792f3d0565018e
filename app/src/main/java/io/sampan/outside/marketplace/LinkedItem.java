package io.sampan.outside.marketplace;

import java.net.URI;

/**
 * The item that a link names.
 *
 * @param site as links tell it apart: taobao, tmall, 1688, jd, pinduoduo, weidian
 * @param via host of the purchasing agent that wrapped the link; empty when it was the marketplace's own
 */
record LinkedItem(String site, String itemId, String via) {
    static boolean isId(String text) {
        return text.matches("[0-9]{5,20}");
    }

    LinkedItem by(String agent) {
        return new LinkedItem(site, itemId, agent);
    }

    URI canonical() {
        return URI.create(
                switch (site) {
                    case "taobao" -> "https://item.taobao.com/item.htm?id=" + itemId;
                    case "tmall" -> "https://detail.tmall.com/item.htm?id=" + itemId;
                    case "1688" -> "https://detail.1688.com/offer/" + itemId + ".html";
                    case "jd" -> "https://item.jd.com/" + itemId + ".html";
                    case "pinduoduo" -> "https://mobile.yangkeduo.com/goods.html?goods_id=" + itemId;
                    case "weidian" -> "https://weidian.com/item.html?itemID=" + itemId;
                    default -> throw new IllegalStateException("No page of " + site + " is known");
                });
    }

    Recognised recognised() {
        return switch (site) {
            case "taobao", "tmall" -> new Recognised.Item(new ItemRef(MarketplaceId.TAOBAO, itemId), canonical());
            case "1688" -> new Recognised.Item(new ItemRef(MarketplaceId.ALI1688, itemId), canonical());
            default -> new Recognised.OtherMarketplace(site, itemId, canonical());
        };
    }
}
