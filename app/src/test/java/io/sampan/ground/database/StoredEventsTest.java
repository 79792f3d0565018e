package io.sampan.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.Application;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = Application.class,
        properties = {"sampan.db.resend-every=200ms"})
@ActiveProfiles("test")
@Import(StoredEventsTest.Listeners.class)
@Tag("slow")
class StoredEventsTest {
    record Happened(String id) {}

    static class FailsAtFirst {
        final List<String> heard = new CopyOnWriteArrayList<>();

        /** Asked through the proxy, so a method. */
        List<String> heard() {
            return heard;
        }

        @ApplicationModuleListener
        void on(Happened event) {
            heard.add(event.id());
            if (heard.size() == 1) {
                throw new IllegalStateException("the first time fails");
            }
        }
    }

    @TestConfiguration
    static class Listeners {
        @Bean
        FailsAtFirst failsAtFirst() {
            return new FailsAtFirst();
        }
    }

    @Autowired
    FailsAtFirst listener;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anEventWhoseListenerFailedIsSentAgainAndThenForgotten() throws InterruptedException {
        transactions.run(() -> events.publishEvent(new Happened("one")));
        for (int i = 0; i < 300 && (listener.heard().size() < 2 || left() > 0); i++) {
            Thread.sleep(Duration.ofMillis(200));
        }
        assertThat(listener.heard()).containsExactly("one", "one");
        assertThat(left()).isZero();
    }

    private int left() {
        return jdbc.sql("SELECT count(*) FROM database.event_publication")
                .query(Integer.class)
                .single();
    }
}
