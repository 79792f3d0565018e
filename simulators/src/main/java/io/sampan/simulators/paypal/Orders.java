package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.paypal.Order.Authorization;
import io.sampan.simulators.paypal.Order.Capture;
import io.sampan.simulators.paypal.Order.Refund;
import io.sampan.simulators.paypal.Order.Status;
import io.sampan.simulators.wallet.Purse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** The merchant's orders and what may become of each. Whoever changes one holds this object's monitor. */
final class Orders {
    /** An order that nobody approved is forgotten; one that was approved lives as long [M: the exact time]. */
    static final Duration LIFE = Duration.ofHours(6);

    private static final Duration BANK = Duration.ofHours(1);
    private static final Duration REFUNDABLE = Duration.ofDays(180);
    private static final int MOST_FATES = 100;
    private static final String CREATED = "CREATED";
    private static final String VOIDED = "VOIDED";

    private final Kernel kernel;
    private final Notices notices;
    private final Book<Order> book;
    private final ArrayDeque<String> fates = new ArrayDeque<>();

    Orders(Kernel kernel, Notices notices) {
        this.kernel = kernel;
        this.notices = notices;
        this.book = kernel.books().open("paypal-orders", Order.class);
    }

    /** The bank behind the next refund takes an hour. @param fate COMPLETED or FAILED */
    synchronized void slowNext(String fate) {
        if (fates.size() >= MOST_FATES) {
            throw new IllegalStateException("At most " + MOST_FATES + " refunds can be set");
        }
        fates.add(fate);
    }

    /** After a restart: refunds under way are decided when they would have been. */
    void resume() {
        book.values()
                .forEach(order -> order.refunds().stream()
                        .filter(refund -> refund.status().equals("PENDING"))
                        .forEach(refund -> settleLater(order.id(), refund)));
    }

    List<Order> all() {
        return book.values();
    }

    Order find(String id) {
        return book.get(id)
                .filter(order -> order.authorization() != null || !hasEnded(order))
                .orElseThrow(Refused::nothing);
    }

    synchronized Order create(Order.Terms terms) {
        var order = new Order(
                id(17), terms, Status.PAYER_ACTION_REQUIRED, kernel.clock().now(), null, null, List.of(), List.of());
        book.put(order.id(), order);
        return order;
    }

    /** The buyer agreed on PayPal's page; no money has moved. */
    synchronized Order approve(String id, Purse purse) {
        Order order = find(id);
        if (order.status() != Status.PAYER_ACTION_REQUIRED) {
            return order;
        }
        Order approved = kept(order.approved(purse));
        notices.happened("CHECKOUT.ORDER.APPROVED", "checkout-order", Views.of(approved, ""));
        return approved;
    }

    synchronized Order authorize(String id) {
        Order order = find(id);
        if (order.authorization() != null) {
            throw Refused.unprocessable("ORDER_ALREADY_AUTHORIZED", "Order already authorized.");
        }
        if (order.status() != Status.APPROVED) {
            throw Refused.unprocessable("ORDER_NOT_APPROVED", "Payer has not yet approved the Order for payment.");
        }
        if (order.purse() == Purse.EMPTY_CARD) {
            kept(order.refused());
            throw Refused.unprocessable(
                    "INSTRUMENT_DECLINED", "The instrument presented was either declined by the processor or bank.");
        }
        var made = new Authorization(
                id(17), order.terms().amount(), CREATED, kernel.clock().now());
        Order authorized = kept(order.authorized(made));
        notices.happened("PAYMENT.AUTHORIZATION.CREATED", "authorization", Views.of(made, authorized));
        return authorized;
    }

    synchronized Capture capture(String authorization, Coin amount) {
        Order order = ofAuthorization(authorization);
        Authorization made = Objects.requireNonNull(order.authorization());
        Instant now = kernel.clock().now();
        if (made.status().equals(VOIDED)) {
            throw Refused.unprocessable("AUTHORIZATION_VOIDED", "A voided authorization cannot be captured.");
        }
        if (!made.status().equals(CREATED)) {
            throw Refused.unprocessable(
                    "AUTHORIZATION_ALREADY_CAPTURED", "Authorization has been previously captured.");
        }
        if (now.isAfter(made.at().plus(Views.AUTHORIZATION_LIFE))) {
            throw Refused.unprocessable("AUTHORIZATION_EXPIRED", "An expired authorization cannot be captured.");
        }
        if (!amount.currency().equals(made.amount().currency())) {
            throw Refused.unprocessable("CURRENCY_MISMATCH", "Currency of capture must be that of authorization.");
        }
        if (amount.minor() > mostCapturable(made.amount())) {
            throw Refused.unprocessable("MAX_CAPTURE_AMOUNT_EXCEEDED", "Capture amount exceeds allowable limit.");
        }
        var fee = amount.with((amount.minor() * 349 + 5_000) / 10_000 + 35);
        var capture = new Capture(id(17), amount, fee, now);
        Order captured = kept(order.with(made.to("CAPTURED")).with(capture));
        notices.happened("PAYMENT.CAPTURE.COMPLETED", "capture", Views.of(capture, captured));
        return capture;
    }

    /** Source: docs/sources/paypal.md "Authorization": up to 115 %, at most 75 USD more. */
    private static long mostCapturable(Coin amount) {
        return amount.minor() + Math.min(amount.minor() * 15 / 100, 7_500);
    }

    synchronized void letGo(String authorization) {
        Order order = ofAuthorization(authorization);
        Authorization made = Objects.requireNonNull(order.authorization());
        if (!made.status().equals(CREATED)) {
            throw Refused.unprocessable("PREVIOUSLY_CAPTURED", "Authorization has been previously captured or voided.");
        }
        Order let = kept(order.with(made.to(VOIDED)));
        notices.happened("PAYMENT.AUTHORIZATION.VOIDED", "authorization", Views.of(made.to(VOIDED), let));
    }

    synchronized Refund refund(String captureId, Coin amount, String customId) {
        Order order = ofCapture(captureId);
        Capture capture = order.captures().stream()
                .filter(one -> one.id().equals(captureId))
                .findFirst()
                .orElseThrow();
        Instant now = kernel.clock().now();
        long left = order.refundableMinor(capture);
        if (left == 0) {
            throw Refused.unprocessable("CAPTURE_FULLY_REFUNDED", "The capture has already been fully refunded.");
        }
        if (amount.minor() > left) {
            throw Refused.unprocessable(
                    "REFUND_AMOUNT_EXCEEDED",
                    "The refund amount must be less than or equal to the capture amount that has not yet been refunded.");
        }
        if (now.isAfter(capture.at().plus(REFUNDABLE))) {
            throw Refused.unprocessable(
                    "REFUND_TIME_LIMIT_EXCEEDED", "You are over the time limit to perform a refund on this capture.");
        }
        boolean slow = !fates.isEmpty();
        String fate = slow ? fates.poll() : "COMPLETED";
        var refund = new Refund(id(17), captureId, amount, customId, slow ? "PENDING" : "COMPLETED", fate, now);
        Order after = kept(order.with(refund));
        if (slow) {
            settleLater(after.id(), refund);
        } else {
            told(after, refund);
        }
        return refund;
    }

    Refund refund(String id) {
        return book.values().stream()
                .flatMap(order -> order.refunds().stream())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::nothing);
    }

    Order ofCapture(String capture) {
        return one(order -> order.captures().stream().anyMatch(it -> it.id().equals(capture)));
    }

    private Order ofAuthorization(String authorization) {
        return one(order -> {
            var made = order.authorization();
            return made != null && made.id().equals(authorization);
        });
    }

    private Order one(Predicate<Order> test) {
        return book.values().stream().filter(test).findFirst().orElseThrow(Refused::nothing);
    }

    private void settleLater(String order, Refund refund) {
        kernel.clock().at(refund.at().plus(BANK), "paypal settles a refund", () -> settle(order, refund.id()));
    }

    private synchronized void settle(String orderId, String refundId) {
        Order order = book.get(orderId).orElseThrow();
        Refund settled = refund(refundId).settled();
        told(kept(order.with(settled)), settled);
    }

    private void told(Order order, Refund refund) {
        String type = refund.status().equals("FAILED") ? "PAYMENT.REFUND.FAILED" : "PAYMENT.CAPTURE.REFUNDED";
        var view = Views.of(refund);
        view.putObject("supplementary_data").putObject("related_ids").put("order_id", order.id());
        notices.happened(type, "refund", view);
    }

    private boolean hasEnded(Order order) {
        return kernel.clock().now().isAfter(order.created().plus(LIFE));
    }

    private Order kept(Order order) {
        book.put(order.id(), order);
        return order;
    }

    private static String id(int length) {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, length)
                .toUpperCase(Locale.ROOT);
    }

    /** What was captured in this currency and not given back, less the fees, in its smallest unit. */
    long kept(String currency) {
        return book.values().stream()
                .filter(order -> order.terms().amount().currency().equals(currency))
                .mapToLong(order -> order.captures().stream()
                                .mapToLong(
                                        one -> one.amount().minor() - one.fee().minor())
                                .sum()
                        - order.refunds().stream()
                                .filter(Order.Refund::counts)
                                .mapToLong(one -> one.amount().minor())
                                .sum())
                .sum();
    }
}
