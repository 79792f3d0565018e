package io.sampan.simulators.openmall;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.Rows;
import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way of sending an offer's pieces, however many, at a flat fee.
 *
 * @param type as {@code shipping_type} says it: express or ems
 * @param name as people say it
 * @param fen  the fee; 0 when the seller pays
 */
record Postage(String type, String name, long fen) {
    private static final long EMS_MORE_FEN = 1_600;
    private static final double OFFERS_EMS = 0.3;

    /** The ways of an offer, the usual one first. */
    static List<Postage> of(Offer offer) {
        List<Postage> ways = new ArrayList<>();
        ways.add(new Postage("express", "快递", offer.freightFen()));
        if (Dice.of(0, offer.listing().id(), "openmall ems").chance(OFFERS_EMS)) {
            ways.add(new Postage("ems", "EMS", offer.freightFen() + EMS_MORE_FEN));
        }
        return ways;
    }

    static Optional<Postage> of(Offer offer, String type) {
        return of(offer).stream().filter(way -> way.type().equals(type)).findFirst();
    }

    /** As in item.get: a first fee for so many pieces, nothing for more, everywhere. */
    static Rows postages(Offer offer) {
        return new Rows(
                "top_postage_vo", of(offer).stream().map(Postage::template).toList());
    }

    private Map<String, @Nullable Object> template() {
        return Fields.of(
                "post_type", type,
                "start_fee", Fields.yuanText(fen),
                "start_standard", "1",
                "add_fee", "0.00",
                "add_standard", "1",
                "valuation", 0,
                "post_area", "1");
    }

    /** As in trade.render. */
    static Rows posts(Offer offer) {
        return new Rows(
                "post_do",
                of(offer).stream()
                        .map(way -> Fields.of(
                                "amount", Fields.yuanText(way.fen()),
                                "name", way.name(),
                                "shipping_type", way.type()))
                        .toList());
    }
}
