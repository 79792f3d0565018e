package io.sampan.ground.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the truth is kept. Without a url the app unpacks and runs its own PostgreSQL.
 *
 * @param url a JDBC url of a PostgreSQL-speaking database; empty means the embedded one
 * @param user the role that the app works as; it may not change tables, nor what is written once for all
 * @param password of that role
 * @param ownerUser the role that owns the tables and migrates them
 * @param ownerPassword of that role
 * @param home folder of the embedded server and its data, kept between runs
 * @param name of the database on the embedded server
 * @param connections most connections held at a time
 * @param resendEvery pause between two looks for stored events whose listener failed
 */
@ConfigurationProperties(prefix = "sampan.db", ignoreUnknownFields = false)
record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("sampan_app") String user,
        @Nullable String password,
        @DefaultValue("sampan_owner") String ownerUser,
        @Nullable String ownerPassword,
        @DefaultValue("data/postgres") Path home,
        @DefaultValue("sampan") String name,
        @DefaultValue("16") int connections,
        @DefaultValue("5s") Duration resendEvery) {

    /** Shows no password; nor the url, which may hold one. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + (embedded() ? "embedded at " + home : "given") + ", as " + user + "]";
    }

    boolean embedded() {
        return url == null || url.isBlank();
    }

    String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("An external database needs sampan.db." + name);
        }
        return value;
    }
}
