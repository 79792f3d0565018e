package io.sampan.browse.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.browse.catalog.TestCatalog;
import io.sampan.browse.request.RequestNews.RequestAnswered;
import io.sampan.browse.request.RequestNews.RequestDeclined;
import io.sampan.browse.request.Requests.Dealt;
import io.sampan.browse.request.Requests.Submitted;
import io.sampan.browse.search.Card;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.TestMarketplaces;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.Hands;
import io.sampan.people.identity.AccountId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestsTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    static final Wish WISH = new Wish("https://shop.example.com/shirt", "Blue linen shirt", "M, 立领", 2, "");
    static final AccountId OPERATOR = new AccountId(UUID.randomUUID());
    static final int OPEN = 3;

    final Hands clock = new Hands(NOW);
    final List<Object> told = new ArrayList<>();
    final RequestTable table =
            new RequestTable(DATABASE.jdbc(), JsonMapper.builder().build());
    final TestCatalog.Room room = TestCatalog.room(DATABASE, clock, event -> {}, TestMarketplaces.of());
    final Catalog catalog = room.catalog();
    final Requests requests = new Requests(
            table,
            catalog,
            room.held(),
            DATABASE.transactions(),
            told::add,
            clock,
            new RequestSettings(OPEN, Duration.ofMinutes(1)));
    final RequestConnector connector = new RequestConnector(table, clock);
    final AccountId shopper = new AccountId(UUID.randomUUID());

    private Request asked() {
        return ((Submitted.Kept) requests.ask(shopper, WISH, UUID.randomUUID())).request();
    }

    private Answer answer(long fen) {
        return new Answer(
                URI.create("https://shop.example.com/shirt"),
                new Words("蓝色亚麻衬衫", Map.of("en", "Blue linen shirt")),
                "M 立领",
                Money.fen(fen),
                Money.fen(1_000),
                320,
                OPERATOR,
                clock.now,
                clock.now.plus(Duration.ofDays(2)));
    }

    /** By an operator who sees the request as it stands. */
    private Dealt answered(RequestId id, Answer answer) {
        return requests.answer(id, seen(id), answer);
    }

    private Dealt declined(RequestId id, String why) {
        return requests.decline(id, seen(id), why);
    }

    private String seen(RequestId id) {
        return requests.find(id).map(request -> request.state().mark()).orElse("");
    }

    private Product product(Request request) {
        return catalog.find(request.id().item()).orElseThrow();
    }

    @Test
    void whatIsAskedIsAnsweredWithGoodsOnTheShelf() {
        var request = asked();
        assertThat(connector.fetch(request.id().toString(), "en")).isInstanceOf(Fetched.Gone.class);
        assertThat(requests.waiting(100)).contains(request);
        assertThat(answered(request.id(), answer(12_900))).isInstanceOf(Dealt.Done.class);
        assertThat(requests.waiting(100)).doesNotContain(request);
        assertThat(told).containsExactly(new RequestAnswered(request.id()));

        var offer = product(request).offer();
        assertThat(offer.priceFrom()).contains(Money.fen(12_900));
        assertThat(offer.domesticFreight()).isEqualTo(Money.fen(1_000));
        assertThat(offer.statedWeightGrams()).isEqualTo(320);
        assertThat(offer.skus().getFirst().options().getFirst().value().chinese())
                .isEqualTo("M 立领");
        assertThat(connector.fetch(request.id().toString(), "en"))
                .isInstanceOfSatisfying(
                        Fetched.Found.class,
                        found -> assertThat(found.offer().skus()).isEqualTo(offer.skus()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 888_800, 9_999_900})
    void anOperatorsPriceIsNeverHeldBack(long fen) {
        var request = asked();
        answered(request.id(), answer(fen));
        assertThat(product(request).priceFrom()).contains(Money.fen(fen));
    }

    @Test
    void whatOnePersonAskedForIsInNoList() {
        var request = asked();
        answered(request.id(), answer(12_900));
        assertThat(Card.of(product(request))).isEmpty();
        assertThat(catalog.popular(100))
                .extracting(Product::item)
                .doesNotContain(request.id().item());
        assertThat(catalog.categories())
                .extracting(count -> count.category().id())
                .doesNotContain("request");
    }

    @Test
    void anOfferThatHasLapsedIsGone() {
        var request = asked();
        answered(request.id(), answer(12_900));
        clock.now = NOW.plus(Duration.ofDays(2));
        assertThat(connector.fetch(request.id().toString(), "en")).isInstanceOf(Fetched.Gone.class);
        assertThat(product(request).isGone()).as("until it is swept").isFalse();
        requests.lapse();
        assertThat(product(request).isGone()).isTrue();
        requests.lapse();

        answered(request.id(), answer(13_900));
        assertThat(product(request).isGone()).as("offered anew").isFalse();
        assertThat(product(request).priceFrom()).contains(Money.fen(13_900));
    }

    @Test
    void whatIsDeclinedOrWithdrawnIsTakenOffTheShelf() {
        var declined = asked();
        answered(declined.id(), answer(12_900));
        assertThat(declined(declined.id(), " 已售罄 ")).isInstanceOf(Dealt.Done.class);
        assertThat(product(declined).isGone()).isTrue();
        assertThat(requests.find(declined.id()).orElseThrow().state()).isEqualTo(new RequestState.Declined("已售罄", NOW));
        assertThat(told).last().isEqualTo(new RequestDeclined(declined.id()));

        var withdrawn = asked();
        answered(withdrawn.id(), answer(12_900));
        assertThat(requests.withdraw(shopper, withdrawn.id())).isInstanceOf(Dealt.Done.class);
        assertThat(product(withdrawn).isGone()).isTrue();
    }

    @Test
    void forbiddenMovesChangeNothing() {
        var request = asked();
        requests.withdraw(shopper, request.id());
        var before = requests.find(request.id());
        assertThat(answered(request.id(), answer(12_900))).isEqualTo(new Dealt.TooLate());
        assertThat(declined(request.id(), "x")).isEqualTo(new Dealt.TooLate());
        assertThat(requests.withdraw(shopper, request.id())).isEqualTo(new Dealt.TooLate());
        assertThat(requests.find(request.id())).isEqualTo(before);
        assertThat(catalog.find(request.id().item())).isEmpty();

        var declined = asked();
        declined(declined.id(), "x");
        assertThat(declined(declined.id(), "y")).isEqualTo(new Dealt.TooLate());
        assertThat(requests.withdraw(shopper, declined.id()))
                .as("the reason stays")
                .isEqualTo(new Dealt.TooLate());
        assertThat(answered(declined.id(), answer(100))).as("found after all").isInstanceOf(Dealt.Done.class);
        var nobodys = new RequestId(UUID.randomUUID());
        assertThat(answered(nobodys, answer(100))).isEqualTo(new Dealt.TooLate());
    }

    @Test
    void ofTwoOperatorsAndOfTwoClicksTheFirstCounts() {
        var request = asked();
        var seen = request.state().mark();
        assertThat(requests.answer(request.id(), seen, answer(8_800))).isInstanceOf(Dealt.Done.class);
        assertThat(requests.answer(request.id(), seen, answer(9_900))).isEqualTo(new Dealt.TooLate());
        assertThat(requests.decline(request.id(), seen, "x")).isEqualTo(new Dealt.TooLate());
        assertThat(product(request).priceFrom()).contains(Money.fen(8_800));
        assertThat(told).containsExactly(new RequestAnswered(request.id()));
    }

    @Test
    void nobodyWithdrawsWhatSomebodyElseAskedFor() {
        var request = asked();
        assertThat(requests.withdraw(new AccountId(UUID.randomUUID()), request.id()))
                .isEqualTo(new Dealt.TooLate());
        assertThat(requests.waiting(100)).contains(request);
    }

    @Test
    void itsGoodsAreThoseOfWhoAskedForThem() {
        var request = asked();
        assertThat(requests.isOf(request.id().item(), shopper)).isTrue();
        assertThat(requests.isOf(request.id().item(), new AccountId(UUID.randomUUID())))
                .isFalse();
        assertThat(requests.isOf(new RequestId(UUID.randomUUID()).item(), shopper))
                .isFalse();
    }

    @Test
    void aFormThatIsSentTwiceAsksOnce() throws Exception {
        var form = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Submitted>> clicks = Stream.<Callable<Submitted>>generate(
                            () -> () -> requests.ask(shopper, WISH, form))
                    .limit(4)
                    .toList();
            var kept = new ArrayList<Submitted>();
            for (var click : threads.invokeAll(clicks)) {
                kept.add(click.get());
            }
            assertThat(kept).allMatch(kept.getFirst()::equals);
        }
        assertThat(requests.of(shopper)).hasSize(1);
    }

    @Test
    void whoGoesBackToTheFormAndWritesSomethingElseAsksForSomethingElse() {
        var form = UUID.randomUUID();
        requests.ask(shopper, WISH, form);
        var other = new Wish(WISH.link(), "Red linen shirt", "", 1, "");
        assertThat(requests.ask(shopper, other, form)).isInstanceOf(Submitted.Kept.class);
        assertThat(requests.of(shopper)).extracting(Request::wish).containsExactlyInAnyOrder(WISH, other);
    }

    @Test
    void onlySoManyRequestsOfOnePersonWait() {
        IntStream.range(0, OPEN).forEach(n -> asked());
        assertThat(requests.ask(shopper, WISH, UUID.randomUUID())).isEqualTo(new Submitted.Full(OPEN));
        declined(requests.of(shopper).getFirst().id(), "x");
        assertThat(requests.ask(shopper, WISH, UUID.randomUUID())).isInstanceOf(Submitted.Kept.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/a, Shirt, 1, ''",
        "shop.example.com/a, Shirt, 1, ''",
        "'', Shirt, 999, ''",
        "https://shop.example.com, '', 1, NOTHING_NAMED",
        "javascript:alert(1), Shirt, 1, LINK",
        "javascript://shop.example.com/%0aalert(1), Shirt, 1, LINK",
        "https://taobao.com@evil.example/x, Shirt, 1, LINK",
        "http://127.0.0.1/x, Shirt, 1, LINK",
        "http://localhost/x, Shirt, 1, LINK",
        "ftp://shop.example.com/x, Shirt, 1, LINK",
        "not a link, Shirt, 1, LINK",
        "'', Shirt, 0, QUANTITY",
        "'', Shirt, 1000, QUANTITY",
    })
    void aWishIsReadWithCare(String link, String what, int quantity, String fault) {
        var faults = new Wish(link, what, "", quantity, "").faults();
        assertThat(faults).extracting(Enum::name).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
    }

    @Test
    void whatIsTooLongIsToldAndNotCutOff() {
        var wish = new Wish("", "x".repeat(Wish.LONGEST_NAME + 1), "", 1, "");
        assertThat(requests.ask(shopper, wish, UUID.randomUUID()))
                .isEqualTo(new Submitted.Faulty(List.of(Wish.Fault.TOO_LONG)));
    }

    @Test
    void anAnswerIsReadWithCare() {
        var good = answer(100);
        var wrong = new Answer(
                URI.create("https://shop.example.com/" + "x".repeat(Wish.LONGEST_LINK)),
                new Words(" ", Map.of("en", "x".repeat(Wish.LONGEST_NAME + 1))),
                "x".repeat(Wish.LONGEST_OPTIONS + 1),
                Money.of(100, "EUR"),
                Money.fen(-1),
                0,
                OPERATOR,
                NOW,
                NOW.plus(Duration.ofDays(31)));
        assertThat(answered(asked().id(), wrong)).isEqualTo(new Dealt.Faulty(List.of(Answer.Fault.values())));
        assertThat(good.faults()).isEmpty();
        var wordy = new Words("花瓶", Map.of("en", "x".repeat(Wish.LONGEST_NAME + 1)));
        var tooLong =
                new Answer(good.link(), wordy, "", good.price(), good.freight(), 1, OPERATOR, good.at(), good.until());
        assertThat(tooLong.faults()).containsExactly(Answer.Fault.TRANSLATION);
    }

    @Test
    void itsGoodsTellWhatCarriersAreCarefulWith() {
        var request =
                ((Submitted.Kept) requests.ask(shopper, new Wish("", "充电宝", "", 1, ""), UUID.randomUUID())).request();
        answered(request.id(), answer(100));
        assertThat(product(request).offer().hazards()).containsExactly(Offer.Hazard.BATTERY);
    }
}
