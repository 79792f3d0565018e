package io.sampan.help.reconciliation;

import io.sampan.browse.catalog.Upkeep;
import io.sampan.buy.ordering.CartKey;
import io.sampan.buy.ordering.Carts;
import io.sampan.ground.database.Stored;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.people.identity.Accounts;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carts are somebody's and hold what there is. A cart's key opens it, so that it is named by a digest of its key and the key itself is handed to the
 * repair alone.
 */
@Component
final class AllCarts implements Check {
    /** The room's own sweeping runs every hour: what it left for so long it does not sweep. */
    private static final Duration SWEEPING = Duration.ofDays(2);

    private final Carts carts;
    private final Upkeep catalog;
    private final Accounts accounts;

    AllCarts(Carts carts, Upkeep catalog, Accounts accounts) {
        this.carts = carts;
        this.catalog = catalog;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "carts";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CART_LINE_OF_NO_CART, Kind.CART_LINE_VANISHED, Kind.CART_OF_NO_ACCOUNT, Kind.CART_FORGOTTEN);
    }

    @Override
    public void look(Findings findings) {
        Carts.@Nullable Lying last = null;
        for (var lines = carts.lying(last, Stored.MOST_ROWS);
                !lines.isEmpty();
                lines = carts.lying(last, Stored.MOST_ROWS)) {
            lines(lines, findings);
            last = lines.getLast();
        }
        var batch = carts.stored(Stored.START, Stored.MOST_ROWS);
        while (!batch.isEmpty()) {
            carts(batch, findings);
            batch = carts.stored(batch.getLast().key(), Stored.MOST_ROWS);
        }
    }

    private void lines(List<Carts.Lying> lines, Findings findings) {
        var known =
                catalog.known(lines.stream().map(lying -> lying.line().item()).collect(Collectors.toSet()));
        for (var lying : lines) {
            var line = lying.line();
            if (!line.addedAt().isBefore(findings.quietSince())) {
                continue;
            }
            var subject = name(lying.cart()) + "/" + line.item() + "/" + line.skuId();
            if (!lying.inACart()) {
                findings.add(Finding.of(Kind.CART_LINE_OF_NO_CART, name(lying.cart()))
                        .differs(line.item(), "-")
                        .since(line.addedAt())
                        .target(lying.cart().value()));
            } else if (!known.contains(line.item())) {
                findings.add(Finding.of(Kind.CART_LINE_VANISHED, subject)
                        .about(line.item().toString())
                        .differs(line.item(), "-")
                        .since(line.addedAt())
                        .target(new InCart(lying.cart(), line.item(), line.skuId()).secret()));
            }
        }
    }

    private void carts(List<Stored<Carts.Owned>> batch, Findings findings) {
        var known = accounts.known(batch.stream()
                .flatMap(one -> one.thing().owner().stream())
                .map(owner -> owner.value())
                .collect(Collectors.toSet()));
        var forgotten = findings.now().minus(carts.strangersCartFor()).minus(SWEEPING);
        for (var kept : batch) {
            var cart = kept.thing().cart();
            var owner = kept.thing().owner();
            boolean nobodys = owner.filter(one -> !known.contains(one.value())).isPresent();
            if (nobodys && kept.isQuiet(findings.quietSince(), findings.now())) {
                findings.add(Finding.of(Kind.CART_OF_NO_ACCOUNT, name(cart))
                        .differs(owner.get().value(), "-")
                        .since(kept.changedAt())
                        .target(cart.value()));
            }
            if (owner.isEmpty() && kept.changedAt().isBefore(forgotten)) {
                findings.add(Finding.of(Kind.CART_FORGOTTEN, name(cart))
                        .differs(kept.changedAt(), carts.strangersCartFor())
                        .since(kept.changedAt())
                        .target(cart.value()));
            }
        }
    }

    /** A line of a cart, as a repair is told of it. */
    record InCart(CartKey cart, ItemRef item, String sku) {
        private static final String BETWEEN = " ";

        String secret() {
            return String.join(BETWEEN, cart.value().toString(), item.toString(), sku);
        }

        static InCart of(String secret) {
            var parts = secret.split(BETWEEN, 3);
            return new InCart(new CartKey(UUID.fromString(parts[0])), Repairs.item(parts[1]), parts[2]);
        }
    }

    private static String name(CartKey cart) {
        var bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(cart.value().getMostSignificantBits())
                .putLong(cart.value().getLeastSignificantBits())
                .array();
        return "cart-" + UUID.nameUUIDFromBytes(bytes);
    }
}
