package io.sampan.deliver.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLineId;
import io.sampan.deliver.procurement.PurchaseState.Arrived;
import io.sampan.deliver.procurement.PurchaseState.Cancelled;
import io.sampan.deliver.procurement.PurchaseState.Done;
import io.sampan.deliver.procurement.PurchaseState.NeedsHuman;
import io.sampan.deliver.procurement.PurchaseState.Paid;
import io.sampan.deliver.procurement.PurchaseState.Paying;
import io.sampan.deliver.procurement.PurchaseState.Placed;
import io.sampan.deliver.procurement.PurchaseState.Placing;
import io.sampan.deliver.procurement.PurchaseState.Planned;
import io.sampan.deliver.procurement.PurchaseState.PriceMoved;
import io.sampan.deliver.procurement.PurchaseState.Quoting;
import io.sampan.deliver.procurement.PurchaseState.Reason;
import io.sampan.deliver.procurement.PurchaseState.Shipped;
import io.sampan.deliver.procurement.PurchaseState.SoldOut;
import io.sampan.deliver.procurement.PurchaseState.Then;
import io.sampan.deliver.procurement.PurchaseState.Withdrawing;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.UpstreamOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Every move of a purchase, the forbidden ones included, and what holds for whatever a marketplace makes of it. */
class PurchaseMachineTest {
    private static final List<PurchaseState> STATES = List.of(
            new Planned(),
            new Quoting(),
            new Placing(),
            new Placed(),
            new Withdrawing(Then.CANCEL),
            new Paying(),
            new Paid(),
            new Shipped(),
            new Arrived(),
            new NeedsHuman(Reason.REFUSED, ""),
            new SoldOut(),
            new PriceMoved(),
            new Cancelled(),
            new Done());

    /** One row for each state, one column for each next one, in the order of the rows. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("planned", ".Q.......H..C."),
            Map.entry("quoting", ".QP......HSMC."),
            Map.entry("placing", ".QPL.....HS.C."),
            Map.entry("placed", "...LWY...H...."),
            Map.entry("withdrawing", ".Q..W....H..C."),
            Map.entry("paying", "....WYD..H...."),
            Map.entry("paid", "......DIAH...F"),
            Map.entry("shipped", ".......IAH...F"),
            Map.entry("arrived", "........AH...F"),
            Map.entry("needs-human", ".QPLW.D..H.MCF"),
            Map.entry("sold-out", ".............."),
            Map.entry("price-moved", ".Q..........C."),
            Map.entry("cancelled", ".............."),
            Map.entry("done", ".............."));

    @Test
    void everyMoveIsAllowedOrForbiddenAsTheTableSays() {
        var letters = "NQPLWYDIAHSMCF";
        var found = new LinkedHashMap<String, String>();
        for (var state : STATES) {
            var row = new StringBuilder();
            for (int i = 0; i < STATES.size(); i++) {
                row.append(state.mayBecome(STATES.get(i)) ? letters.charAt(i) : '.');
            }
            found.put(state.slug(), row.toString());
        }
        assertThat(found).isEqualTo(TABLE);
    }

    @Test
    void aForbiddenMoveIsABug() {
        var purchase = purchase(List.of(1));
        assertThatThrownBy(() -> purchase.to(new Paid())).isInstanceOf(IllegalStateException.class);
    }

    @Property
    void anySplitOfTheLinesIsConservedAndAnyLossIsNoticed(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 99) Integer> quantities,
            @ForAll @IntRange(min = 1, max = 4) int parcels) {
        var purchase = purchase(quantities);
        var shares = new ArrayList<List<UpstreamOrder.Line>>();
        for (int i = 0; i < parcels; i++) {
            shares.add(new ArrayList<>());
        }
        for (int i = 0; i < quantities.size(); i++) {
            shares.get(i % parcels).add(new UpstreamOrder.Line("", "item" + i, "key" + i, quantities.get(i)));
        }
        var orders = new ArrayList<UpstreamOrder>();
        for (int i = 0; i < parcels; i++) {
            orders.add(upstream("u" + i, shares.get(i)));
        }
        var whole = purchase.knowing(orders);
        assertThat(UpstreamLines.conserved(whole)).isTrue();
        assertThat(orders.stream().flatMap(one -> UpstreamLines.of(whole, one).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        purchase.lines().stream().map(Purchase.Line::line).toList());
        assertThat(UpstreamLines.conserved(purchase.knowing(orders.subList(1, orders.size()))))
                .isFalse();
        assertThat(whole.knowing(orders).upstream()).hasSize(parcels);
    }

    @Property
    void newPricesCoverTheWholeRise(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 99) Integer> quantities,
            @ForAll @IntRange(min = 1, max = 500_000) int rise) {
        var purchase = purchase(quantities);
        var units = Rise.newUnits(purchase, purchase.agreed().plus(Money.fen(rise)), Map.of());
        var agreed = purchase.agreeing(units).agreed();
        assertThat(agreed.minus(purchase.agreed()).minor()).isGreaterThanOrEqualTo(rise);
        long pieces = quantities.stream().mapToInt(Integer::intValue).sum();
        assertThat(agreed.minus(purchase.agreed()).minor()).isLessThanOrEqualTo(rise + pieces);
    }

    private static UpstreamOrder upstream(String id, List<UpstreamOrder.Line> lines) {
        return new UpstreamOrder(
                MarketplaceId.ALI1688,
                "fake",
                id,
                "r",
                UpstreamOrder.State.WAIT_PAY,
                Money.fen(1),
                Money.fen(0),
                lines,
                List.of());
    }

    private static Purchase purchase(List<Integer> quantities) {
        var lines = new ArrayList<Purchase.Line>();
        for (int i = 0; i < quantities.size(); i++) {
            lines.add(new Purchase.Line(
                    new OrderLineId(UUID.randomUUID()),
                    new ItemRef(MarketplaceId.ALI1688, "item" + i),
                    "sku",
                    "key" + i,
                    quantities.get(i),
                    Money.fen(1_990),
                    ""));
        }
        return new Purchase(
                new PurchaseId(UUID.randomUUID()),
                new OrderId(UUID.randomUUID()),
                MarketplaceId.ALI1688,
                "fake",
                new Offer.Shop("s", "店"),
                lines,
                Money.fen(800),
                5,
                new Planned(),
                List.of(),
                0,
                null,
                false,
                0,
                Instant.EPOCH);
    }
}
