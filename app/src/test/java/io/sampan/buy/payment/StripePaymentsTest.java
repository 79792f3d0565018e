package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.buy.payment.RefundView.State;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.HearingOfATest;
import io.sampan.outside.gateway.stripe.StripeOfATest;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The payment room with Stripe's connector over HTTP, against the simulated Stripe: cards, pages, webhooks and mishaps. */
class StripePaymentsTest {
    private static final String GOOD = "4242424242424242";
    private static final String POOR = "4000000000009995";
    private static final String CHALLENGED = "4000000000003220";
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money PRICE = Money.of(1_850, "EUR");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Simulators world;
    private static StripeOfATest stripe;
    private static PaymentRoom room;
    private final UUID order = UUID.randomUUID();

    @BeforeAll
    static void open() throws IOException {
        world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
        var clock = new PaymentRoom.Hands() {
            @Override
            public Instant instant() {
                return world.clock().now();
            }
        };
        stripe = new StripeOfATest(world.addresses().get("stripe"), world.credentials("stripe"), clock);
        room = new PaymentRoom(DATABASE, stripe.gateway(), clock);
        var hearing = HearingOfATest.on(DATABASE, news -> room.listener.on((GatewayNews) news), clock);
        world.kernel().webhooks().set("stripe", stripe.hear(hearing).toString());
    }

    @AfterAll
    static void close() {
        stripe.close();
        world.close();
    }

    @BeforeEach
    void clean() {
        world.kernel().faults().clear();
        room.events.clear();
    }

    @AfterEach
    void theBookBalances() {
        assertThat(room.ledger.imbalance()).isEmpty();
    }

    @Test
    void aCardThatPaysIsTakenOnceByTheWebhookAlone() throws Exception {
        assertThat(pay(page(), GOOD).statusCode()).isIn(302, 303);
        eventually(this::isCaptured);
        var captured = (Captured) room.view(order).state();
        assertThat(captured.amount()).isEqualTo(PRICE);
        assertThat(captured.fee().isPositive()).isTrue();
        assertThat(room.events).filteredOn(PaymentCaptured.class::isInstance).hasSize(1);
        assertThat(room.ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(PRICE.negated());
        assertThat(captures()).isOne();
        assertThat(room.payments.open(PaymentRoom.order(order, 1_850))).isInstanceOf(Opening.AlreadyPaid.class);
    }

    @Test
    void aDeclinedCardMayBeFollowedByAGoodOneOnTheSamePage() throws Exception {
        var page = page();
        assertThat(pay(page, POOR).statusCode()).isEqualTo(200);
        var open = (Open) room.payments.look(order).getFirst().state();
        assertThat(open.lastDecline()).isEqualTo("insufficient_funds");
        assertThat(page()).isEqualTo(page);
        pay(page, GOOD);
        room.payments.look(order);
        eventually(this::isCaptured);
    }

    @Test
    void aChallengeIsPassedBeforeMoneyIsTaken() throws Exception {
        var challenge = pay(page(), CHALLENGED);
        assertThat(room.payments.look(order).getFirst().state()).isInstanceOf(Open.class);
        var address = world.addresses()
                .get("stripe")
                .resolve(challenge.headers().firstValue("Location").orElseThrow());
        submit(address, Map.of("outcome", "complete"));
        room.payments.look(order);
        eventually(this::isCaptured);
    }

    @Test
    void anOrderClosedBeforePaymentClosesItsPage() throws Exception {
        var page = page();
        room.payments.close(order);
        room.afterwards();
        assertThat(room.view(order).state()).isInstanceOf(Closed.class);
        assertThat(pay(page, GOOD).body()).contains("expired");
        assertThat(captures()).isZero();
    }

    @Test
    void anOrderClosedAfterAuthorisationLetsTheMoneyGo() throws Exception {
        world.kernel().faults().arm(new Fault("stripe", "capture", FaultKind.ERROR_5XX, 1, 0, 0));
        var page = page();
        pay(page, GOOD);
        room.payments.look(order);
        room.payments.close(order);
        room.afterwards();
        eventually(() -> room.view(order).state() instanceof Closed);
        assertThat(captures()).isZero();
    }

    @Test
    void anAnswerDroppedAfterTheCaptureLeadsToOneCapture() throws Exception {
        world.kernel().faults().arm(new Fault("stripe", "capture", FaultKind.DROP_AFTER_SUCCESS, 3, 0, 0));
        pay(page(), GOOD);
        room.payments.look(order);
        eventually(this::isCaptured);
        assertThat(captures()).isOne();
        assertThat(room.events).filteredOn(PaymentCaptured.class::isInstance).hasSize(1);
    }

    @Test
    void webhooksTwiceOutOfOrderOrBadlySignedDoNoHarm() throws Exception {
        world.kernel().faults().arm(new Fault("stripe", "*", FaultKind.DUPLICATE_PUSH, 3, 0, 0));
        world.kernel().faults().arm(new Fault("stripe", "*", FaultKind.REORDER_PUSH, 1, 0, 0));
        world.kernel().faults().arm(new Fault("stripe", "*", FaultKind.BAD_PUSH_SIGNATURE, 2, 0, 0));
        pay(page(), GOOD);
        room.payments.look(order);
        eventually(this::isCaptured);
        assertThat(captures()).isOne();
        assertThat(room.events).filteredOn(PaymentCaptured.class::isInstance).hasSize(1);
        assertThat(room.ledger.entriesOf(order.toString())).hasSize(2);
    }

    @Test
    void refundsInPartsAndNeverTooMuch() throws Exception {
        paid();
        assertThat(refund(400, "a")).isInstanceOf(Refunding.Accepted.class);
        assertThat(refund(1_000, "b")).isInstanceOf(Refunding.Accepted.class);
        assertThat(refund(451, "c")).isEqualTo(new Refunding.TooMuch(Money.of(450, "EUR")));
        room.afterwards();
        assertThat(room.view(order).refunds()).allMatch(r -> r.state() == State.PENDING);
        world.clock().advance(Duration.ofMinutes(6));
        eventually(() -> room.view(order).refunds().stream().allMatch(r -> r.state() == State.DONE));
        assertThat(room.ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(Money.of(-450, "EUR"));
        assertThat(room.events).filteredOn(RefundSettled.class::isInstance).hasSize(2);
    }

    @Test
    void aRefundThatFailsTwoDaysLaterIsBookedBack() throws Exception {
        paid();
        submit(world.control().resolve("/control/act/stripe/fail-next-refund"), Map.of("late", "true"));
        refund(1_850, "a");
        room.afterwards();
        world.clock().advance(Duration.ofMinutes(6));
        eventually(() -> room.view(order).refunds().getFirst().state() == State.DONE);
        world.clock().advance(Duration.ofDays(3));
        eventually(() -> room.view(order).refunds().getFirst().state() == State.FAILED);
        assertThat(room.ledger.balance(AccountRef.shopperFunds(order), EUR)).isEqualTo(PRICE.negated());
        assertThat(room.events).filteredOn(RefundFailed.class::isInstance).hasSize(1);
    }

    @Test
    void anAnswerDroppedAfterTheRefundLeadsToOneRefund() throws Exception {
        paid();
        world.kernel().faults().arm(new Fault("stripe", "POST /v1/refunds", FaultKind.DROP_AFTER_SUCCESS, 2, 0, 0));
        refund(1_850, "a");
        room.afterwards();
        world.clock().advance(Duration.ofMinutes(6));
        eventually(() -> room.view(order).refunds().getFirst().state() == State.DONE);
        assertThat(room.view(order).refunds()).hasSize(1);
    }

    @Test
    void anUnpaidPageExpiresAndThePaymentCloses() {
        page();
        world.clock().advance(Duration.ofHours(25));
        eventually(() -> room.view(order).state() instanceof Closed);
        assertThat(room.events).filteredOn(PaymentClosed.class::isInstance).hasSize(1);
    }

    private void paid() throws Exception {
        pay(page(), GOOD);
        room.payments.look(order);
        eventually(this::isCaptured);
    }

    private Refunding refund(long cents, String key) {
        return room.payments.refund(order, Money.of(cents, "EUR"), key, "test");
    }

    private URI page() {
        if (room.payments.open(PaymentRoom.order(order, 1_850)) instanceof Opening.Page page) {
            return page.page();
        }
        throw new IllegalStateException("No page was opened");
    }

    private boolean isCaptured() {
        return room.view(order).state() instanceof Captured;
    }

    /** How often Stripe took money for this order, by its own book of events. */
    private long captures() throws Exception {
        var request = HttpRequest.newBuilder(world.addresses().get("stripe").resolve("/v1/charges?limit=100"))
                .header("Authorization", "Bearer " + world.credentials("stripe").get("secretKey"))
                .build();
        var charges = BROWSER.send(request, BodyHandlers.ofString()).body();
        var id = room.view(order).id().value().toString();
        return charges.split("\"object\":\"charge\"").length < 2
                ? 0
                : java.util.Arrays.stream(charges.split("\"object\":\"charge\""))
                        .filter(one -> one.contains(id) && one.contains("\"captured\":true"))
                        .count();
    }

    private static HttpResponse<String> pay(URI page, String card) throws Exception {
        return submit(
                page,
                Map.of(
                        "email",
                        "anna@example.com",
                        "number",
                        card,
                        "expiry",
                        "12/34",
                        "cvc",
                        "123",
                        "name",
                        "Anna Test"));
    }

    private static HttpResponse<String> submit(URI address, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return BROWSER.send(request, BodyHandlers.ofString());
    }

    /** Lets the caretaker and what was put off work until it is so, for at most twenty seconds. */
    private static void eventually(BooleanSupplier so) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            room.afterwards();
            room.caretaker.tend();
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
