package io.sampan.bench.guarantee;

import io.sampan.browse.weight.Goods;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse's goods truly weigh. Categories differ from the shop's first estimates, shops from their category, items from their shop, and
 * pieces of an item by size and colour; some are sold in packs of several. Of the sellers some are exact, some forget the packing, some round up to half a
 * kilogram, some write one number for everything, and many say nothing. None of this is in a form that the shop's learner has.
 */
final class HiddenGoods {
    /** A category's words, the usual grams of a piece and how many times its volume in cubic centimetres is that. */
    private record Kind(String words, double grams, double bulk) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("女装 连衣裙 dress", 380, 5.5),
            new Kind("男装 短袖T恤 t-shirt", 230, 4.2),
            new Kind("女装 外套 coat", 1_150, 6.2),
            new Kind("鞋靴 运动鞋 sneakers", 1_020, 8.5),
            new Kind("箱包 双肩包 backpack", 720, 11),
            new Kind("家居 陶瓷 马克杯 mug", 480, 4.1),
            new Kind("厨具 锅 cookware", 1_750, 5.5),
            new Kind("内衣 袜 socks", 70, 5),
            new Kind("配饰 围巾 scarf", 160, 7),
            new Kind("男装 牛仔裤 jeans", 640, 3.6),
            new Kind("家居 保温杯 thermos", 370, 5.2),
            new Kind("箱包 钱包 wallet", 170, 3),
            new Kind("毛衣 sweater", 500, 8),
            new Kind("拖鞋 slipper", 380, 9),
            new Kind("渔具 鱼线 fishing line", 210, 3));

    private enum Honesty {
        EXACT,
        WITHOUT_PACKING,
        ROUNDED,
        CARELESS,
        SILENT
    }

    private static final double[] HONESTY = {0.28, 0.5, 0.62, 0.72, 1};

    /** One item as it truly is. @param pieceDiffers by so much do its pieces differ, as a share */
    record Item(Goods goods, double grams, double cm3, double slenderness, double pieceDiffers) {
        /** A piece on the scales. */
        Piece piece(Random random) {
            double more = 1 + pieceDiffers * (2 * random.nextDouble() - 1);
            double volume = cm3 * 1_000 * more * (1 + 0.08 * (2 * random.nextDouble() - 1));
            double length = Math.cbrt(volume) * slenderness;
            double side = Math.sqrt(volume / length);
            return new Piece(
                    Math.max(1, (int) Math.round(grams * more)),
                    new SizeMm((int) Math.ceil(length), (int) Math.ceil(side), (int) Math.ceil(side)));
        }
    }

    record Piece(int grams, SizeMm size) {
        double mm3() {
            return (double) size.length() * size.width() * size.height();
        }
    }

    private final Random random;
    private final List<Item> items = new ArrayList<>();

    HiddenGoods(Random random, int shops, int itemsOfEach) {
        this.random = random;
        var kinds = KINDS.stream()
                .map(kind -> new Kind(kind.words(), kind.grams() * factor(0.2), kind.bulk() * factor(0.2)))
                .toList();
        for (int shop = 0; shop < shops; shop++) {
            shop("shop-" + shop, itemsOfEach, kinds);
        }
        // Popular ones are of any shop.
        Collections.shuffle(items, random);
    }

    private void shop(String id, int count, List<Kind> kinds) {
        var honesty = honesty();
        double heavier = factor(0.15);
        double bulkier = factor(0.15);
        double forgets = 0.82 + 0.14 * random.nextDouble();
        int first = random.nextInt(kinds.size());
        for (int i = 0; i < count; i++) {
            var kind = kinds.get(random.nextInt(4) == 0 ? (first + 1) % kinds.size() : first);
            // Most items are near their shop's usual; some are for children, some are packs of several.
            double itself = random.nextInt(12) == 0 ? 1.6 + random.nextDouble() : factor(0.22);
            double grams = kind.grams() * heavier * itself;
            double cm3 = grams * kind.bulk() * bulkier * factor(0.15);
            var item = new ItemRef(MarketplaceId.ALI1688, id + "-" + i);
            var goods = new Goods(item, id, kind.words(), stated(honesty, grams, forgets), null);
            items.add(new Item(goods, grams, cm3, 1.1 + 0.6 * random.nextDouble(), 0.03 + 0.12 * random.nextDouble()));
        }
    }

    private @Nullable Integer stated(Honesty honesty, double grams, double forgets) {
        return switch (honesty) {
            case EXACT -> (int) Math.round(grams * (0.98 + 0.04 * random.nextDouble()));
            case WITHOUT_PACKING -> (int) Math.round(grams * forgets * (0.96 + 0.08 * random.nextDouble()));
            case ROUNDED -> (int) (Math.ceil(grams / 500) * 500);
            case CARELESS -> 1_000;
            case SILENT -> null;
        };
    }

    private Honesty honesty() {
        double drawn = random.nextDouble();
        int which = 0;
        while (drawn > HONESTY[which]) {
            which++;
        }
        return Honesty.values()[which];
    }

    private double factor(double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }

    /** An item that somebody wants: few are wanted often, most seldom. */
    Item wanted() {
        double rank = Math.pow(items.size() + 1.0, random.nextDouble()) - 1;
        return items.get((int) Math.min(items.size() - 1.0, rank));
    }
}
