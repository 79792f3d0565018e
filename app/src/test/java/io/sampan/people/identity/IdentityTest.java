package io.sampan.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IdentityTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final IdentitySettings SETTINGS = new IdentitySettings(
            4,
            2,
            24,
            Duration.ofSeconds(20),
            Duration.ofDays(30),
            Duration.ofHours(1),
            Duration.ofSeconds(30),
            1000,
            Duration.ofHours(1),
            3,
            60,
            60,
            4,
            Duration.ofMinutes(15),
            2,
            null,
            null);

    final MovedClock clock = new MovedClock();
    final IdentityTable table = new IdentityTable(DATABASE.jdbc());
    final Sessions sessions = new Sessions(table, SETTINGS, clock);
    final Accounts accounts =
            new Accounts(table, new Passwords(SETTINGS), new SignInBrake(clock, SETTINGS), sessions, clock);
    final Addresses addresses = new Addresses(table, DATABASE.transactions(), SETTINGS, clock);
    final String email = "mara." + UUID.randomUUID() + "@example.org";

    @Test
    void aPersonSignsUpAndSignsInWithTheEmailInAnyCapitals() {
        var account = signUp();
        assertThat(accounts.signIn(email.toUpperCase(), "a long pass phrase", "here"))
                .isEqualTo(new SignedIn.Welcome(account));
        assertThat(account.toString()).doesNotContain("mara");
    }

    @Test
    void anEmailHasOneAccountOnly() {
        signUp();
        assertThat(accounts.signUp(email.toUpperCase(), "another pass phrase", "en", "here"))
                .isEqualTo(new SignedUp.Refused(List.of(SignedUp.Fault.NOT_POSSIBLE)));
        assertThat(accounts.signIn(email, "another pass phrase", "here")).isEqualTo(new SignedIn.Refused());
    }

    @Test
    void namesAllThatIsWrongWithASignUp() {
        assertThat(accounts.signUp("mara at home", "short", "en", "here"))
                .isEqualTo(
                        new SignedUp.Refused(List.of(SignedUp.Fault.EMAIL_MALFORMED, SignedUp.Fault.PASSWORD_SHORT)));
        assertThat(accounts.signUp(email, "x".repeat(201), "en", "here"))
                .isEqualTo(new SignedUp.Refused(List.of(SignedUp.Fault.PASSWORD_LONG)));
        assertThat(accounts.signUp(email, "aaaaaaaaaaaa", "en", "here"))
                .isEqualTo(new SignedUp.Refused(List.of(SignedUp.Fault.PASSWORD_EASY)));
    }

    @Test
    void passPhrasesBeyondBcryptsReachCountInFull() {
        var start = "correct horse battery staple ".repeat(3);
        accounts.signUp(email, start + "one", "en", "here");
        assertThat(accounts.signIn(email, start + "two", "here")).isEqualTo(new SignedIn.Refused());
        assertThat(accounts.signIn(email, start + "one", "here")).isInstanceOf(SignedIn.Welcome.class);
    }

    @Test
    void guessingIsBrakedForThatSourceAndEndsWithTime() {
        signUp();
        for (int i = 0; i < 3; i++) {
            assertThat(accounts.signIn(email, "wrong wrong wrong", "there")).isEqualTo(new SignedIn.Refused());
        }
        assertThat(accounts.signIn(email, "a long pass phrase", "there"))
                .isEqualTo(new SignedIn.Braked(Duration.ofMinutes(15)));
        assertThat(accounts.signIn(email, "a long pass phrase", "here")).isInstanceOf(SignedIn.Welcome.class);
        clock.pass(Duration.ofMinutes(15));
        assertThat(accounts.signIn(email, "a long pass phrase", "there")).isInstanceOf(SignedIn.Welcome.class);
    }

    @Test
    void triesThatNameNoEmailAreBrakedBySource() {
        for (int i = 0; i < 60; i++) {
            assertThat(accounts.signIn("mara at home", "wrong wrong wrong", "there"))
                    .isEqualTo(new SignedIn.Refused());
        }
        assertThat(accounts.signIn("mara at home", "wrong wrong wrong", "there"))
                .isEqualTo(new SignedIn.Braked(Duration.ofMinutes(15)));
        assertThat(accounts.signIn(email, "wrong wrong wrong", "there")).isInstanceOf(SignedIn.Braked.class);
        assertThat(accounts.signIn(email, "wrong wrong wrong", "here")).isEqualTo(new SignedIn.Refused());
    }

    @Test
    void signUpsAreBrakedBySourceAndFaultyFormsAreNone() {
        signUp();
        for (int i = 0; i < 3; i++) {
            accounts.signUp(email, "short", "en", "here");
            assertThat(accounts.signUp(email, "a long pass phrase", "en", "here"))
                    .isInstanceOf(SignedUp.Refused.class);
        }
        assertThat(accounts.signUp("x" + email, "a long pass phrase", "en", "here"))
                .isEqualTo(new SignedUp.Braked(Duration.ofMinutes(15)));
        assertThat(accounts.signUp("x" + email, "a long pass phrase", "en", "there"))
                .isInstanceOf(SignedUp.Welcome.class);
        clock.pass(Duration.ofMinutes(15));
        assertThat(accounts.signUp("y" + email, "a long pass phrase", "en", "here"))
                .isInstanceOf(SignedUp.Welcome.class);
    }

    @Test
    void theTableHoldsNeitherPasswordNorToken() {
        var token = sessions.open(signUp().id());
        var kept = DATABASE.jdbc()
                .sql(
                        "SELECT string_agg(s::text, '') || string_agg(a::text, '') FROM identity.session s, identity.account a")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(token).doesNotContain("pass phrase");
    }

    @Test
    void aSessionSurvivesARestartAndSlidesWhileItIsUsed() {
        var account = signUp();
        var token = sessions.open(account.id());
        for (int i = 0; i < 4; i++) {
            clock.pass(Duration.ofDays(20));
            var afterRestart = new Sessions(table, SETTINGS, clock);
            assertThat(afterRestart.accountOf(token)).contains(account);
        }
        clock.pass(Duration.ofDays(30));
        assertThat(sessions.accountOf(token)).isEmpty();
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        var account = signUp();
        var token = sessions.open(account.id());
        var other = sessions.open(account.id());
        assertThat(sessions.accountOf(token)).isPresent();
        sessions.close(token);
        assertThat(sessions.accountOf(token)).isEmpty();
        assertThat(sessions.accountOf(other)).isPresent();
        sessions.closeAll(account.id());
        assertThat(sessions.accountOf(other)).isEmpty();
        assertThat(sessions.accountOf("'; DROP TABLE session; --")).isEmpty();
    }

    @Test
    void endedSessionsAreSweptAway() {
        var token = sessions.open(signUp().id());
        clock.pass(Duration.ofDays(31));
        sessions.tend();
        assertThat(DATABASE.jdbc()
                        .sql("SELECT count(*) FROM identity.session WHERE expires_at <= :now")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sessions.accountOf(token)).isEmpty();
    }

    @Test
    void whatTheOwnerPrefersIsKnownToOpenSessionsAtOnce() {
        var account = signUp();
        var token = sessions.open(account.id());
        assertThat(sessions.accountOf(token)).isPresent();
        accounts.prefer(account.id(), "zh", "de", Currency.getInstance("EUR"));
        var now = sessions.accountOf(token).orElseThrow();
        assertThat(now.language()).isEqualTo("zh");
        assertThat(now.country()).isEqualTo("DE");
    }

    @Test
    void anotherAccountsAddressIsNotThere() {
        var mara = signUp().id();
        var saved = ((Kept.Saved) addresses.add(mara, AddressTest.in("DE", "10115", ""))).saved();
        var stranger = new AccountId(UUID.randomUUID());
        assertThat(addresses.find(stranger, saved.id())).isEmpty();
        assertThat(addresses.change(stranger, saved.id(), AddressTest.in("DE", "10117", "")))
                .isEqualTo(new Kept.Missing());
        addresses.remove(stranger, saved.id());
        assertThat(addresses.of(mara)).containsExactly(saved);
    }

    @Test
    void theBookHasOnePreferredAddressAndABound() {
        var mara = signUp().id();
        var first = ((Kept.Saved) addresses.add(mara, AddressTest.in("DE", "10115", ""))).saved();
        var second = ((Kept.Saved) addresses.add(mara, AddressTest.in("GB", "SW1A 1AA", ""))).saved();
        assertThat(first.preferred()).isTrue();
        assertThat(second.preferred()).isFalse();
        assertThat(addresses.add(mara, AddressTest.in("DE", "10115", ""))).isEqualTo(new Kept.Full(2));
        addresses.prefer(mara, second.id());
        assertThat(addresses.of(mara)).extracting(SavedAddress::id).containsExactly(second.id(), first.id());
        assertThat(addresses.of(mara)).extracting(SavedAddress::preferred).containsExactly(true, false);
        addresses.remove(mara, second.id());
        assertThat(addresses.change(mara, first.id(), AddressTest.in("DE", "1", "")))
                .isInstanceOf(Kept.Faulty.class);
    }

    @Test
    void theFirstOperatorIsMadeOnce() {
        var settings = new IdentitySettings(
                4,
                1,
                1,
                Duration.ofSeconds(5),
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                10,
                Duration.ofHours(1),
                3,
                3,
                3,
                3,
                Duration.ofMinutes(1),
                2,
                email,
                "a long pass phrase");
        new FirstOperator(accounts, settings).run(new org.springframework.boot.DefaultApplicationArguments());
        new FirstOperator(accounts, settings).run(new org.springframework.boot.DefaultApplicationArguments());
        assertThat(accounts.anyOperator()).isTrue();
        var signedIn = (SignedIn.Welcome) accounts.signIn(email, "a long pass phrase", "here");
        assertThat(signedIn.account().isOperator()).isTrue();
        assertThat(settings.toString()).doesNotContain("pass phrase");
    }

    @Test
    void addressesThatAreAddedAtOnceKeepTheBoundAndOneIsPreferred() throws Exception {
        var mara = signUp().id();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var added = new ArrayList<Callable<Kept>>();
            for (int i = 0; i < 4; i++) {
                var address = AddressTest.in("DE", "1011" + i, "");
                added.add(() -> addresses.add(mara, address));
            }
            for (var one : people.invokeAll(added)) {
                assertThat(one.get()).isInstanceOfAny(Kept.Saved.class, Kept.Full.class);
            }
        }
        assertThat(addresses.of(mara)).hasSize(2);
        assertThat(addresses.of(mara)).filteredOn(SavedAddress::preferred).hasSize(1);
    }

    Account signUp() {
        return ((SignedUp.Welcome) accounts.signUp(email, "a long pass phrase", "en", "here")).account();
    }

    static final class MovedClock extends Clock {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
