package io.sampan.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A fresh, migrated database for one test class, on the one PostgreSQL of this machine's test runs; used as the app's restricted role. */
public final class TestDatabase {
    private static final String LATEST = "latest";
    /** Each of the processes that test side by side has its own. */
    private static final Path HOME = Path.of("target/test-postgres-" + System.getProperty("sampan.test.fork", "1"));

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    private static @Nullable EmbeddedPostgres server;

    private final HikariDataSource pool;
    private final Database.Access access;

    private TestDatabase(HikariDataSource pool, Database.Access access) {
        this.pool = pool;
        this.access = access;
    }

    /** A new database with all rooms' tables and no rows. */
    public static TestDatabase fresh() {
        return until(LATEST);
    }

    /** A database that another process made, by the settings that it has {@linkplain #asSettings there}. */
    public static TestDatabase elsewhere(Map<String, String> settings) {
        var access = new Database.Access(
                settings.get("sampan.db.url"),
                settings.get("sampan.db.user"),
                settings.get("sampan.db.password"),
                settings.get("sampan.db.owner-user"),
                settings.get("sampan.db.owner-password"));
        return new TestDatabase(pool(access), access);
    }

    /** A new database as it was before this migration; {@link #update} brings it up to date. */
    static synchronized TestDatabase until(String version) {
        try {
            if (server == null) {
                var started = EmbeddedPostgres.start(HOME);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
                server = started;
            }
            var name = "t" + RUN + "_" + COUNT.incrementAndGet();
            var settings = new DatabaseSettings(
                    null, "sampan_app", null, "sampan_owner", null, HOME, name, 8, Duration.ofSeconds(5));
            var access = Database.prepare(server, settings);
            if (version.equals(LATEST)) {
                Database.migrate(access);
            } else {
                migrate(access, version);
            }
            return new TestDatabase(pool(access), access);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("No test database", e);
        }
    }

    private static HikariDataSource pool(Database.Access access) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    private static void migrate(Database.Access access, String version) {
        Flyway.configure()
                .dataSource(access.url(), access.ownerUser(), access.ownerPassword())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(version)
                .placeholders(Map.of("app", access.user()))
                .load()
                .migrate();
    }

    /** As a start of the app does. */
    void update() {
        Database.migrate(access);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public HikariDataSource dataSource() {
        return pool;
    }

    public Transactions transactions() {
        return new Transactions(new JdbcTransactionManager(pool));
    }

    /** The same database as its owner, to prove what the app's own role may not do, or to tamper. */
    public JdbcClient asOwner() {
        var owner = new HikariDataSource();
        owner.setJdbcUrl(access.url());
        owner.setUsername(access.ownerUser());
        owner.setPassword(access.ownerPassword());
        owner.setMaximumPoolSize(2);
        owner.setMinimumIdle(0);
        return JdbcClient.create(owner);
    }

    /** What makes an app context use this database, by the names of its settings. */
    public Map<String, String> asSettings() {
        return Map.of(
                "sampan.db.url", access.url(),
                "sampan.db.user", access.user(),
                "sampan.db.password", access.password(),
                "sampan.db.owner-user", access.ownerUser(),
                "sampan.db.owner-password", access.ownerPassword());
    }

    /** Removes the database of this run, for those that are too large to be left lying about. */
    public void drop() {
        pool.close();
        var running = server;
        if (running == null) {
            throw new IllegalStateException("It is of another process");
        }
        var name = access.url().substring(access.url().lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(
                        running.url("postgres"), EmbeddedPostgres.SUPERUSER, running.password());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IllegalStateException("It stays", e);
        }
    }

    private static void stop(EmbeddedPostgres started) {
        try {
            started.close();
        } catch (IOException stoppedAlready) {
            // A Spring context of the same run stopped it first.
        }
    }
}
