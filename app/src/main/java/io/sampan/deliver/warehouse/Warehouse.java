package io.sampan.deliver.warehouse;

import io.sampan.buy.ordering.Moved;
import io.sampan.buy.ordering.OrderId;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.warehouse.Item.Turn;
import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import io.sampan.ground.picture.Picture;
import io.sampan.ground.picture.Shrunk;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.marketplace.Offer.SizeMm;
import io.sampan.people.identity.AccountId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Checking and packing. Every move holds its item, moves the order with it in the same transaction, and does nothing the second time.
 *
 * <p>Moves throw {@link java.util.NoSuchElementException} for an item or order that does not exist.
 */
@Component
public class Warehouse {
    /** Most bytes of one photo. */
    public static final int MOST_BYTES = 8 << 20;

    /** Most photos of one item. */
    public static final int MOST_PHOTOS = 12;

    private final ItemTable items;
    private final PhotoTable photos;
    private final Inbounds inbounds;
    private final Orders orders;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Warehouse(
            ItemTable items,
            PhotoTable photos,
            Inbounds inbounds,
            Orders orders,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.photos = photos;
        this.inbounds = inbounds;
        this.orders = orders;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Item> find(ItemId id) {
        return items.find(id);
    }

    /** An order's items, in no order among themselves. */
    public List<Item> of(OrderId order) {
        return items.of(order);
    }

    /** Items by {@link ItemState#slug()}, those that have waited longest first: {@code received} are to be photographed, weighed and judged. */
    public List<Item> inState(String slug, int limit) {
        return items.inState(slug, limit);
    }

    /** A person counted: all of the item is here, whatever parcels are said to be on their way. */
    public Handled isAllHere(ItemId id) {
        return transactions.run(() -> inbounds.receive(items.lock(id)));
    }

    /**
     * @param grams of all pieces, 1 to {@value Item#HEAVIEST}
     * @param size of all pieces together, each side 1 to {@value Item#LONGEST_MM} mm
     * @throws IllegalArgumentException when a figure is out of range
     */
    public Handled weigh(ItemId id, int grams, SizeMm size) {
        if (grams < 1 || grams > Item.HEAVIEST || !isSize(size)) {
            throw new IllegalArgumentException("No item has " + grams + " g and " + size);
        }
        return move(id, item -> item.weigh(grams, size), item -> true);
    }

    /**
     * Keeps a photo without what cameras write into it; a JPEG or PNG is made small, to 1600 pixels at its longest side. The bytes say what it
     * is, not its name. The same bytes twice are one photo of the item.
     */
    public PhotoTaken photograph(ItemId id, byte[] bytes, AccountId by) {
        if (bytes.length > MOST_BYTES) {
            return new PhotoTaken.TooLarge(MOST_BYTES);
        }
        return switch (Shrunk.of(bytes)) {
            case Shrunk.Kept(var picture) -> keep(id, picture, sha256(bytes), by);
            case Shrunk.Unreadable _ -> new PhotoTaken.NotAPicture();
            case Shrunk.TooManyPixels(var most) -> new PhotoTaken.TooManyPixels(most);
        };
    }

    private PhotoTaken keep(ItemId id, Picture picture, byte[] digest, AccountId by) {
        return transactions.run(() -> {
            var item = items.lock(id);
            if (!item.isAtHand()) {
                return new PhotoTaken.Forbidden(item.state());
            }
            var same = photos.same(id, digest);
            if (same.isPresent()) {
                return new PhotoTaken.Already(same.get());
            }
            if (photos.count(id) >= MOST_PHOTOS) {
                return new PhotoTaken.TooMany(MOST_PHOTOS);
            }
            var photo = new PhotoId(TimeOrderedId.next(clock));
            photos.keep(
                    new Photo(photo, id, item.order(), picture.contentType(), picture.bytes(), clock.instant()),
                    digest,
                    by);
            return new PhotoTaken.Kept(photo);
        });
    }

    /** A photo for whoever may see its order. */
    public Optional<Photo> photo(PhotoId id) {
        return photos.find(id);
    }

    /** The photos of an item, the oldest first. */
    public List<PhotoId> photosOf(ItemId id) {
        return photos.of(id);
    }

    /** The photos of all items of an order, the oldest first. */
    public List<Photo.Ref> photosOf(OrderId order) {
        return photos.of(order);
    }

    /** It is what was ordered and without fault; needs a photo and a weight. */
    public Handled accept(ItemId id) {
        return move(
                id,
                item -> item.accept(clock.instant(), photos.count(id)),
                item -> orders.accepted(item.order(), item.line()).stands());
    }

    /** It goes no further; the shopper gets its share back. */
    public Handled reject(ItemId id, Defect defect) {
        return move(
                id,
                item -> item.reject(clock.instant(), defect),
                item -> orders.rejected(item.order(), item.line(), defect.kind().slug() + ": " + defect.words())
                        .stands());
    }

    /** Closes the parcel with all accepted items of the order. */
    public Packing pack(OrderId order, ParcelSize size) {
        return transactions.run(() -> {
            return switch (orders.packed(order)) {
                case Moved.Done _ -> packed(order, size);
                case Moved.Already _ ->
                    new Packing.Already(items.parcelOf(order).orElseThrow().id());
                case Moved.Forbidden forbidden -> new Packing.Forbidden(forbidden.state());
            };
        });
    }

    public Optional<PackedParcel> parcel(ParcelId id) {
        return items.parcel(id);
    }

    /** Tells again that a parcel was packed; who heard it before does nothing. */
    public void tellAgain(ParcelId id) {
        transactions.run(() ->
                items.parcel(id).ifPresent(parcel -> events.publishEvent(new ParcelPacked(id, parcel.order()))));
    }

    private Packing packed(OrderId order, ParcelSize size) {
        var parcel = new PackedParcel(new ParcelId(TimeOrderedId.next(clock)), order, size, clock.instant());
        items.keep(parcel);
        for (var item : items.of(order)) {
            if (items.lock(item.id()).pack(parcel.id()) instanceof Turn.To to) {
                items.save(to.item(), clock.instant());
            }
        }
        events.publishEvent(new ParcelPacked(parcel.id(), order));
        return new Packing.Done(parcel.id());
    }

    /** @param along what must happen with it; where that is not possible, nothing is written */
    private Handled move(ItemId id, Function<Item, Turn> act, Function<Item, Boolean> along) {
        return transactions.run(() -> {
            var item = items.lock(id);
            return switch (act.apply(item)) {
                case Turn.To to -> {
                    if (!along.apply(item)) {
                        yield new Handled.Forbidden(item.state());
                    }
                    items.save(to.item(), clock.instant());
                    yield new Handled.Done(to.item());
                }
                case Turn.Already _ -> new Handled.Already(item);
                case Turn.Forbidden _ -> new Handled.Forbidden(item.state());
                case Turn.Lacking lacking -> new Handled.Lacking(lacking.needs());
            };
        });
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static boolean isSize(SizeMm size) {
        return isSide(size.length()) && isSide(size.width()) && isSide(size.height());
    }

    private static boolean isSide(int mm) {
        return mm >= 1 && mm <= Item.LONGEST_MM;
    }
}
