package io.sampan.buy.ordering;

import io.sampan.browse.catalog.Product;
import io.sampan.browse.freshness.Freshness;
import io.sampan.browse.freshness.Looked;
import io.sampan.browse.freshness.Need;
import io.sampan.ground.database.Stored;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.Offer;
import io.sampan.people.identity.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carts of people, signed in or not. A cart begins with a key; at sign-in it joins the account's own. */
@Component
public class Carts {
    private final CartTable table;
    private final Freshness freshness;
    private final Marketplaces marketplaces;
    private final OrderingSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    Carts(
            CartTable table,
            Freshness freshness,
            Marketplaces marketplaces,
            OrderingSettings settings,
            Transactions transactions,
            Clock clock) {
        this.table = table;
        this.freshness = freshness;
        this.marketplaces = marketplaces;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A key for somebody who has none; nothing is written before something lies in the cart. */
    public CartKey fresh() {
        return new CartKey(UUID.randomUUID());
    }

    /** Most pieces of one line. */
    public int mostPieces() {
        return settings.piecesOfALine();
    }

    /** Most characters of a remark for a seller. */
    public int longestRemark() {
        return settings.remarkLength();
    }

    /** The cart of this key; empty when nothing was ever put into it. */
    public Cart of(CartKey key) {
        return table.find(key);
    }

    /** The key of an account's own cart. */
    public CartKey of(AccountId account) {
        return transactions.run(() -> table.ofAccount(account, fresh(), clock.instant()));
    }

    /**
     * Somebody signed in: what lies in their anonymous cart joins their account's cart, and the anonymous one is gone. Of a variant that lies
     * in both, the larger quantity stays. Claiming a cart that belongs to another account takes nothing from it.
     *
     * @return the key of the account's cart
     */
    public CartKey claim(CartKey anonymous, AccountId account) {
        return transactions.run(() -> {
            var own = table.ofAccount(account, fresh(), clock.instant());
            if (own.equals(anonymous) || table.isOwned(anonymous)) {
                return own;
            }
            table.lock(own);
            var cart = table.find(own);
            int room = settings.cartLines() - cart.lines().size();
            for (var line : table.find(anonymous).lines()) {
                var there = cart.line(line.item(), line.skuId());
                if (there.isEmpty() && room > 0) {
                    room--;
                    table.put(own, line);
                } else if (there.filter(old -> old.quantity() < line.quantity()).isPresent()) {
                    table.put(own, line);
                }
            }
            table.remove(anonymous);
            return own;
        });
    }

    /**
     * Puts pieces of a variant into the cart, to those that lie there. May wait for the marketplace.
     *
     * @param remark empty leaves the line's own as it is
     */
    public CartChange add(CartKey key, ItemRef item, String skuId, int quantity, String remark) {
        if (quantity < 1 || quantity > settings.piecesOfALine()) {
            return new CartChange.Malformed();
        }
        var change = put(key, new Wish(item, skuId, quantity, remark.strip(), true));
        if (change instanceof CartChange.Changed) {
            freshness.putIntoCart(item);
        }
        return change;
    }

    /** Makes it so many pieces; 0 takes the line out. May wait for the marketplace. */
    public CartChange set(CartKey key, ItemRef item, String skuId, int quantity, String remark) {
        if (quantity == 0) {
            return transactions.run(() -> {
                table.lock(key);
                table.remove(key, item, skuId);
                return new CartChange.Changed(table.find(key));
            });
        }
        return quantity < 0
                ? new CartChange.Malformed()
                : put(key, new Wish(item, skuId, quantity, remark.strip(), false));
    }

    /** @param more whether these pieces come to those that lie there, instead of in their place */
    private record Wish(ItemRef item, String skuId, int quantity, String remark, boolean more) {
        Cart.Line line(Optional<Cart.Line> there, String source, Instant now) {
            if (!more || there.isEmpty()) {
                return new Cart.Line(item, source, skuId, quantity, remark, now);
            }
            var old = there.get();
            var words = remark.isEmpty() ? old.remark() : remark;
            return new Cart.Line(item, source, skuId, old.quantity() + quantity, words, old.addedAt());
        }
    }

    private CartChange put(CartKey key, Wish wish) {
        if (wish.remark().length() > settings.remarkLength()) {
            return new CartChange.Malformed();
        }
        var source = of(key).line(wish.item(), wish.skuId()).map(Cart.Line::source);
        var looked = source.isPresent() ? look(wish, source.get()) : lookAround(wish);
        var wanted = wish.line(Optional.empty(), source.orElse(""), clock.instant());
        return switch (looked) {
            case Looked.Fresh(var product) -> put(key, wanted.offer(product), wish);
            case Looked.Stale(var product, var _) -> put(key, wanted.offer(product), wish);
            case Looked.Gone _ -> new CartChange.NotOnSale(wish.item());
            case Looked.Unknown _ -> new CartChange.NotNow(wish.item());
        };
    }

    /** What lies in the cart is looked at through its own source. */
    private Looked look(Wish wish, String source) {
        return freshness.look(wish.item(), source, new Need.InCart(settings.cartFreshFor()));
    }

    /**
     * What is put in is looked at through those that show it. Where it is shown by one of whom only a person can buy, because who sells it was
     * busy just then, that one is asked once more.
     */
    private Looked lookAround(Wish wish) {
        var shown = freshness.look(wish.item(), new Need.InCart(settings.cartFreshFor()));
        return product(shown)
                .flatMap(product -> seller(product, wish.skuId()))
                .map(seller -> look(wish, seller))
                .filter(asked -> asked instanceof Looked.Fresh)
                .orElse(shown);
    }

    private static Optional<Product> product(Looked looked) {
        return switch (looked) {
            case Looked.Fresh(var product) -> Optional.of(product);
            case Looked.Stale(var product, var _) -> Optional.of(product);
            case Looked.Gone _, Looked.Unknown _ -> Optional.empty();
        };
    }

    /** Empty where it is shown by one that sells it already, or nobody is known who does. */
    private Optional<String> seller(Product product, String skuId) {
        var sellers = marketplaces.at(product.item().marketplace()).sources(Capability.PLACE_ORDER);
        return product.offering(skuId)
                        .filter(offer -> sellers.contains(offer.source()))
                        .isPresent()
                ? Optional.empty()
                : sellers.stream()
                        .filter(one -> product.from(one)
                                .filter(seen -> seen.offer().sku(skuId).isPresent())
                                .isPresent())
                        .findFirst();
    }

    private CartChange put(CartKey key, Optional<Offer> offer, Wish wish) {
        var sku = offer.filter(Offer::onSale)
                .flatMap(one -> one.sku(wish.skuId()))
                .filter(one -> one.inStock(1));
        if (offer.isEmpty() || sku.isEmpty()) {
            return new CartChange.NotOnSale(wish.item());
        }
        if (sku.get().price() == null) {
            return new CartChange.NoPrice(wish.item());
        }
        var stock = sku.get().stock();
        int most = stock == null ? settings.piecesOfALine() : Math.min(stock, settings.piecesOfALine());
        return transactions.run(() -> {
            table.begin(key, clock.instant());
            table.lock(key);
            var cart = table.find(key);
            var there = cart.line(wish.item(), wish.skuId());
            var line = wish.line(there, offer.get().source(), clock.instant());
            if (line.isDescribed() && line.remark().isEmpty()) {
                return new CartChange.Undescribed(line.item());
            }
            if (line.quantity() > most) {
                return new CartChange.TooMany(most);
            }
            if (there.isEmpty() && cart.lines().size() >= settings.cartLines()) {
                return new CartChange.Full(settings.cartLines());
            }
            table.put(key, line);
            return new CartChange.Changed(table.find(key));
        });
    }

    /**
     * A line wherever it lies.
     *
     * @param inACart false when there is no such cart any more
     */
    public record Lying(CartKey cart, boolean inACart, Cart.Line line) {}

    /** @param owner empty for a cart of somebody who never signed in */
    public record Owned(CartKey cart, Optional<AccountId> owner) {}

    /** All lines of all carts, and those that lie in none, after this one. */
    public List<Lying> lying(@Nullable Lying after, int limit) {
        return table.lying(after, limit);
    }

    /** All carts by their keys, after this one. */
    public List<Stored<Owned>> stored(String after, int limit) {
        return table.stored(after, limit);
    }

    /** How long an unchanged cart without an owner is kept. */
    public Duration strangersCartFor() {
        return settings.strangersCartFor();
    }

    /** Throws away a cart with all that lies in it; one that is gone already does no harm. */
    public void discard(CartKey key) {
        transactions.run(() -> table.remove(key));
    }

    /** Sweeps away carts of people who never signed in and whose browsers have forgotten them; a bounded batch. */
    @Scheduled(fixedDelayString = "${sampan.ordering.sweep-every:1h}", initialDelayString = "PT1M")
    void sweep() {
        var before = clock.instant().minus(settings.strangersCartFor());
        transactions.run(() ->
                table.strangersUnchangedSince(before, settings.sweepBatch()).forEach(table::remove));
    }
}
