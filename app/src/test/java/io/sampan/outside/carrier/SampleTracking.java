package io.sampan.outside.carrier;

import io.sampan.ground.database.TestDatabase;
import java.time.Clock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/** The tracking door on a test's database, for tests of rooms behind it. */
public final class SampleTracking {
    private SampleTracking() {}

    /** Without a tracking service. */
    public static Tracking of(TestDatabase database, ApplicationEventPublisher events) {
        return of(database, events, new StaticListableBeanFactory(), Clock.systemUTC());
    }

    /** With this tracking service. */
    public static Tracking of(TestDatabase database, ApplicationEventPublisher events, Tracker tracker, Clock clock) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("tracker", tracker);
        return of(database, events, beans, clock);
    }

    private static Tracking of(
            TestDatabase database, ApplicationEventPublisher events, StaticListableBeanFactory beans, Clock clock) {
        return new Tracking(
                beans.getBeanProvider(Tracker.class),
                new HeardTable(database.jdbc()),
                database.transactions(),
                events,
                clock);
    }
}
