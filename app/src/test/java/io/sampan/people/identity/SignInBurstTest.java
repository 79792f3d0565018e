package io.sampan.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.people.identity.IdentityTest.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once are held as those in a row are, and never by each other. */
class SignInBurstTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final int CROWD = 25;

    final MovedClock clock = new MovedClock();
    final String email = "mara." + UUID.randomUUID() + "@example.org";

    @Test
    void guessesAtOnceAreBrakedAsGuessesInARowAre() throws Exception {
        var accounts = accounts(4, 2, CROWD);
        accounts.signUp(email, "a long pass phrase", "en", "here");
        var guesses = atOnce(() -> accounts.signIn(email, "wrong wrong wrong", "there"));
        assertThat(guesses).filteredOn(SignedIn.Refused.class::isInstance).hasSize(3);
        assertThat(guesses).filteredOn(SignedIn.Braked.class::isInstance).hasSize(CROWD - 3);
        assertThat(accounts.signIn(email, "a long pass phrase", "there")).isInstanceOf(SignedIn.Braked.class);
        assertThat(accounts.signIn(email, "a long pass phrase", "here")).isInstanceOf(SignedIn.Welcome.class);
    }

    @Test
    void whoeverSignsInRightlyIsNeverBraked() {
        var accounts = accounts(4, 2, CROWD);
        accounts.signUp(email, "a long pass phrase", "en", "here");
        for (int i = 0; i < 70; i++) {
            assertThat(accounts.signIn(email, "a long pass phrase", "here")).isInstanceOf(SignedIn.Welcome.class);
        }
    }

    @Test
    void moreThanCanBeHashedAreToldThatWeAreBusyAndMayTryAgain() throws Exception {
        var accounts = accounts(12, 1, 1);
        var outcomes = atOnce(
                () -> accounts.signUp("p" + UUID.randomUUID() + "@example.org", "a long pass phrase", "en", "here"));
        assertThat(outcomes).hasOnlyElementsOfTypes(SignedUp.Welcome.class, SignedUp.Busy.class);
        assertThat(outcomes).filteredOn(SignedUp.Busy.class::isInstance).isNotEmpty();
        long made = outcomes.stream().filter(SignedUp.Welcome.class::isInstance).count();
        assertThat(made).isPositive();
        for (long i = made; i < CROWD; i++) {
            assertThat(accounts.signUp("p" + UUID.randomUUID() + "@example.org", "a long pass phrase", "en", "here"))
                    .as("who was told that we are busy was not counted")
                    .isInstanceOf(SignedUp.Welcome.class);
        }
        assertThat(accounts.signUp(email, "a long pass phrase", "en", "here")).isInstanceOf(SignedUp.Braked.class);
    }

    private Accounts accounts(int cost, int hashesAtOnce, int hashesWaiting) {
        var settings = new IdentitySettings(
                cost,
                hashesAtOnce,
                hashesWaiting,
                Duration.ofSeconds(20),
                Duration.ofDays(30),
                Duration.ofHours(1),
                Duration.ofSeconds(30),
                1000,
                Duration.ofHours(1),
                3,
                60,
                60,
                CROWD,
                Duration.ofMinutes(15),
                2,
                null,
                null);
        var table = new IdentityTable(DATABASE.jdbc());
        var sessions = new Sessions(table, settings, clock);
        return new Accounts(table, new Passwords(settings), new SignInBrake(clock, settings), sessions, clock);
    }

    private static <T> List<T> atOnce(Callable<T> act) throws Exception {
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<T>();
        try (var crowd = Executors.newFixedThreadPool(CROWD)) {
            var waiting = IntStream.range(0, CROWD)
                    .mapToObj(i -> crowd.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            for (var one : waiting) {
                outcomes.add(one.get());
            }
        }
        return outcomes;
    }
}
