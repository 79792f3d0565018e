package io.sampan.simulators.world;

import java.util.List;
import java.util.Set;

/**
 * A leaf category with what is typical of its goods.
 *
 * @param id         the leaf's number
 * @param top        the top category
 * @param topId      its number
 * @param middle     the middle category
 * @param middleId   its number
 * @param name       the leaf's name
 * @param goods      how its goods are called, drawn and measured
 * @param family     the vocabulary that its titles are made of
 * @param flags      what carriers ask about: battery, liquid, magnet, blade
 */
public record Category(
        long id,
        Word top,
        long topId,
        Word middle,
        long middleId,
        Word name,
        Goods goods,
        Family family,
        Set<String> flags) {

    /**
     * How a category's goods are called, drawn and measured.
     *
     * @param nouns       Chinese nouns, the usual one first
     * @param noun        the English noun
     * @param silhouette  the drawing's name
     * @param priceFen    median retail price
     * @param grams       median weight, packed
     * @param sizeMm      usual packed length, width, height
     * @param axis        the size axis's name
     * @param materials   what they are made of
     * @param features    what sellers boast of
     */
    public record Goods(
            List<String> nouns,
            String noun,
            String silhouette,
            long priceFen,
            int grams,
            SizeMm sizeMm,
            String axis,
            List<Word> materials,
            List<Word> features) {}

    /**
     * The vocabulary that several categories share.
     *
     * @param name      such as women, kitchen
     * @param seasonal  whether titles name a season
     * @param styles    styles
     * @param patterns  patterns, 纯色 among them
     * @param audiences for whom
     * @param palette   colours
     * @param trade     what a shop of it calls its trade, Chinese
     * @param places    where such shops are, "province city"
     */
    public record Family(
            String name,
            boolean seasonal,
            List<Word> styles,
            List<Word> patterns,
            List<Word> audiences,
            List<Colour> palette,
            String trade,
            List<String> places) {}

    /** Whether the number is this leaf's or one of its parents'. */
    public boolean within(long anyId) {
        return anyId == id || anyId == middleId || anyId == topId;
    }

    @Override
    public String toString() {
        return name.zh() + " " + id;
    }
}
