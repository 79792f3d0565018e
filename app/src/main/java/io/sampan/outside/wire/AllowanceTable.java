package io.sampan.outside.wire;

import io.sampan.ground.database.Transactions;
import io.sampan.outside.wire.Allowance.Wait;
import io.sampan.outside.wire.WireSettings.Allowed;
import io.sampan.outside.wire.WireSettings.Rate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Allowances in the database: one for all nodes, and still there after a restart. An app's row is locked before its APIs', so that nobody waits in a ring. */
@Component
class AllowanceTable implements Allowances {
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final WireSettings settings;
    private final Clock clock;

    AllowanceTable(JdbcClient jdbc, Transactions transactions, WireSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Wait> take(Call call) {
        var allowed = settings.allowed(call.service());
        int kept = call.looks() ? allowed.keptPercent() : 0;
        return transactions.run(() -> {
            var now = clock.instant();
            var app = held(call.service(), WHOLE_APP, allowed, now);
            var against = app.against(now, allowed.app(), allowed.day(), kept);
            if (against.isPresent()) {
                return against;
            }
            if (!call.api().equals(WHOLE_APP)) {
                var api = held(call.service(), call.api(), allowed, now);
                var alsoAgainst = api.against(now, allowed.api(call.api()), allowed.day(), kept);
                if (alsoAgainst.isPresent()) {
                    return alsoAgainst;
                }
                keep(call.service(), call.api(), api.spend());
            }
            keep(call.service(), WHOLE_APP, app.spend());
            return against;
        });
    }

    @Override
    public void close(String service, String api, Instant until, String why) {
        var allowed = settings.allowed(service);
        transactions.run(() -> {
            var now = clock.instant();
            var app = held(service, WHOLE_APP, allowed, now);
            var closing = api.equals(WHOLE_APP) ? app : held(service, api, allowed, now);
            keep(service, api, closing.closed(until, why));
        });
    }

    @Override
    public List<Spending> spendings(String service) {
        var allowed = settings.allowed(service);
        var now = clock.instant();
        return jdbc.sql("SELECT * FROM wire.allowance WHERE service = :service ORDER BY api")
                .param("service", service)
                .query((row, number) -> {
                    var rate = rate(allowed, row.getString("api"));
                    var one = allowance(row).at(now, rate, allowed.day());
                    boolean closed = one.closedUntil() != null && now.isBefore(one.closedUntil());
                    return new Spending(
                            row.getString("api"),
                            one.spent(),
                            rate.daily(),
                            closed ? one.closedUntil() : null,
                            closed ? one.why() : "");
                })
                .list();
    }

    /** As it is now, locked until the transaction ends. */
    private Allowance held(String service, String api, Allowed allowed, Instant now) {
        var rate = rate(allowed, api);
        var stored = stored(service, api);
        if (stored.isEmpty()) {
            var full = Allowance.full(rate, now, allowed.day());
            jdbc.sql("""
                            INSERT INTO wire.allowance (service, api, ready, filled_at, day, spent, why)
                            VALUES (:service, :api, :ready, :filled, :day, 0, '') ON CONFLICT DO NOTHING
                            """)
                    .param("service", service)
                    .param("api", api)
                    .param("ready", full.ready())
                    .param("filled", at(full.filledAt()))
                    .param("day", full.day())
                    .update();
            stored = stored(service, api);
        }
        return stored.orElseThrow().at(now, rate, allowed.day());
    }

    private Optional<Allowance> stored(String service, String api) {
        return jdbc.sql("SELECT * FROM wire.allowance WHERE service = :service AND api = :api FOR UPDATE")
                .param("service", service)
                .param("api", api)
                .query((row, number) -> allowance(row))
                .optional();
    }

    private void keep(String service, String api, Allowance one) {
        jdbc.sql("""
                        UPDATE wire.allowance SET ready = :ready, filled_at = :filled, day = :day, spent = :spent,
                            closed_until = :closed, why = :why
                        WHERE service = :service AND api = :api
                        """)
                .param("ready", one.ready())
                .param("filled", at(one.filledAt()))
                .param("day", one.day())
                .param("spent", one.spent())
                .param("closed", at(one.closedUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("why", one.why())
                .param("service", service)
                .param("api", api)
                .update();
    }

    private static Rate rate(Allowed allowed, String api) {
        return api.equals(WHOLE_APP) ? allowed.app() : allowed.api(api);
    }

    private static Allowance allowance(ResultSet row) throws SQLException {
        var closed = row.getTimestamp("closed_until");
        return new Allowance(
                row.getDouble("ready"),
                row.getTimestamp("filled_at").toInstant(),
                row.getObject("day", LocalDate.class),
                row.getLong("spent"),
                closed == null ? null : closed.toInstant(),
                row.getString("why"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
