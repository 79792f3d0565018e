package io.sampan.bench;

import io.sampan.bench.PriceDraft.Price;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/**
 * What goes wrong with prices, and what there is to tell it by. A blind fault leaves nothing to tell it by: it is measured too, and told apart.
 */
enum PriceFault {
    DECOY_EVERYWHERE("a decoy (9999, 88888, 1.00) for all variants"),
    DECOY_OF_ONE_VARIANT("a decoy for one variant"),
    DECOY_OF_ONE_SOURCE("a round decoy (3999, 4499) at one of two sources"),
    DECOY_CHANGING("another random price at each look, at least 2.5 times off"),
    PLACEHOLDER("0.01, 99999 or 123456 where there is no price"),
    TIMES_100("all fields a hundred times, from the first look"),
    PART_100("all fields a hundredth, from the first look"),
    UNIT_OF_ONE_FIELD("variants or tiers alone in fen"),
    UNIT_OF_SOME_VARIANTS("some variants in fen"),
    SUDDEN_TIMES_100("all at once a hundred times"),
    SUDDEN_PART_100("all at once a hundredth"),
    DEPOSIT_VARIANT("a variant called deposit"),
    DEPOSIT_TITLE("deposits as prices, told only by the title"),
    BALANCE_VARIANT("a variant called balance"),
    MANY_BY_TIER("the price for many as the price of one, told by the tiers"),
    MANY_BY_TITLE("the price for many as the price of one, told by the title"),
    CURRENCY_NAMED("dollars, and they say so"),
    CURRENCY_SUDDEN("dollars, won or yen all at once, and they do not say so"),
    CURRENCY_OF_ONE_SOURCE("dollars at one of two sources, and they do not say so"),
    LINK_OF_FREIGHT("a link for freight or a price difference"),
    FREIGHT_VARIANT("a variant that pays freight or a price difference"),

    BLIND_DECOY("blind: a round decoy from the first look, one source, within the category's range"),
    BLIND_CURRENCY("blind: dollars from the first look, one source, and they do not say so"),
    BLIND_SMALL_MOVE("blind: a wrong price no further off than sales and rises are"),
    BLIND_LASTING_JUMP("blind: a wrong price that stays the same at every later look"),
    BLIND_DEPOSIT("blind: deposits as prices, and no word says so");

    private static final List<Double> FOREIGN = List.of(0.147, 0.135, 19.3, 184.0);

    final String words;

    PriceFault(String words) {
        this.words = words;
    }

    boolean isBlind() {
        return name().startsWith("BLIND");
    }

    boolean fits(PriceItem item) {
        var draft = item.draft();
        return switch (this) {
            case DECOY_OF_ONE_SOURCE, CURRENCY_OF_ONE_SOURCE -> item.hasTwoSources();
            case DECOY_OF_ONE_VARIANT, DEPOSIT_VARIANT, BALANCE_VARIANT, FREIGHT_VARIANT ->
                draft.variants().size() > 1;
            case UNIT_OF_SOME_VARIANTS -> draft.variants().size() > 3;
            case UNIT_OF_ONE_FIELD, MANY_BY_TIER ->
                !draft.variants().isEmpty() && !draft.tiers().isEmpty();
            case BLIND_DECOY, BLIND_CURRENCY, BLIND_DEPOSIT, BLIND_LASTING_JUMP -> !item.hasTwoSources();
            default -> true;
        };
    }

    /** Whether it begins with the first look; otherwise some looks later, when the item has a past. */
    boolean fromTheFirstLook(PriceWorld world) {
        return switch (this) {
            case TIMES_100, PART_100, BLIND_DECOY, BLIND_CURRENCY, BLIND_DEPOSIT, LINK_OF_FREIGHT -> true;
            case SUDDEN_TIMES_100,
                    SUDDEN_PART_100,
                    CURRENCY_SUDDEN,
                    DECOY_CHANGING,
                    BLIND_SMALL_MOVE,
                    BLIND_LASTING_JUMP -> false;
            default -> world.chance(0.5);
        };
    }

    /** Whether this source tells it: one that shows no variants has none that are wrong. */
    boolean isAt(String source) {
        return switch (this) {
            // Units, currencies and decoys are one connector's trouble; words are the seller's, at every source.
            case DECOY_OF_ONE_SOURCE,
                    CURRENCY_OF_ONE_SOURCE,
                    DECOY_CHANGING,
                    TIMES_100,
                    PART_100,
                    UNIT_OF_ONE_FIELD,
                    UNIT_OF_SOME_VARIANTS,
                    SUDDEN_TIMES_100,
                    SUDDEN_PART_100,
                    CURRENCY_NAMED,
                    CURRENCY_SUDDEN,
                    BLIND_SMALL_MOVE -> source.equals(PriceItem.FIRST);
            case DECOY_OF_ONE_VARIANT, DEPOSIT_VARIANT, BALANCE_VARIANT, FREIGHT_VARIANT, MANY_BY_TIER ->
                !source.equals(PriceItem.PRICE_ALONE);
            default -> true;
        };
    }

    /** @param lot one random number of the item, the same at each look */
    void spoil(PriceDraft draft, double lot, PriceWorld world) {
        var all = draft.prices;
        switch (this) {
            case DECOY_EVERYWHERE -> set(all, pick(List.of(9_999_00L, 99_999_00L, 88_888_00L, 8_888_00L, 1_00L), lot));
            case DECOY_OF_ONE_VARIANT ->
                one(draft, lot).told = pick(List.of(9_999_00L, 99_999_00L, 88_888_00L, 1_00L), lot * 7 % 1);
            case DECOY_OF_ONE_SOURCE -> set(all, round(all, lot, 2));
            case DECOY_CHANGING -> times(all, away(2.5, world.uniform(0, 1)));
            case PLACEHOLDER -> set(all, pick(List.of(1L, 99_999_00L, 123_456_00L, 999_999_00L), lot));
            case TIMES_100, SUDDEN_TIMES_100 -> times(all, 100);
            case PART_100, SUDDEN_PART_100 -> times(all, 0.01);
            case UNIT_OF_ONE_FIELD -> times(lot < 0.5 ? draft.variants() : draft.tiers(), 100);
            case UNIT_OF_SOME_VARIANTS ->
                times(draft.variants().subList(0, lot < 0.5 ? 1 : 2), lot * 3 % 1 < 0.5 ? 100 : 0.01);
            case DEPOSIT_VARIANT -> extra(draft, pick(List.of("定金", "预付定金 红色", "订金 拍下不退"), lot), 0.05 + lot * 0.15);
            case BALANCE_VARIANT -> extra(draft, pick(List.of("尾款", "付尾款 黑色"), lot), 0.8 + lot * 0.15);
            case FREIGHT_VARIANT -> extra(draft, pick(List.of("补邮费", "补差价", "运费专拍", "邮费 1元"), lot), 0.02 + lot * 0.6);
            case DEPOSIT_TITLE, BLIND_DEPOSIT -> {
                times(all, 0.1 + lot * 0.2);
                draft.title += this == DEPOSIT_TITLE ? pick(List.of(" 定金链接", " 预售付定金", "【订金】"), lot) : "";
            }
            case MANY_BY_TIER -> set(draft.variants(), draft.tiers().getLast().told);
            case MANY_BY_TITLE -> {
                times(all, 0.3 + lot * 0.4);
                draft.title += pick(List.of(" 100件起批", " 50个起订", " 1000只起批"), lot);
            }
            case CURRENCY_NAMED -> {
                times(all, FOREIGN.getFirst());
                all.forEach(price -> price.currency = Currency.getInstance("USD"));
            }
            case CURRENCY_SUDDEN -> times(all, pick(FOREIGN, lot));
            case CURRENCY_OF_ONE_SOURCE, BLIND_CURRENCY -> times(all, FOREIGN.getFirst());
            case LINK_OF_FREIGHT -> {
                draft.title = pick(List.of("补差价专拍 差多少拍多少", "邮费补拍链接", "运费差价 补运费", "老客户专拍链接"), lot);
                set(all, 130);
            }
            case BLIND_DECOY -> set(all, round(all, lot, 1.3));
            case BLIND_SMALL_MOVE -> times(all, lot < 0.5 ? 0.45 + lot * 0.6 : 1.2 + lot * 0.5);
            case BLIND_LASTING_JUMP -> times(all, away(2.6, lot));
        }
    }

    /** Of what is told, what has a true price at all: freight and deposits have none. */
    Predicate<Price> hasTruth() {
        return price -> price.truth != PriceDraft.NONE && this != LINK_OF_FREIGHT;
    }

    private static <T> T pick(List<T> some, double lot) {
        return some.get((int) (lot * some.size()));
    }

    private static Price one(PriceDraft draft, double lot) {
        return pick(draft.variants(), lot);
    }

    private static void set(List<Price> prices, long fen) {
        prices.forEach(price -> price.told = fen);
    }

    private static void times(List<Price> prices, double factor) {
        prices.forEach(price -> price.told = PriceWorld.round(price.told * factor));
    }

    /** A factor so far off or further, up or down. */
    private static double away(double least, double lot) {
        double far = least * Math.exp(Math.abs(lot - 0.5) * 4);
        return lot < 0.5 ? 1 / far : far;
    }

    /** A round amount, as campaigns set it, so many times off any of the prices, or more. */
    private static long round(List<Price> prices, double lot, double least) {
        var told = prices.stream().mapToLong(price -> price.told);
        double yuan = (lot < 0.5 ? told.min() : told.max()).orElseThrow() * away(least, lot) / 100;
        double step = yuan > 1_000 ? 500 : yuan > 100 ? 50 : yuan > 10 ? 5 : 0.5;
        double steps = lot < 0.5 ? Math.floor(yuan / step) : Math.ceil(yuan / step);
        return PriceWorld.round(Math.max(0.4, steps * step) * 100 - (yuan > 10 ? 100 : 0));
    }

    private static void extra(PriceDraft draft, String words, double part) {
        var of = draft.variants().getFirst();
        var more = new Price("extra", 0, words, PriceDraft.NONE);
        more.told = PriceWorld.round(of.told * part);
        draft.prices.add(more);
    }
}
