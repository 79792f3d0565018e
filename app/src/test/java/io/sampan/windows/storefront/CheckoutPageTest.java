package io.sampan.windows.storefront;

import static io.sampan.windows.storefront.StorefrontTest.BERLIN;
import static io.sampan.windows.storefront.StorefrontTest.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Offers;
import io.sampan.outside.marketplace.Fetched;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.ShelfMarketplace;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Sessions;
import io.sampan.people.identity.SignedUp;
import jakarta.servlet.http.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.MultiValueMap;

/** The last page before paying, when something happened since it was shown: it says what, and that nothing was ordered. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class CheckoutPageTest {
    static final Cookie BERLIN_IN_CHINESE = new Cookie("look", "zh-DE-EUR");

    /** 1688 is set up, and busy whenever it is asked, unless a test says otherwise. */
    @TestConfiguration(proxyBeanMethods = false)
    static class BusyMarketplace {
        @Bean
        ShelfMarketplace ali1688() {
            return new ShelfMarketplace(MarketplaceId.ALI1688);
        }
    }

    @Autowired
    ShelfMarketplace ali1688;

    @Autowired
    MockMvc shop;

    @Autowired
    Catalog catalog;

    @Autowired
    Clock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    Cookie mara;

    @BeforeEach
    void signUp() throws Exception {
        ali1688.fetching = item -> new Fetched.Later(Duration.ofMinutes(1), "busy");
        var somewhere = UUID.randomUUID().toString();
        var made = accounts.signUp("p" + somewhere + "@example.org", "a long pass phrase", "en", somewhere);
        mara = new Cookie(
                "sid", sessions.open(((SignedUp.Welcome) made).account().id()));
        keepAddress("DE");
    }

    @Test
    void saysThatTheMarketplaceDoesNotAnswerWhenOnlyTheLookBeforePayingFindsItOut() throws Exception {
        puts(Duration.ofSeconds(90));
        var fields = fields(page(get("/checkout")));
        assertThat(page(pay(fields)))
                .contains("could not check the price once more", "Nothing was ordered and nothing was paid")
                .contains("name=\"seenCart\"");
        assertThat(page(pay(fields), BERLIN_IN_CHINESE)).contains("无法再次核对价格");
    }

    @Test
    void saysThatNoLineGoesToAnAddressThatWasChangedInAnotherTab() throws Exception {
        puts(Duration.ZERO);
        var fields = fields(page(get("/checkout")));
        shop.perform(address("BR").param("id", fields.get("address"))).andExpect(status().isSeeOther());
        assertThat(page(pay(fields))).contains("No way to your country carries all of this");
    }

    @Test
    void saysThatTheCartIsAnotherAndThatItsAddressIsGone() throws Exception {
        puts(Duration.ZERO);
        var fields = fields(page(get("/checkout")));
        puts(Duration.ZERO);
        assertThat(page(pay(fields))).contains("Your cart has changed since you saw it");
        shop.perform(
                form("/account/addresses/" + fields.get("address") + "/remove").cookie(mara));
        assertThat(page(pay(fields)))
                .contains("no longer in your address book", "We need an address before we can name the exact price");
    }

    @Test
    void plansTheParcelsOfTheCart() throws Exception {
        assertThat(page(get("/cart/parcels"))).contains("nothing in your cart that has a price");
        puts(Duration.ZERO);
        assertThat(page(get("/cart"))).contains("href=\"/cart/parcels\"");
        assertThat(page(get("/cart/parcels")))
                .contains("Best in one parcel", "Economy", "Duty and tax", "never advise it")
                .doesNotContain("No way carries all of it");
        assertThat(page(get("/cart/parcels?within=10"))).contains("Express").doesNotContain("Economy");
        assertThat(page(get("/cart/parcels?within=1"))).contains("even alone");
        assertThat(page(get("/cart/parcels"), BERLIN_IN_CHINESE)).contains("最佳方案");
        shop.perform(get("/cart/parcels?within=abc").cookie(mara)).andExpect(status().is4xxClientError());
    }

    @Test
    void whoseSessionEndedSignsInAndComesBackToTheSameChoices() throws Exception {
        puts(Duration.ZERO);
        var fields = new HashMap<>(fields(page(get("/checkout?line=express"))));
        fields.put("tolerance", "10");
        var location = Objects.requireNonNull(shop.perform(form("/checkout").params(of(fields)))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        assertThat(location).startsWith("/sign-in?next=");
        var next = URLDecoder.decode(location.substring("/sign-in?next=".length()), StandardCharsets.UTF_8);
        assertThat(next).startsWith("/checkout?");
        assertThat(page(get(next)))
                .contains("name=\"line\" value=\"express\"", "name=\"tolerance\" value=\"10\" checked")
                .contains("name=\"address\" value=\"" + fields.get("address"));
    }

    @Test
    void whoComesBackFromThePaymentPageIsLedToTheOrderThatWaits() throws Exception {
        var dress = puts(Duration.ZERO);
        ali1688.fetching = item -> new Fetched.Found(dress.seen(clock.instant()));
        var fields = fields(page(get("/checkout")));
        var order = location(pay(fields));
        assertThat(order).as("no gateway is set up here, and the order says it").endsWith("?said=not-now");
        var path = order.substring(0, order.indexOf('?'));
        assertThat(page(get(order))).contains("Our payment partner does not answer just now");
        assertThat(location(get("/checkout").cookie(mara, BERLIN))).isEqualTo("/cart");
        assertThat(page(get("/cart"))).contains("Your cart is empty", "placed and not paid yet", "href=\"" + path);
        var again = new HashMap<>(fields);
        again.put("token", UUID.randomUUID().toString());
        assertThat(location(pay(again))).isEqualTo("/cart?said=not-ordered");
        assertThat(page(get("/cart?said=not-ordered"))).contains("Nothing was ordered", "href=\"" + path);
        shop.perform(form(path + "/cancel").cookie(mara)).andExpect(status().isSeeOther());
        assertThat(page(get("/cart"))).doesNotContain("placed and not paid yet");
    }

    @ParameterizedTest
    @CsvSource({
        "token,",
        "token,abc",
        "address,abc",
        "line,",
        "line,<b>",
        "seenMinor,abc",
        "seenMinor,",
        "seenCart,",
        "tolerance,",
        "tolerance,7",
        "tolerance,x"
    })
    void whatThePageNeverSendsIsAnsweredWithAPage(String field, String value) throws Exception {
        puts(Duration.ZERO);
        var fields = new HashMap<>(fields(page(get("/checkout"))));
        fields.remove(field);
        if (value != null) {
            fields.put(field, value);
        }
        shop.perform(pay(fields))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));
    }

    @ParameterizedTest
    @CsvSource({"XXX", "ZZZ", "XAU", "USD", "''"})
    void aPriceInAnotherCurrencyThanThePageShowsIsShownAnew(String currency) throws Exception {
        puts(Duration.ZERO);
        var fields = new HashMap<>(fields(page(get("/checkout"))));
        fields.put("seenCurrency", currency);
        assertThat(page(pay(fields))).contains("The price has changed since you saw it");
    }

    @ParameterizedTest
    @CsvSource({
        "/cart/lines, abc",
        "/cart/lines, ''",
        "/cart/lines, 9999999999",
        "/cart/lines, -1",
        "/cart/lines/change, abc",
        "/cart/lines/change, ''",
        "/cart/lines/change, 9999999999"
    })
    void whatIsNoNumberOfPiecesIsSaidInTheCart(String path, String quantity) throws Exception {
        var sent = line(path).param("skuId", "k1").param("quantity", quantity);
        assertThat(location(sent)).isEqualTo("/cart?said=malformed");
        assertThat(page(get("/cart?said=malformed"))).contains("That is not a number of pieces");
    }

    @Test
    void aLineThatNamesNothingIsAnsweredWithAPage() throws Exception {
        shop.perform(form("/cart/lines").cookie(mara).param("marketplace", "1688"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));
        shop.perform(form("/cart/lines").cookie(mara)).andExpect(status().isNotFound());
        assertThat(location(line("/cart/lines").param("quantity", "1"))).startsWith("/cart?said=not-");
        for (var field : List.of("remark", "skuId", "itemId", "quantity")) {
            shop.perform(line("/cart/lines/change").cookie(mara).param(field, "a\0b"))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));
        }
    }

    private static MockHttpServletRequestBuilder line(String path) {
        return form(path).param("marketplace", "1688").param("itemId", "620201390233");
    }

    private Offers puts(Duration age) throws Exception {
        var dress = Offers.dress(Long.toString(System.nanoTime()));
        var item = dress.seen(clock.instant().minus(age));
        catalog.record(item);
        shop.perform(form("/cart/lines")
                        .cookie(mara)
                        .param("marketplace", "1688")
                        .param("itemId", item.item().itemId())
                        .param("skuId", "k1")
                        .param("quantity", "1"))
                .andExpect(status().isSeeOther());
        return dress;
    }

    private void keepAddress(String country) throws Exception {
        shop.perform(address(country)).andExpect(status().isSeeOther());
    }

    private MockHttpServletRequestBuilder address(String country) {
        return form("/account/addresses")
                .cookie(mara)
                .param("recipient", "Mara Beispiel")
                .param("phone", "+49 30 1234567")
                .param("street", "Invalidenstraße 117")
                .param("postcode", country.equals("BR") ? "01310-100" : "10115")
                .param("city", "Berlin")
                .param("region", country.equals("BR") ? "SP" : "")
                .param("country", country);
    }

    private MockHttpServletRequestBuilder pay(Map<String, String> fields) {
        return form("/checkout").cookie(mara).params(of(fields));
    }

    private static MultiValueMap<String, String> of(Map<String, String> fields) {
        return MultiValueMap.fromSingleValue(fields);
    }

    private static Map<String, String> fields(String checkout) {
        var fields = new HashMap<String, String>();
        for (var field : List.of("token", "address", "line", "seenMinor", "seenCart", "seenCurrency")) {
            fields.put(field, checkout.replaceAll("(?s).*name=\"" + field + "\" value=\"([^\"]*)\".*", "$1"));
        }
        fields.put("tolerance", "5");
        return fields;
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return page(request, BERLIN);
    }

    private String page(MockHttpServletRequestBuilder request, Cookie look) throws Exception {
        return shop.perform(request.cookie(mara, look))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String location(MockHttpServletRequestBuilder request) throws Exception {
        return Objects.requireNonNull(shop.perform(request.cookie(mara, BERLIN))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }
}
