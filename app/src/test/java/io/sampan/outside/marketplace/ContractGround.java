package io.sampan.outside.marketplace;

import com.sun.net.httpserver.HttpExchange;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.outside.marketplace.PurchaseRequest.Line;
import io.sampan.outside.marketplace.UpstreamOrder.State;
import io.sampan.outside.wire.LooseJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What the cases of the connectors' contract stand on: one connector, its simulated marketplace, and what differs from platform to platform. */
public interface ContractGround {
    Duration PATIENCE = Duration.ofSeconds(60);

    /** How often a fault strikes that is to last for a whole case; more than a connector tries again. */
    int OFTEN = 20;

    /** One connector beside its marketplace. @param createOperation of its simulator that orders; empty where nothing is ordered, and so is payOperation */
    record Stand(SmallWorld world, Connector connector, Stall stall, String createOperation, String payOperation) {}

    PurchaseRequest.Receiver WAREHOUSE =
            new PurchaseRequest.Receiver("舢板集运仓", "15251667788", "浙江省", "杭州市", "滨江区", "网商路699号 SP1001", "310000");

    Duration UNTIL_IT_MAY_BE_ASKED_AGAIN = Duration.ofSeconds(3);

    /** The fewest days until a seller's parcel has surely been scanned. */
    int HOURS_TO_FIRST_SCAN = 48;

    /** Answers full of messages that other cases leave behind, at most. */
    int LEFT_BEHIND = 50;

    Stand stand();

    /** Gives a push to the connector's hook; the HTTP status that it answers. Who declares no pushes has none. */
    default int hook(HttpExchange push) throws IOException {
        return 404;
    }

    /** Words with which its search finds goods. */
    default String words() {
        return "连衣裙";
    }

    /** Whether its platform gives titles in the language that it is asked for. */
    default boolean translates() {
        return true;
    }

    /** Whether its platform splits what is paid, some time later, rather than what is ordered, at once. */
    default boolean splitsLater() {
        return false;
    }

    /** Whether it searches among what it fetched a while ago, since its platform has no search. */
    default boolean searchesWhatItFetchedBefore() {
        return false;
    }

    /** What it does by itself once it is there, before anybody asks it. */
    default void wakeUp() {
        // Nothing, unless its platform wants it.
    }

    /** Whether it answers this from what it was told a while ago, so that only a new one hears all of what it is told now. */
    default boolean remembers(Capability verb) {
        return verb == Capability.SEARCH && searchesWhatItFetchedBefore();
    }

    /** An item's id that its platform could have given and did not. */
    default String nobodysItem() {
        return "999999999999";
    }

    /** An order's id that its platform could have given and did not. */
    default String nobodysOrder() {
        return "200099999999";
    }

    /** How its platform writes our reference. */
    default String referenceThere(PurchaseRequest request) {
        return request.reference();
    }

    /** Waits until what was just ordered is found by its reference. */
    default void untilListed() {
        // At once, unless its platform is behind.
    }

    default List<LooseJson> books(PurchaseRequest request) {
        return stand().world().orders(referenceThere(request));
    }

    @AfterEach
    default void disarm() {
        stand().world().clearFaults();
        stand().world().pushesTo("");
        // A platform counts the calls of a second, whoever makes them.
        stand().world().advance(UNTIL_IT_MAY_BE_ASKED_AGAIN);
    }

    default Searched.Query query() {
        return new Searched.Query(words(), "en", 1, 20, Searched.Order.SALES);
    }

    default Searched.Page page() {
        return (Searched.Page) stand().connector().search(query());
    }

    /** An offer that can be bought, with a variant of which there is enough. */
    default Offer offer() {
        return page().listings().stream()
                .map(row -> stand().connector().fetch(row.item().itemId(), "en"))
                .filter(Fetched.Found.class::isInstance)
                .map(found -> ((Fetched.Found) found).offer())
                .filter(offer -> offer.onSale() && (offer.isPriceOnly() || plenty(offer) != null))
                .findFirst()
                .orElseThrow();
    }

    default Offer.Sku plenty(Offer offer) {
        return offer.skus().stream()
                .filter(sku -> sku.inStock(20 + offer.minOrderQuantity()))
                .findFirst()
                .orElse(null);
    }

    default PurchaseRequest request() {
        var offer = offer();
        return request(offer, plenty(offer), Math.max(2, offer.minOrderQuantity()));
    }

    default PurchaseRequest request(Offer offer, Offer.Sku sku, int quantity) {
        var line = new Line(
                "L1",
                offer.item(),
                sku.skuId(),
                sku.orderKey(),
                quantity,
                offer.unitPrice(sku, quantity).orElseThrow());
        var reference = TimeOrderedId.next(SmallWorld.clock()).toString();
        return new PurchaseRequest(reference, offer.source(), offer.shop().id(), List.of(line), WAREHOUSE, "");
    }

    default UpstreamOrder placed(PurchaseRequest request) {
        var placed = (Placed.Accepted) stand().connector().place(request);
        return placed.orders().getFirst();
    }

    default State stateOf(UpstreamOrder order) {
        return ((OrderRead.Present) stand().connector().read(order.orderId()))
                .order()
                .state();
    }

    default int pieces(List<UpstreamOrder> orders) {
        return orders.stream()
                .flatMap(order -> order.lines().stream())
                .mapToInt(UpstreamOrder.Line::quantity)
                .sum();
    }

    /** A search as a visitor makes it. */
    default Searched search(String words, int page, int size, Searched.Order order) {
        return stand().connector().search(new Searched.Query(words, "en", page, size, order));
    }

    /** What a search that must succeed finds. */
    default List<Searched.Listing> rows(String words, int page, int size, Searched.Order order) {
        return ((Searched.Page) search(words, page, size, order)).listings();
    }

    /** Every call goes wrong in this way until the case ends. */
    default void always(String kind, int millis) {
        stand().world().armed("*", kind, millis, OFTEN);
    }
}
