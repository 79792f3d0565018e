package io.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.help.reconciliation.Discrepancy;
import io.sampan.help.reconciliation.Kind;
import io.sampan.help.reconciliation.Reconciliation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;

/** What all rooms and the marketplaces say of everything that was ever ordered in this world. */
final class AllRooms {
    /** Until then what happened last is still under way. */
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    /** What one night mends is mended the next; more only for a machine that is busy with other tests. */
    private static final int LEAST_NIGHTS = 2;

    private static final int MOST_NIGHTS = 6;
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
        var reconciliation = app.getBean(Reconciliation.class);
        List<Discrepancy> left = List.of();
        for (int night = 0; night < LEAST_NIGHTS || night < MOST_NIGHTS && !left.isEmpty(); night++) {
            JourneyWorld.world().advance(LONG_ENOUGH);
            TimeUnit.SECONDS.sleep(NIGHT_SECONDS);
            assertThat(reconciliation.run().orElseThrow().broken()).isZero();
            left = reconciliation.standing(100).stream()
                    .filter(one -> !LEFT_LYING.contains(one.kind()))
                    .toList();
        }
        assertThat(left).isEmpty();
    }
}
