package io.sampan.windows.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Sessions;
import io.sampan.people.identity.SignedUp;
import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class FrameTest {
    static final String CSRF = "abcdefghijklmnopqrstuv";

    @Autowired
    MockMvc shop;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Test
    void whatIsNotThereGetsAPageInTheVisitorsLanguage() throws Exception {
        shop.perform(get("/no-such-page").header("Accept-Language", "zh-CN"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("这里什么都没有")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("lang=\"zh-Hans\"")));
        shop.perform(get("/no-such-page"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("There is nothing here")));
    }

    @Test
    void anotherLanguageIsTheSamePage() throws Exception {
        shop.perform(get("/look?back=/search&lang=en&x=1"))
                .andExpect(content()
                        .string(org.hamcrest.Matchers.containsString("href=\"?back=/search&amp;x=1&amp;lang=zh\"")));
    }

    @Test
    void everyPageTellsBrowsersWhatTheyMayDo() throws Exception {
        shop.perform(get("/look"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.startsWith("default-src 'none'; script-src 'self'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(cookie().httpOnly("csrf", true))
                .andExpect(cookie().sameSite("csrf", "Lax"));
    }

    @Test
    void aFormWithoutTheTokenIsTurnedAwayWithAPage() throws Exception {
        shop.perform(post("/look")
                        .param("language", "zh")
                        .param("country", "DE")
                        .param("currency", "EUR"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("This form has gone stale")));
        shop.perform(post("/look").cookie(new Cookie("csrf", CSRF)).param("_csrf", "zbcdefghijklmnopqrstuv"))
                .andExpect(status().isForbidden());
        shop.perform(look().header("Sec-Fetch-Site", "cross-site")).andExpect(status().isForbidden());
    }

    @Test
    void theVisitorsChoiceIsKeptAndGoesBackOnlyToThisShop() throws Exception {
        shop.perform(look().param("back", "//evil.example"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/"))
                .andExpect(cookie().value("look", "zh-GB-USD"));
        shop.perform(get("/look").cookie(new Cookie("look", "zh-GB-USD")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("GB · USD")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("您在哪里")));
        shop.perform(get("/look?lang=zh")).andExpect(cookie().value("look", "zh-DE-EUR"));
        shop.perform(get("/look").header("Accept-Language", "en-GB"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("GB · GBP")));
        shop.perform(get("/look").cookie(new Cookie("look", "<script>-XX-YYY"))).andExpect(status().isOk());
    }

    @Test
    void strangersAreAskedToSignInAndShoppersFindNoConsole() throws Exception {
        shop.perform(get("/console/orders?x=1"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/sign-in?next=%2Fconsole%2Forders%3Fx%3D1"));
        shop.perform(get("/orders")).andExpect(header().string("Location", "/sign-in?next=%2Forders"));
        var shopper = (SignedUp.Welcome)
                accounts.signUp("frame." + UUID.randomUUID() + "@example.org", "a long pass phrase", "en", "here");
        var session = new Cookie("sid", sessions.open(shopper.account().id()));
        shop.perform(get("/console").cookie(session)).andExpect(status().isNotFound());
        shop.perform(get("/actuator/env").cookie(session)).andExpect(status().isNotFound());
    }

    @Test
    void whoseSessionEndedKeepsWhatTheyTypedAndCanSendItAgain() throws Exception {
        var page = shop.perform(post("/account/addresses")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .cookie(new Cookie("csrf", CSRF))
                        .param("_csrf", CSRF)
                        .param("street", "\"><b>Invalidenstraße 117")
                        .param("extra", ""))
                .andExpect(status().isForbidden())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("You were signed out meanwhile", "action=\"/account/addresses\"")
                .contains("name=\"street\" value=\"&#34;>&lt;b>Invalidenstraße 117\"", "name=\"extra\" value=\"\"")
                .containsOnlyOnce("name=\"_csrf\"");
        shop.perform(post("/account/addresses")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .cookie(new Cookie("csrf", CSRF))
                        .param("_csrf", CSRF)
                        .param("street", "x".repeat(60_000)))
                .andExpect(header().string("Location", "/sign-in?next=%2F"));
    }

    @Test
    void aFormWithTheCharacterThatNobodyTypesIsAnsweredWithAPage() throws Exception {
        shop.perform(look().param("back", "a\0b"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("We could not read that")));
    }

    @Test
    void staticFilesAreKeptForAYearUnderTheirHash() throws Exception {
        var page = shop.perform(get("/look")).andReturn().getResponse().getContentAsString();
        var css = page.replaceAll("(?s).*href=\"(/a/[0-9a-f]{10}/app.css)\".*", "$1");
        var answer = shop.perform(get(css).header("Accept-Encoding", "gzip"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "public, max-age=31536000, immutable"))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsByteArray().length).isBetween(1000, 9000);
        shop.perform(get("/a/0000000000/nothing.css")).andExpect(status().isNotFound());
    }

    static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder look() {
        return post("/look")
                .cookie(new Cookie("csrf", CSRF))
                .param("_csrf", CSRF)
                .param("language", "zh")
                .param("country", "GB")
                .param("currency", "USD");
    }
}
