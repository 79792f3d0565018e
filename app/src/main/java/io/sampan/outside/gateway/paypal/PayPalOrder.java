package io.sampan.outside.gateway.paypal;

import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An order as PayPal tells it. Source: docs/sources/paypal.md "Order". */
@JsonNaming(SnakeCaseStrategy.class)
record PayPalOrder(String id, String status, List<Unit> purchaseUnits, List<Link> links) {
    PayPalOrder(
            @Nullable String id,
            @Nullable String status,
            @Nullable List<Unit> purchaseUnits,
            @Nullable List<Link> links) {
        this.id = Objects.requireNonNullElse(id, "");
        this.status = Objects.requireNonNullElse(status, "");
        this.purchaseUnits = Objects.requireNonNullElse(purchaseUnits, List.of());
        this.links = Objects.requireNonNullElse(links, List.of());
    }

    record Link(String rel, URI href) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Unit(PayPalAmount amount, @Nullable Payments payments) {}

    record Payments(
            @Nullable List<Authorization> authorizations,
            @Nullable List<Capture> captures,
            @Nullable List<Refund> refunds) {}

    record Authorization(String id, String status, PayPalAmount amount) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Capture(
            String id,
            String status,
            PayPalAmount amount,
            @Nullable Breakdown sellerReceivableBreakdown) {
        private static final List<String> TAKEN = List.of("COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED");

        Standing standing(PayPalUnits units) {
            if (TAKEN.contains(status)) {
                return new Standing.Captured(units.money(amount), fee(units));
            }
            return status.equals("PENDING") ? new Standing.Pending() : new Standing.Closed(status);
        }

        /** Zero until PayPal tells it, and where it is told in another currency. */
        private Money fee(PayPalUnits units) {
            var fee = sellerReceivableBreakdown == null ? null : sellerReceivableBreakdown.paypalFee();
            return fee != null && fee.currencyCode().equals(amount.currencyCode())
                    ? units.money(fee)
                    : Money.zero(units.money(amount).currency());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Breakdown(@Nullable PayPalAmount paypalFee) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Refund(String id, String status, @Nullable String customId) {
        Returned returned() {
            return switch (status) {
                case "COMPLETED" -> new Returned.Done(id);
                case "FAILED", "CANCELLED" -> new Returned.Failed(id, status);
                default -> new Returned.Pending(id);
            };
        }
    }

    /** The page on which the shopper approves; empty once there is nothing to approve. */
    Optional<URI> page() {
        return links.stream()
                .filter(link -> link.rel().equals("payer-action") || link.rel().equals("approve"))
                .map(Link::href)
                .findFirst();
    }

    /**
     * An approved order counts as authorised: the money is neither held nor taken, but it is ours to take. What is declined then shows when we
     * do, and puts the order back to the shopper.
     */
    Standing standing(PayPalUnits units) {
        var capture = captures().findFirst();
        if (capture.isPresent()) {
            return capture.get().standing(units);
        }
        var authorization = authorization();
        if (authorization.isPresent()) {
            return standing(authorization.get(), units);
        }
        return switch (status) {
            case "APPROVED" ->
                new Standing.Authorised(units.money(purchaseUnits.getFirst().amount()));
            case "VOIDED" -> new Standing.Closed(status);
            case "CREATED", "SAVED", "PAYER_ACTION_REQUIRED" -> new Standing.Open(null);
            default -> new Standing.Pending();
        };
    }

    private static Standing standing(Authorization authorization, PayPalUnits units) {
        return switch (authorization.status()) {
            case "CREATED", "PARTIALLY_CAPTURED" -> new Standing.Authorised(units.money(authorization.amount()));
            case "VOIDED", "DENIED", "EXPIRED" -> new Standing.Closed(authorization.status());
            default -> new Standing.Pending();
        };
    }

    Optional<Authorization> authorization() {
        return payments()
                .map(Payments::authorizations)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .findFirst();
    }

    Stream<Capture> captures() {
        return payments().map(Payments::captures).filter(Objects::nonNull).flatMap(List::stream);
    }

    Optional<Refund> refund(String key) {
        return payments()
                .map(Payments::refunds)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(refund -> key.equals(refund.customId()))
                .findFirst();
    }

    private Stream<Payments> payments() {
        return purchaseUnits.stream().map(Unit::payments).filter(Objects::nonNull);
    }
}
