package io.sampan.buy.paychoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.paychoice.PayAdvice.Picked;
import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is learnt of people is kept, read again at the next start, and gone when they want it gone. */
class PayAdviceTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final PayMethod CARD = new PayMethod("stripe", "card");
    private static final PayMethod PAYPAL = new PayMethod("paypal", "wallet");
    private static final PayMethod KLARNA = new PayMethod("stripe", "klarna");
    private static final List<PayMethod> OFFERED = List.of(PAYPAL, KLARNA, CARD);
    private static final Where GERMANY = new Where("DE", Money.of(5_000, "EUR"));

    private final UUID person = UUID.randomUUID();
    private PayAdvice advice;

    @BeforeEach
    void start() {
        advice = SamplePayAdvice.on(DATABASE);
    }

    @Test
    void whatWasChosenIsKnownAfterARestart() {
        pays(CARD, 3);
        start();
        var first = advice.rank(OFFERED, GERMANY, person).shown().getFirst();
        assertThat(first.method()).isEqualTo(CARD);
        assertThat(first.times()).isEqualTo(3);
        assertThat(advice.habits(person).times()).containsExactly(new PayHabits.Times(CARD, 3));
    }

    @Test
    void aSecondClickIsNoSecondChoice() {
        var order = UUID.randomUUID();
        advice.chose(person, order, GERMANY, new Picked(OFFERED, CARD));
        advice.chose(person, order, GERMANY, new Picked(OFFERED, CARD));
        assertThat(choices()).isOne();
        advice.ended(order, CARD, false);
        advice.ended(order, CARD, false);
        advice.chose(person, order, GERMANY, new Picked(OFFERED, PAYPAL));
        advice.ended(order, PAYPAL, true);
        assertThat(choices()).isEqualTo(2);
        assertThat(advice.habits(person).times()).containsExactly(new PayHabits.Times(PAYPAL, 1));
    }

    @Test
    void whoWantsToBeForgottenIs() {
        pays(CARD, 3);
        advice.forget(person);
        assertThat(advice.habits(person).times()).isEmpty();
        assertThat(rows("SELECT count(*) FROM paychoice.payer WHERE person = ?"))
                .isZero();
        assertThat(choices()).isZero();
        assertThat(advice.rank(OFFERED, GERMANY, person).shown()).allMatch(row -> row.times() == 0);
    }

    @Test
    void whatAPersonWantsStandsFirstWhateverWasLearnt() {
        pays(CARD, 5);
        advice.want(person, KLARNA);
        for (int i = 0; i < 50; i++) {
            var first = advice.rank(OFFERED, GERMANY, person).shown().getFirst();
            assertThat(first.method()).isEqualTo(KLARNA);
            assertThat(first.why()).isEqualTo(PayRanking.Why.WANTED);
        }
        assertThat(advice.habits(person).wanted()).isEqualTo(KLARNA);
        advice.want(person, null);
        assertThat(advice.rank(OFFERED, GERMANY, person).shown().getFirst().method())
                .isEqualTo(CARD);
        advice.want(person, KLARNA);
        advice.forget(person);
        assertThat(advice.habits(person).wanted()).isNull();
    }

    @Test
    void ofWhoIsNotFollowedNoWishIsKept() {
        advice.unfollow(person);
        advice.want(person, KLARNA);
        assertThat(rows("SELECT count(*) FROM paychoice.wanted WHERE person = ?"))
                .isZero();
    }

    @Test
    void tellsHowWellItsOrdersDid() {
        DATABASE.jdbc()
                .sql("UPDATE paychoice.choice SET chosen_at = chosen_at - interval '400 days'")
                .update();
        pays(OFFERED.getFirst(), 3);
        pays(OFFERED.getLast(), 1);
        assertThat(advice.quality(Duration.ofDays(30))).singleElement().satisfies(week -> {
            assertThat(week.choices()).isEqualTo(4);
            assertThat(week.first()).isEqualTo(0.75);
            assertThat(week.place()).isEqualTo(1.5);
        });
    }

    @Test
    void ofWhoIsNotFollowedNothingIsWritten() {
        pays(CARD, 1);
        advice.unfollow(person);
        pays(CARD, 2);
        assertThat(choices()).isZero();
        assertThat(rows("SELECT count(*) FROM paychoice.payer WHERE person = ?"))
                .isZero();
        assertThat(advice.habits(person).followed()).isFalse();
        advice.follow(person);
        pays(CARD, 1);
        assertThat(choices()).isOne();
    }

    @Test
    void tellsHowEachWayDid() {
        var luxembourg = new Where("LU", Money.of(5_000, "EUR"));
        for (var success : List.of(true, true, true, false)) {
            var order = UUID.randomUUID();
            advice.chose(person, order, luxembourg, new Picked(OFFERED, CARD));
            advice.ended(order, CARD, success);
        }
        assertThat(advice.health(Duration.ofDays(30), 10))
                .filteredOn(rail -> rail.country().equals("LU"))
                .containsExactly(new RailHealth(CARD, "LU", 4, 3, false))
                .first()
                .returns(0.75, RailHealth::rate);
    }

    private void pays(PayMethod method, int times) {
        for (int i = 0; i < times; i++) {
            var order = UUID.randomUUID();
            advice.chose(person, order, GERMANY, new Picked(OFFERED, method));
            advice.ended(order, method, true);
        }
    }

    private int choices() {
        return rows("SELECT count(*) FROM paychoice.choice WHERE person = ?");
    }

    private int rows(String sql) {
        return DATABASE.jdbc().sql(sql).param(person).query(Integer.class).single();
    }
}
