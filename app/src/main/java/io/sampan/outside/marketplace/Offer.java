package io.sampan.outside.marketplace;

import io.sampan.money.amount.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a marketplace offers at one moment, in our words.
 *
 * @param link the item's page at the marketplace
 * @param pictures the first is the one to show first; at most 20
 * @param tiers wholesale prices by quantity, rising in quantity; empty where SKU prices alone count. Of a source that only shows a price, that price
 * @param skus the variants that can be bought; empty where the source shows none, see {@link #isPriceOnly}
 * @param minOrderQuantity fewest pieces of the offer in one order, over all its SKUs
 * @param statedWeightGrams of one piece, as the seller says; null when silent. Evidence, not truth
 * @param statedSizeMm length, width, height of one packed piece in millimetres, as the seller says; null when silent
 * @param domesticFreight of one order within China if the offer tells it
 * @param hazards what makes carriers careful, as far as the marketplace's category tells
 * @param sold pieces sold lately, as the marketplace counts
 * @param source the connector that saw it, see {@link Connector#source}; it alone knows the order keys of the SKUs
 * @param seenAt when it saw it
 */
public record Offer(
        ItemRef item,
        Words title,
        URI link,
        Shop shop,
        Category category,
        List<URI> pictures,
        List<Attribute> attributes,
        List<Tier> tiers,
        List<Sku> skus,
        int minOrderQuantity,
        @Nullable Integer statedWeightGrams,
        @Nullable SizeMm statedSizeMm,
        @Nullable Money domesticFreight,
        Set<Hazard> hazards,
        Availability availability,
        long sold,
        String source,
        Instant seenAt) {

    public Offer {
        pictures = List.copyOf(pictures);
        attributes = List.copyOf(attributes);
        tiers = List.copyOf(tiers);
        skus = List.copyOf(skus);
        hazards = Set.copyOf(hazards);
    }

    /** The id of the one choice that an offer without variants leaves: which variant is meant is said in words. */
    public static final String DESCRIBED = "described";

    /** Who sells it at the marketplace. */
    public record Shop(String id, String name) {}

    /** The marketplace's own category; the path runs from the widest to the leaf. */
    public record Category(String id, List<Words> path) {}

    public record Attribute(Words name, Words value) {}

    /** From this quantity on, one piece costs this. */
    public record Tier(int fromQuantity, Money price) {}

    /** Packed size in millimetres. */
    public record SizeMm(int length, int width, int height) {}

    public enum Availability {
        ON_SALE,
        SOLD_OUT,
        GONE,
        UNKNOWN
    }

    /** Words after a thing's name that make it a thing for that thing. */
    private static final String ACCESSORY = "(?!套|壳|保护|收纳|包|带|绳|支架|贴|膜|挂|防尘)";

    /** Goods that some lines and countries refuse. */
    public enum Hazard {
        /** The cell itself, and things that have one built in, by their names; a case or a cable for such a thing has none. */
        BATTERY("电池|锂电|充电宝|移动电源|蓄电|可充电|充电式|充电款|自拍杆|电子烟|无人机|对讲机|平衡车|扫地机器人|电动牙刷|剃须刀|脱毛仪|美容仪|筋膜枪|手电筒|头灯"
                + "|(?:蓝牙|无线|真无线|头戴|游戏|降噪|运动)(?:耳机|耳麦)"
                + ACCESSORY
                + "|(?:蓝牙|便携|无线)(?:音箱|音响|小音箱|键盘|鼠标|麦克风|话筒)"
                + ACCESSORY
                + "|(?:智能|电话|运动)(?:手表|手环)"
                + ACCESSORY
                + "|(?:手持|挂脖|便携|迷你)(?:小)?风扇|遥控(?:车|汽车|飞机|船)|露营灯|小夜灯|笔记本电脑(?!包|支架|贴|内胆)|平板电脑(?!包|支架|贴|壳|套)"),
        LIQUID("液体|香水|精油|墨水|指甲油|化妆水|饮料"),
        MAGNET("磁铁|磁吸|强磁|磁力|磁性"),
        BLADE("刀具|菜刀|水果刀|小刀|剪刀|匕首|刀片"),
        FOOD("食品|零食|茶叶|坚果|糖果|饼干|调味"),
        BRAND("品牌授权|正品授权");

        private final Pattern words;

        Hazard(String words) {
            this.words = Pattern.compile(words);
        }

        /** The hazards that Chinese texts of an offer name; a seller who says nothing is not caught. */
        public static Set<Hazard> toldBy(Stream<String> texts) {
            var joined = texts.collect(Collectors.joining("\n"));
            return Arrays.stream(values())
                    .filter(hazard -> hazard.words.matcher(joined).find())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * One variant that can be bought.
     *
     * @param skuId the marketplace's id of the variant, as shown to people
     * @param orderKey what an order must name (1688: specId; Taobao Global: mpSkuId)
     * @param options such as colour and size; empty for a single variant
     * @param price of one piece at quantity one, or at the lowest tier; null where there is none that can be believed
     * @param stock pieces; null when the marketplace does not tell
     */
    public record Sku(
            String skuId,
            String orderKey,
            List<Attribute> options,
            @Nullable Money price,
            @Nullable Integer stock,
            @Nullable URI picture) {
        public Sku {
            options = List.copyOf(options);
        }

        public boolean inStock(int quantity) {
            return stock == null || stock >= quantity;
        }

        /** The same variant without its price, which nobody believes. */
        public Sku unpriced() {
            return new Sku(skuId, orderKey, options, null, stock, picture);
        }
    }

    /** Whether it shows what a piece costs at least, but not what there is to choose from: who wants it says so in words, and a person buys it. */
    public boolean isPriceOnly() {
        return skus.isEmpty() && !tiers.isEmpty();
    }

    /** What can be chosen: the variants, or the one that words describe where none are shown. What has no price cannot be put into a cart. */
    public List<Sku> choices() {
        var least = tiers.isEmpty() ? null : tiers.getFirst().price();
        return skus.isEmpty() ? List.of(new Sku(DESCRIBED, "", List.of(), least, null, null)) : skus;
    }

    public Optional<Sku> sku(String skuId) {
        return choices().stream().filter(sku -> sku.skuId().equals(skuId)).findFirst();
    }

    /**
     * Price of one piece when this many pieces of the offer are bought together: the tier's if it is lower than the SKU's. Empty where the SKU has
     * none, whatever the tiers say.
     */
    public Optional<Money> unitPrice(Sku sku, int offerQuantity) {
        return Optional.ofNullable(sku.price())
                .map(own -> tiers.stream()
                        .filter(tier -> tier.fromQuantity() <= offerQuantity)
                        .max(Comparator.comparingInt(Tier::fromQuantity))
                        .map(Tier::price)
                        .filter(tier -> tier.compareTo(own) < 0)
                        .orElse(own));
    }

    /** What one piece costs at least when as few are bought as the seller allows; empty when no price is told, or none believed. */
    public Optional<Money> priceFrom() {
        return choices().stream()
                .flatMap(sku -> unitPrice(sku, minOrderQuantity).stream())
                .min(Comparator.naturalOrder());
    }

    /** The same offer with these variants and tiers instead of its own: those whose prices are believed. */
    public Offer priced(List<Tier> believedTiers, List<Sku> believedSkus) {
        return new Offer(
                item,
                title,
                link,
                shop,
                category,
                pictures,
                attributes,
                believedTiers,
                believedSkus,
                minOrderQuantity,
                statedWeightGrams,
                statedSizeMm,
                domesticFreight,
                hazards,
                availability,
                sold,
                source,
                seenAt);
    }

    /** The same offer, seen at this moment to be no longer there. */
    public Offer gone(Instant at) {
        return new Offer(
                item,
                title,
                link,
                shop,
                category,
                pictures,
                attributes,
                tiers,
                skus,
                minOrderQuantity,
                statedWeightGrams,
                statedSizeMm,
                domesticFreight,
                hazards,
                Availability.GONE,
                sold,
                source,
                at);
    }

    /** Whether it can be bought now, as far as the marketplace says; what of it has a price is another question. */
    public boolean onSale() {
        return availability == Availability.ON_SALE && !choices().isEmpty();
    }
}
