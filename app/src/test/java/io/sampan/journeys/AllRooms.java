package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.help.reconciliation.Kind;
import io.sampan.help.reconciliation.Reconciliation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/** What all rooms and the marketplaces say of everything that was ever ordered in this world. */
final class AllRooms {
    /** Until then what happened last is still under way. */
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    private static final int ROUNDS = 2;
    private static final int NIGHT_SECONDS = 4;

    /** Stories that end in the middle leave things lying while days pass. */
    private static final Set<Kind> LEFT_LYING = EnumSet.of(
            Kind.ORDER_UNPACKED_LONG,
            Kind.SHOPPER_SILENT_LONG,
            Kind.PURCHASE_UNSETTLED_LONG,
            Kind.SELLER_SLOW,
            Kind.INBOUND_OVERDUE,
            Kind.ITEM_UNCHECKED_LONG,
            Kind.PARCEL_NOT_HANDED_OVER_LONG,
            Kind.PARCEL_SLOW);

    private AllRooms() {}

    /** When all has come to rest, nothing differs, whatever misfortunes there were. */
    static void agree(ApplicationContext app) throws InterruptedException {
        JourneyWorld.world().nothingGoesWrong();
        for (int i = 0; i < ROUNDS; i++) {
            JourneyWorld.world().advance(LONG_ENOUGH);
            TimeUnit.SECONDS.sleep(NIGHT_SECONDS);
        }
        var reconciliation = app.getBean(Reconciliation.class);
        var night = reconciliation.run().orElseThrow();
        assertThat(night.broken()).isZero();
        assertThat(reconciliation.standing(100))
                .filteredOn(one -> !LEFT_LYING.contains(one.kind()))
                .isEmpty();
    }
}
