package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.Acted;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.deliver.procurement.Purchases.ByHand;
import io.sampan.deliver.shipping.ParcelState;
import io.sampan.deliver.shipping.Passing;
import io.sampan.deliver.warehouse.Handled;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.Packing;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.deliver.warehouse.PhotoTaken;
import io.sampan.deliver.warehouse.Receiving;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer.SizeMm;
import io.sampan.outside.marketplace.UpstreamOrder.Waybill;
import io.sampan.outside.wire.LooseJson;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.SignedUp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import javax.imageio.ImageIO;

/** Our warehouse, and the operator who works there. */
final class Depot {
    /** The slowest seller packs 40 hours. */
    private static final Duration PACKING = Duration.ofHours(41);
    /** The slowest courier takes 4 days. */
    private static final Duration TRAVEL = Duration.ofHours(97);
    /** The express line takes 6 days at most, customs included. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final int MOST_DAYS = 12;
    private static final int PACKAGING_GRAMS = 120;
    private static final SizeMm BOX = new SizeMm(200, 150, 100);

    private final Shop shop;
    private final AccountId operator;

    Depot(Shop shop) {
        this.shop = shop;
        var email = "operator" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        this.operator = ((SignedUp.Welcome) shop.accounts.appointOperator(email, "correct horse battery"))
                .account()
                .id();
    }

    AccountId operator() {
        return operator;
    }

    /**
     * A person buys what no program can, tells what was paid and later the parcel's number, and receives it as any other.
     *
     * @param freight within China of what was agreed
     * @param grams that it weighs
     */
    void buysByHand(Purchase purchase, Money freight, int grams) {
        var id = purchase.id();
        var deed = new ByHand(List.of("by-hand-" + id), purchase.agreed(), freight, List.of());
        assertThat(shop.purchases.boughtByHand(id, deed)).isEqualTo(new Acted.Done());
        shop.until(purchase.order(), OrderState.Bought.class);
        assertThat(shop.purchases.find(id).orElseThrow().state()).isInstanceOf(PurchaseState.Paid.class);
        var waybill = "HAND" + Math.abs(id.hashCode());
        assertThat(shop.purchases.sent(id, new Waybill("极兔速递", waybill))).isEqualTo(new Acted.Done());
        shop.until(
                "the warehouse expects it",
                () -> shop.inbounds
                        .find(waybill)
                        .filter(inbound -> !inbound.contents().isEmpty())
                        .isPresent());
        assertThat(shop.inbounds.receive(waybill, operator)).isInstanceOf(Receiving.Matched.class);
        acceptsOf(purchase.order(), grams);
    }

    /** The sellers pack and send; their couriers' numbers reach us by push. */
    void waitsForTheSellers(OrderId order) {
        JourneyWorld.world().advance(PACKING);
        var waybills = waybills(order);
        shop.until(
                "the order knows " + waybills,
                () -> known(order).containsAll(waybills),
                () -> shop.order(order).lines().stream().map(OrderLine::state).toList() + " " + shop.purchases.of(order)
                        + " " + JourneyWorld.world().pushes("1688"));
        shop.until(
                "the warehouse expects " + waybills,
                () -> waybills.stream()
                        .allMatch(number -> shop.inbounds
                                .find(number)
                                .filter(inbound -> !inbound.contents().isEmpty())
                                .isPresent()));
    }

    /** The couriers' numbers, as the marketplace knows them. */
    List<String> waybills(OrderId order) {
        var waybills = AllBooks.upstream(shop, order).stream()
                .filter(one -> one.yes("paid"))
                .map(one -> one.text("waybill"))
                .toList();
        assertThat(waybills).isNotEmpty().doesNotContain("");
        return waybills;
    }

    private List<String> known(OrderId order) {
        return shop.order(order).lines().stream()
                .map(OrderLine::state)
                .filter(LineState.SellerShipped.class::isInstance)
                .flatMap(state -> ((LineState.SellerShipped) state).waybills().stream())
                .map(LineState.Waybill::number)
                .toList();
    }

    /** The couriers bring the parcels. */
    void arrive() {
        JourneyWorld.world().advance(TRAVEL);
    }

    /** The parcels come, and each is scanned at the counter. */
    void receives(OrderId order) {
        arrive();
        for (var waybill : waybills(order)) {
            assertThat(shop.inbounds.receive(" " + waybill.toLowerCase(java.util.Locale.ROOT), operator))
                    .isInstanceOf(Receiving.Matched.class);
            assertThat(shop.inbounds.receive(waybill, operator)).isInstanceOf(Receiving.AlreadyReceived.class);
        }
    }

    /** Each item is photographed, weighed and found good. */
    void accepts(OrderId order) {
        accepts(order, this::grams);
    }

    /** The same with things that no marketplace's books tell of, each of this weight. */
    void acceptsOf(OrderId order, int grams) {
        accepts(order, _ -> grams);
    }

    /** Each item that nobody has looked at yet. */
    void acceptsTheRest(OrderId order) {
        accepts(order, this::grams);
    }

    private void accepts(OrderId order, ToIntFunction<Item> weight) {
        var waiting = shop.warehouse.of(order).stream()
                .filter(item -> item.state() instanceof ItemState.Received)
                .toList();
        for (var item : waiting) {
            assertThat(shop.warehouse.accept(item.id())).isInstanceOf(Handled.Lacking.class);
            assertThat(shop.warehouse.photograph(item.id(), photo(item), operator))
                    .isInstanceOf(PhotoTaken.Kept.class);
            assertThat(shop.warehouse.weigh(item.id(), weight.applyAsInt(item), BOX))
                    .isInstanceOf(Handled.Done.class);
            assertThat(shop.warehouse.accept(item.id())).isInstanceOf(Handled.Done.class);
        }
        shop.until(order, OrderState.Received.class);
    }

    /** What it really weighs: the sum over all orders of the marketplace that hold pieces of it. */
    private int grams(Item item) {
        var line = shop.order(item.order()).line(item.line()).orElseThrow();
        return Math.toIntExact(AllBooks.upstream(shop, item.order()).stream()
                .flatMap(order -> order.list("lines").stream())
                .filter(one -> isOf(one, line))
                .mapToLong(Depot::grams)
                .sum());
    }

    /** JD's items bear the number of a SKU, which begins with that of its product. */
    private static boolean isOf(LooseJson theirs, OrderLine ours) {
        return ours.item().marketplace() == MarketplaceId.JD
                ? ours.item().itemId().startsWith(theirs.text("offerId"))
                : ours.item().itemId().equals(theirs.text("offerId"));
    }

    private static long grams(LooseJson line) {
        return line.whole("realGramsEach").orElseThrow()
                * line.whole("quantity").orElseThrow();
    }

    static byte[] photo(Item item) {
        var image = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, item.id().hashCode());
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return png.toByteArray();
    }

    /** All of it goes into one parcel, which the carrier is told of. */
    ParcelId packs(OrderId order) {
        var parcel = closes(order);
        shop.until(
                "the parcel is booked",
                () -> state(parcel) instanceof ParcelState.Booked,
                () -> shop.parcels.find(parcel).toString());
        return parcel;
    }

    /** Closes the parcel, and does not wait for the carrier. */
    ParcelId closes(OrderId order) {
        var packing = shop.warehouse.pack(order, size(order));
        assertThat(packing).isInstanceOf(Packing.Done.class);
        shop.until(order, OrderState.Packed.class);
        return ((Packing.Done) packing).parcel();
    }

    private ParcelSize size(OrderId order) {
        int grams = shop.warehouse.of(order).stream()
                .mapToInt(item -> item.grams() == null ? 0 : item.grams())
                .sum();
        return new ParcelSize(grams + PACKAGING_GRAMS, 300, 200, 150);
    }

    private @org.jspecify.annotations.Nullable ParcelState state(ParcelId parcel) {
        return shop.parcels
                .find(parcel)
                .map(io.sampan.deliver.shipping.Parcel::state)
                .orElse(null);
    }

    /** The carrier's driver takes it; 17TRACK follows its number. */
    void handsOver(OrderId order, ParcelId parcel) {
        assertThat(shop.parcels.handOver(parcel)).isInstanceOf(Passing.Done.class);
        assertThat(shop.parcels.handOver(parcel)).isInstanceOf(Passing.Already.class);
        shop.until(order, OrderState.HandedOver.class);
        shop.until(
                "its number is followed",
                () -> shop.parcels
                        .find(parcel)
                        .filter(io.sampan.deliver.shipping.Parcel::registered)
                        .isPresent());
    }

    /** Days pass, and 17TRACK tells of every scan, until it is at the door. */
    void seesItDelivered(OrderId order) {
        JourneyWorld.world().untilTimeHasBrought(A_DAY, MOST_DAYS, () -> isWithTheShopper(order));
        shop.until(order, OrderState.Delivered.class);
    }

    /** By the carrier's own books. */
    private boolean isWithTheShopper(OrderId order) {
        var parcel = shop.parcels.of(order).orElseThrow().id().toString();
        return JourneyWorld.world().booksOf("carrier").list("parcels").stream()
                .filter(one -> one.text("ref_no").equals(parcel))
                .anyMatch(one -> one.text("status").equals("DELIVERED"));
    }
}
