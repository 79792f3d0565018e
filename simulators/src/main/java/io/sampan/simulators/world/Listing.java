package io.sampan.simulators.world;

import java.time.LocalDate;
import java.util.List;

/**
 * What never changes about an offer and is kept in memory; the rest is worked out when asked for.
 *
 * @param marketplace where
 * @param id          twelve digits: 6… on 1688, 7… on Taobao, 3… on Pinduoduo; on JD 100… with ten digits for JD's own goods and
 *                    twelve for a shop's, the number that its SKUs share ({@link JdNumbers})
 * @param category    its leaf
 * @param shop        its seller
 * @param facts       what its title is made of
 * @param title       in both languages
 * @param baseFen     the price that its price moves around: of the first SKU, one piece
 * @param sold        pieces sold in the last thirty days; few offers have most of it
 * @param created     when it was listed
 */
public record Listing(
        Marketplace marketplace,
        long id,
        Category category,
        Shop shop,
        Facts facts,
        Word title,
        long baseFen,
        int sold,
        LocalDate created) {

    /** What is so about the goods; title and attributes in any language say the same. */
    public record Facts(
            Word style,
            Word pattern,
            Word material,
            Word season,
            Word audience,
            List<Word> features,
            int year,
            String noun) {}

    /** Unique over marketplaces: {@code 1688/620201390233}. */
    public String key() {
        return marketplace.code() + "/" + id;
    }
}
