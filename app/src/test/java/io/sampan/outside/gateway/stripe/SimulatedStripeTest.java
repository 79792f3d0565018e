package io.sampan.outside.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Gateway.Demand;
import io.sampan.outside.gateway.Opened;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The connector against the simulated Stripe, which refuses a language that the page does not speak. */
class SimulatedStripeTest {
    @Test
    void aShopperOfAnyLanguageGetsAPage() throws IOException {
        try (var world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
                var stripe = new StripeOfATest(
                        world.addresses().get("stripe"), world.credentials("stripe"), Clock.systemUTC())) {
            var gateway = stripe.gateway();
            languages()
                    .forEach(language -> assertThat(gateway.open(demand(language)))
                            .as(language.toLanguageTag())
                            .isInstanceOf(Opened.Ready.class));
        }
    }

    private static Stream<Locale> languages() {
        var regional = Stream.of("en-GB", "es-419", "fr-CA", "pt-BR", "zh-HK", "zh-TW", "zh-Hans", "sr-Latn-RS");
        return Stream.concat(regional, Stream.of(Locale.getAvailableLocales()).map(Locale::getLanguage))
                .distinct()
                .map(Locale::forLanguageTag);
    }

    private static Demand demand(Locale language) {
        return new Demand(
                UUID.randomUUID().toString(),
                Money.of(1_850, "EUR"),
                "Sampan SP-7F3K2Q",
                URI.create("https://shop.example/orders/1/paid"),
                URI.create("https://shop.example/orders/1"),
                language,
                "card",
                "",
                null);
    }
}
