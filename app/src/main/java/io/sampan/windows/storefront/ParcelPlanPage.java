package io.sampan.windows.storefront;

import io.sampan.browse.landedcost.Basket;
import io.sampan.browse.landedcost.BasketLine;
import io.sampan.browse.landedcost.LandedCosts;
import io.sampan.deliver.haul.Haul;
import io.sampan.deliver.haul.HaulAdvice;
import io.sampan.deliver.haul.HaulAdvice.Advised;
import io.sampan.deliver.haul.HaulAdvice.NotAdmitted;
import io.sampan.deliver.haul.HaulAdvice.NotCarried;
import io.sampan.deliver.haul.HaulItem;
import io.sampan.deliver.haul.HaulPlan;
import io.sampan.deliver.haul.Hauls;
import io.sampan.deliver.haul.PlannedParcel;
import io.sampan.money.amount.Money;
import io.sampan.money.exchange.Rates;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.storefront.CartPage.Packet;
import io.sampan.windows.storefront.CartPage.Parcels;
import io.sampan.windows.storefront.CartPage.Pieces;
import io.sampan.windows.storefront.CartPage.Row;
import io.sampan.windows.storefront.CartPage.Sums;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In which parcels the cart would best travel: advice, also where no line takes all of it in one. */
@Controller
class ParcelPlanPage {
    private static final int FREE_DAYS = 30;

    private final Storefront storefront;
    private final CartPage cart;
    private final Hauls hauls;
    private final LandedCosts landedCosts;
    private final Rates rates;
    private final Clock clock;

    ParcelPlanPage(
            Storefront storefront, CartPage cart, Hauls hauls, LandedCosts landedCosts, Rates rates, Clock clock) {
        this.storefront = storefront;
        this.cart = cart;
        this.hauls = hauls;
        this.landedCosts = landedCosts;
        this.rates = rates;
        this.clock = clock;
    }

    /** One piece in the cart. */
    private record Piece(Row row, HaulItem item) {}

    @GetMapping("/cart/parcels")
    void show(@RequestParam Optional<Integer> within, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var rows = cart.rows(request, response);
        int days = Math.clamp(within.orElse(Haul.ANY_DAYS), 1, Haul.ANY_DAYS);
        storefront.show(response, "parcels", frame, view(rows, days, frame));
    }

    private Parcels view(List<Row> rows, int days, Frame frame) {
        var pieces = pieces(rows);
        if (pieces.isEmpty() || pieces.size() > Haul.MOST_ITEMS) {
            return none(days, pieces.isEmpty() ? "parcels.none" : "parcels.too-many", List.of());
        }
        var items = pieces.stream().map(Piece::item).toList();
        var haul = new Haul(items, frame.visitor().country(), null, days, clock.instant());
        return switch (hauls.advise(haul)) {
            case Advised(var advice) ->
                advised(advice, pieces, days, frame.visitor().currency());
            case NotCarried(var places) ->
                none(
                        days,
                        "parcels.refused",
                        places.stream()
                                .map(place -> pieces.get(place).row())
                                .distinct()
                                .toList());
            case NotAdmitted _ -> none(days, "parcels.not-admitted", List.of());
        };
    }

    private static Parcels none(int days, String fault, List<Row> refused) {
        return new Parcels(days, List.of(), null, fault, refused);
    }

    private Parcels advised(HaulAdvice advice, List<Piece> pieces, int days, Currency currency) {
        var packets = advice.best().parcels().stream()
                .map(parcel -> packet(parcel, pieces, currency))
                .toList();
        var sums = new Sums(
                sum(advice.best(), currency),
                advice.second().map(plan -> sum(plan, currency)).orElse(null),
                advice.together().map(plan -> sum(plan, currency)).orElse(null),
                sum(advice.apart(), currency));
        return new Parcels(days, packets, sums, "", List.of());
    }

    private Packet packet(PlannedParcel parcel, List<Piece> pieces, Currency currency) {
        var counts = new LinkedHashMap<Row, Integer>();
        parcel.items().forEach(place -> counts.merge(pieces.get(place).row(), 1, Integer::sum));
        var contents = counts.entrySet().stream()
                .map(one -> new Pieces(one.getKey(), one.getValue()))
                .toList();
        var cost = parcel.cost();
        return new Packet(
                contents,
                parcel.line(),
                parcel.size().grams(),
                shown(cost.freight(), currency),
                shown(cost.border(), currency),
                shown(cost.packing().plus(cost.storage()), currency));
    }

    private Money sum(HaulPlan plan, Currency currency) {
        return shown(plan.total(), currency);
    }

    private Money shown(Money amount, Currency currency) {
        return rates.convert(amount, currency).amount();
    }

    /** Each piece of what has a price; what has none cannot be ordered yet. */
    private List<Piece> pieces(List<Row> rows) {
        var priced = new ArrayList<Row>();
        var lines = new ArrayList<BasketLine>();
        for (var row : rows) {
            var offer = row.offer();
            var sku = row.sku();
            if (offer != null && sku != null) {
                int quantity = row.line().quantity();
                BasketLine.of(offer, sku, quantity, quantity).ifPresent(line -> {
                    priced.add(row);
                    lines.add(line);
                });
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        var sizes = landedCosts.pieces(new Basket(lines));
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var item = new HaulItem(
                    priced.get(i).line().skuId(),
                    sizes.get(i),
                    line.hazards(),
                    line.category(),
                    line.unitPrice(),
                    0,
                    FREE_DAYS);
            pieces.addAll(Collections.nCopies(
                    Math.min(line.quantity(), Haul.MOST_ITEMS + 1), new Piece(priced.get(i), item)));
        }
        return pieces;
    }
}
