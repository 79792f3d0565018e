package io.sampan.windows.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Offers;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Connector;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.ItemRef;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Offer.Sku;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.outside.marketplace.Words;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class StorefrontTest {
    static final String CSRF = "abcdefghijklmnopqrstuv";
    static final Cookie BERLIN = new Cookie("look", "en-DE-EUR");

    /** Two marketplaces are set up, and busy whenever they are asked; the others are not. */
    @TestConfiguration(proxyBeanMethods = false)
    static class BusyMarketplaces {
        @Bean
        ShelfMarketplace ali1688() {
            return busy(MarketplaceId.ALI1688);
        }

        @Bean
        Connector taobao() {
            return busy(MarketplaceId.TAOBAO);
        }

        private static ShelfMarketplace busy(MarketplaceId id) {
            var shelf = new ShelfMarketplace(id);
            shelf.fetching = item -> new Fetched.Later(Duration.ofMinutes(1), "busy");
            return shelf;
        }
    }

    @Autowired
    MockMvc shop;

    @Autowired
    @Qualifier("ali1688")
    ShelfMarketplace ali1688;

    @Autowired
    Catalog catalog;

    @Autowired
    Clock clock;

    @Test
    void aPersonSignsUpAndOutAndInAgain() throws Exception {
        var email = "mara." + UUID.randomUUID() + "@example.org";
        var session = shop.perform(form("/sign-up")
                        .param("email", email)
                        .param("password", "a long pass phrase")
                        .param("next", "/help"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/help"))
                .andExpect(cookie().httpOnly("sid", true))
                .andReturn()
                .getResponse()
                .getCookie("sid");
        shop.perform(get("/help").cookie(session)).andExpect(content().string(containsString("href=\"/account\"")));
        shop.perform(form("/sign-out").cookie(session)).andExpect(cookie().maxAge("sid", 0));
        shop.perform(get("/help").cookie(session))
                .andExpect(content().string(not(containsString("href=\"/account\""))));
        shop.perform(form("/sign-in").param("email", email).param("password", "a long pass phrase"))
                .andExpect(status().isSeeOther())
                .andExpect(cookie().exists("sid"));
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailAreAnsweredAlike() throws Exception {
        var email = "lin." + UUID.randomUUID() + "@example.org";
        shop.perform(form("/sign-up").param("email", email).param("password", "a long pass phrase"));
        var wrong = page(form("/sign-in").param("email", email).param("password", "another pass phrase"), 422);
        var unknown = page(form("/sign-in").param("email", "x" + email).param("password", "another pass phrase"), 422);
        assertThat(wrong).contains("Email or password is not right").isEqualTo(unknown.replace("x" + email, email));
    }

    @Test
    void badInputIsExplainedInBothLanguagesAndTheEmailIsKept() throws Exception {
        var english = page(form("/sign-up").param("email", "mara at home").param("password", "short"), 422);
        assertThat(english).contains("does not look like an email", "at least 10 characters", "value=\"mara at home\"");
        var chinese = page(
                form("/sign-up")
                        .param("email", "<b>")
                        .param("password", "short")
                        .header("Accept-Language", "zh"),
                422);
        assertThat(chinese).contains("这不像是邮箱地址", "请使用至少 10 个字符", "value=\"&lt;b>\"");
    }

    @Test
    void pastedLinksLeadToTheirProductAndWordsToTheSearch() throws Exception {
        found("https://detail.1688.com/offer/620201390233.html?spm=a1", "/p/1688/620201390233");
        found("【淘宝】看这个 https://item.taobao.com/item.htm?id=654321987 点击链接", "/p/taobao/654321987");
        found("blue teapot", "/search?q=blue+teapot");
        found("https://detail.tmall.com/item.htm?id=881280651752", "/p/taobao/881280651752");
        found("item.taobao.com/item.htm?id=654321987", "/p/taobao/654321987");
        found("  ", "/");
    }

    @Test
    void whatCannotBeBoughtIsExplained() throws Exception {
        assertThat(page(
                        get("/find").param("q", "【京东】https://item.jd.com/100012043978.html?utm_source=app 「马克杯 <大号>」"),
                        200))
                .contains("We cannot buy at JD yet", "马克杯 &lt;大号&gt;", "Search for it by its name")
                .contains("href=\"/search?q=%E9%A9%AC%E5%85%8B%E6%9D%AF+%3C%E5%A4%A7%E5%8F%B7%3E\"")
                .contains("href=\"https://item.jd.com/100012043978.html\"")
                .doesNotContain("href=\"https://item.jd.com/100012043978.html?utm_source");
        assertThat(page(get("/find").param("q", "https://www.goofish.com/item?id=1045171414271"), 200))
                .contains("We cannot buy at Xianyu yet");
        assertThat(page(get("/find").param("q", "【淘宝】https://e.tb.cn/h.71ENK0ASa7KFQQ2?tk=GeU CZ321 「开发板」"), 200))
                .contains("We could not follow this short link", "It belongs to Taobao", "开发板");
        assertThat(page(get("/find").param("q", "复制 ￥3fgHJk89abc￥").header("Accept-Language", "zh"), 200))
                .contains("这是淘口令");
        assertThat(page(get("/find").param("q", "https://example.org/thing"), 200))
                .contains("We do not know this link");
        assertThat(page(get("/find").param("q", "https://example.org/thing\"><script>alert(1)</script>"), 200))
                .doesNotContain("<script>alert")
                .doesNotContain("href=\"https://example.org");
    }

    @Test
    void theProductPageNamesEveryPartOfThePriceAtTheDoor() throws Exception {
        var item = record(12);
        var page = page(get("/p/1688/" + item.itemId()).cookie(BERLIN), 200);
        assertThat(page)
                .contains(
                        "Striped mug",
                        "条纹马克杯",
                        "At your door · Germany",
                        "CN¥18.50 each at 1688",
                        "Freight to you",
                        "Import tax")
                .contains("name=\"skuId\" value=\"red-s\"", "action=\"/cart/lines\"")
                .contains("href=\"/p/1688/" + item.itemId() + "?sku=blue-s&amp;n=1\"");
        assertThat(page.replaceAll("(?s).*<dl class=\"sums\">(.*?)</dl>.*", "$1"))
                .contains("€");
        var chinese = page(get("/p/1688/" + item.itemId()).cookie(new Cookie("look", "zh-DE-EUR")), 200);
        assertThat(chinese)
                .contains("<h1 lang=\"zh-Hans\">条纹马克杯", "到手价 · 德国", "国际运费")
                .doesNotContain("part.", "landed.note");
    }

    @Test
    void aVariantIsChosenByALinkAlone() throws Exception {
        var item = record(12);
        var page = page(get("/p/1688/" + item.itemId() + "?sku=blue-s&n=3").cookie(BERLIN), 200);
        assertThat(page)
                .contains("name=\"skuId\" value=\"blue-s\"", "CN¥21.00 each", "name=\"quantity\" type=\"number\"");
        assertThat(page(
                        get("/p/1688/" + item.itemId() + "?sku=no-such&n=-3&line=%00")
                                .cookie(BERLIN),
                        200))
                .contains("name=\"skuId\" value=\"red-s\"");
    }

    @Test
    void aPriceThatIsNotBelievedIsNoPriceYetAndCannotBePutIntoTheCart() throws Exception {
        var item = record(12);
        catalog.record(offer(item, 12, clock.instant(), 9_999_900, 8_888_800));
        var page = page(get("/p/1688/" + item.itemId()).cookie(BERLIN), 200).replaceAll("(?s)id=\"similar\".*", "");
        assertThat(page)
                .contains("Striped mug", "No price yet", "We are checking it", "href=\"/help\"")
                .doesNotContain("99,999", "99999", "18.50", "action=\"/cart/lines\"", "We cannot bring this to you");
        assertThat(page(get("/p/1688/" + item.itemId()).cookie(new Cookie("look", "zh-DE-EUR")), 200))
                .contains("暂无价格", "我们正在核实");
        shop.perform(form("/cart/lines")
                        .param("marketplace", "1688")
                        .param("itemId", item.itemId())
                        .param("skuId", "red-s")
                        .param("quantity", "2"))
                .andExpect(header().string("Location", "/cart?said=no-price"));
    }

    @Test
    void whatLiesInTheCartAndLosesItsPriceIsNotOrderedAndShowsNone() throws Exception {
        var item = record(12);
        var cart = Objects.requireNonNull(shop.perform(form("/cart/lines")
                        .param("marketplace", "1688")
                        .param("itemId", item.itemId())
                        .param("skuId", "red-s")
                        .param("quantity", "2"))
                .andReturn()
                .getResponse()
                .getCookie("cart"));
        assertThat(page(get("/cart").cookie(cart, BERLIN), 200)).contains("CN¥18.50");
        catalog.record(offer(item, 12, clock.instant(), 185_000, 210_000));
        assertThat(page(get("/cart").cookie(cart, BERLIN), 200))
                .contains("No price yet: what the marketplace names does not look right")
                .doesNotContain("1,850", "CN¥18.50");
    }

    @Test
    void whatIsSoldOutCannotBePutIntoTheCart() throws Exception {
        var item = record(0);
        assertThat(page(get("/p/1688/" + item.itemId()).cookie(BERLIN), 200))
                .contains("Not available now")
                .doesNotContain("action=\"/cart/lines\"");
    }

    @Test
    void whatOnlyShowsAPriceIsOrderedInWords() throws Exception {
        var mug = Offers.dress(Long.toString(System.nanoTime()))
                .titled("手工茶杯", "Handmade cup")
                .costing(2500)
                .withoutVariants();
        catalog.record(mug.seen(clock.instant()));
        var path = "/p/1688/" + mug.item().itemId();
        assertThat(page(get(path).cookie(BERLIN), 200))
                .contains("We buy this by hand", "from CN¥25.00 each at 1688", "At your door · Germany")
                .contains("name=\"skuId\" value=\"described\"", "name=\"remark\"", "Which one?");
        var add = form("/cart/lines")
                .cookie(BERLIN)
                .param("marketplace", "1688")
                .param("itemId", mug.item().itemId())
                .param("skuId", "described")
                .param("quantity", "1");
        assertThat(location(add)).isEqualTo("/cart?said=undescribed");
        var added =
                shop.perform(add.param("remark", "the blue one")).andReturn().getResponse();
        assertThat(added.getHeader("Location")).isEqualTo("/cart?said=added");
        assertThat(page(get("/cart").cookie(BERLIN).cookie(added.getCookie("cart")), 200))
                .contains("Handmade cup", "the blue one", "each at least, in China");
    }

    @Test
    void whatIsGoneOrUnknownIsSaidHonestly() throws Exception {
        var item = record(12);
        catalog.gone(item, "fake");
        assertThat(page(get("/p/1688/" + item.itemId()), 410)).contains("No longer sold", "Striped mug");
        assertThat(page(get("/p/1688/999999999999"), 503)).contains("We could not look at it just now", "Try again");
        shop.perform(get("/p/ebay/1")).andExpect(status().isNotFound());
        shop.perform(get("/p/1688/a.b")).andExpect(status().isNotFound());
    }

    @Test
    void homeAndSearchSpeakBothLanguagesAndWithstandOddQuestions() throws Exception {
        record(12);
        assertThat(page(get("/").cookie(BERLIN), 200)).contains("One honest price", "at your door");
        assertThat(page(get("/?lang=zh"), 200)).contains("一口价送到家");
        assertThat(page(get("/search?q=mug&market=nowhere&cat=x&min=abc&max=99999999&sort=odd&page=-1"), 200))
                .contains("Sort and price");
        assertThat(page(get("/search?q=" + "x".repeat(500)), 200)).contains("Nothing found");
        assertThat(page(get("/search?q=mug"), 200))
                .contains("market=1688", "market=taobao")
                .doesNotContain("market=jd", "market=weidian");
        assertThat(page(get("/search").param("q", "<img src=x onerror=alert(1)>"), 200))
                .doesNotContain("<img src=x");
    }

    @Test
    void anOrderAndAnAddressAreThereForTheirOwnerOnly() throws Exception {
        var item = record(12);
        var mara = signUp();
        var stranger = signUp();
        live(mara);
        assertThat(location(line("/cart/lines", item, 2).cookie(mara, BERLIN))).isEqualTo("/cart?said=added");
        var checkout = page(get("/checkout").cookie(mara, BERLIN), 200);
        assertThat(checkout).contains("Price checked").doesNotContain("days ago");
        answers(item, 12);
        var placing = form("/checkout").cookie(mara, BERLIN).param("tolerance", "5");
        for (var field : List.of("token", "address", "line", "seenMinor", "seenCart", "seenCurrency")) {
            placing.param(field, value(checkout, field));
        }
        var said = location(placing);
        assertThat(said).startsWith("/orders/SP-").isEqualTo(location(placing));
        var order = said.substring(0, said.indexOf('?'));
        assertThat(page(get(order).cookie(mara), 200)).contains("Invalidenstraße 117", "Not paid yet");
        assertThat(page(get(order).cookie(stranger), 404)).doesNotContain("Invalidenstraße");
        page(form(order + "/cancel").cookie(stranger), 404);
        page(form(order + "/pay").cookie(stranger), 404);
        var address = "/account/addresses/" + value(checkout, "address");
        assertThat(page(get(address).cookie(mara), 200)).contains("Invalidenstraße 117");
        page(get(address).cookie(stranger), 404);
        shop.perform(form(address + "/remove").cookie(stranger));
        page(get(address).cookie(mara), 200);
        shop.perform(get(order)).andExpect(header().string("Location", "/sign-in?next=" + order.replace("/", "%2F")));
        assertThat(page(get("/orders").cookie(mara), 200))
                .contains("<strong>Striped mug</strong>", "https://cbu01.alicdn.com/1.jpg");
        assertThat(location(form(order + "/cancel").cookie(mara))).endsWith("?said=cancelled-unpaid");
        assertThat(page(get(order).cookie(mara), 200))
                .contains("You cancelled this order. Nothing was taken from you.")
                .doesNotContain("refunded");
    }

    @Test
    void wordsForTheSellerGoAlongFromTheCartToTheOrder() throws Exception {
        var item = record(12);
        var mara = signUp();
        live(mara);
        location(line("/cart/lines", item, 1).cookie(mara, BERLIN));
        var words = "please the darker blue";
        assertThat(location(
                        line("/cart/lines/change", item, 2).cookie(mara, BERLIN).param("remark", words)))
                .isEqualTo("/cart?said=changed");
        assertThat(page(get("/cart").cookie(mara, BERLIN), 200))
                .contains("name=\"remark\" value=\"" + words + "\" maxlength=\"200\"", "max=\"999\" value=\"2\"");
        var checkout = page(get("/checkout").cookie(mara, BERLIN), 200);
        assertThat(checkout).contains("<q>" + words + "</q>");
        answers(item, 12);
        assertThat(page(get(ordered(checkout, mara)).cookie(mara), 200)).contains("<q>" + words + "</q>");
        assertThat(location(
                        line("/cart/lines/change", item, 1).cookie(mara, BERLIN).param("remark", "x".repeat(201))))
                .isEqualTo("/cart?said=malformed");
    }

    @Test
    void whatTheMarketplaceCannotConfirmIsNotOrdered() throws Exception {
        var item = record(12);
        var mara = signUp();
        live(mara);
        location(line("/cart/lines", item, 1).cookie(mara, BERLIN));
        var checkout = page(get("/checkout").cookie(mara, BERLIN), 200);
        var placing = form("/checkout").cookie(mara, BERLIN).param("tolerance", "5");
        for (var field : List.of("token", "address", "line", "seenMinor", "seenCart", "seenCurrency")) {
            placing.param(field, value(checkout, field));
        }
        assertThat(page(placing, 200)).contains("Nothing was ordered and nothing was paid");
        assertThat(page(get("/orders").cookie(mara), 200)).doesNotContain("SP-");
    }

    @Test
    void thePriceOfAProductIsToldOverTime() throws Exception {
        var item = record(12);
        var prices = page(get("/p/1688/" + item.itemId() + "/prices").cookie(BERLIN), 200);
        assertThat(prices).contains("Striped mug", "First seen", "CN¥18.50");
        page(get("/p/1688/999999999999/prices"), 404);
    }

    @Test
    void whereNoLineGoesTheReasonIsTold() throws Exception {
        var item = record(12);
        assertThat(page(get("/p/1688/" + item.itemId() + "?n=900").cookie(BERLIN), 200))
                .contains("We cannot bring this to you now (Germany)")
                .containsPattern("Express carries at most [0-9,]+ grams.")
                .containsPattern("Economy carries at most [0-9,]+ grams.");
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws Exception {
        var email = "far." + UUID.randomUUID() + "@example.org";
        var who = form("/sign-up").param("email", email).param("password", "a long pass phrase");
        var here = session(who);
        var there = session(form("/sign-in").param("email", email).param("password", "a long pass phrase"));
        shop.perform(form("/account/sign-out-everywhere").cookie(here))
                .andExpect(header().string("Location", "/sign-in"))
                .andExpect(cookie().maxAge("sid", 0));
        shop.perform(get("/account").cookie(there)).andExpect(status().isSeeOther());
    }

    /** Before something is ordered its marketplace is asked in any case. */
    private void answers(ItemRef item, int stock) {
        ali1688.fetching = id -> id.equals(item.itemId())
                ? new Fetched.Found(offer(item, stock, clock.instant()))
                : new Fetched.Later(Duration.ofMinutes(1), "busy");
    }

    private String ordered(String checkout, Cookie who) throws Exception {
        var placing = form("/checkout").cookie(who, BERLIN).param("tolerance", "5");
        for (var field : List.of("token", "address", "line", "seenMinor", "seenCart", "seenCurrency")) {
            placing.param(field, value(checkout, field));
        }
        return location(placing);
    }

    private void live(Cookie who) throws Exception {
        location(form("/account/addresses")
                .cookie(who)
                .param("recipient", "Mara Beispiel")
                .param("phone", "+49 30 1234567")
                .param("street", "Invalidenstraße 117")
                .param("postcode", "10115")
                .param("city", "Berlin")
                .param("country", "DE"));
    }

    private static MockHttpServletRequestBuilder line(String path, ItemRef item, int quantity) {
        return form(path)
                .param("marketplace", "1688")
                .param("itemId", item.itemId())
                .param("skuId", "red-s")
                .param("quantity", Integer.toString(quantity));
    }

    private Cookie session(MockHttpServletRequestBuilder signing) throws Exception {
        return Objects.requireNonNull(
                shop.perform(signing).andReturn().getResponse().getCookie("sid"));
    }

    private Cookie signUp() throws Exception {
        var email = "p" + UUID.randomUUID() + "@example.org";
        return session(form("/sign-up").param("email", email).param("password", "a long pass phrase"));
    }

    private String location(MockHttpServletRequestBuilder request) throws Exception {
        return shop.perform(request)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
    }

    private static String value(String page, String field) {
        return page.replaceAll("(?s).*name=\"" + field + "\" value=\"([^\"]*)\".*", "$1");
    }

    private void found(String pasted, String path) throws Exception {
        shop.perform(get("/find").param("q", pasted))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", allOf(containsString(path))));
    }

    private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        return shop.perform(request)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    static MockHttpServletRequestBuilder form(String path) {
        return post(path).cookie(new Cookie("csrf", CSRF)).param("_csrf", CSRF);
    }

    private ItemRef record(int stock) {
        var item = new ItemRef(MarketplaceId.ALI1688, Long.toString(System.nanoTime()));
        // Known since long ago, and confirmed just now.
        catalog.record(offer(item, stock, clock.instant().minus(Duration.ofDays(3))));
        catalog.record(offer(item, stock, clock.instant()));
        return item;
    }

    private static Offer offer(ItemRef item, int stock, Instant seenAt) {
        return offer(item, stock, seenAt, 1850, 2100);
    }

    private static Offer offer(ItemRef item, int stock, Instant seenAt, long redFen, long blueFen) {
        return new Offer(
                item,
                new Words("条纹马克杯", Map.of("en", "Striped mug")),
                URI.create("https://detail.1688.com/offer/" + item.itemId() + ".html"),
                new Offer.Shop("shop-1", "景德镇瓷器"),
                new Offer.Category("mug", List.of(new Words("马克杯", Map.of("en", "Mugs")))),
                List.of(URI.create("https://cbu01.alicdn.com/1.jpg"), URI.create("https://cbu01.alicdn.com/2.jpg")),
                List.of(attribute("材质", "Material", "陶瓷", "Ceramic")),
                List.of(),
                List.of(sku("red-s", "红色", "Red", redFen, stock), sku("blue-s", "蓝色", "Blue", blueFen, stock)),
                1,
                420,
                null,
                null,
                Set.of(),
                Offer.Availability.ON_SALE,
                120,
                "fake",
                seenAt);
    }

    static Sku sku(String id, String chinese, String english, long fen, int stock) {
        return new Sku(id, id, List.of(attribute("颜色", "Colour", chinese, english)), Money.fen(fen), stock, null);
    }

    static Attribute attribute(String name, String englishName, String value, String english) {
        return new Attribute(new Words(name, Map.of("en", englishName)), new Words(value, Map.of("en", english)));
    }
}
