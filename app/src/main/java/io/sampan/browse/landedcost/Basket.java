package io.sampan.browse.landedcost;

import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Offer.Hazard;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** What is priced together and travels in one parcel: 1 to 100 lines, in the order that the quote's shares follow. */
public record Basket(List<BasketLine> lines) {
    private static final int MOST_LINES = 100;

    public Basket {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("A basket of " + lines.size() + " lines");
        }
    }

    public static Basket of(BasketLine... lines) {
        return new Basket(List.of(lines));
    }

    /** All goods at the agreed prices, in CNY. */
    public Money goods() {
        return lines.stream().map(BasketLine::goods).reduce(Money.fen(0), Money::plus);
    }

    /** Freight within China: each shop asks once, the most that any of its lines tells, or this much when they are silent. */
    Money domesticFreight(Money whenSilent) {
        var shops = new HashMap<String, Money>();
        for (var line : lines) {
            var told = line.domesticFreight() == null ? whenSilent : line.domesticFreight();
            shops.merge(line.item().marketplace() + "/" + line.shopId(), told, Money::max);
        }
        return shops.values().stream().reduce(Money.fen(0), Money::plus);
    }

    Set<Hazard> hazards() {
        var all = EnumSet.noneOf(Hazard.class);
        lines.forEach(line -> all.addAll(line.hazards()));
        return all;
    }
}
