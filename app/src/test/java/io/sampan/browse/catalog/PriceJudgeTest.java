package io.sampan.browse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Product.Sighting;
import io.sampan.browse.catalog.Verdict.Believed;
import io.sampan.browse.catalog.Verdict.Confidence;
import io.sampan.browse.catalog.Verdict.Doubt;
import io.sampan.browse.catalog.Verdict.Held;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.Offer;
import io.sampan.people.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge's cases, told in yuan. The category's goods cost 40 to 250 yuan, most of them about 100. */
class PriceJudgeTest {
    static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    static final PriceLevels KNOWN = PriceLevels.learnt(IntStream.range(0, 60)
            .mapToObj(n -> new PriceLevels.Sample(
                    Told.ITEM.marketplace(), "c", List.of(), Math.round(10_000 * Math.exp((n - 30) / 33.0))))
            .toList());

    PriceEvidence evidence = evidence(KNOWN, List.of());
    PriceBook book = PriceBook.empty();
    Instant at = NOW;

    static PriceEvidence evidence(PriceLevels levels, List<PriceEvidence.Word> words) {
        return new PriceEvidence(PriceRules.USUAL, levels, words, Map.of("USD", 0.1466, "JPY", 19.4));
    }

    /** Tells an offer and gives the verdicts on its prices, in the order of its variants and tiers. */
    List<Verdict> tell(Told told) {
        book = book.told(told.offer(at), at, evidence);
        var shown = shown(told.source());
        return ToldPrice.of(told.offer(at)).stream()
                .map(price -> shown.verdict(price.key()).orElseThrow())
                .toList();
    }

    Sighting shown(String source) {
        return book.shown().stream()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    void later(Duration time) {
        at = at.plus(time);
    }

    static List<Object> doubts(List<Verdict> verdicts) {
        List<Object> doubts = new ArrayList<>();
        for (var verdict : verdicts) {
            doubts.add(
                    switch (verdict) {
                        case Held(var doubt, var _) -> doubt;
                        case Believed(var confidence) -> confidence;
                    });
        }
        return doubts;
    }

    @ParameterizedTest
    @CsvSource({
        "120, USUAL",
        "39.9, USUAL",
        "0, NO_AMOUNT",
        "0.01, PLACEHOLDER",
        "99999, PLACEHOLDER",
        "88888.88, PLACEHOLDER",
        "123456, PLACEHOLDER",
        "9999, DECOY",
        "8888, DECOY",
        "1, DECOY",
        "9998, UNUSUAL",
        "12000, UNUSUAL",
        "1.2, UNUSUAL",
    })
    void judgesAFirstPriceByItsAmountAndByWhatSuchGoodsCost(double yuan, String verdict) {
        assertThat(doubts(tell(Told.of(yuan)))).hasToString("[" + verdict + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "连衣裙, 红色, USUAL",
        "连衣裙, 定金, DEPOSIT",
        "连衣裙, 预付订金 红色, DEPOSIT",
        "连衣裙, 尾款, BALANCE",
        "连衣裙, 补差价, NOT_GOODS",
        "连衣裙, 邮费, NOT_GOODS",
        "连衣裙, 红色 赠运费险, USUAL",
        "连衣裙 定金链接, 红色, DEPOSIT",
        "连衣裙 定金链接, 红色 全款, USUAL",
        "连衣裙 免定金, 红色, USUAL",
        "连衣裙 无需定金 赠运费险, 红色, USUAL",
        "连衣裙 定金膨胀, 红色, USUAL",
        "连衣裙 包邮 偏远地区补邮费, 红色, USUAL",
        "连衣裙 买贵退差价, 红色, USUAL",
        "连衣裙 预售 现货速发 拍下立减, 红色, USUAL",
        "补差价专拍 差多少拍多少, 1元, NOT_GOODS",
        "邮费补拍链接, 1元, NOT_GOODS",
        "老客户专拍链接, 红色, NOT_GOODS",
        "连衣裙 100件起批, 红色, MINIMUM_QUANTITY",
        "连衣裙 1件起批 50个起订, 红色, MINIMUM_QUANTITY",
        "连衣裙 1件起批, 红色, USUAL",
    })
    void readsWhatTheSellersWordsSay(String title, String option, String verdict) {
        assertThat(doubts(tell(Told.of(100).titled(title).options(option)))).hasToString("[" + verdict + "]");
    }

    @Test
    void aSaleAndARiseAreBelievedAtOnce() {
        tell(Told.of(300).inCategory("unknown"));
        for (double yuan : new double[] {270, 432, 300, 150, 240}) {
            later(Duration.ofHours(6));
            assertThat(tell(Told.of(yuan).inCategory("unknown")))
                    .as("%s yuan", yuan)
                    .allMatch(Believed.class::isInstance);
        }
    }

    @Test
    void aJumpIsHeldUntilASecondLookSeesItAgain() {
        tell(Told.of(100));
        later(Duration.ofHours(1));
        assertThat(tell(Told.of(220))).containsExactly(new Held(Doubt.SUDDEN, "×2.2"));
        later(Duration.ofMinutes(2));
        assertThat(doubts(tell(Told.of(220)))).as("too soon").containsExactly(Doubt.SUDDEN);
        later(Duration.ofMinutes(3));
        assertThat(doubts(tell(Told.of(220)))).containsExactly(Confidence.USUAL);
    }

    @Test
    void whoTellsAnotherPriceEachTimeIsBelievedLaterEachTime() {
        tell(Told.of(100));
        for (double yuan : new double[] {31, 32, 33}) {
            later(Duration.ofMinutes(6));
            assertThat(doubts(tell(Told.of(yuan)))).containsExactly(Doubt.SUDDEN);
        }
        later(Duration.ofHours(2));
        assertThat(doubts(tell(Told.of(33)))).containsExactly(Doubt.SUDDEN);
        later(Duration.ofHours(11));
        assertThat(doubts(tell(Told.of(33)))).containsExactly(Confidence.USUAL);
    }

    @Test
    void aJumpThatGoesBackWasNone() {
        tell(Told.of(100));
        later(Duration.ofMinutes(6));
        tell(Told.of(900));
        later(Duration.ofMinutes(6));
        assertThat(doubts(tell(Told.of(100)))).containsExactly(Confidence.USUAL);
    }

    @Test
    void afterSeveralSuddenPricesEvenAUsualOneMustBeToldTwice() {
        tell(Told.of(100));
        for (double yuan : new double[] {300, 30, 110}) {
            later(Duration.ofMinutes(6));
            assertThat(doubts(tell(Told.of(yuan)))).as("%s yuan", yuan).containsExactly(Doubt.SUDDEN);
        }
        later(Duration.ofHours(12));
        assertThat(doubts(tell(Told.of(110)))).containsExactly(Confidence.USUAL);
    }

    @Test
    void aSmallMoveIsNoExchangeRateHoweverManySuddenPricesCameBefore() {
        evidence = new PriceEvidence(PriceRules.USUAL, KNOWN, List.of(), Map.of("HKD", 1.09));
        tell(Told.of(100));
        for (double yuan : new double[] {300, 30, 109}) {
            later(Duration.ofMinutes(6));
            assertThat(doubts(tell(Told.of(yuan)))).as("%s yuan", yuan).containsExactly(Doubt.SUDDEN);
        }
        later(Duration.ofHours(12));
        assertThat(doubts(tell(Told.of(109)))).containsExactly(Confidence.USUAL);
    }

    @Test
    void aVariantThatNeverWasBelievedMovesAsTheOthersDo() {
        evidence = evidence(PriceLevels.none(), List.of());
        assertThat(doubts(tell(Told.of(6, 1)))).containsExactly(Confidence.ALONE, Doubt.DECOY);
        later(Duration.ofHours(1));
        for (int look = 0; look < 2; look++) {
            later(Duration.ofMinutes(6));
            assertThat(doubts(tell(Told.of(6 * 19.4, 19.4))))
                    .as("yen, at the second look as at the first")
                    .containsExactly(Doubt.CURRENCY, Doubt.CURRENCY);
        }
    }

    @Test
    void aHundredTimesAndAnExchangeRateAreHeldHoweverOftenTheyAreSeen() {
        for (double yuan : new double[] {10_400, 0.98, 14.66, 1_940}) {
            book = PriceBook.empty();
            tell(Told.of(100));
            for (int look = 0; look < 3; look++) {
                later(Duration.ofHours(2));
                assertThat(doubts(tell(Told.of(yuan))))
                        .as("%s yuan", yuan)
                        .containsExactly(yuan == 14.66 || yuan == 1_940 ? Doubt.CURRENCY : Doubt.UNIT);
            }
        }
    }

    @Test
    void anotherCurrencyIsNoPriceHere() {
        assertThat(tell(Told.of(100).in("USD"))).containsExactly(new Held(Doubt.CURRENCY, "USD"));
        assertThat(shown("one").offer().priceFrom()).isEmpty();
    }

    @Test
    void variantsOfAnotherMagnitudeAreHeldAndTheOthersAreNot() {
        assertThat(doubts(tell(Told.of(100, 120, 10_800))))
                .containsExactly(Confidence.USUAL, Confidence.USUAL, Doubt.UNIT);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(100, 12_000)))).containsExactly(Confidence.USUAL, Doubt.UNIT);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(2.5, 100, 95))))
                .containsExactly(Doubt.SIBLINGS, Confidence.USUAL, Confidence.USUAL);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(100, 12_000).inCategory("unknown"))))
                .as("nobody knows which is meant")
                .containsExactly(Doubt.SIBLINGS, Doubt.SIBLINGS);
    }

    @Test
    void tiersInAnotherUnitAreHeldAndAPriceForManyIsNoPriceOfOne() {
        assertThat(doubts(tell(Told.of(100).tiers(1, 10_000, 100, 9_000))))
                .containsExactly(Confidence.USUAL, Doubt.UNIT, Doubt.UNIT);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(20, 50, 150).tiers(1, 500, 30, 450))))
                .as("who buys many pays no more than for the dearest variant")
                .containsExactly(Confidence.USUAL, Confidence.USUAL, Confidence.USUAL, Doubt.SIBLINGS, Doubt.SIBLINGS);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(60).tiers(1, 100, 100, 80, 1_000, 60))))
                .containsExactly(Doubt.MINIMUM_QUANTITY, Confidence.USUAL, Confidence.USUAL, Confidence.USUAL);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(60).tiers(50, 60)))).startsWith(Doubt.MINIMUM_QUANTITY);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(100).tiers(50, 60))))
                .as("one costs more")
                .containsExactly(Confidence.USUAL, Confidence.USUAL);
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of().tiers(50, 60)))).as("a price alone").containsExactly(Doubt.MINIMUM_QUANTITY);
        assertThat(shown("one").offer().priceFrom()).isEmpty();
    }

    @Test
    void twoSourcesThatSayTheSameAreBelievedWhateverItWas() {
        tell(Told.of(100));
        later(Duration.ofHours(1));
        tell(Told.of(100).from("two"));
        later(Duration.ofHours(1));
        assertThat(doubts(tell(Told.of(320)))).containsExactly(Doubt.SUDDEN);
        later(Duration.ofMinutes(1));
        assertThat(doubts(tell(Told.of(330).from("two")))).containsExactly(Confidence.CONFIRMED);
        assertThat(shown("one").verdict("k0")).contains(new Believed(Confidence.CONFIRMED));
    }

    @Test
    void aPriceAloneSpeaksForTheCheapestVariant() {
        tell(Told.of().tiers(1, 690).from("price-alone"));
        later(Duration.ofMinutes(30));
        assertThat(doubts(tell(Told.of(700, 900)))).as("dear goods").doesNotContain(Doubt.UNUSUAL);
        book = PriceBook.empty();
        tell(Told.of().tiers(1, 100).from("price-alone"));
        later(Duration.ofMinutes(30));
        assertThat(doubts(tell(Told.of(11, 30)))).as("a tenth of it").containsOnly(Doubt.CONFLICT);
        later(Duration.ofMinutes(30));
        assertThat(doubts(tell(Told.of(14.66, 40, 120))))
                .as("one is near it, and one far below what is said to be the least")
                .containsOnly(Doubt.CONFLICT);
        book = PriceBook.empty();
        tell(Told.of().tiers(1, 50).from("price-alone"));
        later(Duration.ofMinutes(30));
        assertThat(doubts(tell(Told.of(70, 120))))
                .as("the least may be a variant that is not told here")
                .containsOnly(Confidence.USUAL);
    }

    @Test
    void ofTwoNewSourcesThatContradictEachOtherNoneIsBelieved() {
        tell(Told.of(100));
        later(Duration.ofMinutes(10));
        assertThat(tell(Told.of(199).from("two"))).containsExactly(new Held(Doubt.CONFLICT, "one 100.00"));
        assertThat(shown("one").offer().priceFrom()).isEmpty();
        later(Duration.ofDays(3));
        assertThat(doubts(tell(Told.of(199).from("two"))))
                .as("silence settles nothing")
                .containsExactly(Doubt.CONFLICT);
    }

    @Test
    void whatStoodForADayOutweighsANewSource() {
        tell(Told.of(100));
        later(Duration.ofDays(2));
        tell(Told.of(100));
        later(Duration.ofMinutes(10));
        assertThat(doubts(tell(Told.of(199).from("two")))).containsExactly(Doubt.CONFLICT);
        assertThat(shown("one").offer().priceFrom()).contains(Money.fen(10_000));
    }

    @Test
    void whereLittleIsKnownAPriceIsShownAsStandingAlone() {
        evidence = evidence(PriceLevels.none(), List.of());
        assertThat(doubts(tell(Told.of(1_500)))).containsExactly(Confidence.ALONE);
        evidence = evidence(KNOWN, List.of());
        book = book.judged(evidence);
        assertThat(shown("one").verdict("k0").orElseThrow())
                .as("once more is known")
                .isEqualTo(new Held(Doubt.UNUSUAL, range()));
    }

    private static String range() {
        var level = KNOWN.of(Told.of(1).offer(NOW));
        double reach = level.reach(PriceRules.USUAL.enough());
        return Money.fen(Math.round(Math.exp(level.middle() - reach))).decimal() + "–"
                + Money.fen(Math.round(Math.exp(level.middle() + reach))).decimal();
    }

    @Test
    void anOperatorsWordIsTheLastAndHoldsForThatPriceAlone() {
        var staff = new AccountId(UUID.randomUUID());
        tell(Told.of(9_999));
        var released = new PriceEvidence.Word(Money.fen(999_900), true, staff, NOW);
        evidence = evidence(KNOWN, List.of(released));
        book = book.judged(evidence);
        assertThat(shown("one").offer().priceFrom()).contains(Money.fen(999_900));
        later(Duration.ofHours(1));
        assertThat(doubts(tell(Told.of(99_999)))).containsExactly(Doubt.PLACEHOLDER);
        var kept = new PriceEvidence.Word(Money.fen(10_000), false, staff, NOW);
        evidence = evidence(KNOWN, List.of(kept));
        book = PriceBook.empty();
        assertThat(doubts(tell(Told.of(100)))).as("kept by an operator").containsExactly(Doubt.UNUSUAL);
    }

    @Test
    void whatIsHeldIsNowhereInWhatIsShown() {
        tell(Told.of(100, 99_999).tiers(1, 10_000));
        var shown = shown("one");
        assertThat(shown.offer().toString()).doesNotContain("99999.00").doesNotContain("CNY 10000.00");
        assertThat(shown.offer().skus()).hasSize(2);
        assertThat(shown.offer().sku("k1").orElseThrow().price()).isNull();
        assertThat(shown.offer().unitPrice(shown.offer().sku("k1").orElseThrow(), 1))
                .isEmpty();
        assertThat(shown.offer().tiers()).isEmpty();
        assertThat(shown.offer().priceFrom()).contains(Money.fen(10_000));
    }

    /** An offer in few words. */
    record Told(
            List<Double> yuan,
            String currency,
            String title,
            String option,
            String category,
            List<Offer.Tier> tiers,
            String source) {
        static final ItemRef ITEM = Offers.dress("judged").item();

        static Told of(double... yuan) {
            var all = Arrays.stream(yuan).boxed().toList();
            return new Told(all, "CNY", "连衣裙", "红色", "c", List.of(), "one");
        }

        Told titled(String words) {
            return new Told(yuan, currency, words, option, category, tiers, source);
        }

        Told options(String words) {
            return new Told(yuan, currency, title, words, category, tiers, source);
        }

        Told in(String other) {
            return new Told(yuan, other, title, option, category, tiers, source);
        }

        Told inCategory(String other) {
            return new Told(yuan, currency, title, option, other, tiers, source);
        }

        Told from(String other) {
            return new Told(yuan, currency, title, option, category, tiers, other);
        }

        /** By turns a quantity and a price in yuan. */
        Told tiers(double... quantitiesAndYuan) {
            var all = new ArrayList<Offer.Tier>();
            for (int n = 0; n < quantitiesAndYuan.length; n += 2) {
                all.add(new Offer.Tier(
                        (int) quantitiesAndYuan[n], Money.fen(Math.round(quantitiesAndYuan[n + 1] * 100))));
            }
            return new Told(yuan, currency, title, option, category, all, source);
        }

        Offer offer(Instant at) {
            var skus = IntStream.range(0, yuan.size())
                    .mapToObj(n -> Offers.sku("k" + n, option, Money.of(Math.round(yuan.get(n) * 100), currency)))
                    .toList();
            return Offers.dress("judged")
                    .titled(title, title)
                    .in(category)
                    .from(source)
                    .seen(at)
                    .priced(tiers, skus);
        }
    }
}
