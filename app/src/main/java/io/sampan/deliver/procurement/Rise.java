package io.sampan.deliver.procurement;

import io.sampan.buy.ordering.OrderLineId;
import io.sampan.money.amount.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** What a dearer purchase means for its lines. */
final class Rise {
    private Rise() {}

    /**
     * By line, the new price of one piece when the whole costs this: the rise is borne by the lines whose price rose, or by all when none did
     * (freight), rounded up to the fen.
     *
     * @param units by line reference, as the marketplace quoted
     */
    static Map<OrderLineId, Money> newUnits(Purchase purchase, Money now, Map<String, Money> units) {
        long rise = now.minor() - purchase.agreed().minor();
        var weights = new HashMap<OrderLineId, Long>();
        for (var line : purchase.lines()) {
            var unit = units.getOrDefault(line.line().toString(), line.unitPrice());
            weights.put(line.line(), Math.max(0, unit.minus(line.unitPrice()).minor() * line.quantity()));
        }
        if (weights.values().stream().allMatch(weight -> weight == 0)) {
            purchase.lines()
                    .forEach(line ->
                            weights.put(line.line(), Math.max(1, line.goods().minor())));
        }
        long sum = weights.values().stream().mapToLong(Long::longValue).sum();
        var result = new HashMap<OrderLineId, Money>();
        for (var line : purchase.lines()) {
            var part = BigDecimal.valueOf(rise)
                    .multiply(BigDecimal.valueOf(weights.getOrDefault(line.line(), 0L)))
                    .divide(
                            BigDecimal.valueOf(sum).multiply(BigDecimal.valueOf(line.quantity())),
                            0,
                            RoundingMode.CEILING);
            if (part.signum() > 0) {
                result.put(line.line(), line.unitPrice().plus(Money.fen(part.longValueExact())));
            }
        }
        return result;
    }
}
