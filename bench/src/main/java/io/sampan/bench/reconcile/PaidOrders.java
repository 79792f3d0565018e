package io.sampan.bench.reconcile;

import io.sampan.Application;
import io.sampan.bench.people.Waiting;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Searched;
import io.sampan.people.identity.AccountId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a shop with orders that are paid: the app itself, in this process, its caretakers asleep, its connectors before a simulated world. Goods are
 * what the connectors show; that an order is paid is told as always, so that the app plans its purchase by itself.
 */
public final class PaidOrders implements AutoCloseable {
    private static final List<String> WORDS =
            List.of("连衣裙", "背包", "项链", "茶具", "台灯", "手机壳", "毛绒玩具", "运动鞋", "水杯", "耳环", "帽子", "雨伞");
    private static final int ROWS = 20;
    private static final int GOODS = 60;
    private static final int PLENTY = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A connector that sells, and the one whose search shows what it may have. */
    public record Seller(MarketplaceId marketplace, String source, String searching) {
        /** By the name of its simulated service. */
        public static Seller of(String service) {
            return switch (service) {
                case "1688" -> new Seller(MarketplaceId.ALI1688, "ali1688", "ali1688");
                case "taobao-global" -> new Seller(MarketplaceId.TAOBAO, "taobao-global", "taobao-global");
                case "openmall" -> new Seller(MarketplaceId.TAOBAO, "openmall", "taobao-global");
                case "jd-vop" -> new Seller(MarketplaceId.JD, "jd-vop", "jd-vop");
                default -> throw new IllegalArgumentException("Nobody sells at " + service);
            };
        }
    }

    private final ConfigurableApplicationContext app;
    private final Tables tables;
    private final JsonMapper fields;
    private final Random random;
    private final Life life;
    private final Instant now;
    private final List<List<Offer>> goods = new ArrayList<>();

    private PaidOrders(ConfigurableApplicationContext app, Tables tables, Random random) {
        this.app = app;
        this.tables = tables;
        this.random = random;
        this.now = app.getBean(Clock.class).instant();
        this.life = new Life(random, now);
        this.fields = ShopWorld.fields(app.getBean(JsonMapper.class));
    }

    /**
     * @param folder of the database, which must not exist
     * @param environment what the app is told of its world
     */
    public static PaidOrders open(Path folder, Map<String, String> environment, Random random) throws IOException {
        var shop = new SpringApplication(Application.class);
        shop.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("world-systemEnvironment", Map.copyOf(environment))));
        var settings = Stream.concat(
                        Stream.of("--server.port=0", "--logging.level.io.sampan=WARN", "--sampan.db.home=" + folder),
                        BrokenShop.CARETAKERS.stream().map(name -> "--sampan." + name + "=" + BrokenShop.NEVER))
                .toArray(String[]::new);
        var app = shop.run(settings);
        return new PaidOrders(app, BrokenShop.tables(app, folder), random);
    }

    /** Finds goods that a source has plenty of; how many. */
    public int stock(Seller seller) {
        var found = new ArrayList<Offer>();
        for (var words : WORDS) {
            if (found.size() < GOODS) {
                search(seller, words).stream().limit(GOODS - found.size()).forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("Nothing is to be had at " + seller);
        }
        goods.add(found);
        return found.size();
    }

    private List<Offer> search(Seller seller, String words) {
        var marketplaces = app.getBean(Marketplaces.class);
        var query = new Searched.Query(words, "en", 1, ROWS, Searched.Order.SALES);
        var searching = marketplaces.at(seller.marketplace(), seller.searching());
        var selling = marketplaces.at(seller.marketplace(), seller.source());
        return switch (searching.search(query)) {
            case Searched.Page page ->
                page.listings().stream()
                        .map(row -> selling.fetch(row.item().itemId(), "en"))
                        .filter(Fetched.Found.class::isInstance)
                        .map(said -> ((Fetched.Found) said).offer())
                        .filter(PaidOrders::isPlenty)
                        .toList();
            case Searched.Later _ -> {
                Waiting.pause(Duration.ofSeconds(1));
                yield List.of();
            }
            case Searched.Unsupported _ -> throw new IllegalStateException(seller + " cannot be searched");
        };
    }

    private static boolean isPlenty(Offer offer) {
        return offer.onSale()
                && !offer.skus().isEmpty()
                && offer.minOrderQuantity() == 1
                && offer.skus().getFirst().price() != null
                && offer.skus().getFirst().inStock(PLENTY);
    }

    /** Paid orders of one variant each, the sources in turn; returns when every purchase is planned. */
    public void place(int orders) {
        var account = new AccountId(life.id());
        tables.add(
                "identity.account",
                "account_id, email, email_key, password_hash, role, language, created_at",
                account.value(),
                "shopper@example.com",
                "shopper@example.com",
                "-",
                "SHOPPER",
                "en",
                now);
        var paid = new Paid(tables, life, now, now);
        var placed = new ArrayList<OrderNews.OrderPaid>();
        for (int i = 0; i < orders; i++) {
            var from = goods.get(i % goods.size());
            var ware = new Shelf.Stocked(life.id(), from.get(random.nextInt(from.size())));
            var payment = life.id();
            var order = life.order(Stage.PAID, account, List.of(ware), payment, "-");
            ShopWorld.write(tables, fields, order, life.id(), now);
            paid.write(Stage.PAID, order, payment);
            placed.add(new OrderNews.OrderPaid(order.id()));
        }
        tables.flush();
        placed.forEach(news -> app.getBean(Transactions.class).run(() -> app.publishEvent(news)));
        Waiting.until("every purchase is planned", PATIENCE, () -> planned() == orders);
    }

    private int planned() {
        return Objects.requireNonNull(new JdbcTemplate(app.getBean(DataSource.class))
                .queryForObject("SELECT count(*) FROM procurement.purchase", Integer.class));
    }

    @Override
    public void close() {
        app.close();
    }
}
