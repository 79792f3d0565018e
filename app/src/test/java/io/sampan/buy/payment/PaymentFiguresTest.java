package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.PaymentFigures.Declines;
import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.Standing;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentFiguresTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final PayMethod CARD = new PayMethod("stripe", "card");

    private final TestDatabase database = TestDatabase.fresh();
    private final FakeGateway gateway = new FakeGateway();
    private final PaymentRoom room = new PaymentRoom(database, gateway);
    private final PaymentFigures figures = new PaymentFigures(database.jdbc(), room.clock);

    @Test
    void tellsWhatCameThroughHowLongItTookAndWhyNot() {
        var paid = UUID.randomUUID();
        var id = room.page(paid, 1_850);
        decline(id, paid, "card_declined");
        decline(id, paid, "card_declined");
        decline(id, paid, "insufficient_funds");
        room.clock.forward(Duration.ofSeconds(40));
        gateway.authorise(id);
        room.payments.look(paid);
        room.page(UUID.randomUUID(), 900);

        assertThat(figures.days(MONTH)).singleElement().satisfies(day -> {
            assertThat(day.method()).isEqualTo(CARD);
            assertThat(day.opened()).isEqualTo(2);
            assertThat(day.captured()).isOne();
            assertThat(day.usualSeconds()).isEqualTo(40);
        });
        assertThat(figures.declines(MONTH, 10))
                .containsExactly(new Declines(CARD, "card_declined", 1), new Declines(CARD, "insufficient_funds", 1));
        room.clock.forward(MONTH.plusDays(1));
        assertThat(figures.days(MONTH)).isEmpty();
        assertThat(figures.declines(MONTH, 10)).isEmpty();
    }

    private void decline(PaymentId id, UUID subject, String code) {
        gateway.stands(id, new Standing.Open(code));
        room.payments.look(subject);
    }
}
