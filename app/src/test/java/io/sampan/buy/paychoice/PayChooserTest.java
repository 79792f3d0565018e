package io.sampan.buy.paychoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.buy.paychoice.PayRanking.Why;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PayChooserTest {
    private static final PayMethod CARD = new PayMethod("stripe", "card");
    private static final PayMethod IDEAL = new PayMethod("stripe", "ideal");
    private static final PayMethod PAYPAL = new PayMethod("paypal", "wallet");
    private static final List<PayMethod> ALL = List.of(CARD, IDEAL, PAYPAL);
    private static final Where NETHERLANDS = new Where("NL", Money.of(5_000, "EUR"));

    private final Random dice = new Random(1);
    private final PayChooser chooser = chooser(Map.of());

    @Test
    void aStrangerMeetsWhatTheirCountryUses() {
        var shown = rank(Payer.UNKNOWN);
        assertThat(shown.methods()).containsExactly(IDEAL, CARD, PAYPAL);
        assertThat(shown.shown().getFirst().why()).isEqualTo(Why.USUAL_HERE);
        assertThat(shown.shown().stream().mapToDouble(PayRanking.Shown::chance).sum())
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void whatWorkedLastStaysFirstAndSaysWhy() {
        var payer = pays(Payer.UNKNOWN, PAYPAL, 1);
        var shown = rank(payer);
        assertThat(shown.methods().getFirst()).isEqualTo(PAYPAL);
        assertThat(shown.shown().getFirst().why()).isEqualTo(Why.LAST_TIME);
        payer = pays(pays(payer, PAYPAL, 2), CARD, 1);
        shown = rank(payer);
        assertThat(shown.methods().getFirst()).isEqualTo(CARD);
        assertThat(shown.shown().get(1).method()).isEqualTo(PAYPAL);
        assertThat(shown.shown().get(1).times()).isEqualTo(3);
        assertThat(shown.shown().get(1).why()).isEqualTo(Why.USED_BEFORE);
    }

    @Test
    void whatFailsJustNowIsNotFirstHoweverItIsLiked() {
        var payer = pays(Payer.UNKNOWN, PAYPAL, 4);
        for (int i = 0; i < 30; i++) {
            chooser.ended(PAYPAL, false, NETHERLANDS, Payer.UNKNOWN);
        }
        var shown = rank(payer);
        assertThat(shown.methods().getFirst()).isNotEqualTo(PAYPAL);
        assertThat(shown.methods()).contains(PAYPAL);
    }

    @Test
    void aCountryIsLearntFromItsPeople() {
        for (int person = 0; person < 120; person++) {
            pays(Payer.UNKNOWN, PAYPAL, 3);
        }
        assertThat(rank(Payer.UNKNOWN).methods().getFirst()).isEqualTo(PAYPAL);
        var elsewhere = new Where("FR", Money.of(5_000, "EUR"));
        assertThat(steady(elsewhere, Payer.UNKNOWN).methods().getFirst()).isEqualTo(CARD);
    }

    @Test
    void whatAGatewayKeepsCounts() {
        var dear = chooser(Map.of(IDEAL, new BigDecimal("60")));
        var shown = dear.rank(ALL, NETHERLANDS, Payer.UNKNOWN, never());
        assertThat(shown.methods()).containsExactly(CARD, PAYPAL, IDEAL);
        assertThat(shown.shown().getLast().cost()).isEqualTo(Money.of(3_000, "EUR"));
    }

    @Test
    void exploresSeldomNeverThePinnedAndSaysHowSeldom() {
        var payer = pays(Payer.UNKNOWN, PAYPAL, 3);
        var usual = rank(payer).methods();
        var orders = new HashMap<List<PayMethod>, Integer>();
        for (int i = 0; i < 4_000; i++) {
            var ranking = chooser.rank(ALL, NETHERLANDS, payer, dice);
            orders.merge(ranking.methods(), 1, Integer::sum);
            assertThat(ranking.methods().getFirst()).isEqualTo(PAYPAL);
            assertThat(ranking.propensity()).isEqualTo(ranking.methods().equals(usual) ? 0.95 : 0.05);
        }
        assertThat(orders.get(usual)).isBetween(3_700, 3_890);
        assertThat(orders).hasSize(2);
    }

    @Test
    void whoIsForgottenLeavesNothingBehind() {
        double before = steady(NETHERLANDS, Payer.UNKNOWN).shown().getFirst().chance();
        var payer = pays(Payer.UNKNOWN, PAYPAL, 5);
        assertThat(steady(NETHERLANDS, Payer.UNKNOWN).shown().getFirst().chance())
                .isNotEqualTo(before);
        var tastes = payer.tastes();
        assertThat(tastes).isNotNull();
        chooser.forget("NL", tastes);
        for (int i = 0; i < 5; i++) {
            chooser.reliability().ended(PAYPAL, "NL", true);
        }
        assertThat(steady(NETHERLANDS, Payer.UNKNOWN).shown().getFirst().chance())
                .isCloseTo(before, org.assertj.core.data.Offset.offset(1e-9));
    }

    private Payer pays(Payer payer, PayMethod method, int times) {
        var now = payer;
        for (int i = 0; i < times; i++) {
            var ranking = steady(NETHERLANDS, now);
            now = chooser.chose(ranking, method, NETHERLANDS, now);
            now = chooser.ended(method, true, NETHERLANDS, now);
        }
        return now;
    }

    private PayRanking rank(Payer payer) {
        return steady(NETHERLANDS, payer);
    }

    private PayRanking steady(Where where, Payer payer) {
        return chooser.rank(ALL, where, payer, never());
    }

    /** Dice that never explore. */
    private static Random never() {
        return new Random(0) {
            private static final long serialVersionUID = 1;

            @Override
            public double nextDouble() {
                return 1;
            }
        };
    }

    private static PayChooser chooser(Map<PayMethod, BigDecimal> fees) {
        return new PayChooser(
                ALL,
                country -> country.equals("NL")
                        ? List.of("stripe.ideal", "stripe.card", "paypal.wallet")
                        : List.of("stripe.card", "paypal.wallet"),
                new PayChooser.Fees(fees));
    }
}
