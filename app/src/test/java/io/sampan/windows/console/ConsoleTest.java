package io.sampan.windows.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Offers;
import io.sampan.browse.freshness.Freshness;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderNews;
import io.sampan.buy.ordering.OrderRoom;
import io.sampan.buy.ordering.OrderState;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.Purchases;
import io.sampan.deliver.warehouse.Item;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.deliver.warehouse.WarehouseRoom;
import io.sampan.ground.database.TestDatabase;
import io.sampan.ground.database.Transactions;
import io.sampan.help.reconciliation.Reconciliation;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.wire.Wire;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Sessions;
import io.sampan.people.identity.SignedUp;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Every page of the console with real rows, as an operator's browser asks for it. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class ConsoleTest {
    /** A marketplace that no other test speaks of, so that its quota can be seen. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SourceWithAQuota {
        @Bean
        ShelfMarketplace pinduoduo() {
            return new ShelfMarketplace(MarketplaceId.PINDUODUO, "shelf");
        }
    }

    static final String CSRF = "abcdefghijklmnopqrstuv";
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final WarehouseRoom ROOM = new WarehouseRoom(new OrderRoom(DATABASE));

    @Autowired
    Wire wire;

    @Autowired
    MockMvc shop;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Catalog catalog;

    @Autowired
    Freshness freshness;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Purchases purchases;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Transactions transactions;

    Cookie operator = new Cookie("sid", "");

    @DynamicPropertySource
    static void sameDatabase(DynamicPropertyRegistry settings) {
        DATABASE.asSettings().forEach((name, value) -> settings.add(name, () -> value));
        // The room lives by a clock of its own: to the app's caretaker its orders would have lapsed long ago.
        settings.add("sampan.ordering.tend-every", () -> "10h");
    }

    @BeforeEach
    void signIn() {
        var email = "operator." + UUID.randomUUID() + "@example.org";
        var appointed = (SignedUp.Welcome) accounts.appointOperator(email, "a long pass phrase");
        operator = new Cookie("sid", sessions.open(appointed.account().id()));
    }

    @Test
    void onlyOperatorsFindIt() throws Exception {
        var paths = List.of(
                "",
                "/orders",
                "/purchases",
                "/requests",
                "/receiving",
                "/packing",
                "/parcels",
                "/freight",
                "/money",
                "/reconciliation",
                "/marketplaces",
                "/prices");
        var shopper = (SignedUp.Welcome)
                accounts.signUp("shopper." + UUID.randomUUID() + "@example.org", "a long pass phrase", "en", "here");
        var session = new Cookie("sid", sessions.open(shopper.account().id()));
        for (var path : paths) {
            shop.perform(get("/console" + path)).andExpect(status().isSeeOther());
            shop.perform(get("/console" + path).cookie(session)).andExpect(status().isNotFound());
            see("/console" + path);
        }
        shop.perform(post("/console/receiving").cookie(session, csrf()).param("_csrf", CSRF))
                .andExpect(status().isNotFound());
        shop.perform(post("/console/receiving").cookie(operator).param("waybill", "ZTO1"))
                .andExpect(status().isForbidden());
    }

    @Test
    void showsEveryNumberOfAFreight() throws Exception {
        var parcel = "/console/freight?country=DE&grams=1200&length=300&width=200&height=100";
        // 1.2 kg by weight and by volume, billed 1.5 kg: 118 + 2 × 39, fuel 12 %, handling 30.
        assertThat(page(parcel)).contains("118.00", "78.00", "23.52", "30.00", "249.52", "On the scales");
        assertThat(page(parcel + "&kind=BATTERY"))
                .contains("264.52", "Surcharge for such goods", "Does not carry such goods.");
        assertThat(page("/console/freight?country=DE&grams=heavy&length=300&width=200&height=100"))
                .contains("heavy", "aria-invalid=\"true\"")
                .doesNotContain("reckoned");
        assertThat(page("/console/freight?country=AQ&grams=1200&length=300&width=200&height=100"))
                .contains("No line goes to Antarctica today.");
    }

    private String page(String path) throws Exception {
        return see(path).andReturn().getResponse().getContentAsString();
    }

    @Test
    void whatDoesNotAgreeIsShownAndSetAside() throws Exception {
        var payment = UUID.randomUUID();
        DATABASE.jdbc().sql("""
                        INSERT INTO payment.payment (id, subject, purpose, gateway, method, minor, currency, description, success, cancel, locale, state,
                            closed_why, created_at, changed_at)
                        VALUES (?, ?, 'order', 'stripe', 'card', 100, 'EUR', 'x', 'https://a.example', 'https://a.example', 'en', 'CLOSED', 'x',
                            now() - interval '2 days', now() - interval '2 days')""").params(payment, UUID.randomUUID()).update();
        assertThat(reconciliation.run()).isPresent();
        var words = "A payment belongs to no order.";
        see("/console").andExpect(content().string(containsString(words)));
        see("/console/reconciliation")
                .andExpect(content().string(containsString(words)))
                .andExpect(content().string(containsString("<rect class=\"found\"")))
                .andExpect(content().string(containsString("value=\"payment-of-no-order:" + payment + "\"")));
        see("/console/reconciliation?lang=zh").andExpect(content().string(containsString("付款不属于任何订单。")));
        see("/console/reconciliation?lang=en");
        send("/console/reconciliation/repair", "key", "payment-of-no-order:" + payment)
                .andExpect(header().string("Location", "/console/reconciliation?said=nothing-to-repair"));
        send("/console/reconciliation/aside", "key", "payment-of-no-order:" + payment, "why", "")
                .andExpect(header().string("Location", "/console/reconciliation?said=say-why"));
        send("/console/reconciliation/aside", "key", "payment-of-no-order:" + payment, "why", "a test")
                .andExpect(header().string("Location", "/console/reconciliation?said=set-aside"));
        see("/console").andExpect(content().string(not(containsString(words))));
        see("/console/reconciliation?said=set-aside").andExpect(content().string(containsString("a test")));
        send("/console/reconciliation/run")
                .andExpect(header().string("Location", startsWith("/console/reconciliation?said=comparing")));
    }

    @Test
    void showsWhatWasProvenOfEachConnector() throws Exception {
        see("/console/marketplaces").andExpect(content().string(containsString("href=\"/console/connectors\"")));
        see("/console/connectors")
                .andExpect(content().string(containsString("1688 cross-border")))
                .andExpect(content().string(containsString("Asking for money back")))
                .andExpect(content().string(containsString("pays once however often it is asked")))
                .andExpect(content().string(containsString("id=\"losses\"")))
                .andExpect(content().string(containsString("result.result.mainVideo")));
    }

    @Test
    void aHeldPriceIsSeenWithItsReasonAndReleasedOrKept() throws Exception {
        var dress = Offers.dress("console-price").costing(9_999_900);
        catalog.record(dress.seen(Instant.now()));
        see("/console").andExpect(content().string(containsString("href=\"/console/prices\"")));
        see("/console/prices")
                .andExpect(content()
                        .string(allOf(
                                containsString("data-item=\"1688/console-price\""),
                                containsString("No price yet, says the seller"),
                                containsString("99,999.00"))));
        var path = "/console/prices/1688/console-price";
        send(path, "minor", "9999900", "currency", "CNY", "word", "keep")
                .andExpect(header().string("Location", "/console/prices?said=price-kept"));
        assertThat(catalog.find(dress.item()).orElseThrow().priceFrom()).isEmpty();
        see("/console/prices").andExpect(content().string(containsString("Kept by operator.")));
        send(path, "minor", "9999900", "currency", "CNY", "word", "release")
                .andExpect(header().string("Location", "/console/prices?said=price-released"));
        assertThat(catalog.find(dress.item()).orElseThrow().priceFrom()).contains(Money.fen(9_999_900));
        see("/console/prices").andExpect(content().string(not(containsString("data-item=\"1688/console-price\""))));
        send(path, "minor", "x", "currency", "CNY").andExpect(status().isNotFound());
        send("/console/prices/1688/nobodyKnowsIt", "minor", "1", "currency", "CNY", "word", "release")
                .andExpect(header().string("Location", "/console/prices?said=not-now"));
    }

    @Test
    void aThingGoesFromTheCounterToTheParcel() throws Exception {
        var order = ROOM.bought(1);
        var waybill = "YT" + order.number();
        ROOM.told(order, waybill, order.lines().getFirst());
        see("/console").andExpect(content().string(containsString("data-waybill=\"" + waybill + "\"")));

        var item = ROOM.item(order, 0);
        var path = "/console/items/" + item.id();
        send("/console/receiving", "waybill", " " + waybill.toLowerCase() + " ")
                .andExpect(header().string("Location", path + "?said=received"));
        see(path).andExpect(content().string(containsString("id=\"photograph\"")));
        see("/console").andExpect(content().string(containsString("href=\"" + path + "\"")));
        send("/console/receiving", "waybill", waybill)
                .andExpect(header().string("Location", path + "?said=received-before"));

        send(path + "/accept").andExpect(header().string("Location", path + "?said=lacking-both"));
        shop.perform(form(multipart(path + "/photos"))).andExpect(header().string("Location", path + "?said=no-photo"));
        photograph(item).andExpect(header().string("Location", path + "?said=photographed"));
        see(path + "?said=photographed").andExpect(content().string(containsString("Photo kept.")));
        send(path + "/check", "grams", "60O", "length", "300", "width", "200", "height", "50")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"60O\"")))
                .andExpect(content().string(containsString("value=\"300\"")))
                .andExpect(content().string(containsString("Whole numbers: 1 to 100,000 g")));
        send(path + "/check", "grams", "600", "length", "300", "width", "200", "height", "50", "then", "accept")
                .andExpect(header().string("Location", "/console/packing/" + order.number() + "?said=accepted-pack"));

        see("/console/packing")
                .andExpect(content().string(containsString("href=\"/console/packing/" + order.number())));
        see("/console/packing/" + order.number()).andExpect(content().string(containsString("id=\"pack\"")));
        send("/console/packing/" + order.number(), "grams", "900", "length", "", "width", "200", "height", "100")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"900\"")));
        var packed = send(
                        "/console/packing/" + order.number(),
                        "grams",
                        "900",
                        "length",
                        "320",
                        "width",
                        "220",
                        "height",
                        "100")
                .andExpect(header().string("Location", startsWith("/console/parcels/")))
                .andReturn();
        var parcel = String.valueOf(packed.getResponse().getHeader("Location"));
        see(parcel).andExpect(content().string(containsString("Packed. The carrier is being asked")));
        send("/console/packing/" + order.number(), "grams", "901", "length", "320", "width", "220", "height", "100")
                .andExpect(header().string("Location", parcel.replace("said=packed", "said=packed-before")));
        story(ROOM.room.now(order))
                .andExpect(content().string(containsString("/console/photos/")))
                .andExpect(content().string(containsString("class=\"zero\"")))
                .andExpect(content().string(containsString("the same to the cent")));
    }

    @Test
    void whatIsWrongIsSentBackWithAReason() throws Exception {
        var order = ROOM.bought(2);
        ROOM.told(order, "JD" + order.number(), order.lines().toArray(io.sampan.buy.ordering.OrderLine[]::new));
        send("/console/receiving", "waybill", "JD" + order.number())
                .andExpect(header().string(
                                "Location", "/console/receiving?parcel=JD" + order.number() + "&said=received"));
        see("/console/receiving?parcel=JD" + order.number())
                .andExpect(content()
                        .string(containsString(
                                "/console/items/" + ROOM.item(order, 1).id())));
        var path = "/console/items/" + ROOM.item(order, 0).id();
        send(path + "/reject", "defect", "damaged", "words", " ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Say in a few words")));
        send(path + "/reject", "defect", "damaged", "words", "kaputt <b>")
                .andExpect(header().string(
                                "Location",
                                "/console/items/" + ROOM.item(order, 1).id() + "?said=rejected-next"));
        assertThat(ROOM.item(order, 0).state()).isInstanceOf(ItemState.Rejected.class);
        see(path)
                .andExpect(content().string(containsString("kaputt &lt;b&gt;")))
                .andExpect(content().string(not(containsString("id=\"accept\""))));
        send(path + "/reject", "defect", "damaged", "words", "again")
                .andExpect(header().string("Location", path + "?said=already"));
    }

    @Test
    void whatIsNoNumberIsSaidInTheOperatorsLanguage() throws Exception {
        shop.perform(form(post("/console/receiving"), "waybill", "??").header("Accept-Language", "zh-CN"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"??\"")))
                .andExpect(content().string(containsString("运单号为 4 至 40 位")));
        see("/console/orders?number=nothing").andExpect(content().string(containsString("SP-NOTHING")));
        shop.perform(get("/console/orders/SP-NOTHING").cookie(operator)).andExpect(status().isNotFound());
        shop.perform(get("/console/items/" + UUID.randomUUID()).cookie(operator))
                .andExpect(status().isNotFound());
        shop.perform(get("/console/parcels/no-id").cookie(operator)).andExpect(status().isBadRequest());
    }

    @Test
    void aStrangersParcelIsOfWhoeverGivesSuchNumbers() throws Exception {
        send("/console/receiving", "waybill", "YT8801234567891");
        see("/console/receiving?parcel=YT8801234567891")
                .andExpect(content().string(containsString("By its number it may be of YTO Express.")));
    }

    @Test
    void aParcelThatNobodyExpectedFindsItsOrder() throws Exception {
        var order = ROOM.bought(1);
        send("/console/receiving", "waybill", "ORPHAN" + order.number())
                .andExpect(header().string("Location", containsString("said=orphan")));
        see("/console").andExpect(content().string(containsString("parcel=ORPHAN" + order.number())));
        see("/console/receiving?parcel=ORPHAN" + order.number())
                .andExpect(content().string(containsString("id=\"assign\"")));
        send("/console/receiving/assign", "waybill", "ORPHAN" + order.number(), "number", "SP-NONONO")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No order has this number")));
        send(
                        "/console/receiving/assign",
                        "waybill",
                        "ORPHAN" + order.number(),
                        "number",
                        order.number().substring(3))
                .andExpect(header().string("Location", containsString("/console/items/")));
    }

    @Test
    void aPurchaseThatNoProgramCanMakeIsMadeByAPerson() throws Exception {
        var purchase = needingHuman();
        var path = "/console/purchases/" + purchase.id();
        see("/console").andExpect(content().string(containsString("href=\"" + path + "\"")));
        see("/console/purchases").andExpect(content().string(containsString("No program can buy this")));
        see(path)
                .andExpect(content().string(containsString("id=\"retry\"")))
                .andExpect(content().string(containsString("id=\"give-up\"")))
                .andExpect(content().string(containsString("href=\"https://detail.example/7\"")))
                .andExpect(content().string(containsString("颜色：红色")))
                .andExpect(content().string(containsString("广东省东莞市虎门镇样例路1号舢板仓库")))
                .andExpect(content().string(containsString(purchase.reference())));
        send(path + "/dearer", "dearer", "100")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("above what was agreed")));
        send(path + "/by-hand", "orders", "1688001", "total", "10", "freight", "11")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("no more than was paid")));
        send(path + "/by-hand", "orders", "1688001", "total", "12,345", "waybill", "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"1688001\"")))
                .andExpect(content().string(containsString("An amount such as 12.50")));
        send(path + "/by-hand", "orders", "1688" + System.nanoTime() + ", 16880002", "total", "108,00", "freight", "8")
                .andExpect(header().string("Location", path + "?said=bought-by-hand"));
        send(path + "/give-up").andExpect(header().string("Location", path + "?said=already"));
        see(path).andExpect(content().string(containsString("id=\"sent\"")));
        send(path + "/sent", "waybill", "??").andExpect(status().isUnprocessableContent());
        send(path + "/sent", "company", "顺丰速运", "waybill", "SF123456")
                .andExpect(header().string("Location", path + "?said=parcel-told"));
        see("/console/rails").andExpect(content().string(containsString("data-method=\"stripe.card\"")));
        see("/console/money").andExpect(content().string(containsString("balance zero")));
    }

    @Test
    void moneyIsGivenBackOncePerFormAndNeverMoreThanIsLeft() throws Exception {
        var order = ROOM.room.paid(List.of(new OrderRoom.Wanted(MarketplaceId.ALI1688, 1, 1, 1, 10_000)));
        story(order).andExpect(content().string(containsString("id=\"refund\"")));
        var path = "/console/orders/" + order.number();
        var key = UUID.randomUUID().toString();
        send(path + "/refund", "key", key, "amount", "99999", "reason", "late")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"late\"")))
                .andExpect(content().string(containsString(key)));
        send(path + "/refund", "key", "made up", "amount", "1,50", "reason", "late")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This form was not whole")));
        send(path + "/refund", "key", key, "amount", "1,50", "reason", "late")
                .andExpect(header().string("Location", path + "?said=refunded"));
        send(path + "/refund", "key", key, "amount", "1,50", "reason", "late")
                .andExpect(header().string("Location", path + "?said=already"));
        assertThat(ROOM.room.now(order).funds().givenBack().minor()).isEqualTo(150);
        send(path + "/cancel").andExpect(header().string("Location", path + "?said=cancelled"));
        send(path + "/cancel").andExpect(header().string("Location", path + "?said=already"));
        assertThat(ROOM.room.now(order).state()).isInstanceOf(OrderState.Cancelled.class);
        assertThat(ROOM.room.now(order).funds().left().isZero()).isTrue();
        send(path + "/refund", "key", UUID.randomUUID().toString(), "amount", "1,50", "reason", "late")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("More than is still held")));
        see("/console/orders?state=cancelled").andExpect(content().string(containsString(path)));
    }

    @Test
    void aDearerPurchaseIsTheShoppersToDecide() throws Exception {
        var purchase = needingHuman();
        var path = "/console/purchases/" + purchase.id();
        send(path + "/dearer", "dearer", "150,00").andExpect(header().string("Location", path + "?said=shopper-asked"));
        see("/console/orders?state=needs-shopper").andExpect(content().string(containsString("SP-")));
        send(path + "/dearer", "dearer", "160").andExpect(header().string("Location", path + "?said=already"));
    }

    @Test
    void howEachSourcesHourIsSpentIsSeen() throws Exception {
        freshness.mayAsk("shelf");
        see("/console/marketplaces")
                .andExpect(content().string(containsString("1 of 1,080, 1,079 left")))
                .andExpect(content().string(containsString("0 of 360, 360 left")));
        until("Keeping fresh", "A look must be worth");
    }

    @Test
    void whatAnAppMayCallAndWhoDoesNotWantToHearFromUsIsSeen() throws Exception {
        wire.keepAway("shelf", "item.get", Duration.ofMinutes(10), "ban will last for 600 more seconds");
        see("/console/marketplaces")
                .andExpect(content().string(containsString("Today 0 of the 500,000 calls that our app may make")))
                .andExpect(content().string(containsString("told to wait")))
                .andExpect(content().string(containsString("<code>item.get</code>")))
                .andExpect(content().string(containsString("ban will last for 600 more seconds")));
    }

    void until(String... words) throws Exception {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            var page = see("/console/marketplaces").andReturn().getResponse().getContentAsString();
            if (java.util.Arrays.stream(words).allMatch(page::contains)) {
                return;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new AssertionError("Never seen: " + List.of(words));
    }

    Purchase needingHuman() throws InterruptedException {
        catalog.record(Offers.dress("7").seen(Instant.parse("2026-11-22T12:00:00Z")));
        var order = ROOM.room.paid(List.of(new OrderRoom.Wanted(MarketplaceId.ALI1688, 7, 7, 1, 10_000)));
        transactions.run(() -> events.publishEvent(new OrderNews.OrderPaid(order.id())));
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            var found = purchases.needingHuman(10).stream()
                    .filter(purchase -> purchase.order().equals(order.id()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new AssertionError("No purchase needs a person: " + purchases.of(order.id()));
    }

    ResultActions story(Order order) throws Exception {
        return see("/console/orders/" + order.number()).andExpect(content().string(containsString(order.number())));
    }

    ResultActions see(String path) throws Exception {
        return shop.perform(get(java.net.URI.create(path)).cookie(operator)).andExpect(status().isOk());
    }

    ResultActions send(String path, String... namesAndValues) throws Exception {
        return shop.perform(form(post(path), namesAndValues));
    }

    ResultActions photograph(Item item) throws Exception {
        var photo = new MockMultipartFile("photo", "a.jpg", "image/jpeg", WarehouseRoom.picture());
        return shop.perform(
                form(multipart("/console/items/" + item.id() + "/photos").file(photo)));
    }

    <B extends AbstractMockHttpServletRequestBuilder<B>> B form(B request, String... namesAndValues) {
        request.cookie(operator, csrf()).param("_csrf", CSRF);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request;
    }

    static Cookie csrf() {
        return new Cookie("csrf", CSRF);
    }
}
