package io.sampan.buy.shipchoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.browse.landedcost.Basket;
import io.sampan.browse.landedcost.Destination;
import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.browse.landedcost.Samples;
import io.sampan.buy.paychoice.PayAdvice;
import io.sampan.buy.paychoice.SamplePayAdvice;
import io.sampan.buy.shipchoice.ShipAdvice.Picked;
import io.sampan.buy.shipchoice.ShipRanking.Why;
import io.sampan.ground.database.TestDatabase;
import io.sampan.money.exchange.SampleRates;
import io.sampan.outside.carrier.LineId;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is learnt of how people have things shipped is kept, read again at the next start, and gone when they want it gone. */
class ShipAdviceTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LineId EXPRESS = new LineId("express");
    private static final List<LandedQuote> QUOTES = Samples.at("2026-11-22T12:00:00Z")
            .estimate(
                    Basket.of(Samples.line("女装 连衣裙", 10_000, 1, 400)),
                    Destination.country("DE"),
                    Currency.getInstance("EUR"));

    private final UUID person = UUID.randomUUID();
    private PayAdvice privacy;
    private ShipAdvice advice;

    @BeforeEach
    void start() {
        privacy = SamplePayAdvice.on(DATABASE);
        advice = new ShipAdvice(
                new ShipperTable(DATABASE.jdbc()),
                privacy,
                SampleRates.shipped(),
                DATABASE.transactions(),
                Clock.systemUTC());
    }

    @Test
    void whatWasOrderedIsKnownAfterARestart() {
        assertThat(first().option().line()).isEqualTo(new LineId("economy"));
        orders(5);
        start();
        assertThat(first().option().line()).isEqualTo(EXPRESS);
        assertThat(first().why()).isEqualTo(Why.LAST_TIME);
    }

    @Test
    void theSameOrderToldTwiceIsToldOnce() {
        var order = UUID.randomUUID();
        var ranking = advice.rank(QUOTES, "DE", person);
        advice.chose(person, order, "DE", new Picked(ranking, EXPRESS));
        double once = first().chance();
        advice.chose(person, order, "DE", new Picked(ranking, EXPRESS));
        assertThat(first().chance()).isEqualTo(once);
    }

    @Test
    void whatTheySayIsRememberedAndForgottenWithTheRest() {
        advice.say(person, "DE", Pace.URGENT);
        start();
        assertThat(advice.pace(person)).isEqualTo(Pace.URGENT);
        assertThat(first().why()).isEqualTo(Why.SAID_URGENT);
        orders(2);
        advice.forget(person);
        assertThat(advice.pace(person)).isEqualTo(Pace.BALANCED);
        assertThat(first().why()).isEqualTo(Why.USUAL_HERE);
        assertThat(DATABASE.jdbc()
                        .sql("SELECT count(*) FROM shipchoice.choice WHERE person = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingIsLearntOfWhoDoesNotWantIt() {
        privacy.unfollow(person);
        orders(3);
        assertThat(first().why()).isEqualTo(Why.USUAL_HERE);
        advice.say(person, "DE", Pace.URGENT);
        assertThat(first().option().line()).as("their own word holds").isEqualTo(EXPRESS);
    }

    private void orders(int count) {
        for (int i = 0; i < count; i++) {
            advice.chose(person, UUID.randomUUID(), "DE", new Picked(advice.rank(QUOTES, "DE", person), EXPRESS));
        }
    }

    private ShipRanking.Shown first() {
        return advice.rank(QUOTES, "DE", person).shown().getFirst();
    }
}
