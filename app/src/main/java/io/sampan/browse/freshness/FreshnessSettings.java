package io.sampan.browse.freshness;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param language ISO 639 language in which marketplaces are asked for texts beside Chinese
 * @param lookLimit how long a page waits for a marketplace
 * @param parallel most looks at one marketplace at a time, shoppers' and our own
 * @param mostLooks most items that are being looked at on this node at a time, waiting ones included; only those who pay are not turned away
 * @param restAfterFailure longest time for which an item that could not be seen is left alone
 * @param rememberGone how long a marketplace's word that it has no such item is believed of an item that we never saw
 * @param latest what is older is asked for again whenever it is shown
 * @param soonest what is younger is not asked for again before it is shown, nor ahead of that, whatever it is worth
 * @param checksAtOnce most looks ahead in one run
 * @param tendEvery pause between runs
 * @param lease a node that has planned nothing for so long is taken for dead, and another one plans
 * @param quota how many looks and searches each source allows, and what they are kept for
 * @param interest what counts as how much interest
 * @param watch how items are watched
 * @param dead when an item that is gone is given up
 * @param starter the first filling of an empty catalogue
 */
@ConfigurationProperties(prefix = "sampan.freshness", ignoreUnknownFields = false)
record FreshnessSettings(
        @DefaultValue("en") String language,
        @DefaultValue("3s") Duration lookLimit,
        @DefaultValue("8") int parallel,
        @DefaultValue("64") int mostLooks,
        @DefaultValue("30s") Duration restAfterFailure,
        @DefaultValue("10m") Duration rememberGone,
        @DefaultValue("1d") Duration latest,
        @DefaultValue("2m") Duration soonest,
        @DefaultValue("40") int checksAtOnce,
        @DefaultValue("2s") Duration tendEvery,
        @DefaultValue("1m") Duration lease,
        @DefaultValue Quota quota,
        @DefaultValue Worth interest,
        @DefaultValue Watch watch,
        @DefaultValue Dead dead,
        @DefaultValue Starting starter) {

    /**
     * @param items products of a marketplace with which it counts as filled; 0 fills nothing
     * @param parallel looks at a time; below the number that a marketplace is asked at most, so that shoppers find room
     * @param words what is searched for at the marketplaces, one after the other
     */
    record Starting(
            @DefaultValue("240") int items,
            @DefaultValue("4") int parallel,

            @DefaultValue({
                "连衣裙 女", "运动鞋", "马克杯", "双肩包", "蓝牙耳机", "汉服", "T恤 男", "台灯", "手机壳", "茶具", "项链", "毛绒玩具", "羽绒服", "收纳盒",
                "保温杯", "手表", "抱枕", "帽子", "钥匙扣", "文具 笔", "瑜伽垫", "宠物 猫", "饭盒", "地毯", "雨伞", "袜子", "围巾", "键盘", "露营", "儿童 玩具"
            })
            List<String> words) {}

    /**
     * An hour of the clock at one source, all nodes together. What is not kept for something is for looks before known items are shown, and ahead of
     * that.
     *
     * @param hourly looks and searches
     * @param hourlyAt the same for single sources by their name
     * @param payPercent kept for the re-check before an order is placed; nothing else may touch it
     * @param cartPercent kept for re-checks of what lies in carts; only those before an order may touch it too
     * @param visitorsPercent for searches and looks at unknown items, which anybody can cause; the re-check before an order may touch it too
     */
    record Quota(
            @DefaultValue("3600") int hourly,
            @DefaultValue Map<String, Integer> hourlyAt,
            @DefaultValue("10") int payPercent,
            @DefaultValue("20") int cartPercent,
            @DefaultValue("30") int visitorsPercent) {
        private static final int WHOLE = 100;

        Quota {
            boolean negative = Math.min(Math.min(payPercent, cartPercent), visitorsPercent) < 0;
            if (negative || payPercent + cartPercent + visitorsPercent > WHOLE) {
                throw new IllegalArgumentException(
                        "sampan.freshness.quota: what is kept is more than all, or less than nothing");
            }
        }

        /** Calls of this share in an hour; all shares together are never more than the source allows. */
        int of(String source, Share share) {
            int all = Math.max(0, hourlyAt.getOrDefault(source, hourly));
            int pay = part(all, payPercent);
            int cart = part(all, cartPercent);
            int visitors = part(all, visitorsPercent);
            return switch (share) {
                case PAY -> pay;
                case CART -> cart;
                case VISITORS -> visitors;
                case PLANNED -> all - pay - cart - visitors;
            };
        }

        private static int part(int all, int percent) {
            return (int) ((long) all * percent / WHOLE);
        }
    }

    /**
     * @param page what a view of a product's own page is worth, in views
     * @param cart that it was put into a cart
     * @param listed that it was shown in a list, or among search results
     * @param items most items whose interest one node counts between two writes
     * @param writeEvery pause between two writes
     */
    record Worth(
            @DefaultValue("1") double page,
            @DefaultValue("5") double cart,
            @DefaultValue("0.05") double listed,
            @DefaultValue("10000") int items,
            @DefaultValue("3s") Duration writeEvery) {}

    /**
     * @param trend after this time a view counts half for what is looked at just now
     * @param season after this time a view counts half for what is looked at as a rule
     * @param memory after this time what was learnt of changes counts for 1/e
     * @param changesPerDay what is believed of goods of which nothing is known yet; above 0
     * @param strength how many changes an item's category counts for beside the item's own
     * @param viewsPerDay that every watched item is given, so that none is forgotten for ever
     * @param items most watched items of a marketplace
     * @param remembered most items of which a node remembers what the planner knows
     * @param rememberFor how long it does
     */
    record Watch(
            @DefaultValue("3h") Duration trend,
            @DefaultValue("7d") Duration season,
            @DefaultValue("60d") Duration memory,
            @DefaultValue("0.3") double changesPerDay,
            @DefaultValue("1") double strength,
            @DefaultValue("0.02") double viewsPerDay,
            @DefaultValue("50000") int items,
            @DefaultValue("10000") int remembered,
            @DefaultValue("30s") Duration rememberFor) {
        Watchlist.Tuning tuning() {
            return new Watchlist.Tuning(trend, season, memory, changesPerDay, strength, viewsPerDay, items);
        }
    }

    /**
     * @param againAfter an item that is gone is looked for again after this time
     * @param occasions on so many it must have been gone, so far apart at least, to be looked for no more
     */
    record Dead(
            @DefaultValue("1d") Duration againAfter,
            @DefaultValue("4") int occasions) {}
}
