package io.sampan.buy.ordering;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.CheckoutForm.Tolerance;
import io.sampan.buy.ordering.Turn.Happening;
import io.sampan.ground.database.Stored;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Orders and their timelines in the database. */
@Component
class OrderTable {
    private static final int MOST_ROWS = 500;
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE))
                .build();
    }

    /** What of an order changes. */
    record Story(List<OrderLine> lines, OrderState state, Funds funds) {}

    /**
     * Writes a new order unless its number is taken or the same form made one already.
     *
     * @return whether it was written
     */
    boolean insert(Order order, UUID token) {
        return jdbc.sql("""
                        INSERT INTO ordering.orders (id, number, account_id, token, language, quote, address,
                            tolerance_percent, tolerance_beyond, state, story, placed_at, lapses_at, changed_at)
                        VALUES (:id, :number, :account, :token, :language, CAST(:quote AS jsonb), CAST(:address AS jsonb),
                            :tolerance, :beyond, :state, CAST(:story AS jsonb), :placed, :lapses, :placed)
                        ON CONFLICT DO NOTHING""")
                        .param("id", order.id().value())
                        .param("number", order.number())
                        .param("account", order.shopper().value())
                        .param("token", token)
                        .param("language", order.language().toLanguageTag())
                        .param("quote", json.writeValueAsString(order.quote()))
                        .param("address", json.writeValueAsString(order.address()))
                        .param("tolerance", order.tolerance().percent())
                        .param("beyond", order.tolerance().beyond().name())
                        .param("state", order.state().slug())
                        .param("story", story(order))
                        .param("placed", at(order.placedAt()))
                        .param("lapses", at(order.lapsesAt()))
                        .update()
                == 1;
    }

    Optional<Order> ofForm(AccountId shopper, UUID token) {
        return jdbc.sql("SELECT * FROM ordering.orders WHERE account_id = :account AND token = :token")
                .param("account", shopper.value())
                .param("token", token)
                .query(this::order)
                .optional();
    }

    Optional<Order> find(OrderId id) {
        return jdbc.sql("SELECT * FROM ordering.orders WHERE id = :id")
                .param("id", id.value())
                .query(this::order)
                .optional();
    }

    Optional<Order> find(String number) {
        return jdbc.sql("SELECT * FROM ordering.orders WHERE number = :number")
                .param("number", number.strip().toUpperCase(Locale.ROOT))
                .query(this::order)
                .optional();
    }

    /** Holds the order until the transaction ends. */
    Order lock(OrderId id) {
        return jdbc.sql("SELECT * FROM ordering.orders WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(this::order)
                .optional()
                .orElseThrow();
    }

    List<Order> ofShopper(AccountId shopper, int limit) {
        return jdbc.sql("""
                        SELECT * FROM ordering.orders WHERE account_id = :account
                        ORDER BY placed_at DESC, id DESC LIMIT :limit""")
                .param("account", shopper.value())
                .param("limit", Math.min(limit, MOST_ROWS))
                .query(this::order)
                .list();
    }

    List<Order> recent(Set<String> states, int limit) {
        return jdbc.sql("""
                        SELECT * FROM ordering.orders WHERE :all OR state IN (:states)
                        ORDER BY changed_at DESC, id DESC LIMIT :limit""")
                .param("all", states.isEmpty())
                .param("states", states.isEmpty() ? Set.of("") : states)
                .param("limit", Math.min(limit, MOST_ROWS))
                .query(this::order)
                .list();
    }

    List<Order> waiting(String state, int limit) {
        return jdbc.sql("SELECT * FROM ordering.orders WHERE state = :state ORDER BY changed_at, id LIMIT :limit")
                .param("state", state)
                .param("limit", Math.min(limit, MOST_ROWS))
                .query(this::order)
                .list();
    }

    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("SELECT state, count(*) AS n FROM ordering.orders GROUP BY state")
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("n"));
                });
        return counts;
    }

    List<OrderId> lapsed(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT id FROM ordering.orders WHERE state = :state AND lapses_at <= :now
                        ORDER BY lapses_at LIMIT :limit""")
                .param("state", new OrderState.AwaitingPayment().slug())
                .param("now", at(now))
                .param("limit", limit)
                .query((row, n) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Stored<Order>> stored(String after, int limit) {
        return jdbc.sql("SELECT * FROM ordering.orders WHERE id > :after ORDER BY id LIMIT :limit")
                .param("after", Stored.after(after))
                .param("limit", Math.min(limit, Stored.MOST_ROWS))
                .query((row, n) -> new Stored<>(
                        row.getString("id"),
                        row.getString("state"),
                        order(row, n),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        null,
                        null))
                .list();
    }

    Set<UUID> known(Collection<UUID> ids) {
        return Set.copyOf(jdbc.sql("SELECT id FROM ordering.orders WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list());
    }

    void update(Order order, Instant now) {
        jdbc.sql("""
                        UPDATE ordering.orders SET state = :state, story = CAST(:story AS jsonb), changed_at = :now
                        WHERE id = :id""")
                .param("state", order.state().slug())
                .param("story", story(order))
                .param("now", at(now))
                .param("id", order.id().value())
                .update();
    }

    /** The caller holds the order. */
    void append(OrderId order, List<Happening> happenings, Instant now) {
        int seq = jdbc.sql("SELECT coalesce(max(seq), 0) FROM ordering.event WHERE order_id = :order")
                .param("order", order.value())
                .query(Integer.class)
                .single();
        for (var happening : happenings) {
            seq++;
            jdbc.sql("""
                            INSERT INTO ordering.event (order_id, seq, at, kind, line_id, details)
                            VALUES (:order, :seq, :at, :kind, :line, CAST(:details AS jsonb))""")
                    .param("order", order.value())
                    .param("seq", seq)
                    .param("at", at(happening.at() == null ? now : happening.at()))
                    .param("kind", happening.kind().name())
                    .param(
                            "line",
                            happening.line() == null ? null : happening.line().value())
                    .param("details", json.writeValueAsString(happening.details()))
                    .update();
        }
    }

    List<TimelineEvent> timeline(OrderId order) {
        return jdbc.sql("SELECT * FROM ordering.event WHERE order_id = :order ORDER BY seq LIMIT :limit")
                .param("order", order.value())
                .param("limit", MOST_ROWS)
                .query(this::event)
                .list();
    }

    private Order order(ResultSet row, int n) throws SQLException {
        var story = json.readValue(row.getString("story"), Story.class);
        return new Order(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new AccountId(row.getObject("account_id", UUID.class)),
                Locale.forLanguageTag(row.getString("language")),
                json.readValue(row.getString("quote"), LandedQuote.class),
                json.readValue(row.getString("address"), Address.class),
                new Tolerance(
                        row.getInt("tolerance_percent"), Tolerance.Beyond.valueOf(row.getString("tolerance_beyond"))),
                story.lines(),
                story.state(),
                story.funds(),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("lapses_at", OffsetDateTime.class).toInstant());
    }

    private TimelineEvent event(ResultSet row, int n) throws SQLException {
        @Nullable UUID line = row.getObject("line_id", UUID.class);
        return new TimelineEvent(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                TimelineEvent.Kind.valueOf(row.getString("kind")),
                line == null ? null : new OrderLineId(line),
                json.readValue(row.getString("details"), WORDS));
    }

    private String story(Order order) {
        return json.writeValueAsString(new Story(order.lines(), order.state(), order.funds()));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
