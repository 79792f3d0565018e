package io.sampan.bench.reconcile;

import io.sampan.help.reconciliation.Kind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What goes wrong with events, messages, the catalogue, search and carts. */
final class ShelfFaults {
    private final Sabotage s;

    ShelfFaults(Sabotage sabotage) {
        this.s = sabotage;
    }

    List<Fault> events() {
        return List.of(
                new Fault(Kind.EVENT_UNHEARD, () -> {
                    var id = s.anyId();
                    s.add(
                            "database.event_publication",
                            "id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts",
                            id,
                            "io.sampan.help.notice.OrderNewsListener.on(io.sampan.buy.ordering.OrderNews)",
                            "io.sampan.buy.ordering.OrderNews$OrderPlaced",
                            "{\"order\":{\"value\":\"" + s.anyId() + "\"}}",
                            s.ago(1),
                            "PUBLISHED",
                            1);
                    return id.toString();
                }),
                new Fault(Kind.NOTICE_OF_NO_ORDER, () -> {
                    var order = s.anyId();
                    s.add(
                            "notice.message",
                            "account_id, about_id, kind, occasion, label, told_at, read",
                            s.world().anybody().value(),
                            order,
                            "DELIVERED",
                            "",
                            "S-LOST",
                            s.ago(2),
                            false);
                    return order.toString();
                }));
    }

    List<Fault> catalogue() {
        return List.of(
                new Fault(Kind.PRODUCT_WITHOUT_OFFER, () -> of("DELETE FROM catalog.offer WHERE product_id = ?")),
                new Fault(
                        Kind.PRODUCT_ROW_DIFFERS,
                        () -> of("UPDATE catalog.product SET price_from_minor = price_from_minor + 1 WHERE id = ?")),
                new Fault(Kind.PRODUCT_VERSION_MISSING, () -> of("DELETE FROM catalog.version WHERE product_id = ?")),
                new Fault(
                        Kind.PRICE_POINT_DIFFERS,
                        () -> of("UPDATE catalog.price_point SET price_from_minor = 1 WHERE product_id = ?")),
                new Fault(
                        Kind.CATEGORY_UNNAMED,
                        () -> of(
                                "UPDATE catalog.product SET category_id = 'c-lost' WHERE id = ?",
                                "UPDATE catalog.offer SET offer = jsonb_set(offer, '{category,id}', '\"c-lost\"') WHERE product_id = ?")),
                new Fault(
                        Kind.CHANGE_NUMBER_AHEAD,
                        () -> of("UPDATE catalog.product SET change_seq = change_seq + 900000000 WHERE id = ?")),
                new Fault(Kind.OFFER_OF_CLOSED_SOURCE, this::closedSource),
                new Fault(
                        Kind.SEARCH_INDEX_DIFFERS,
                        () -> of(
                                "UPDATE catalog.product SET availability = 'GONE' WHERE id = ?",
                                "UPDATE catalog.offer SET offer = jsonb_set(offer, '{availability}', '\"GONE\"') WHERE product_id = ?")));
    }

    List<Fault> carts() {
        return List.of(
                new Fault(Kind.CART_LINE_OF_NO_CART, () -> {
                    var cart = s.anyId();
                    s.world().cartLine(cart, s.world().shelf().any(), s.ago(2));
                    s.world().tables().flush();
                    return name(cart);
                }),
                new Fault(Kind.CART_LINE_VANISHED, () -> {
                    var cart = cart(null, 2);
                    s.add(
                            "ordering.cart_line",
                            "cart_id, marketplace, item_id, source, sku_id, quantity, remark, added_at",
                            cart,
                            "ALI1688",
                            "777" + Math.abs(cart.getLeastSignificantBits()),
                            "ali1688",
                            "s1",
                            1,
                            "",
                            s.ago(2));
                    return name(cart);
                }),
                new Fault(Kind.CART_OF_NO_ACCOUNT, () -> name(cart(s.anyId(), 2))),
                new Fault(Kind.CART_FORGOTTEN, () -> name(cart(null, 400))));
    }

    private UUID cart(@Nullable UUID account, int days) {
        var cart = s.anyId();
        s.add("ordering.cart", "id, account_id, changed_at", cart, account, s.ago(days));
        return cart;
    }

    private String of(String... updates) {
        var ware = s.world().shelf().take();
        for (var update : updates) {
            s.hit(update, ware.id());
        }
        return ware.offer().item().toString();
    }

    private String closedSource() {
        var ware = s.world().shelf().take();
        s.hit("""
                INSERT INTO catalog.offer (product_id, source, offer, checked_at, prices, undecided, judged_at)
                SELECT product_id, 'old-vendor', jsonb_set(offer, '{source}', '"old-vendor"'), ?, prices, undecided, judged_at
                FROM catalog.offer WHERE product_id = ?""", s.ago(90), ware.id());
        s.hit("""
                INSERT INTO catalog.version (id, product_id, source, seen_at, changes, offer)
                SELECT ?, product_id, source, checked_at, '', offer FROM catalog.offer WHERE product_id = ? AND source = 'old-vendor'""", s.anyId(), ware.id());
        return ware.offer().item().toString();
    }

    /** As the reconciliation names a cart, whose key is nobody's business. */
    private static String name(UUID cart) {
        var bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(cart.getMostSignificantBits())
                .putLong(cart.getLeastSignificantBits())
                .array();
        return "cart-" + UUID.nameUUIDFromBytes(bytes);
    }
}
