package io.sampan.simulators.seller;

import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A parcel's way from the seller to the receiver inside China: always the same for the same purchase.
 *
 * @param steps what the courier's scanners will have said by the end, in order
 */
public record Trip(List<Step> steps) {

    /** What a scan means. */
    public enum Kind {
        COLLECTED,
        TRANSPORT,
        DELIVERING,
        SIGNED
    }

    /** One scan: when, what, where, and the courier's words. */
    public record Step(Instant at, Kind kind, String province, String city, String text) {}

    private record Courier(String code, String name, String prefix, int digits) {}

    private static final Courier JD = new Courier("JD", "京东快递", "JDVA", 11);
    private static final List<Courier> COURIERS = List.of(
            new Courier("ZTO", "中通快递", "78", 12),
            new Courier("YTO", "圆通速递", "YT", 13),
            new Courier("STO", "申通快递", "77", 13),
            new Courier("YUNDA", "韵达快递", "43", 13),
            new Courier("SF", "顺丰速运", "SF", 13));

    /** How long the seller takes to pack: 4 to 40 hours. */
    static Duration packing(long seed, Purchase purchase) {
        return Duration.ofMinutes(
                240 + Dice.of(seed, purchase.id().hashCode(), "packing").below(36 * 60));
    }

    /** How long the parcel travels: 1 to 4 days. */
    static Duration travel(long seed, Purchase purchase) {
        return Duration.ofMinutes(
                24 * 60 + Dice.of(seed, purchase.id().hashCode(), "travel").below(72 * 60));
    }

    static Purchase.Shipping shipping(long seed, Purchase purchase, Marketplace marketplace) {
        Dice dice = Dice.of(seed, purchase.id().hashCode(), "courier");
        Courier courier = marketplace == Marketplace.JD ? JD : dice.pick(COURIERS);
        var digits = new StringBuilder();
        for (int i = 0; i < courier.digits(); i++) {
            digits.append(dice.below(10));
        }
        return new Purchase.Shipping(
                courier.code(),
                courier.name(),
                courier.prefix() + digits,
                "LP00" + (100_000_000_000L + dice.below(900_000_000_000L)));
    }

    /** The trip of a shipped purchase; the last scan is the signing, when it has been or will be. */
    static Trip of(Purchase purchase, Shop shop, Instant shipped, Instant signed) {
        String company =
                purchase.shipping() == null ? "快递" : purchase.shipping().company();
        Purchase.Receiver to = purchase.receiver();
        long whole = Duration.between(shipped, signed).toMillis();
        List<Step> steps = new ArrayList<>();
        String from = "【" + shop.city() + "市】";
        String there = "【" + to.city() + "】";
        steps.add(new Step(shipped, Kind.COLLECTED, shop.province(), shop.city(), from + company + " 已揽收"));
        steps.add(new Step(
                shipped.plusMillis(whole / 10),
                Kind.TRANSPORT,
                shop.province(),
                shop.city(),
                from + "快件已发车，下一站 " + to.city() + "转运中心"));
        steps.add(new Step(
                shipped.plusMillis(whole * 6 / 10),
                Kind.TRANSPORT,
                to.province(),
                to.city(),
                there + "快件到达 " + to.city() + "转运中心"));
        steps.add(new Step(
                shipped.plusMillis(whole * 9 / 10),
                Kind.DELIVERING,
                to.province(),
                to.city(),
                there + "快件派送中，请保持电话畅通"));
        steps.add(new Step(signed, Kind.SIGNED, to.province(), to.city(), there + "快件已签收，签收人：" + to.name()));
        return new Trip(List.copyOf(steps));
    }

    /** The scans made by a time. */
    public List<Step> until(Instant now) {
        return steps.stream().filter(step -> !step.at().isAfter(now)).toList();
    }
}
