package io.sampan.outside.marketplace;

import java.util.Arrays;
import java.util.Optional;

/**
 * A marketplace that goods come from, whether or not this installation has set up a connector for it. Taobao and Tmall share their items' ids
 * and are bought through one platform, Taobao Global.
 */
public enum MarketplaceId {
    ALI1688("1688"),
    TAOBAO("taobao"),
    JD("jd"),
    PINDUODUO("pinduoduo"),
    WEIDIAN("weidian"),
    /** No marketplace: goods that one person asked for, from wherever an operator finds them. */
    ELSEWHERE("elsewhere");

    private final String slug;

    MarketplaceId(String slug) {
        this.slug = slug;
    }

    /** Its name in addresses and keys, such as {@code 1688}. */
    public String slug() {
        return slug;
    }

    /** Whether its goods are for everybody; otherwise each is for the person who asked for it, and is in no list. */
    public boolean isForEverybody() {
        return this != ELSEWHERE;
    }

    public static Optional<MarketplaceId> ofSlug(String slug) {
        return Arrays.stream(values()).filter(id -> id.slug.equals(slug)).findFirst();
    }
}
