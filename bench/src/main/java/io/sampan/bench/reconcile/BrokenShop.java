package io.sampan.bench.reconcile;

import com.zaxxer.hikari.HikariDataSource;
import io.sampan.Application;
import io.sampan.bench.people.Waiting;
import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Upkeep;
import io.sampan.browse.search.Search;
import io.sampan.ground.database.Transactions;
import io.sampan.help.reconciliation.Discrepancy;
import io.sampan.help.reconciliation.Kind;
import io.sampan.help.reconciliation.Night;
import io.sampan.help.reconciliation.Reconciliation;
import io.sampan.outside.marketplace.MarketplaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The app itself, in this process, on a fresh embedded database: its caretakers sleep, its marketplaces are in memory, and its tables are filled with a
 * whole business. Then faults happen, and the app's own reconciliation must find them.
 */
public final class BrokenShop implements AutoCloseable {
    static final String NEVER = "9999d";
    private static final Duration INDEXED = Duration.ofSeconds(60);
    static final List<String> CARETAKERS = List.of(
            "db.resend-every",
            "exchange.refresh",
            "freshness.tend-every",
            "identity.tend-every",
            "marketplace.forget-every",
            "marketplace.poll-every",
            "ordering.sweep-every",
            "ordering.tend-every",
            "payment.tend-every",
            "procurement.tend-every",
            "shipping.tend-every");

    private final ConfigurableApplicationContext app;
    private final ShopWorld world;
    private final Random random;
    private List<Placed> placed = List.of();

    private BrokenShop(ConfigurableApplicationContext app, ShopWorld world, Random random) {
        this.app = app;
        this.world = world;
        this.random = random;
    }

    /** @param folder of the database, which must not exist */
    public static BrokenShop open(Path folder, long seed) throws IOException {
        var markets = new EnumMap<MarketplaceId, MarketInMemory>(MarketplaceId.class);
        for (var id : List.of(MarketplaceId.ALI1688, MarketplaceId.TAOBAO)) {
            markets.put(id, new MarketInMemory(id, Shelf.source(id)));
        }
        var shop = new SpringApplication(Application.class);
        shop.addInitializers(context ->
                markets.forEach((id, market) -> context.getBeanFactory().registerSingleton("market-" + id, market)));
        var settings = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--logging.level.io.sampan=WARN",
                                "--sampan.db.home=" + folder,
                                "--sampan.reconciliation.calls=1000000"),
                        CARETAKERS.stream().map(name -> "--sampan." + name + "=" + NEVER))
                .toArray(String[]::new);
        var app = shop.run(settings);
        var random = new Random(seed);
        var now = app.getBean(Clock.class).instant();
        var shelf = new Shelf(app.getBean(Catalog.class), app.getBean(Transactions.class), random);
        var world = new ShopWorld(tables(app, folder), app.getBean(JsonMapper.class), markets, shelf, random, now);
        return new BrokenShop(app, world, random);
    }

    /** The tables of an app's database, written to as its owner. */
    static Tables tables(ConfigurableApplicationContext app, Path folder) throws IOException {
        var pool = (HikariDataSource) app.getBean(DataSource.class);
        return new Tables(new JdbcTemplate(new DriverManagerDataSource(
                pool.getJdbcUrl() + "?reWriteBatchedInserts=true",
                "sampan_owner",
                Files.readString(folder.resolve("owner.secret")).strip())));
    }

    /** Fills the tables; how many rows. */
    public int fill(int orders) {
        placed = world.build(orders);
        return world.tables().rows();
    }

    /** Waits until search has read the catalogue, as it does within seconds of any start. */
    public void awaitSearch() {
        var search = app.getBean(Search.class);
        var last = app.getBean(Catalog.class)
                .changesAfter(app.getBean(Upkeep.class).lastPlace() - 1, 1)
                .getFirst()
                .product();
        if (!Waiting.within(INDEXED, () -> search.finds(List.of(last)).contains(last.item()))) {
            throw new IllegalStateException("Search did not read the catalogue");
        }
    }

    /** One run of the app's reconciliation. */
    public Night reconcile() {
        return app.getBean(Reconciliation.class).run().orElseThrow();
    }

    /** What stands now. */
    public List<Discrepancy> standing() {
        return app.getBean(Reconciliation.class).standing(Integer.MAX_VALUE);
    }

    /** The latest repairs. */
    public List<Reconciliation.Mended> mended() {
        return app.getBean(Reconciliation.class).mended(500);
    }

    /** Has every kind of fault happen so often, and tells the ids by which each must be found. */
    public Map<Kind, List<String>> breakIt(int times) {
        var sabotage = new Sabotage(world, placed, random);
        var happened = new LinkedHashMap<Kind, List<String>>();
        for (var fault : faults(sabotage)) {
            var ids = new ArrayList<String>();
            for (int i = 0; i < times; i++) {
                ids.add(fault.happens().get());
            }
            happened.put(fault.kind(), ids);
        }
        return happened;
    }

    private static List<Fault> faults(Sabotage sabotage) {
        var money = new MoneyFaults(sabotage);
        var purchases = new PurchaseFaults(sabotage);
        var goods = new GoodsFaults(sabotage);
        var shelf = new ShelfFaults(sabotage);
        return Stream.of(
                        money.orders(),
                        money.payments(),
                        money.bookOfPayments(),
                        money.bookOfOrders(),
                        money.book(),
                        purchases.lines(),
                        purchases.states(),
                        purchases.book(),
                        purchases.atMarketplaces(),
                        goods.inbounds(),
                        goods.items(),
                        goods.packing(),
                        goods.parcels(),
                        goods.freight(),
                        shelf.events(),
                        shelf.catalogue(),
                        shelf.carts())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        app.close();
    }
}
