package io.sampan.outside.gateway;

import io.sampan.ground.database.TestDatabase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/** Lets the tests of connectors and later rooms hear what a real webhook tells. */
public final class HearingOfATest {
    private HearingOfATest() {}

    public static Hearing on(TestDatabase database, ApplicationEventPublisher events, Clock clock) {
        return new Hearing(new HeardTable(database.jdbc()), database.transactions(), events, clock);
    }
}
