package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Closings;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posting;
import io.sampan.money.proof.Proofs;
import io.sampan.people.identity.AccountId;
import io.sampan.people.identity.Accounts;
import io.sampan.people.identity.Sessions;
import io.sampan.people.identity.SignedUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A shopper's own browser checks that their money is part of what the shop publishes, and says so when it is not. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class ProofInTheBrowserTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final int TRIES = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Path SCREENS = Path.of("target/screens");
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Ledger ledger;

    @Autowired
    Closings closings;

    @Autowired
    Proofs proofs;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        DATABASE.asSettings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Test
    void theBrowserChecksWhatIsHers() throws IOException {
        var shoppers = new ArrayList<AccountId>();
        for (int i = 1; i <= 4; i++) {
            shoppers.add(shopperWith(Money.of(1_000L * i, "EUR")));
        }
        dayEnded();
        var anna = shoppers.get(2);
        assertThat(shown(anna, "tag good")).contains("€30.00", "Counted: the seal fits");
        DATABASE.asOwner()
                .sql("UPDATE ledger.posting SET minor = minor * 2 WHERE account_subject = ?")
                .param(shoppers.getFirst().value().toString())
                .update();
        assertThat(shown(anna, "tag bad")).contains("Not in the seal");
    }

    /** How the first sum is marked; empty while none is shown. */
    private static String marked(ChromeDriver browser) {
        return browser.findElements(By.cssSelector("[data-proof]")).stream()
                .findFirst()
                .map(place -> place.getAttribute("class"))
                .orElse("");
    }

    private AccountId shopperWith(Money amount) {
        var name = "shopper" + UUID.randomUUID();
        var signed = accounts.signUp(name + "@example.org", "a long pass phrase", "en", name.substring(0, 12));
        var account = ((SignedUp.Welcome) signed).account().id();
        var postings = List.of(
                new Posting(AccountRef.gateway("stripe"), amount),
                new Posting(AccountRef.shopperBalance(account.value()), amount.negated()));
        ledger.post(new Entry(
                        "added:" + account.value(),
                        Entry.Kind.BALANCE_ADDED,
                        account.value().toString(),
                        Instant.now(),
                        postings))
                .orThrow();
        return account;
    }

    /** What was recorded today was recorded two days ago, and those days are over. */
    private void dayEnded() {
        DATABASE.asOwner()
                .sql("UPDATE ledger.entry SET recorded_at = recorded_at - make_interval(days => ?)")
                .param(Math.toIntExact(TWO_DAYS.toDays()))
                .update();
        closings.close();
        proofs.prove();
    }

    private String shown(AccountId account, String css) throws IOException {
        ChromeDriver browser = Browser.open();
        try {
            browser.get("http://127.0.0.1:" + port + "/money-we-hold");
            browser.manage().addCookie(new Cookie("sid", sessions.open(account)));
            browser.manage().addCookie(new Cookie("look", "en-DE-EUR"));
            browser.get("http://127.0.0.1:" + port + "/money-we-hold");
            for (int i = 0; i < TRIES && !marked(browser).equals(css); i++) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            assertThat(marked(browser))
                    .as(browser.findElement(By.tagName("body")).getText())
                    .isEqualTo(css);
            var picture = browser.getScreenshotAs(OutputType.BYTES);
            Files.createDirectories(SCREENS);
            Files.write(SCREENS.resolve("proof-" + css.substring(css.indexOf(' ') + 1) + ".png"), picture);
            return browser.findElement(By.id("main")).getText();
        } finally {
            browser.quit();
        }
    }
}
