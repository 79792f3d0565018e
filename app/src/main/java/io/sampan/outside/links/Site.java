package io.sampan.outside.links;

import io.sampan.outside.marketplace.MarketplaceId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A marketplace as links tell it apart. Taobao and Tmall are two here and one to buy at. */
enum Site {
    TAOBAO("taobao", MarketplaceId.TAOBAO, "https://item.taobao.com/item.htm?id=%s"),
    TMALL("tmall", MarketplaceId.TAOBAO, "https://detail.tmall.com/item.htm?id=%s"),
    ALI1688("1688", MarketplaceId.ALI1688, "https://detail.1688.com/offer/%s.html"),
    JD("jd", MarketplaceId.JD, "https://item.jd.com/%s.html"),
    PINDUODUO("pinduoduo", MarketplaceId.PINDUODUO, "https://mobile.yangkeduo.com/goods.html?goods_id=%s"),
    WEIDIAN("weidian", MarketplaceId.WEIDIAN, "https://weidian.com/item.html?itemID=%s"),
    /** Used goods from person to person: no platform sells them to agents, so it is none of ours. */
    XIANYU("xianyu", null, "https://www.goofish.com/item?id=%s");

    private final String slug;
    private final @Nullable MarketplaceId marketplace;
    private final String page;

    Site(String slug, @Nullable MarketplaceId marketplace, String page) {
        this.slug = slug;
        this.marketplace = marketplace;
        this.page = page;
    }

    String slug() {
        return slug;
    }

    /** Empty where it is none of ours. */
    Optional<MarketplaceId> marketplace() {
        return Optional.ofNullable(marketplace);
    }

    /** The page of an item, whose id is digits only. */
    URI page(String itemId) {
        return URI.create(page.formatted(itemId));
    }

    /** By the words that purchasing agents have for it. */
    static Optional<Site> ofAgentsWord(String word) {
        return Optional.ofNullable(
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "taobao", "tb" -> TAOBAO;
                    case "tmall" -> TMALL;
                    case "1688", "ali_1688", "ali", "al", "alibaba" -> ALI1688;
                    case "weidian", "wd", "micro" -> WEIDIAN;
                    case "jd" -> JD;
                    case "pinduoduo", "pdd" -> PINDUODUO;
                    default -> null;
                });
    }
}
