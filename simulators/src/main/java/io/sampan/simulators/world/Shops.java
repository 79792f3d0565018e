package io.sampan.simulators.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sellers: so many per family and marketplace, each with a brand and a place of its own. */
final class Shops {
    private static final int PER_FAMILY = 75;
    private final Map<String, List<Shop>> byFamily = new HashMap<>();
    final List<Shop> all = new ArrayList<>();
    private final List<Word> syllables;
    private final long seed;

    Shops(long seed, Vocabulary vocabulary, List<Category> leaves) {
        this.seed = seed;
        this.syllables = vocabulary.syllables;
        for (Marketplace marketplace : Marketplace.values()) {
            leaves.stream().map(Category::family).distinct().forEach(family -> found(marketplace, family));
        }
    }

    private void found(Marketplace marketplace, Category.Family family) {
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < PER_FAMILY; i++) {
            Dice dice = Dice.of(seed, all.size(), "shop");
            Word brand = brand(dice);
            String[] place = dice.pick(family.places()).split(" ");
            boolean tmall = marketplace == Marketplace.TAOBAO && dice.chance(0.35);
            long id = 100_000_000L + dice.below(80_000_000) * 10L + all.size() % 10;
            boolean selfRun = marketplace == Marketplace.JD && i < PER_FAMILY / 2;
            String name = switch (marketplace) {
                case ALI1688 ->
                    place[1] + brand.zh() + family.trade() + dice.pick(List.of("有限公司", "厂", "商行", "科技有限公司"));
                case TAOBAO ->
                    brand.zh() + (tmall ? family.trade() + "旗舰店" : dice.pick(List.of("小铺", "生活馆", "工作室", "的店")));
                case JD ->
                    brand.zh() + (selfRun ? "京东自营旗舰店" : family.trade() + dice.pick(List.of("旗舰店", "专营店", "专卖店")));
                case PINDUODUO -> brand.zh() + dice.pick(List.of("官方旗舰店", "工厂店", "严选", "好物馆")) + family.trade();
            };
            Shop shop = new Shop(
                    id,
                    marketplace,
                    name,
                    brand.en().toLowerCase(Locale.ROOT) + dice.below(10_000),
                    "BBB" + dice.hex(28),
                    brand,
                    place[0],
                    place[1],
                    tmall,
                    selfRun);
            shops.add(shop);
            all.add(shop);
        }
        byFamily.put(marketplace + family.name(), shops);
    }

    private Word brand(Dice dice) {
        int length = dice.chance(0.7) ? 2 : 3;
        var zh = new StringBuilder();
        var en = new StringBuilder();
        for (int i = 0; i < length; i++) {
            Word syllable = dice.pick(syllables);
            zh.append(syllable.zh());
            en.append(syllable.en());
        }
        return new Word(zh.toString(), en.substring(0, 1).toUpperCase(Locale.ROOT) + en.substring(1));
    }

    Shop pick(Marketplace marketplace, Category.Family family, Dice dice) {
        List<Shop> shops = byFamily.getOrDefault(marketplace + family.name(), all);
        return dice.chance(0.5) ? dice.pick(shops) : shops.get(dice.below(PER_FAMILY / 5));
    }
}
