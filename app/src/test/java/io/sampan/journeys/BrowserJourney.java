package io.sampan.journeys;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A story that is clicked in a real browser. Pictures lie in target/screens. */
@Tag("browser")
abstract class BrowserJourney extends Journey {
    private static final Path SCREENS = Path.of("target/screens");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    ChromeDriver browser;
    WebDriverWait wait;

    @BeforeEach
    void openTheBrowser() throws IOException {
        Files.createDirectories(SCREENS);
        browser = Browser.open();
        browser.manage().window().setSize(new Dimension(1280, 1000));
        wait = new WebDriverWait(browser, PATIENCE);
    }

    @AfterEach
    void closeTheBrowser() {
        browser.quit();
    }

    /** Goes on as whoever's session it is. */
    void signIn(String session) {
        browser.get(at("/robots.txt"));
        browser.manage().addCookie(new Cookie("sid", session));
    }

    void press(String css) {
        var target = wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", target);
        target.click();
    }

    /** Fills in the form of a card on the gateway's page and sends it. */
    void card(String number) {
        var fields = new String[][] {
            {"email", "anna@example.com"}, {"number", number}, {"expiry", "12/34"}, {"cvc", "123"}, {"name", "Anna"}
        };
        wait.until(ExpectedConditions.visibilityOfElementLocated(By.name("number")));
        for (var field : fields) {
            var box = browser.findElement(By.name(field[0]));
            box.clear();
            box.sendKeys(field[1]);
        }
        press("button.go");
    }

    void picture(String name) throws IOException {
        Files.write(SCREENS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    static String at(String path) {
        return URI.create("http://127.0.0.1:" + WORLD.port()).resolve(path).toString();
    }
}
