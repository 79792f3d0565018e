package io.sampan.buy.payment;

import static io.sampan.buy.payment.PaymentTable.instant;

import io.sampan.buy.payment.PaymentState.Captured;
import io.sampan.buy.payment.PaymentState.Capturing;
import io.sampan.buy.payment.PaymentState.Closed;
import io.sampan.buy.payment.PaymentState.Open;
import io.sampan.buy.payment.PaymentState.Requested;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.PayMethod;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the payments' table as a payment. */
final class PaymentRow {
    private PaymentRow() {}

    static Payment payment(ResultSet row, int n) throws SQLException {
        @Nullable String attention = row.getString("attention");
        var payable = new Payable(
                row.getObject("subject", UUID.class),
                row.getString("purpose"),
                Money.of(row.getLong("minor"), row.getString("currency")),
                row.getString("description"),
                URI.create(row.getString("success")),
                URI.create(row.getString("cancel")),
                Locale.forLanguageTag(row.getString("locale")));
        return new Payment(
                new PaymentId(row.getObject("id", UUID.class)),
                payable,
                new PayWay(
                        new PayMethod(row.getString("gateway"), row.getString("method")),
                        row.getString("payer_address"),
                        row.getObject("payer", UUID.class)),
                state(row),
                row.getString("reference"),
                wanted(row),
                new PaymentView.Contested(
                        Money.of(row.getLong("contested_minor"), row.getString("currency")),
                        Money.of(row.getLong("charged_back_minor"), row.getString("currency"))),
                attention == null ? null : Attention.ofKept(attention),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                row.getInt("tries"));
    }

    private static Payment.Wanted wanted(ResultSet row) throws SQLException {
        if (row.getBoolean("withdrawn")) {
            return Payment.Wanted.WITHDRAWN;
        }
        return row.getBoolean("superseded") ? Payment.Wanted.SUPERSEDED : Payment.Wanted.YES;
    }

    private static Capturing capturing(ResultSet row) throws SQLException {
        var page = row.getString("page");
        return page == null ? new Capturing(null, null) : new Capturing(URI.create(page), instant(row, "page_expires"));
    }

    private static PaymentState state(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "REQUESTED" -> new Requested();
            case "OPEN" ->
                new Open(
                        URI.create(row.getString("page")),
                        instant(row, "page_expires"),
                        row.getString("last_decline"),
                        row.getBoolean("checking"));
            case "CAPTURING" -> capturing(row);
            case "CAPTURED" ->
                new Captured(
                        Money.of(row.getLong("captured_minor"), row.getString("currency")),
                        Money.of(row.getLong("fee_minor"), row.getString("currency")),
                        instant(row, "captured_at"));
            case "CLOSED" -> new Closed(row.getString("closed_why"));
            default -> throw new IllegalStateException("A payment in state " + state);
        };
    }
}
