package io.sampan.browse.catalog;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.exchange.SampleRates;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.marketplace.TestMarketplaces;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.json.JsonMapper;

/** A real catalogue on a test's database, for the rooms that read it. */
public final class TestCatalog {
    private TestCatalog() {}

    public static Catalog on(TestDatabase database, Clock clock) {
        return on(database, clock, event -> {});
    }

    /** @param marketplaces their order of sources decides between offers that are equally good */
    public static Catalog on(TestDatabase database, Clock clock, Marketplaces marketplaces) {
        return on(database, clock, event -> {}, marketplaces);
    }

    static Catalog on(TestDatabase database, Clock clock, ApplicationEventPublisher events) {
        return on(database, clock, events, TestMarketplaces.of());
    }

    static Catalog on(TestDatabase database, Clock clock, ApplicationEventPublisher events, Marketplaces marketplaces) {
        return room(database, clock, events, marketplaces).catalog();
    }

    /** All of the room that anybody outside it meets, and what its clockwork does. */
    public record Room(Catalog catalog, HeldPrices held, PriceTruth truth, Rejudging rejudging) {
        /** Categories are learnt from what is there, and what was undecided is judged by it. */
        public void learnAndJudgeAgain() {
            truth.learn();
            rejudging.tend();
        }
    }

    public static Room room(
            TestDatabase database, Clock clock, ApplicationEventPublisher events, Marketplaces marketplaces) {
        var settings = new CatalogSettings(
                1000, Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofDays(1), PriceRules.USUAL);
        var json = JsonMapper.builder().build();
        var ranking = new Ranking(marketplaces, settings);
        var table = new CatalogTable(database.jdbc(), json, ranking);
        var history = new HistoryTable(database.jdbc(), json);
        var memory = new ProductMemory(settings);
        var categories = new CategoryTable(database.jdbc(), json);
        var truthTable = new TruthTable(database.jdbc());
        var truth = new PriceTruth(truthTable, categories, SampleRates.shipped(), settings);
        var work = database.transactions();
        var telling = new Telling(table, memory, events);
        var recording = new Recording(table, history, categories, truth, work, telling, clock);
        return new Room(
                new Catalog(table, categories, history, recording, memory, settings),
                new HeldPrices(truthTable, table, history, truth, recording, work, clock),
                truth,
                new Rejudging(truthTable, recording, clock));
    }
}
