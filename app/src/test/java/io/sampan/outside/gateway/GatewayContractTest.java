package io.sampan.outside.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Rail.Purse;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every gateway keeps to, whatever its protocol: each scenario is written once and run against each rail's simulator over HTTP. The
 * row of {@link Rail} says what a rail is, and nothing else.
 */
@ParameterizedClass
@EnumSource(Rail.class)
class GatewayContractTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final List<GatewayNews> HEARD = new CopyOnWriteArrayList<>();
    private static final Map<String, Connected> CONNECTED = new HashMap<>();
    private static Simulators world;

    private final Rail rail;
    private final Gateway gateway;
    private final PayingBrowser browser;
    private final String key = UUID.randomUUID().toString();

    GatewayContractTest(Rail rail) {
        this.rail = rail;
        if (world == null) {
            world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
        }
        this.gateway =
                CONNECTED.computeIfAbsent(rail.gateway, name -> connected(rail)).gateway();
        this.browser = new PayingBrowser(rail, world.addresses().get(rail.gateway));
        world.kernel().faults().clear();
        HEARD.clear();
    }

    private static Connected connected(Rail rail) {
        var clock = clock(world);
        var made = rail.connect(world, clock);
        var hearing = HearingOfATest.on(DATABASE, news -> HEARD.add((GatewayNews) news), clock);
        world.kernel().webhooks().set(rail.gateway, made.hear(hearing).toString());
        return made;
    }

    @AfterAll
    static void close() {
        CONNECTED.values().forEach(Connected::close);
        world.close();
    }

    @Test
    void theSameKeyOpensTheSamePayment() {
        var demand = demand();
        var first = ready(demand);
        assertThat(ready(demand).gatewayReference()).isEqualTo(first.gatewayReference());
        assertThat(first.expires()).isAfter(world.clock().now());
        assertThat(gateway.look(first.gatewayReference())).isInstanceOfAny(Standing.Open.class, Standing.Unbegun.class);
    }

    @Test
    void moneyThatThePayerGaveIsTakenWholeAndOnce() {
        var opened = ready(demand());
        assertThat(browser.pays(opened.page(), Purse.GOOD)).isTrue();
        var standing = gateway.look(opened.gatewayReference());
        if (rail.holds) {
            assertThat(standing).isEqualTo(new Standing.Authorised(rail.price()));
            standing = gateway.capture(opened.gatewayReference(), rail.price(), "c1:" + key);
        }
        assertThat(captured(standing)).isEqualTo(rail.price());
        assertThat(captured(gateway.look(opened.gatewayReference()))).isEqualTo(rail.price());
        gateway.capture(opened.gatewayReference(), rail.price(), "c2:" + key);
        assertThat(captured(gateway.look(opened.gatewayReference())))
                .as("a second capture takes nothing more")
                .isEqualTo(rail.price());
    }

    @Test
    void aPurseWithoutMoneyLeavesThePageOpenForAnother() {
        var opened = ready(demand());
        browser.pays(opened.page(), Purse.EMPTY);
        var standing = gateway.look(opened.gatewayReference());
        if (standing instanceof Standing.Authorised) {
            standing = gateway.capture(opened.gatewayReference(), rail.price(), "c1:" + key);
            assertThat(((Standing.Open) standing).lastDecline())
                    .as("who is refused only then, is told why")
                    .isNotNull();
        }
        assertThat(standing).isInstanceOf(Standing.Open.class);
        assertThat(browser.pays(opened.page(), Purse.GOOD)).isTrue();
        assertThat(captured(taken(opened, "c2"))).isEqualTo(rail.price());
    }

    @Test
    void aChallengeComesBeforeTheMoney() {
        assumeTrue(!rail.gateway.equals("stripe") || rail.method.equals("card"), "its bank's page is the challenge");
        var opened = ready(demand());
        assertThat(browser.pays(opened.page(), Purse.CHALLENGED)).isFalse();
        assertThat(gateway.look(opened.gatewayReference())).isInstanceOf(Standing.Open.class);
        assertThat(browser.provesItself()).isTrue();
        assertThat(captured(taken(opened, "c"))).isEqualTo(rail.price());
    }

    @Test
    void whatIsCancelledTakesNoMoney() {
        var opened = ready(demand());
        browser.visits(opened.page());
        var standing = gateway.cancel(opened.gatewayReference(), "x:" + key);
        assertThat(standing).isInstanceOfAny(Standing.Closed.class, Standing.Unbegun.class);
        assertThat(gateway.cancel(opened.gatewayReference(), "y:" + key)).isEqualTo(standing);
    }

    @Test
    void heldMoneyIsLetGo() {
        assumeTrue(rail.holds && !rail.gateway.equals("paypal"), "its money is not held before it is taken");
        var opened = ready(demand());
        browser.pays(opened.page(), Purse.GOOD);
        assertThat(gateway.cancel(opened.gatewayReference(), "x:" + key)).isInstanceOf(Standing.Closed.class);
        assertThat(gateway.capture(opened.gatewayReference(), rail.price(), "c:" + key))
                .isInstanceOfAny(Standing.Refused.class, Standing.Closed.class);
    }

    @Test
    void lessThanWasAuthorisedCanBeTaken() {
        assumeTrue(rail.holds, "its money is not held before it is taken");
        var opened = ready(demand());
        browser.pays(opened.page(), Purse.GOOD);
        var standing = gateway.capture(opened.gatewayReference(), rail.part(10_000), "c:" + key);
        assertThat(captured(standing)).isEqualTo(rail.part(10_000));
        assertThat(gateway.refund(opened.gatewayReference(), rail.part(10_001), "r:" + key))
                .isInstanceOf(Returned.Refused.class);
    }

    @Test
    void aPageThatNobodyCompletedEnds() {
        var opened = ready(demand());
        browser.visits(opened.page());
        world.clock()
                .advance(Duration.between(world.clock().now(), opened.expires()).plus(Duration.ofHours(4)));
        assertThat(gateway.look(opened.gatewayReference()))
                .isInstanceOfAny(Standing.Closed.class, Standing.Unbegun.class);
        assertThat(browser.pays(opened.page(), Purse.GOOD)).isFalse();
        assertThat(gateway.look(opened.gatewayReference()))
                .isInstanceOfAny(Standing.Closed.class, Standing.Unbegun.class);
    }

    @Test
    void moneyGoesBackInPartsAndNeverMoreThanCame() {
        var opened = paid();
        var one = UUID.randomUUID().toString();
        var first = gateway.refund(opened.gatewayReference(), rail.part(5_000), one);
        assertThat(done(first)).isEqualTo(done(gateway.refund(opened.gatewayReference(), rail.part(5_000), one)));
        world.clock().advance(Duration.ofMinutes(2));
        done(gateway.refund(
                opened.gatewayReference(), rail.part(3_500), UUID.randomUUID().toString()));
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(gateway.refund(
                        opened.gatewayReference(),
                        rail.part(10_001),
                        UUID.randomUUID().toString()))
                .as("a fen more than is left")
                .isInstanceOf(Returned.Refused.class);
        done(gateway.refund(
                opened.gatewayReference(), rail.part(10_000), UUID.randomUUID().toString()));
        assertThat(captured(gateway.look(opened.gatewayReference())))
                .as("what was taken stays what was taken")
                .isEqualTo(rail.price());
    }

    @Test
    void aRefundWhoseAnswerWasLostIsMadeOnce() {
        var opened = paid();
        var id = UUID.randomUUID().toString();
        arm("refund", FaultKind.DROP_AFTER_SUCCESS, 2);
        var lost = gateway.refund(opened.gatewayReference(), rail.part(18_000), id);
        assertThat(lost).isInstanceOf(Returned.Unclear.class);
        world.kernel().faults().clear();
        done(gateway.refund(opened.gatewayReference(), rail.part(18_000), id));
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(gateway.refund(
                        opened.gatewayReference(),
                        rail.part(501),
                        UUID.randomUUID().toString()))
                .as("made twice it would have been refused before")
                .isInstanceOf(Returned.Refused.class);
    }

    @Test
    void aRefundThatTheBankSendsBackIsTold() {
        var bounce = rail.bounce();
        assumeTrue(bounce != null, "its refunds do not come back");
        var opened = paid();
        world.act(rail.gateway, bounce.action(), bounce.form());
        var asked = gateway.refund(
                opened.gatewayReference(), rail.price(), UUID.randomUUID().toString());
        assertThat(asked).isInstanceOf(Returned.Pending.class);
        world.clock().advance(Duration.ofHours(2));
        assertThat(gateway.lookAtRefund(((Returned.Pending) asked).refundReference()))
                .isInstanceOf(Returned.Failed.class);
    }

    @Test
    void silenceIsUnclearAndChangesNothing() {
        var opened = ready(demand());
        arm("look", FaultKind.ERROR_5XX, 4);
        assertThat(gateway.look(opened.gatewayReference())).isInstanceOf(Standing.Unclear.class);
        world.kernel().faults().clear();
        assertThat(gateway.look(opened.gatewayReference()))
                .isInstanceOfAny(Standing.Open.class, Standing.Unbegun.class);
    }

    @Test
    void anOpeningWhoseAnswerWasLostIsFoundAgain() {
        assumeTrue(!rail.gateway.equals("alipay"), "opening calls nobody");
        var demand = demand();
        arm("open", FaultKind.DROP_AFTER_SUCCESS, 2);
        assertThat(gateway.open(demand)).isInstanceOf(Opened.Unclear.class);
        world.kernel().faults().clear();
        var found = ready(demand);
        assertThat(browser.pays(found.page(), Purse.GOOD)).isTrue();
        assertThat(captured(taken(found, "c"))).isEqualTo(rail.price());
    }

    @Test
    void theNewsNamesThePaymentAndEachEventIsHeardOnce() {
        world.kernel().faults().arm(new Fault(rail.gateway, "*", FaultKind.DUPLICATE_PUSH, 10, 0, 0));
        var demand = demand();
        var opened = ready(demand);
        browser.pays(opened.page(), Purse.GOOD);
        eventually(() -> HEARD.stream().anyMatch(news -> demand.key().equals(news.key())));
        world.kernel().push().settle(PATIENCE);
        assertThat(HEARD).extracting(GatewayNews::eventId).doesNotHaveDuplicates();
        assertThat(HEARD)
                .filteredOn(news -> demand.key().equals(news.key()))
                .allSatisfy(news -> assertThat(news.subject()).isEqualTo(GatewayNews.Subject.PAYMENT));
    }

    @Test
    void forgedNewsIsNotHeard() {
        world.kernel().faults().arm(new Fault(rail.gateway, "*", FaultKind.BAD_PUSH_SIGNATURE, 50, 0, 0));
        var demand = demand();
        browser.pays(ready(demand).page(), Purse.GOOD);
        eventually(() -> world.kernel().push().recent().stream()
                .anyMatch(push ->
                        push.service().equals(rail.gateway) && push.outcome().startsWith("4")));
        assertThat(HEARD).noneMatch(news -> demand.key().equals(news.key()));
        world.kernel().faults().clear();
        world.clock().advance(Duration.ofHours(1));
        eventually(() -> HEARD.stream().anyMatch(news -> demand.key().equals(news.key())));
    }

    @Test
    void theNewsOfARefundNamesIt() {
        var opened = paid();
        HEARD.clear();
        var id = UUID.randomUUID().toString();
        done(gateway.refund(opened.gatewayReference(), rail.part(100), id));
        eventually(() ->
                HEARD.stream().anyMatch(news -> news.subject() == GatewayNews.Subject.REFUND && id.equals(news.key())));
    }

    private Opened.Ready paid() {
        var opened = ready(demand());
        browser.pays(opened.page(), Purse.GOOD);
        assertThat(captured(taken(opened, "c"))).isEqualTo(rail.price());
        return opened;
    }

    private Standing taken(Opened.Ready opened, String verb) {
        var standing = gateway.look(opened.gatewayReference());
        return standing instanceof Standing.Authorised
                ? gateway.capture(opened.gatewayReference(), rail.price(), verb + ":" + opened.gatewayReference())
                : standing;
    }

    /** The refund's reference once it is done, within an hour of the world's time. */
    private String done(Returned asked) {
        var returned = asked;
        for (int i = 0; i < 6 && returned instanceof Returned.Pending pending; i++) {
            world.clock().advance(Duration.ofMinutes(10));
            returned = gateway.lookAtRefund(pending.refundReference());
        }
        assertThat(returned).isInstanceOf(Returned.Done.class);
        return ((Returned.Done) returned).refundReference();
    }

    private static Money captured(Standing standing) {
        assertThat(standing).isInstanceOf(Standing.Captured.class);
        return ((Standing.Captured) standing).amount();
    }

    private Opened.Ready ready(Gateway.Demand demand) {
        var opened = gateway.open(demand);
        assertThat(opened).isInstanceOf(Opened.Ready.class);
        return (Opened.Ready) opened;
    }

    private Gateway.Demand demand() {
        return new Gateway.Demand(
                UUID.randomUUID().toString(),
                rail.price(),
                "Sampan 订单 SP-7F3K2Q",
                URI.create("https://shop.example/orders/1/paid"),
                URI.create("https://shop.example/orders/1"),
                Locale.GERMANY,
                rail.method,
                "203.0.113.7",
                null);
    }

    private void arm(String verb, FaultKind kind, int times) {
        world.kernel().faults().arm(new Fault(rail.gateway, rail.operations().get(verb), kind, times, 0, 0));
    }

    private static void eventually(BooleanSupplier condition) {
        var until = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Clock clock(Simulators world) {
        return world.clock().withZone(ZoneOffset.UTC);
    }
}
