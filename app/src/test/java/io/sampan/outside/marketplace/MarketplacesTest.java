package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sampan.browse.catalog.Offers;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.wire.WireOfATest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Several connectors to one marketplace: who is asked, and what is said when one is silent. */
class MarketplacesTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    static final ItemRef DRESS = new ItemRef(MarketplaceId.TAOBAO, "1001");
    static final Searched.Query WORDS = new Searched.Query("裙", "en", 1, 20, Searched.Order.RELEVANCE);

    final ShelfMarketplace global = shelf("taobao-global");
    final ShelfMarketplace tbk = shelf("tbk");

    /** A shelf that declares what a test wants and keeps messages. */
    static final class Declared extends LookingOnly {
        final Set<Capability> declared;
        final String name;
        final List<MarketplaceNews> waiting = new ArrayList<>();
        final List<String> confirmed = new ArrayList<>();

        Declared(String name, Capability... declared) {
            this.name = name;
            this.declared = Set.of(declared);
        }

        @Override
        public MarketplaceId id() {
            return MarketplaceId.TAOBAO;
        }

        @Override
        public String source() {
            return name;
        }

        @Override
        public Set<Capability> capabilities() {
            return declared;
        }

        @Override
        public Searched search(Searched.Query query) {
            return new Searched.Unsupported();
        }

        @Override
        public Searched searchByImage(byte[] picture, String language) {
            return new Searched.Page(List.of(), picture.length);
        }

        @Override
        public Fetched fetch(String itemId, String language) {
            return new Fetched.Unsupported();
        }

        @Override
        public Polled poll() {
            return new Polled.Told(
                    waiting, waiting.stream().map(MarketplaceNews::messageId).toList());
        }

        @Override
        public void confirm(List<String> messages) {
            confirmed.addAll(messages);
        }
    }

    static ShelfMarketplace shelf(String source) {
        var shelf = new ShelfMarketplace(MarketplaceId.TAOBAO, source);
        var dress = Offers.dress("1001").at(MarketplaceId.TAOBAO).from(source);
        shelf.put("1001", () -> dress.seen(NOW));
        return shelf;
    }

    static Marketplaces of(List<String> order, Connector... connectors) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var settings = TestMarketplaces.settings(order.toArray(String[]::new));
        var table = new MarketplaceTable(DATABASE.jdbc(), clock, settings);
        return new Marketplaces(
                List.of(connectors), settings, WireOfATest.plain(clock), table, DATABASE.transactions(), HEARD::add);
    }

    static final List<Object> HEARD = new CopyOnWriteArrayList<>();

    Marketplace joined() {
        return of(List.of("taobao-global"), tbk, global).at(MarketplaceId.TAOBAO);
    }

    String source(Fetched fetched) {
        return ((Fetched.Found) fetched).offer().source();
    }

    @Test
    void asksTheFirstAndNobodyElse() {
        assertThat(source(joined().fetch("1001", "en").answer())).isEqualTo("taobao-global");
        assertThat(joined().search(WORDS)).isInstanceOf(Searched.Page.class);
        assertThat(tbk.fetched).isEmpty();
        assertThat(tbk.searched).isEmpty();
    }

    @Test
    void asksTheNextWhenTheFirstAnswersLater() {
        global.fetching = id -> new Fetched.Later(Duration.ofSeconds(9), "limited");
        global.searching = query -> new Searched.Later(Duration.ofSeconds(9), "limited");
        assertThat(source(joined().fetch("1001", "en").answer())).isEqualTo("tbk");
        assertThat(((Searched.Page) joined().search(WORDS)).listings()).hasSize(1);
        tbk.fetching = id -> new Fetched.Later(Duration.ofSeconds(1), "silent");
        tbk.searching = query -> new Searched.Later(Duration.ofSeconds(1), "silent");
        assertThat(joined().fetch("1001", "en").answer())
                .isEqualTo(new Fetched.Later(Duration.ofSeconds(9), "limited"));
        assertThat(joined().search(WORDS)).isEqualTo(new Searched.Later(Duration.ofSeconds(9), "limited"));
    }

    @Test
    void whoCanComeAgainWaitsForTheFirstWhileItIsBusyButNotWhileItMayNotBeAsked() {
        global.fetching = id -> new Fetched.Later(Duration.ofSeconds(9), "limited");
        assertThat(joined().patient().fetch("1001", "en").answer())
                .isEqualTo(new Fetched.Later(Duration.ofSeconds(9), "limited"));
        assertThat(tbk.fetched).isEmpty();
        var within = joined().patient().asking(source -> !source.equals("taobao-global"));
        assertThat(source(within.fetch("1001", "en").answer())).isEqualTo("tbk");
        global.fetching = id -> new Fetched.Gone(DRESS);
        assertThat(source(joined().patient().fetch("1001", "en").answer())).isEqualTo("tbk");
    }

    @Test
    void anItemIsGoneOnlyWhenEveryOneSaysSo() {
        global.fetching = id -> new Fetched.Gone(DRESS);
        var found = joined().fetch("1001", "en");
        assertThat(source(found.answer())).isEqualTo("tbk");
        assertThat(found.goneAt()).containsExactly("taobao-global");
        tbk.fetching = id -> new Fetched.Later(Duration.ofSeconds(1), "silent");
        assertThat(joined().fetch("1001", "en"))
                .isEqualTo(new Marketplace.Sighted(
                        new Fetched.Later(Duration.ofSeconds(1), "silent"), List.of("taobao-global")));
        tbk.fetching = id -> new Fetched.Gone(DRESS);
        assertThat(joined().fetch("1001", "en"))
                .isEqualTo(new Marketplace.Sighted(new Fetched.Gone(DRESS), List.of("taobao-global", "tbk")));
    }

    @Test
    void asksOnlyWhoDeclaresIt() {
        var eye = new Declared("eye", Capability.IMAGE_SEARCH);
        var both = of(List.of(), global, eye).at(MarketplaceId.TAOBAO);
        assertThat(both.searchByImage(new byte[7], "en")).isEqualTo(new Searched.Page(List.of(), 7));
        assertThat(joined().searchByImage(new byte[7], "en")).isEqualTo(new Searched.Unsupported());
        assertThat(both.capabilities())
                .isEqualTo(EnumSet.of(Capability.SEARCH, Capability.IMAGE_SEARCH, Capability.DETAIL));
    }

    @Test
    void whoCanBuyComesFirstUnlessTheOperatorSaysOtherwise() {
        var looks = new Declared("a-looks", Capability.SEARCH, Capability.DETAIL, Capability.TRACE, Capability.PUSH);
        var stock = new Declared("b-stock", Capability.SKU_STOCK);
        var buys = new Declared("c-buys", Capability.PLACE_ORDER);
        assertThat(of(List.of(), looks, stock, buys).at(MarketplaceId.TAOBAO).sources())
                .containsExactly("c-buys", "b-stock", "a-looks");
        assertThat(of(List.of("nowhere", "b-stock", "a-looks"), looks, stock, buys)
                        .at(MarketplaceId.TAOBAO)
                        .sources())
                .containsExactly("b-stock", "a-looks", "c-buys");
    }

    @Test
    void twoConnectorsOfOneNameStopTheStart() {
        assertThatThrownBy(() -> of(List.of(), shelf("tbk"), tbk)).hasMessageContaining("tbk");
        assertThatThrownBy(() -> of(List.of(), shelf("Not A Name"))).hasMessageContaining("Not A Name");
        var elsewhere = new ShelfMarketplace(MarketplaceId.ALI1688, "tbk");
        assertThat(of(List.of(), elsewhere, tbk).all()).hasSize(2);
    }

    @Test
    void whatIsNotSetUpClaimsNothing() {
        var marketplaces = of(List.of(), tbk);
        assertThat(marketplaces.at(MarketplaceId.TAOBAO, "tbk")).isSameAs(tbk);
        var closed = marketplaces.at(MarketplaceId.TAOBAO, "openmall");
        assertThat(closed.source()).isEqualTo("openmall");
        assertThat(closed.capabilities()).isEmpty();
        assertThat(closed.fetch("1001", "en")).isInstanceOf(Fetched.Later.class);
        assertThat(closed.read("1")).isInstanceOf(OrderRead.Later.class);
        assertThat(marketplaces.at(MarketplaceId.ALI1688).fetch("1001", "en").answer())
                .isEqualTo(new Fetched.Unsupported());
        assertThat(marketplaces.at(MarketplaceId.ALI1688).search(WORDS)).isEqualTo(new Searched.Unsupported());
    }

    @Test
    void tellsTheHealthOfEveryConnector() {
        var health = of(List.of("tbk"), global, tbk).health();
        assertThat(health.stream().filter(one -> one.marketplace() == MarketplaceId.TAOBAO))
                .extracting(Marketplaces.Health::source)
                .containsExactly("tbk", "taobao-global");
        assertThat(health.stream().filter(one -> one.marketplace() == MarketplaceId.ALI1688))
                .singleElement()
                .matches(one -> !one.configured());
    }

    @Test
    void messagesAreHeardOnceAndConfirmedAfterTheyAreStored() {
        var tells = new Declared("tells", Capability.MESSAGE_POLL);
        var silent = new Declared("silent-one");
        silent.waiting.add(news("silent-one", "s1"));
        tells.waiting.addAll(List.of(news("tells", "m1"), news("tells", "m2")));
        var marketplaces = of(List.of(), tells, silent);
        marketplaces.poll();
        marketplaces.poll();
        assertThat(HEARD).hasSize(2).doesNotContain(news("silent-one", "s1"));
        assertThat(tells.confirmed).containsExactly("m1", "m2", "m1", "m2");
        assertThat(marketplaces.hear(news("another", "m1")))
                .as("another platform's message of the same number")
                .isTrue();
    }

    private static MarketplaceNews news(String source, String id) {
        return new MarketplaceNews(MarketplaceId.TAOBAO, source, MarketplaceNews.Subject.ITEM, "1001", id, NOW);
    }
}
