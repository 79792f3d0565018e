package io.sampan.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Two roles work on the one database: the owner migrates tables when the app starts; the app itself runs as a role that may only do what the
 * migrations grant, so that a ledger entry can be written but never changed.
 */
@Configuration(proxyBeanMethods = false)
class Database {
    /** Owner, app and address of the database that is in use. */
    record Access(String url, String user, String password, String ownerUser, String ownerPassword) {
        @Override
        public String toString() {
            return "Access[" + url + " as " + user + "]";
        }
    }

    /** Keeps the embedded server as long as the app's context lives. */
    record Server(Access access, DisposableBean stop) implements DisposableBean {
        @Override
        public void destroy() throws Exception {
            stop.destroy();
        }
    }

    @Bean
    Server databaseServer(DatabaseSettings settings) throws IOException, SQLException {
        if (!settings.embedded()) {
            var access = new Access(
                    settings.required(settings.url(), "url"),
                    settings.user(),
                    settings.required(settings.password(), "password"),
                    settings.ownerUser(),
                    settings.required(settings.ownerPassword(), "owner-password"));
            return new Server(access, () -> {});
        }
        var postgres = EmbeddedPostgres.start(settings.home());
        return new Server(prepare(postgres, settings), postgres::close);
    }

    @Bean
    @Primary
    DataSource dataSource(Server server, DatabaseSettings settings) {
        migrate(server.access());
        var pool = new HikariDataSource();
        pool.setPoolName("sampan");
        pool.setJdbcUrl(server.access().url());
        pool.setUsername(server.access().user());
        pool.setPassword(server.access().password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(10_000);
        return pool;
    }

    /** Rooms migrate in one sequence but know nothing of each other's tables, so the order among rooms does not matter. */
    static void migrate(Access access) {
        Flyway.configure()
                .dataSource(access.url(), access.ownerUser(), access.ownerPassword())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("app", access.user()))
                .load()
                .migrate();
    }

    static Access prepare(EmbeddedPostgres postgres, DatabaseSettings settings) throws IOException, SQLException {
        var owner = SecretFile.at(postgres.home().resolve("owner.secret")).text();
        var app = SecretFile.at(postgres.home().resolve("app.secret")).text();
        try (var connection = DriverManager.getConnection(
                postgres.url("postgres"), EmbeddedPostgres.SUPERUSER, postgres.password())) {
            role(connection, settings.ownerUser(), owner);
            role(connection, settings.user(), app);
            var name = word(settings.name());
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                execute(connection, "CREATE DATABASE " + name + " OWNER " + settings.ownerUser());
            }
        }
        return new Access(postgres.url(settings.name()), settings.user(), app, settings.ownerUser(), owner);
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + word(name) + "'")) {
            execute(connection, "CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
        }
    }

    private static String word(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,30}")) {
            throw new IllegalStateException("Not the name of a role or database: " + name);
        }
        return name;
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
