package io.sampan.outside.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.credentials.AccessTokens.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    /** A platform that gives numbered tokens. */
    static final class Platform implements AccessTokens.Renewal {
        final String service;
        final List<String> asked = new CopyOnWriteArrayList<>();
        Token first = new Token("a0", "r0", null);
        Duration life = Duration.ofHours(10);
        boolean silent;

        Platform(String service) {
            this.service = service;
        }

        @Override
        public String service() {
            return service;
        }

        @Override
        public Token first() {
            return first;
        }

        @Override
        public Optional<Token> renew(String refreshToken) {
            asked.add(refreshToken);
            int number = asked.size();
            return silent ? Optional.empty() : Optional.of(new Token("a" + number, "r" + number, NOW.plus(life)));
        }
    }

    /** A node of the installation: all nodes share the database and nothing else. */
    static AccessTokens node(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return TestTokens.on(DATABASE, clock);
    }

    @Test
    void beginsWithTheTokenInTheSettings() {
        var platform = new Platform("begins");
        assertThat(node(NOW).current(platform)).isEqualTo("a0");
        assertThat(platform.asked).isEmpty();
    }

    @Test
    void asksForATokenWhereTheSettingsHoldNoneAndEveryNodeUsesIt() {
        var platform = new Platform("none");
        platform.first = new Token("", "r0", null);
        assertThat(node(NOW).current(platform)).isEqualTo("a1");
        assertThat(node(NOW).current(platform)).isEqualTo("a1");
        assertThat(platform.asked).containsExactly("r0");
    }

    @Test
    void renewsBeforeTheTokenExpiresWithTheNewestRefreshToken() {
        var platform = new Platform("expires");
        platform.first = new Token("", "r0", null);
        node(NOW).current(platform);
        assertThat(node(NOW.plus(Duration.ofMinutes(594))).current(platform)).isEqualTo("a1");
        assertThat(node(NOW.plus(Duration.ofMinutes(596))).current(platform)).isEqualTo("a2");
        assertThat(platform.asked).containsExactly("r0", "r1");
    }

    @Test
    void aTokenThatWasRenewedMeanwhileIsNotRenewedAgain() {
        var platform = new Platform("meanwhile");
        assertThat(node(NOW).renewed(platform, "a0")).isEqualTo("a1");
        assertThat(node(NOW).renewed(platform, "a0")).isEqualTo("a1");
        assertThat(platform.asked).hasSize(1);
    }

    @Test
    void manyCallsOnManyNodesRenewOnce() throws Exception {
        var platform = new Platform("many");
        node(NOW).current(platform);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 4; i++) {
            var node = node(NOW);
            calls.add(() -> node.renewed(platform, "a0"));
            calls.add(() -> node.renewed(platform, "a0"));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo("a1");
            }
        }
        assertThat(platform.asked).hasSize(1);
    }

    @Test
    void whenThePlatformIsSilentTheOldTokenStandsAndTheNextMayTry() {
        var platform = new Platform("silent");
        platform.silent = true;
        assertThat(node(NOW).renewed(platform, "a0")).isEqualTo("a0");
        platform.silent = false;
        assertThat(node(NOW).renewed(platform, "a0")).isEqualTo("a2");
    }

    @Test
    void aNodeThatDiedWhileRenewingBlocksNobodyForLong() {
        var platform = new Platform("died");
        node(NOW).current(platform);
        DATABASE.jdbc()
                .sql("UPDATE credentials.token SET renewing_until = :until WHERE service = 'died'")
                .param("until", NOW.plusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(node(NOW.plusSeconds(2)).renewed(platform, "a0")).isEqualTo("a1");
    }

    @Test
    void anOperatorWhoAuthorisesAnewReplacesWhatWasKept() {
        var platform = new Platform("anew");
        node(NOW).renewed(platform, "a0");
        platform.first = new Token("b0", "s0", null);
        assertThat(node(NOW).current(platform)).isEqualTo("b0");
    }

    @Test
    void printsNoToken() {
        assertThat(new Token("secret", "secret", NOW).toString()).doesNotContain("secret");
    }
}
