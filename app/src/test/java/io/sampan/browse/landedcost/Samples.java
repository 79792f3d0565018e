package io.sampan.browse.landedcost;

import io.sampan.browse.weight.SampleWeights;
import io.sampan.browse.weight.Weights;
import io.sampan.money.amount.Money;
import io.sampan.money.exchange.SampleRates;
import io.sampan.outside.carrier.SampleLines;
import io.sampan.outside.customs.Duties;
import io.sampan.outside.customs.SampleDuties;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.marketplace.Offer.SizeMm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Landed costs by the rules that the app is shipped with, and baskets to price. */
public final class Samples {
    private Samples() {}

    /** Landed costs at this moment. */
    public static LandedCosts at(String moment) {
        var clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
        return with(SampleWeights.nothingWeighed(clock), clock);
    }

    /** Landed costs by what these weights know. */
    public static LandedCosts with(Weights weights, Clock clock) {
        return with(weights, SampleDuties.shipped(), clock);
    }

    /** Landed costs by these rules of import. */
    public static LandedCosts with(Weights weights, Duties duties, Clock clock) {
        var settings = new LandedCostSettings(
                BigDecimal.valueOf(5), BigDecimal.valueOf(20), 800, 8, 120, 15, 1, 4, 1, 2, Duration.ofMinutes(30));
        return new LandedCosts(SampleLines.shipped(), duties, SampleRates.shipped(), weights, settings, clock);
    }

    public static BasketLine line(String category, long unitFen, int quantity, @Nullable Integer grams) {
        return line(category, unitFen, quantity, grams, Set.of());
    }

    public static BasketLine line(
            String category, long unitFen, int quantity, @Nullable Integer grams, Set<Hazard> hazards) {
        return new BasketLine(
                new ItemRef(MarketplaceId.ALI1688, "620201390233"),
                "1",
                quantity,
                Money.fen(unitFen),
                "a",
                category,
                grams,
                null,
                null,
                hazards);
    }

    /** Three lines of two shops; one seller tells the packed size, one tells nothing. */
    public static Basket mixed() {
        return Basket.of(
                new BasketLine(
                        new ItemRef(MarketplaceId.ALI1688, "1"),
                        "1",
                        3,
                        Money.fen(1_999),
                        "a",
                        "男装 短袖T恤",
                        210,
                        null,
                        Money.fen(500),
                        Set.of()),
                new BasketLine(
                        new ItemRef(MarketplaceId.ALI1688, "2"),
                        "1",
                        1,
                        Money.fen(8_801),
                        "a",
                        "鞋靴 运动鞋",
                        900,
                        new SizeMm(330, 220, 130),
                        Money.fen(650),
                        Set.of()),
                new BasketLine(
                        new ItemRef(MarketplaceId.ALI1688, "3"),
                        "1",
                        2,
                        Money.fen(3_333),
                        "b",
                        "家居 陶瓷 马克杯",
                        null,
                        null,
                        null,
                        Set.of()));
    }
}
