package io.sampan.windows.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Closings;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posting;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Sessions;
import io.sampan.people.identity.SignedUp;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What an operator sees of days that are closed, takes home of them, and learns when somebody changed a row. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class ClosedDaysTest {
    static final String CSRF = "abcdefghijklmnopqrstuv";
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Autowired
    MockMvc shop;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Ledger ledger;

    @Autowired
    Closings closings;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry settings) {
        DATABASE.asSettings().forEach((name, value) -> settings.add(name, () -> value));
    }

    @Test
    void aDayIsExportedAndItsRowsAreWatched() throws Exception {
        var email = "operator." + UUID.randomUUID() + "@example.org";
        var appointed = (SignedUp.Welcome) accounts.appointOperator(email, "a long pass phrase");
        var operator = new Cookie("sid", sessions.open(appointed.account().id()));
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2);
        aDayLong(day);
        assertThat(page("/console/money", operator)).contains("/console/money/" + day + ".csv", "1,204 rows");
        var lines = page("/console/money/" + day + ".csv", operator).split("\r\n");
        assertThat(lines).hasSize(1_205);
        assertThat(lines[0]).isEqualTo("recorded,entry,kind,subject,account,of,debit,credit,currency");
        assertThat(lines[1]).endsWith(",added:0,BALANCE_ADDED,\"'=1+1,\"\"x\"\"\",GATEWAY,stripe,12.50,,EUR");
        shop.perform(get("/console/money/2001-01-01.csv").cookie(operator)).andExpect(status().isNotFound());
        check(operator, "book-untouched");
        DATABASE.asOwner()
                .sql("UPDATE ledger.posting SET minor = minor * 2 WHERE entry_id = 'added:7'")
                .update();
        check(operator, "book-tampered");
    }

    /** More than fits into one page of the export. */
    private void aDayLong(LocalDate day) {
        var account = AccountRef.shopperBalance(UUID.randomUUID());
        var amount = Money.of(1_250, "EUR");
        for (int i = 0; i < 602; i++) {
            ledger.post(new Entry(
                            "added:" + i,
                            Entry.Kind.BALANCE_ADDED,
                            "=1+1,\"x\"",
                            clock.instant(),
                            List.of(
                                    new Posting(AccountRef.gateway("stripe"), amount),
                                    new Posting(account, amount.negated()))))
                    .orThrow();
        }
        DATABASE.asOwner()
                .sql("UPDATE ledger.entry SET recorded_at = ?")
                .param(day.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .update();
        closings.close();
    }

    private String page(String path, Cookie operator) throws Exception {
        return shop.perform(get(path).cookie(operator))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void check(Cookie operator, String said) throws Exception {
        shop.perform(post("/console/money/check")
                        .contentType("application/x-www-form-urlencoded")
                        .cookie(operator, new Cookie("csrf", CSRF))
                        .param("_csrf", CSRF))
                .andExpect(header().string("Location", "/console/money?said=" + said));
    }
}
