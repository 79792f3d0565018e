package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.payment.PaymentView;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.EntryView;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.wire.LooseJson;
import java.util.List;
import java.util.function.Predicate;

/** Our ledger beside the books of those who took, gave or earned money on one order. */
record AllBooks(Shop shop, OrderId order) {
    /** Everybody tells the same of this order, and our ledger balances. */
    static void agree(Shop shop, OrderId order) {
        var books = new AllBooks(shop, order);
        assertThat(shop.ledger.imbalance()).as("imbalance").isEmpty();
        assertThat(books.ours(Entry.Kind.CAPTURE, AccountRef.Kind.GATEWAY))
                .as("taken, as Stripe says")
                .isEqualTo(books.stripe("amount_captured"));
        assertThat(books.ours(Entry.Kind.REFUND, AccountRef.Kind.GATEWAY))
                .as("given back, as Stripe says")
                .isEqualTo(-books.stripe("amount_refunded"));
        assertThat(books.ours(Entry.Kind.PURCHASE, AccountRef.Kind.SUPPLIER))
                .as("paid to the marketplace, as it says")
                .isEqualTo(-books.marketplaces());
        assertThat(books.ours(Entry.Kind.FREIGHT, AccountRef.Kind.CARRIER))
                .as("owed to the carrier, as it says")
                .isEqualTo(-books.carrier());
    }

    private long ours(Entry.Kind kind, AccountRef.Kind account) {
        return shop.ledger.entriesOf(order.value().toString()).stream()
                .map(EntryView::entry)
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().kind() == account)
                .map(Posting::amount)
                .mapToLong(Money::minor)
                .sum();
    }

    /** How many entries of a kind the order has. */
    static long entries(Shop shop, OrderId order, Entry.Kind kind) {
        return shop.ledger.entriesOf(order.value().toString()).stream()
                .filter(view -> view.entry().kind() == kind)
                .count();
    }

    /** Stripe's charges for the order's payments. */
    static List<LooseJson> charges(Shop shop, OrderId order) {
        var stripe = JourneyWorld.world().booksOf("stripe");
        var payments = shop.payments.of(order.value()).stream()
                .map(PaymentView::id)
                .map(id -> id.value().toString())
                .toList();
        Predicate<LooseJson> ours =
                intent -> payments.contains(intent.at("metadata").text("payment"));
        var intents = stripe.list("payment_intents").stream()
                .filter(ours)
                .map(intent -> intent.text("id"))
                .toList();
        return stripe.list("charges").stream()
                .filter(charge -> intents.contains(charge.text("payment_intent")))
                .toList();
    }

    private long stripe(String field) {
        return charges(shop, order).stream()
                .mapToLong(charge -> charge.whole(field).orElseThrow())
                .sum();
    }

    /** The marketplaces' orders that this order came to, whatever became of them. */
    static List<LooseJson> upstream(Shop shop, OrderId order) {
        return shop.purchases.of(order).stream()
                .flatMap(one -> upstream(one).stream())
                .toList();
    }

    static List<LooseJson> upstream(Purchase purchase) {
        return JourneyWorld.world()
                .upstream(purchase.marketplace(), purchase.id().toString());
    }

    private long marketplaces() {
        return upstream(shop, order).stream()
                .filter(one -> one.yes("paid"))
                .mapToLong(one -> one.whole("totalFen").orElseThrow())
                .sum();
    }

    private long carrier() {
        return shop.parcels
                .of(order)
                .map(parcel -> JourneyWorld.world().booksOf("carrier").list("parcels").stream()
                        .filter(one -> one.text("ref_no").equals(parcel.id().toString()))
                        .filter(one -> !one.text("status").equals("CREATED"))
                        .mapToLong(one -> one.at("freight").whole("amount_fen").orElseThrow())
                        .sum())
                .orElse(0L);
    }
}
