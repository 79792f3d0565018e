package io.sampan.bench.reconcile;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.sampan.buy.ordering.Funds;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import io.sampan.buy.ordering.OrderState;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.people.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Fills the tables of a shop with a business in full swing, in which everything agrees. The same seed makes the same shop, but for the ids that the catalogue gives. */
final class ShopWorld {
    private static final Duration ACCOUNTS_AGE = Duration.ofDays(200);
    /** When things last moved: long enough ago to be still, and not so long that they would have waited too long. */
    private static final Duration LAST_MOVE = Duration.ofHours(30);

    private final Tables tables;
    private final Map<MarketplaceId, MarketInMemory> markets;
    private final Random random;
    private final Instant now;
    private final Life life;
    private final Shelf shelf;
    private final JsonMapper fields;
    private final Purchased purchased;
    private final Sent sent;
    private final List<AccountId> accounts = new ArrayList<>();

    ShopWorld(
            Tables tables,
            JsonMapper json,
            Map<MarketplaceId, MarketInMemory> markets,
            Shelf shelf,
            Random random,
            Instant now) {
        this.tables = tables;
        this.markets = markets;
        this.random = random;
        this.now = now;
        this.life = new Life(random, now);
        this.shelf = shelf;
        this.fields = fields(json);
        var moved = now.minus(LAST_MOVE);
        this.purchased = new Purchased(tables, fields, markets, life, moved);
        this.sent = new Sent(tables, json, life, moved);
    }

    /** What is there at the end, in random order. */
    List<Placed> build(int orders) {
        var moved = now.minus(LAST_MOVE);
        shelf.fill(tables, Math.max(200, orders / 4), moved);
        for (int i = 0; i < Math.max(20, orders / 5); i++) {
            account("shopper" + i + "@example.com");
        }
        carts(Math.max(20, orders / 20), moved);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < orders; i++) {
            placed.add(place(stage(i)));
        }
        tables.flush();
        return placed;
    }

    Shelf shelf() {
        return shelf;
    }

    Tables tables() {
        return tables;
    }

    Life life() {
        return life;
    }

    MarketInMemory market(MarketplaceId id) {
        return Objects.requireNonNull(markets.get(id));
    }

    Instant now() {
        return now;
    }

    Instant moved() {
        return now.minus(LAST_MOVE);
    }

    AccountId anybody() {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private static Stage stage(int i) {
        int sum = 0;
        for (var stage : Stage.values()) {
            sum += stage.weight();
            if (i % 100 < sum) {
                return stage;
            }
        }
        throw new IllegalStateException("The stages' shares are less than a hundred");
    }

    private void account(String email) {
        var id = life.id();
        accounts.add(new AccountId(id));
        tables.add(
                "identity.account",
                "account_id, email, email_key, password_hash, role, language, created_at",
                id,
                email,
                email,
                "-",
                "SHOPPER",
                "en",
                now.minus(ACCOUNTS_AGE));
    }

    private void carts(int count, Instant moved) {
        for (int i = 0; i < count; i++) {
            var cart = life.id();
            tables.add(
                    "ordering.cart",
                    "id, account_id, changed_at",
                    cart,
                    i % 2 == 0 ? accounts.get(i / 2 % accounts.size()).value() : null,
                    moved);
            cartLine(cart, shelf.any(), moved);
        }
    }

    void cartLine(UUID cart, Shelf.Stocked ware, Instant added) {
        tables.add(
                "ordering.cart_line",
                "cart_id, marketplace, item_id, source, sku_id, quantity, remark, added_at",
                cart,
                ware.offer().item().marketplace().name(),
                ware.offer().item().itemId(),
                ware.offer().source(),
                ware.offer().skus().getFirst().skuId(),
                1,
                "",
                added);
    }

    private Placed place(Stage stage) {
        var wares = new ArrayList<Shelf.Stocked>();
        int lines = stage == Stage.DELIVERED_IN_PART ? 2 : 1 + random.nextInt(3);
        while (wares.size() < lines) {
            var ware = shelf.any();
            if (wares.stream().noneMatch(one -> one.id().equals(ware.id()))) {
                wares.add(ware);
            }
        }
        var payment = life.id();
        var tracking = "LP" + life.number() + "CN";
        var order = life.order(stage, anybody(), wares, payment, tracking);
        write(tables, fields, order, life.id(), moved());
        var refund = new Paid(tables, life, now, moved()).write(stage, order, payment);
        var purchases = purchased.write(stage, order);
        var goods = sent.write(stage, order, purchases, tracking);
        if (stage != Stage.AWAITING && stage != Stage.LAPSED) {
            notice(order);
        }
        return new Placed(
                stage,
                order,
                payment,
                refund,
                purchases,
                goods.items(),
                goods.parcel(),
                purchases.stream()
                        .flatMap(one -> one.upstream().stream())
                        .flatMap(one -> one.order().waybills().stream())
                        .map(waybill -> waybill.number())
                        .toList());
    }

    /** What of an order changes, as the shop keeps it. */
    private record Story(List<OrderLine> lines, OrderState state, Funds funds) {}

    /** Documents hold the parts of records, not what records say of themselves. */
    static JsonMapper fields(JsonMapper json) {
        return json.rebuild()
                .changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE))
                .build();
    }

    static void write(Tables tables, JsonMapper fields, Order order, UUID token, Instant changedAt) {
        var story = new Story(order.lines(), order.state(), order.funds());
        tables.add(
                "ordering.orders",
                "id, number, account_id, token, language, quote::jsonb, address::jsonb, tolerance_percent, tolerance_beyond, state, story::jsonb, placed_at, "
                        + "lapses_at, changed_at",
                order.id().value(),
                order.number(),
                order.shopper().value(),
                token,
                "en",
                fields.writeValueAsString(order.quote()),
                fields.writeValueAsString(order.address()),
                order.tolerance().percent(),
                order.tolerance().beyond().name(),
                order.state().slug(),
                fields.writeValueAsString(story),
                order.placedAt(),
                order.lapsesAt(),
                changedAt);
    }

    private void notice(Order order) {
        tables.add(
                "notice.message",
                "account_id, about_id, kind, occasion, label, told_at, read",
                order.shopper().value(),
                order.id().value(),
                "ORDER_PAID",
                "",
                order.number(),
                moved(),
                false);
    }

    /** The lines of one seller. */
    static boolean sameSeller(OrderLine one, OrderLine other) {
        return one.item().marketplace() == other.item().marketplace()
                && one.shop().equals(other.shop());
    }
}
