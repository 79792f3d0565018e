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

    /** Words that make it a part or a stand of that thing. */
    private static final String PART = "(?!头|刷头|架|座|杯|收纳|套|盒)";

    /** Words that make it something to keep that thing in. */
    private static final String CASE = "(?!套|架|座|盒|收纳|袋|包|插|挂|差|布)";

    /** Goods that some lines and countries refuse. */
    public enum Hazard {
        /** The cell itself, and things that have one built in, by their names; a case or a cable for such a thing has none. */
        BATTERY("(?<!不含|无需|不带|不用|免|无)电池(?!盒|仓|收纳|座|扣|贴)|锂电|充电宝" + ACCESSORY + "|移动电源" + ACCESSORY
                + "|蓄电|可充电|充电式|充电款|自拍杆|电子烟|无人机" + ACCESSORY
                + "|对讲机|平衡车|扫地机器人|电动牙刷" + PART
                + "|剃须刀" + PART
                + "|脱毛仪|美容仪|筋膜枪|手电筒|头灯|智能手机(?!壳|套|支架)|老人机|行车记录仪|数码相机(?!包|带)|暖手宝(?!套)|点读笔|翻译机|电蚊拍|电子表|石英表"
                + "|充电(?:台灯|头灯|电钻|钻|锯)|电动(?:滑板车|自行车|螺丝刀)" + ACCESSORY + "|电动车(?!罩|衣|贴|头盔|雨衣|手套|模)"
                + "|(?:蓝牙|无线|真无线|头戴|游戏|降噪|运动)(?:耳机|耳麦)"
                + ACCESSORY
                + "|(?:蓝牙|便携|无线)(?:音箱|音响|小音箱|键盘|鼠标|麦克风|话筒)"
                + ACCESSORY
                + "|(?:智能|电话|运动)(?:手表|手环)"
                + ACCESSORY
                + "|(?:手持|挂脖|便携|迷你)(?:小)?风扇|遥控(?:车|汽车|飞机|船)|露营灯|小夜灯|笔记本电脑(?!包|支架|贴|内胆)|平板电脑(?!包|支架|贴|壳|套)"),
        LIQUID(
                "液体(?!硅胶)|香水(?!瓶|分装|喷瓶|空瓶|挂)|精油(?!机|灯|盒)|墨水(?!屏)|指甲油(?!收纳|架)|化妆水|爽肤水|卸妆水|精华液|乳液|洗发水|沐浴露|饮料(?!杯|架|机)"
                        + "|果汁(?!杯|机)|眼药水|滴眼液|糖浆|口服液|(?:防晒|保湿)喷雾|油漆|胶水|洗衣液|洗洁精|酱油|食用油|蜂蜜(?!勺|罐|瓶|色)|防晒霜|面霜|护手霜|身体乳|粉底液|洗面奶|白酒(?!杯|具)|啤酒(?!杯)|(?:红|葡萄)酒(?!杯|架|开瓶|具|柜|收纳|盒|色)"),
        MAGNET("磁铁|吸铁石|冰箱贴|磁吸|强磁|磁力|磁性"),
        BLADE("刀具" + CASE + "|菜刀" + CASE + "|水果刀" + CASE + "|小刀" + CASE + "|剪刀" + CASE
                + "|匕首|刀片|厨刀|斩骨刀|砍骨刀|剔骨刀|雕刻刀|斧头|美工刀|折叠刀|砍刀|军刀"),
        FOOD(
                "食品(?!级|袋|收纳|盒|夹|罐|模|秤|机|盖|玩具|包装)|零食(?!盒|收纳|袋|架|盘|柜|车|玩具)|茶叶(?!罐|盒|筒|滤|勺|包装|袋)|坚果(?!盘|夹|钳|盒|罐|色)|糖果(?!色|盒|罐|包|枕|袋|裤|机)"
                        + "|饼干(?!模|盒|罐|鞋|袋|色|抱枕)|调味(?!罐|盒|瓶|架|勺|料盒|料瓶)|辣条|火锅底料|方便面|螺蛳粉|巧克力(?!色|模|盒)|果干|蜜饯|薯片|海苔|燕窝|枸杞|红枣|面条(?!机|勺)|速溶咖啡|普洱(?!茶具|刀)|香肠(?!嘴|模)|月饼(?!模|盒)|腊肉|牛肉干|奶粉(?!盒|勺|罐|机|袋)|咖啡豆(?!研磨|罐|机|勺)"),
        BRAND("品牌授权|正品授权"),
        MEDICINE("药品|感冒药|止痛药|退烧|中成药|中药(?!香囊|柜)|膏药|药膏|眼药水|保健品|风油精|清凉油|云南白药|板蓝根|消炎药|抗生素|处方药|维生素|褪黑素|胶囊(?!伞|咖啡|衣|包|雨伞|墙)"),
        /** What grows or may: seeds, bulbs, plants, animals. */
        LIVING("种子|种球|种苗|花苗|树苗|球根|活体|多肉植物|绿植(?!墙贴|仿真)|盆栽(?!盆|仿真)|鲜花(?!包装|纸)"),
        TOBACCO("(?:香烟|卷烟)(?!盒|夹|套)|烟草|烟丝(?!盒)|电子烟|烟弹"),
        WEAPON("弓弩|弓箭(?!玩具)|甩棍|电击|手指虎|仿真枪|气枪|催泪"),
        IMITATION("高仿|精仿|A货|超A|莆田|仿牌");

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
