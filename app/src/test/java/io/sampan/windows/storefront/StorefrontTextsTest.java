package io.sampan.windows.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.Prepared.Hindrance.Why;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.payment.RefundView;
import io.sampan.help.notice.Notice;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.customs.Assessed;
import io.sampan.windows.frame.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A key that is made of a code has a text for every code there is, also for those that somebody adds tomorrow. */
class StorefrontTextsTest {
    private static final Map<String, Enum<?>[]> CODES = Map.of(
            "part.", LandedQuote.Kind.values(),
            "landed.note.", LandedQuote.Kind.values(),
            "mark.", LandedQuote.Mark.values(),
            "cart.blocked.", Why.values(),
            "order.event.", TimelineEvent.Kind.values(),
            "order.refund.", RefundView.State.values(),
            "notice.", Notice.Kind.values(),
            "prices.trend.", PricesPage.Trend.values());

    @Test
    void everyCodeHasItsWords() throws IOException {
        var bundle = bundle();
        CODES.forEach(
                (prefix, codes) -> assertThat(bundle.stringPropertyNames()).containsAll(keys(prefix, codes)));
    }

    @Test
    void everyReasonWhyALineDoesNotGoHasItsWords() throws IOException {
        var prefix = "landed.excluded.";
        assertThat(bundle().stringPropertyNames())
                .containsAll(keys(prefix, Freight.Reason.values()))
                .containsAll(keys(prefix, Assessed.Refusal.values()))
                .contains(prefix + "no-rate");
    }

    private static List<String> keys(String prefix, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> prefix + Frame.slug(code)).toList();
    }

    private static Properties bundle() throws IOException {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/text/storefront_en.properties"))) {
            bundle.load(reader);
        }
        return bundle;
    }
}
