package io.sampan.outside.marketplace.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.RecordedGateway;
import io.sampan.outside.marketplace.Searched;
import io.sampan.outside.marketplace.Stall;
import io.sampan.outside.marketplace.Words;
import io.sampan.outside.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Each verb in four pieces: our question, the request, the reply, our outcome. Requests and replies: docs/sources/vendor. */
class VendorRecordedTest {
    static final String SHAPE = "classpath:rules/marketplace/onebound.properties";
    static final String SECRET = "s3cr3t-of-ours";
    /** Later than all that is recorded. */
    static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final Stall stall = new Stall(CLOCK);
    RecordedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordedGateway("vendor");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    VendorSettings settings(boolean cached) {
        return new VendorSettings(
                gateway.at(""),
                "t33000303",
                SECRET,
                SHAPE,
                Set.of("taobao", "1688"),
                cached,
                Duration.ofHours(12),
                Duration.ofSeconds(2));
    }

    Vendor vendor(MarketplaceId id, boolean cached) {
        return new Vendor(id, new VendorHttp(settings(cached), VendorShape.in(SHAPE), stall.wire, CLOCK));
    }

    Offer fetched(MarketplaceId id, String itemId) {
        return ((Fetched.Found) vendor(id, false).fetch(itemId, "en")).offer();
    }

    static final Map<String, String> OURS = Map.of("secret", SECRET);

    @Test
    void fetchesAnItemOfTaobao() throws IOException {
        gateway.replies("item-taobao");
        var offer = fetched(MarketplaceId.TAOBAO, "736097001711");
        gateway.assertAsked(0, "item-taobao", OURS);
        assertThat(offer.item()).isEqualTo(new ItemRef(MarketplaceId.TAOBAO, "736097001711"));
        assertThat(offer.source()).isEqualTo("vendor");
        assertThat(offer.link()).isEqualTo(URI.create("https://item.taobao.com/item.htm?id=736097001711"));
        assertThat(offer.shop()).isEqualTo(new Offer.Shop("893133751", "屿辰叶小铺"));
        assertThat(offer.attributes()).contains(new Offer.Attribute(Words.chinese("品牌"), Words.chinese("屿辰叶")));
        var sku = offer.sku("5381209800700").orElseThrow();
        assertThat(sku.price()).isEqualTo(Money.fen(8690));
        assertThat(sku.stock()).isEqualTo(378);
        assertThat(sku.options())
                .containsExactly(
                        new Offer.Attribute(Words.chinese("颜色"), Words.chinese("白色")),
                        new Offer.Attribute(Words.chinese("尺码"), Words.chinese("S")));
        assertThat(sku.picture()).isNotNull();
        assertThat(offer.domesticFreight()).as("empty is not free").isNull();
        assertThat(offer.statedWeightGrams()).as("in which unit, nobody says").isNull();
    }

    @Test
    void fetchesAnItemOf1688WithItsPricesByQuantity() throws IOException {
        gateway.replies("item-1688");
        var offer = fetched(MarketplaceId.ALI1688, "640367758464");
        gateway.assertAsked(0, "item-1688", OURS);
        assertThat(offer.tiers())
                .containsExactly(new Offer.Tier(1, Money.fen(3950)), new Offer.Tier(20, Money.fen(3753)));
        assertThat(offer.skus().getFirst().orderKey()).isEqualTo("0bcba7b07456aa4a67c74ef95cefcacc");
        assertThat(offer.domesticFreight()).isEqualTo(Money.fen(900));
    }

    @Test
    void readsTheOddShapes() throws IOException {
        gateway.replies("item-odd");
        var offer = fetched(MarketplaceId.TAOBAO, "754017575103");
        gateway.assertAsked(0, "item-odd", OURS);
        assertThat(offer.skus())
                .hasSize(2)
                .allSatisfy(sku -> assertThat(sku.picture()).isNull());
        assertThat(offer.sku("5305332236100").orElseThrow().stock()).isEqualTo(97);
        assertThat(offer.domesticFreight()).isEqualTo(Money.fen(700));
    }

    @Test
    void anItemWithoutVariantsHasItsPriceAlone() throws IOException {
        gateway.replies(200, """
                {"error_code":"0000","item":{"num_iid":1,"title":"t","price":"12.30","skus":{"sku":[]},"nick":"n"}}""");
        var offer = fetched(MarketplaceId.TAOBAO, "1");
        assertThat(offer.isPriceOnly()).isTrue();
        assertThat(offer.tiers()).containsExactly(new Offer.Tier(1, Money.fen(1230)));
    }

    @Test
    void searches() throws IOException {
        gateway.replies("search");
        var query = new Searched.Query("连衣裙", "en", 1, 20, Searched.Order.PRICE_UP);
        var page = (Searched.Page) vendor(MarketplaceId.TAOBAO, false).search(query);
        gateway.assertAsked(0, "search", Map.of("secret", SECRET, "page", "1", "page_size", "20"));
        assertThat(page.total()).isEqualTo(37);
        assertThat(page.listings())
                .hasSize(2)
                .first()
                .isEqualTo(new Searched.Listing(
                        new ItemRef(MarketplaceId.TAOBAO, "702454142207"),
                        Words.chinese("可爱印花雪纺公主裙女童A字版型泡泡袖蝴蝶结网红"),
                        URI.create("http://127.0.0.1:9106/pictures/taobao/702454142207/1.svg"),
                        Money.fen(3890),
                        87));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1795658000, 2026-11-26T01:53:20Z",
        "1, 1795658000000, 2026-11-25T16:00:00Z",
        "1, '', 2026-11-25T16:00:00Z",
        "0, '', 2026-11-26T04:00:00Z"
    })
    void whatComesFromTheCacheIsAsOldAsItIs(String cache, String seen, Instant seenAt) throws IOException {
        var item = Files.readString(Path.of("../docs/sources/vendor/item-taobao.reply.json"))
                .replaceAll("\"cache\": \\d", "\"cache\": " + cache)
                .replaceAll("\"secache_time\": \\d+", "\"secache_time\": \"" + seen + "\"");
        gateway.replies(200, item);
        var offer = ((Fetched.Found) vendor(MarketplaceId.TAOBAO, true).fetch("736097001711", "en")).offer();
        assertThat(gateway.asked.getFirst().form()).containsEntry("cache", "yes");
        assertThat(offer.seenAt()).isEqualTo(seenAt);
    }

    @Test
    void whatItDoesNotHaveIsGone() throws IOException {
        gateway.replies("not-found");
        assertThat(vendor(MarketplaceId.TAOBAO, false).fetch("1", "en"))
                .isEqualTo(new Fetched.Gone(new ItemRef(MarketplaceId.TAOBAO, "1")));
    }

    @ParameterizedTest
    @CsvSource({"4016, PT1H", "4017, PT1H", "4013, PT10M", "4008, PT10S", "9999, PT10M"})
    void whatItRefusesIsAskedLater(String code, Duration after) {
        gateway.replies(200, """
                {"error":"x","reason":"Key[t33000303]已欠费","error_code":"%s"}""".formatted(code));
        assertThat(vendor(MarketplaceId.TAOBAO, false).fetch("1", "en"))
                .isEqualTo(new Fetched.Later(after, code + " Key[…]已欠费"));
    }

    @Test
    void neitherLogsNorOutcomesNorPrintsHoldTheSecret() {
        var log = (Logger) LoggerFactory.getLogger(Wire.class);
        var before = log.getLevel();
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.ALL);
        try {
            gateway.drops();
            gateway.drops();
            var silent = vendor(MarketplaceId.TAOBAO, false).fetch("1", "en");
            gateway.replies(200, """
                    {"reason":"secret=%s is wrong","error_code":"4013"}""".formatted(SECRET));
            var refused = vendor(MarketplaceId.TAOBAO, false).fetch("1", "en");
            var logged = lines.list.stream()
                    .map(line -> line.getFormattedMessage() + line.getThrowableProxy())
                    .collect(Collectors.joining("\n"));
            var http = new VendorHttp(settings(false), VendorShape.in(SHAPE), stall.wire, CLOCK);
            assertThat(logged).contains("vendor GET 127.0.0.1/taobao/item_get/");
            assertThat(List.of(logged, silent.toString(), refused.toString(), http.toString()))
                    .noneMatch(text -> text.contains(SECRET));
            assertThat(stall.wire.health("vendor").toString()).doesNotContain(SECRET);
        } finally {
            log.setLevel(before);
            log.detachAppender(lines);
        }
    }

    @Test
    void anotherVendorOfTheKindIsAnotherFile() throws IOException {
        var file = Files.createTempFile("vendor", ".properties");
        var shape = Files.readString(Path.of("src/main/resources/rules/marketplace/onebound.properties"))
                .replace("/{market}/item_get/?key={key}", "/v2/{market}/goods?token={key}")
                .replace("item = item", "item = data.goods")
                .replace("item.title = title", "item.title = names.cn")
                .replace("code.good = 0000", "code.good = 200");
        Files.writeString(file, shape);
        gateway.replies(200, """
                {"error_code":200,"data":{"goods":{"names":{"cn":"裙子"},"price":1.5}}}""");
        var http = new VendorHttp(settings(false), VendorShape.in(file.toUri().toString()), stall.wire, CLOCK);
        var offer = ((Fetched.Found) new Vendor(MarketplaceId.TAOBAO, http).fetch("1", "en")).offer();
        assertThat(gateway.asked.getFirst().path()).isEqualTo("/v2/taobao/goods");
        assertThat(offer.title()).isEqualTo(Words.chinese("裙子"));
    }

    @Test
    void aShapeThatIsNotThereOrLacksSomethingStopsTheStart() {
        assertThatThrownBy(() -> VendorShape.in("classpath:rules/marketplace/nobody.properties"))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> VendorShape.in(SHAPE).path("market.weidian"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void servesOnlyMarketplacesThatThereAre() {
        assertThat(settings(false).served()).containsExactlyInAnyOrder(MarketplaceId.TAOBAO, MarketplaceId.ALI1688);
        var odd = new VendorSettings(
                gateway.at(""), "k", "s", SHAPE, Set.of("ebay"), false, Duration.ZERO, Duration.ofSeconds(1));
        assertThatThrownBy(odd::served).hasMessageContaining("ebay");
    }
}
