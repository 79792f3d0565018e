package io.sampan.windows.console;

import io.sampan.deliver.procurement.Purchases;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a buyer tells of a purchase, as it was typed.
 *
 * @param orders the marketplace's ids of the orders, with spaces or commas between them
 * @param total paid for all of them in yuan, freight included
 * @param freight in it; empty is none
 * @param dearer what it would cost now; only when that is above what was agreed
 * @param faults names of the fields that cannot be so
 */
public record BuyingByHand(
        String orders,
        String total,
        String freight,
        String company,
        String waybill,
        String dearer,
        List<String> faults,
        Optional<Money> found,
        Optional<Purchases.ByHand> deed) {
    private static final int MOST_ORDERS = 20;

    static BuyingByHand fresh() {
        return new BuyingByHand("", "", "", "", "", "", List.of(), Optional.empty(), Optional.empty());
    }

    /** The form of what was bought; the deed is there when nothing in it is wrong. */
    static BuyingByHand typed(Typed form) {
        var faults = new ArrayList<String>();
        var ids = Arrays.stream(form.text("orders").split("[\\s,;，；、]+"))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        boolean named = !ids.isEmpty() && ids.size() <= MOST_ORDERS;
        if (!named || !ids.stream().allMatch(id -> id.matches("[A-Za-z0-9_-]{4,64}"))) {
            faults.add("orders");
        }
        var total = form.amount("total", Money.CNY);
        if (total.isEmpty()) {
            faults.add("total");
        }
        boolean free = form.text("freight").matches("|0+([.,]0{1,2})?");
        var freight = free ? Optional.of(Money.fen(0)) : form.amount("freight", Money.CNY);
        if (freight.isEmpty() || total.isPresent() && freight.get().compareTo(total.get()) > 0) {
            faults.add("freight");
        }
        var parcel = parcel(form);
        if (parcel.isEmpty() && !form.text("waybill").isEmpty()) {
            faults.add("waybill");
        }
        var deed = faults.isEmpty()
                ? Optional.of(new Purchases.ByHand(
                        ids,
                        total.orElseThrow(),
                        freight.orElseThrow(),
                        parcel.stream().toList()))
                : Optional.<Purchases.ByHand>empty();
        return of(form, faults, Optional.empty(), deed);
    }

    /** The form of a parcel that the seller sent. */
    static BuyingByHand sent(Typed form) {
        return of(form, parcel(form).isEmpty() ? List.of("waybill") : List.of(), Optional.empty(), Optional.empty());
    }

    /** The form of a price above what was agreed. */
    static BuyingByHand dearer(Typed form, Money agreed) {
        var found = form.amount("dearer", Money.CNY).filter(total -> total.compareTo(agreed) > 0);
        return of(form, found.isEmpty() ? List.of("dearer") : List.of(), found, Optional.empty());
    }

    /** The parcel that was typed; empty when there is none. */
    Optional<Waybill> parcel() {
        return waybill.isEmpty() || faults.contains("waybill")
                ? Optional.empty()
                : Optional.of(new Waybill(company, waybill));
    }

    private static Optional<Waybill> parcel(Typed form) {
        return Optional.of(form.text("waybill"))
                .filter(number -> number.matches("[A-Za-z0-9-]{4,40}"))
                .map(number -> new Waybill(form.text("company"), number));
    }

    private static BuyingByHand of(
            Typed form, List<String> faults, Optional<Money> found, Optional<Purchases.ByHand> deed) {
        return new BuyingByHand(
                form.text("orders"),
                form.text("total"),
                form.text("freight"),
                form.text("company"),
                form.text("waybill"),
                form.text("dearer"),
                List.copyOf(faults),
                found,
                deed);
    }
}
