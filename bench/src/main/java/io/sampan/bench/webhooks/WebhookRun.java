package io.sampan.bench.webhooks;

import io.sampan.buy.payment.Opening;
import io.sampan.buy.payment.PayWay;
import io.sampan.buy.payment.Payable;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.buy.payment.PaymentsAtGateways;
import io.sampan.buy.payment.RefundView;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Connected;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.GatewayNews;
import io.sampan.outside.gateway.HearingOfATest;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.PayingBrowser;
import io.sampan.outside.gateway.Rail;
import io.sampan.outside.gateway.Rail.Purse;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** A shop whose shoppers pay, think better of it, and get money back, while its post is in disorder. */
public final class WebhookRun implements AutoCloseable {
    private static final List<Rail> RAILS = List.of(Rail.values());
    private static final int PAYMENTS_A_ROUND = 40;
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Duration LONG_STEP = Duration.ofMinutes(20);
    private static final int MOST_LAST_ROUNDS = 400;

    /**
     * What came of it.
     *
     * @param wrongStates payments that do not stand as their gateway's books say, when nothing is under way any more
     * @param wrongPostings postings more, or fewer, than what was taken and given back
     */
    public record Outcome(
            int events,
            int payments,
            int wrongStates,
            int wrongPostings,
            int forged,
            int forgedAccepted,
            int tooLate,
            int lost) {}

    private final TestDatabase database;
    private final Random random;
    private final Simulators world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
    private final Letterbox letterbox = new Letterbox();
    private final Map<String, Connected> connected = new HashMap<>();
    private final PaymentsAtGateways shop;
    private final Postman postman;
    private final List<UUID> subjects = new ArrayList<>();

    public WebhookRun(TestDatabase database, Random random) throws IOException {
        this.database = database;
        this.random = random;
        var clock = clock();
        RAILS.forEach(rail -> connected.computeIfAbsent(rail.gateway, name -> rail.connect(world, clock)));
        shop = new PaymentsAtGateways(
                database,
                connected.values().stream().<Gateway>map(Connected::gateway).toList(),
                clock);
        var hearing = HearingOfATest.on(database, news -> shop.hear((GatewayNews) news), clock);
        var hooks = new HashMap<String, URI>();
        connected.forEach((name, one) -> {
            hooks.put(name, one.hear(hearing));
            world.kernel().webhooks().set(name, letterbox.address(name).toString());
        });
        postman = new Postman(hooks, random);
    }

    /** Lets people pay until so many webhooks were brought, then waits until nothing is under way. */
    public Outcome run(int events) throws IOException, InterruptedException {
        while (postman.delivered() < events) {
            for (int i = 0; i < PAYMENTS_A_ROUND; i++) {
                live(RAILS.get(random.nextInt(RAILS.size())));
            }
            giveSomeBack();
            pass(STEP, false);
        }
        int rounds = 0;
        for (; rounds < MOST_LAST_ROUNDS && (isUnderWay() || postman.holdsSome()); rounds++) {
            pass(LONG_STEP, true);
        }
        System.out.printf("  %d payments, %d rounds until nothing was under way%n", subjects.size(), rounds);
        return outcome();
    }

    private void pass(Duration step, boolean last) throws IOException, InterruptedException {
        world.clock().advance(step);
        world.kernel().push().settle(Duration.ofSeconds(10));
        postman.round(letterbox.empty(), last);
        shop.tend();
    }

    /** One shopper: most pay, some are refused first, some change their mind, and of some the order is closed under their hands. */
    private void live(Rail rail) {
        var subject = UUID.randomUUID();
        var way = new PayWay(new PayMethod(rail.gateway, rail.method), "203.0.113.7");
        if (!(shop.payments().open(payable(subject, rail), way) instanceof Opening.Page page)) {
            return;
        }
        subjects.add(subject);
        var browser =
                new PayingBrowser(rail, Objects.requireNonNull(world.addresses().get(rail.gateway)));
        int fate = random.nextInt(20);
        if (fate < 2) {
            return;
        }
        if (fate < 5) {
            browser.pays(page.page(), Purse.EMPTY);
        }
        if (fate == 3) {
            return;
        }
        browser.pays(page.page(), Purse.GOOD);
        if (fate == 19) {
            shop.payments().close(subject);
        }
    }

    private void giveSomeBack() {
        for (int i = 0; i < PAYMENTS_A_ROUND / 4; i++) {
            var subject = subjects.get(random.nextInt(subjects.size()));
            shop.payments().of(subject).stream()
                    .filter(payment -> payment.refundable().isPositive())
                    .findFirst()
                    .ifPresent(payment -> giveBack(subject, payment.refundable()));
        }
    }

    /** All that is left, or about the half of it. */
    private void giveBack(UUID subject, Money left) {
        var amount = random.nextBoolean()
                ? left
                : Money.of(left.minor() / 2 + 1, left.currency().getCurrencyCode());
        shop.payments().refund(subject, amount, UUID.randomUUID().toString(), "asked");
    }

    private boolean isUnderWay() {
        return views().stream().anyMatch(WebhookRun::isUnderWay);
    }

    private static boolean isUnderWay(PaymentView payment) {
        boolean open = !(payment.state() instanceof PaymentState.Captured)
                && !(payment.state() instanceof PaymentState.Closed);
        return open
                || payment.refunds().stream()
                        .anyMatch(refund ->
                                refund.state() == RefundView.State.ASKED || refund.state() == RefundView.State.PENDING);
    }

    private Outcome outcome() {
        var truth = new Truth(world);
        var views = views();
        int wrong =
                (int) views.stream().filter(payment -> !truth.agrees(payment)).count();
        views.stream()
                .filter(payment -> !truth.agrees(payment))
                .limit(10)
                .forEach(payment -> System.out.println("  wrong: " + payment));
        return new Outcome(
                postman.delivered(),
                views.size(),
                wrong,
                wrongPostings(views),
                postman.forged(),
                postman.forgedTaken(),
                postman.genuineRefused(),
                postman.lost());
    }

    /** Each taking and each giving back stands in the book once: no more entries, and no fewer. */
    private int wrongPostings(List<PaymentView> views) {
        long captures = views.stream()
                .filter(payment -> payment.state() instanceof PaymentState.Captured)
                .count();
        long refunds = views.stream()
                .flatMap(payment -> payment.refunds().stream())
                .filter(refund -> refund.state() == RefundView.State.DONE)
                .count();
        return (int) (Math.abs(captures - entries("capture:%")) + Math.abs(refunds - entries("refund:%")));
    }

    private long entries(String like) {
        return database.jdbc()
                .sql("SELECT count(*) FROM ledger.entry WHERE id LIKE ?")
                .param(like)
                .query(Long.class)
                .single();
    }

    private List<PaymentView> views() {
        return subjects.stream()
                .flatMap(subject -> shop.payments().of(subject).stream())
                .toList();
    }

    private static Payable payable(UUID subject, Rail rail) {
        return new Payable(
                subject,
                "order",
                rail.price(),
                "Sampan SP-1",
                URI.create("https://shop.example/orders/1/paid"),
                URI.create("https://shop.example/orders/1"),
                Locale.ENGLISH);
    }

    private Clock clock() {
        return world.clock().withZone(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        postman.close();
        letterbox.close();
        connected.values().forEach(Connected::close);
        world.close();
    }
}
