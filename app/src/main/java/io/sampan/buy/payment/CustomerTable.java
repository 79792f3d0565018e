package io.sampan.buy.payment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who somebody is at a gateway that may keep their ways to pay. */
@Repository
class CustomerTable {
    private final JdbcClient jdbc;

    CustomerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(UUID account, String gateway) {
        return jdbc.sql("SELECT customer FROM payment.payer WHERE account = ? AND gateway = ?")
                .params(account, gateway)
                .query(String.class)
                .optional();
    }

    /** Whoever was first is kept. */
    void add(UUID account, String gateway, String customer) {
        jdbc.sql("INSERT INTO payment.payer (account, gateway, customer) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(account, gateway, customer)
                .update();
    }
}
