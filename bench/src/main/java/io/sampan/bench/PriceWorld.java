package io.sampan.bench;

import io.sampan.bench.PriceDraft.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Goods with believable prices: log-normal around the median of their category, rounded as shops round, in variants, packs and wholesale tiers, with
 * sales and rises over time. Titles carry the words that only sound like trouble as often as shops write them.
 */
final class PriceWorld {
    private static final int CATEGORIES = 80;
    private static final List<String> HARMLESS =
            List.of("包邮", "赠运费险", "现货速发", "买贵退差价", "免定金", "拍下立减", "一件代发", "预售 48小时发货", "不含运费", "偏远地区补邮费", "支持花呗分期");
    private static final List<String> GOODS =
            List.of("连衣裙", "收纳盒", "蓝牙耳机", "陶瓷杯", "运动鞋", "台灯", "积木", "背包", "茶具", "手机壳");
    private static final List<String> OPTIONS =
            List.of("红色", "黑色 送赠品", "白色", "蓝色 现货", "S", "M", "L", "XL", "大号", "小号", "升级款", "标准款");

    private final Random dice;
    private final List<Category> categories = new ArrayList<>();

    /** @param spread standard deviation of the prices' logarithms */
    record Category(String id, double middle, double spread) {}

    PriceWorld(long seed) {
        dice = new Random(seed);
        for (int n = 0; n < CATEGORIES; n++) {
            double yuan = Math.exp(uniform(Math.log(4), Math.log(3_000)));
            categories.add(new Category("类目" + n, Math.log(yuan * 100), uniform(0.35, 0.8)));
        }
    }

    Random dice() {
        return dice;
    }

    double uniform(double from, double to) {
        return from + (to - from) * dice.nextDouble();
    }

    boolean chance(double share) {
        return dice.nextDouble() < share;
    }

    <T> T any(List<T> some) {
        return some.get(dice.nextInt(some.size()));
    }

    PriceItem item(int number) {
        // Some categories hold most of the goods, as it is.
        var category = categories.get((int) (CATEGORIES * Math.pow(dice.nextDouble(), 1.5)));
        double fen = Math.exp(category.middle() + category.spread() * dice.nextGaussian());
        var draft = new PriceDraft();
        draft.title = "正品" + any(GOODS) + (chance(0.3) ? " " + any(HARMLESS) : "") + " 新款" + number;
        boolean priceOnly = chance(0.1);
        if (priceOnly) {
            draft.prices.add(new Price(io.sampan.outside.marketplace.Offer.DESCRIBED, 1, "", charm(fen)));
        } else {
            variants(draft, fen);
        }
        return new PriceItem(
                "i" + number,
                category,
                draft,
                priceOnly || chance(0.65) ? "" : chance(0.5) ? "vendor" : PriceItem.PRICE_ALONE,
                dice.nextDouble());
    }

    private void variants(PriceDraft draft, double fen) {
        boolean packs = chance(0.12);
        int count = packs ? 3 : 1 + dice.nextInt(8);
        double own = uniform(0, 0.3);
        for (int n = 0; n < count; n++) {
            double factor = packs ? Math.pow(List.of(1, 3, 10).get(n), 0.9) : Math.exp(own * dice.nextGaussian());
            var words = packs ? List.of(1, 3, 10).get(n) + "件装" : any(OPTIONS) + n;
            draft.prices.add(new Price("k" + n, 0, words, charm(fen * factor)));
        }
        if (chance(0.3)) {
            draft.least = chance(0.5) ? 1 : 2;
            long first = draft.variants().getFirst().truth;
            int from = draft.least;
            double factor = 1;
            for (int n = 0; n < 3; n++) {
                draft.prices.add(new Price("from-" + from, from, "", n == 0 ? first : round(first * factor)));
                from = from * 10 + 10;
                factor *= uniform(0.75, 0.9);
            }
            if (draft.least > 1 && chance(0.5)) {
                draft.title += " " + draft.least + "件起批";
            }
        }
    }

    /** As shops write prices: 9.9, 39.8, 128, 299, 2599. */
    long charm(double fen) {
        if (fen < 1_000) {
            return Math.max(30, Math.round(fen / 10) * 10);
        }
        if (fen < 10_000) {
            return Math.round(fen / 100) * 100 - (chance(0.5) ? 10 : chance(0.5) ? 20 : 0);
        }
        long yuan = Math.round(fen / 100);
        if (yuan < 1_000) {
            return (yuan / 10 * 10 + (chance(0.5) ? 9 : 8)) * 100;
        }
        return (chance(0.5) ? yuan / 100 * 100 + 99 : yuan / 10 * 10 + (chance(0.5) ? 9 : 0)) * 100;
    }

    static long round(double fen) {
        return Math.max(1, Math.round(fen));
    }

    /** How prices move between two looks, mostly not at all: sales and their ends, rises, and now and then a clearance. */
    double move(double now) {
        if (chance(0.8)) {
            return now;
        }
        if (now < 0.97 && chance(0.6)) {
            return 1;
        }
        if (chance(0.03)) {
            return chance(0.5) ? uniform(0.25, 0.4) : uniform(1.5, 2.6);
        }
        return chance(0.6) ? uniform(0.55, 0.97) : uniform(1.0, 1.2);
    }
}
