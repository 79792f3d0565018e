package io.sampan.outside.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sampan.money.exchange.Rates;
import io.sampan.money.exchange.SampleRates;
import io.sampan.outside.wire.WireOfATest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reference rates from a server that publishes them as the European Central Bank does, on good days and on bad ones. */
class RateFetcherTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");

    private final Rates rates = SampleRates.shipped();
    private HttpServer server;
    private RateFetcher fetcher;
    private int status = 200;
    private String file = "";

    @BeforeEach
    void publish() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = file.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/eurofxref-daily.xml");
        var settings = new RatesSettings(address, "European Central Bank", Duration.ofHours(1), Duration.ofSeconds(2));
        fetcher = new RateFetcher(WireOfATest.plain(Clock.systemUTC()), rates, settings);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNewDayIsTakenOver() {
        file = day("2023-02-22", "1.0644");
        fetcher.fetch();
        assertThat(rates.mid(EUR, USD).value()).isEqualByComparingTo("1.0644");
        assertThat(rates.mid(EUR, USD).stamp().date()).isEqualTo(LocalDate.of(2023, 2, 22));
    }

    @Test
    void aRateThatIsTooFarIsNotBelieved() {
        file = day("2023-02-22", "10.644");
        fetcher.fetch();
        assertThat(rates.mid(EUR, USD).value()).isEqualByComparingTo("1.0664");
    }

    /** After a long silence there is nothing to compare with. */
    @Test
    void aRateOfAnotherTimeIs() {
        file = day("2026-11-26", "1.3100");
        fetcher.fetch();
        assertThat(rates.mid(EUR, USD).value()).isEqualByComparingTo("1.31");
    }

    @Test
    void anOlderDayChangesNothing() {
        file = day("2023-02-20", "1.0674");
        fetcher.fetch();
        assertThat(rates.mid(EUR, USD).value()).isEqualByComparingTo("1.0664");
    }

    @Test
    void onBadDaysTheKnownRatesGoOn() {
        file = "<html>Maintenance</html>";
        fetcher.fetch();
        status = 503;
        fetcher.fetch();
        server.stop(0);
        fetcher.fetch();
        assertThat(rates.mid(EUR, USD).value()).isEqualByComparingTo("1.0664");
    }

    private static String day(String date, String dollars) {
        return """
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                    xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                  <Cube><Cube time='%s'><Cube currency='USD' rate='%s'/><Cube currency='CNY' rate='7.33'/></Cube></Cube>
                </gesmes:Envelope>""".formatted(date, dollars);
    }
}
