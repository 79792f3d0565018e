package io.sampan.windows.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.catalog.Verdict;
import io.sampan.browse.freshness.Share;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.ordering.LineState;
import io.sampan.buy.ordering.OrderState;
import io.sampan.buy.ordering.TimelineEvent;
import io.sampan.buy.payment.Attention;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.RefundView;
import io.sampan.deliver.procurement.Purchase;
import io.sampan.deliver.procurement.PurchaseState;
import io.sampan.deliver.shipping.ParcelState;
import io.sampan.deliver.warehouse.Defect;
import io.sampan.deliver.warehouse.ItemState;
import io.sampan.help.reconciliation.Kind;
import io.sampan.help.reconciliation.Owner;
import io.sampan.help.reconciliation.Repair;
import io.sampan.help.reconciliation.Severity;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.Entry;
import io.sampan.outside.carrier.Tracked;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.marketplace.UpstreamOrder;
import io.sampan.outside.wire.ServiceHealth;
import io.sampan.windows.frame.Frame;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A key that is made of a code has a text for every code there is, also for those that somebody adds tomorrow. */
class ConsoleTextsTest {
    @Test
    void everyStateAndReasonHasItsWords() throws IOException {
        var wanted = new ArrayList<String>();
        states("order.state.", OrderState.class, wanted);
        states("line-state.", LineState.class, wanted);
        states("purchase.state.", PurchaseState.class, wanted);
        states("item-state.", ItemState.class, wanted);
        states("parcel.state.", ParcelState.class, wanted);
        states("payment.state.", PaymentState.class, wanted);
        codes("event.", TimelineEvent.Kind.values(), wanted);
        codes("part.", LandedQuote.Kind.values(), wanted);
        codes("attention.", Attention.Why.values(), wanted);
        codes("refund.state.", RefundView.State.values(), wanted);
        codes("purchase.reason.", PurchaseState.Reason.values(), wanted);
        Arrays.stream(PurchaseState.Reason.values())
                .forEach(reason -> wanted.add("purchase.reason." + Frame.slug(reason) + ".text"));
        codes("upstream.", UpstreamOrder.State.values(), wanted);
        codes("upstream.payment.", Purchase.Payment.values(), wanted);
        codes("defect.", Defect.Kind.values(), wanted);
        codes("tracking.", Tracked.Stage.values(), wanted);
        codes("price.doubt.", Verdict.Doubt.values(), wanted);
        codes("capability.", Capability.values(), wanted);
        codes("quota.share.", Share.values(), wanted);
        codes("health.breaker.", ServiceHealth.Breaker.values(), wanted);
        codes("ledger.entry.", Entry.Kind.values(), wanted);
        codes("ledger.account.", AccountRef.Kind.values(), wanted);
        codes("ledger.meaning.", AccountRef.Kind.values(), wanted);
        codes("why.", OrderState.Why.values(), wanted);
        codes("why.", LineState.Why.values(), wanted);
        codes("discrepancy.", Kind.values(), wanted);
        codes("repair.", Repair.values(), wanted);
        codes("reconcile.owner.", Owner.values(), wanted);
        codes("reconcile.severity.", Severity.values(), wanted);
        Arrays.stream(MarketplaceId.values()).forEach(id -> wanted.add("marketplace." + id.slug()));
        assertThat(bundle().stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void everyOrderStateCanBeFiltered() {
        var slugs = permitted(OrderState.class).map(ConsoleTextsTest::hyphened).toList();
        assertThat(StoriesPage.STATES).containsExactlyInAnyOrderElementsOf(slugs);
    }

    @Test
    void everythingThatIsSaidAfterAClickIsWritten() throws IOException {
        var bundle = bundle();
        var unsaid = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/main/java/io/sampan/windows/console"))) {
            for (var file : files.toList()) {
                var codes =
                        java.util.regex.Pattern.compile("said=([a-z-]+)[\"&]").matcher(Files.readString(file));
                while (codes.find()) {
                    var code = codes.group(1);
                    if (Stream.of("good", "care", "bad")
                            .noneMatch(tone -> bundle.containsKey("said." + tone + "." + code))) {
                        unsaid.add(file.getFileName() + ": " + code);
                    }
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    static void codes(String prefix, Enum<?>[] values, List<String> wanted) {
        Arrays.stream(values).forEach(value -> wanted.add(prefix + Frame.slug(value)));
    }

    static void states(String prefix, Class<?> sealed, List<String> wanted) {
        permitted(sealed).map(ConsoleTextsTest::hyphened).forEach(slug -> wanted.add(prefix + slug));
    }

    static String hyphened(Class<?> state) {
        return state.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The records at the end of a sealed family. */
    static Stream<Class<?>> permitted(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses())
                        .<Class<?>>flatMap(ConsoleTextsTest::permitted)
                        .distinct()
                : Stream.of(sealed);
    }

    static Properties bundle() throws IOException {
        var bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/text/console_en.properties"))) {
            bundle.load(reader);
        }
        return bundle;
    }
}
