package io.sampan.windows.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.browse.request.Request;
import io.sampan.browse.request.RequestState;
import io.sampan.browse.request.Requests;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Sessions;
import io.sampan.people.identity.SignedUp;
import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A link that nobody knows, the form behind it, the operator's answer, and the goods on the shopper's shelf: page by page. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class AskingTest {
    static final String CSRF = "abcdefghijklmnopqrstuv";
    static final Cookie BERLIN = new Cookie("look", "en-DE-EUR");
    static final String LINK = "https://shop.example.com/goods/77";

    @Autowired
    MockMvc shop;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Requests requests;

    AccountId shopper = new AccountId(UUID.randomUUID());
    Cookie session = new Cookie("sid", "");
    Cookie operator = new Cookie("sid", "");

    @BeforeEach
    void signIn() {
        shopper = somebody();
        session = new Cookie("sid", sessions.open(shopper));
        var appointed = (SignedUp.Welcome)
                accounts.appointOperator("operator." + UUID.randomUUID() + "@example.org", "a long pass phrase");
        operator = new Cookie("sid", sessions.open(appointed.account().id()));
    }

    private AccountId somebody() {
        var name = "mara" + UUID.randomUUID();
        var signed = accounts.signUp(name + "@example.org", "a long pass phrase", "en", name.substring(0, 12));
        return ((SignedUp.Welcome) signed).account().id();
    }

    private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        return shop.perform(request.cookie(BERLIN))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder form(String path, Cookie who) {
        return post(path)
                .contentType("application/x-www-form-urlencoded")
                .cookie(new Cookie("csrf", CSRF), who)
                .param("_csrf", CSRF);
    }

    private MockHttpServletRequestBuilder wish(UUID form, String what, Cookie who) {
        return form("/requests", who)
                .param("form", form.toString())
                .param("link", LINK)
                .param("what", what)
                .param("options", "white <b>20 cm</b>")
                .param("quantity", "1");
    }

    private Request asked() throws Exception {
        page(wish(UUID.randomUUID(), "Vase <script>alert(1)</script>", session), 303);
        return requests.of(shopper).getFirst();
    }

    private MockHttpServletRequestBuilder answer(Request request, String price) {
        var seen = requests.find(request.id()).orElseThrow().state().mark();
        return form("/console/requests/" + request.id() + "/answer", operator)
                .param("seen", seen)
                .param("link", LINK)
                .param("title", "花瓶")
                .param("english", "Vase")
                .param("options", "white <b>20 cm</b>")
                .param("price", price)
                .param("freight", "")
                .param("grams", "900")
                .param("days", "7");
    }

    @Test
    void anUnknownLinkLeadsToAFormThatIsFilledInWithIt() throws Exception {
        assertThat(page(get("/find").param("q", "看看 " + LINK + " 「青花瓷瓶」"), 200))
                .contains("href=\"/ask?link=https%3A%2F%2Fshop.example.com%2Fgoods%2F77&amp;what=%E9%9D%92");
        assertThat(page(get("/ask").param("link", LINK).param("what", "青花瓷瓶"), 200))
                .contains("value=\"" + LINK + "\"", "value=\"青花瓷瓶\"", "Sign in first");
        assertThat(page(get("/find").param("q", "https://www.goofish.com/item?id=1045171414271"), 200))
                .as("a marketplace that we cannot buy at")
                .contains("href=\"/ask?link=");
    }

    @Test
    void whatAStrangerTypedIsStillThereAtTheDoor() throws Exception {
        var page = page(wish(UUID.randomUUID(), "Vase", new Cookie("sid", "nobody")), 403);
        assertThat(page).contains("name=\"what\" value=\"Vase\"", "value=\"" + LINK + "\"");
    }

    @Test
    void aFaultyFormIsExplainedAndKept() throws Exception {
        var page = page(
                form("/requests", session)
                        .param("link", "javascript:alert(1)")
                        .param("what", "")
                        .param("quantity", "many")
                        .param("remark", "please <i>soon</i>"),
                422);
        assertThat(page)
                .contains(
                        "Say in a few words what it is", "This is no address of a web page", "Between 1 and 999 pieces")
                .contains("please &lt;i&gt;soon&lt;/i&gt;")
                .doesNotContain("<i>soon");
        assertThat(requests.of(shopper)).isEmpty();
    }

    @Test
    void theSameFormSentTwiceAsksOnce() throws Exception {
        var form = UUID.randomUUID();
        page(wish(form, "Vase", session), 303);
        page(wish(form, "Vase", session), 303);
        assertThat(requests.of(shopper)).hasSize(1);
    }

    @Test
    void anOperatorAnswersAndOnlyWhoAskedSeesTheGoods() throws Exception {
        var request = asked();
        assertThat(page(get("/console/requests").cookie(operator), 200))
                .contains(request.id().toString(), "shop.example.com");
        assertThat(page(get("/console/requests/" + request.id()).cookie(operator), 200))
                .contains("Vase &lt;script>", "href=\"" + LINK + "\"")
                .doesNotContain("<script>alert");
        assertThat(page(answer(request, "none"), 422)).contains("An amount in yuan", "value=\"花瓶\"");
        page(answer(request, "88"), 303);
        page(answer(request, "89.50"), 303);

        assertThat(page(get("/requests").cookie(session), 200)).contains("CN¥89.50 for a piece in China");
        var path = Goods.path(request.id().item());
        assertThat(page(get(path).cookie(session), 200))
                .contains("At your door · Germany", "CN¥89.50 each at the seller", "white &lt;b&gt;20 cm");
        page(get(path), 404);
        page(get(path).cookie(new Cookie("sid", sessions.open(somebody()))), 404);
        page(get(path + "/prices"), 404);
        var line = form("/cart/lines", new Cookie("sid", sessions.open(somebody())))
                .param("marketplace", "elsewhere")
                .param("itemId", request.id().toString())
                .param("skuId", "as-offered")
                .param("quantity", "1");
        page(line, 404);
        assertThat(page(get("/search").param("q", "vase"), 200)).doesNotContain("market=elsewhere", path);
    }

    @Test
    void whatIsDeclinedSaysWhyAndWhatIsWithdrawnCannotBeAnswered() throws Exception {
        var declined = asked();
        assertThat(page(
                        form("/console/requests/" + declined.id() + "/decline", operator)
                                .param("seen", declined.state().mark())
                                .param("reason", " "),
                        422))
                .contains("Say why");
        page(
                form("/console/requests/" + declined.id() + "/decline", operator)
                        .param("seen", declined.state().mark())
                        .param("reason", "Sold <b>out</b>"),
                303);
        assertThat(page(get("/requests").cookie(session), 200)).contains("Sold &lt;b&gt;out", "cannot be bought");

        var withdrawn = asked();
        page(form("/requests/" + withdrawn.id() + "/withdraw", new Cookie("sid", sessions.open(somebody()))), 404);
        page(form("/requests/" + withdrawn.id() + "/withdraw", session), 303);
        page(form("/requests/" + withdrawn.id() + "/withdraw", session), 303);
        page(answer(withdrawn, "88"), 303);
        assertThat(requests.find(withdrawn.id()).orElseThrow().state()).isInstanceOf(RequestState.Withdrawn.class);
    }

    @Test
    void aLinkThatMayWantToBeTakenForAnotherIsShownAsTextOnly() throws Exception {
        page(
                form("/requests", session)
                        .param("form", UUID.randomUUID().toString())
                        .param("link", "https://item.taobao.com.evil.example/item.htm?id=1")
                        .param("what", "Vase"),
                303);
        var page = page(
                get("/console/requests/" + requests.of(shopper).getFirst().id()).cookie(operator), 200);
        assertThat(page)
                .contains("item.taobao.com.evil.example", "shown as text only")
                .doesNotContain("href=\"https://item.taobao.com.evil");
    }
}
