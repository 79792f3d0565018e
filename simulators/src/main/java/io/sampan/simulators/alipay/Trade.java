package io.sampan.simulators.alipay;

import io.sampan.simulators.wallet.Purse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trade. Until the buyer signs in at the cashier there is only a draft, of which the query knows nothing.
 *
 * @param number    Alipay's own, from the moment the trade exists
 * @param fen       in 1/100 yuan
 * @param expires   an unpaid trade closes then
 * @param returnUrl where the buyer goes after paying; may be empty
 */
record Trade(
        String outTradeNo,
        @Nullable String number,
        Terms terms,
        Status status,
        Instant created,
        @Nullable Instant paid,
        @Nullable Purse purse,
        List<Refund> refunds) {

    enum Status {
        DRAFT,
        WAIT_BUYER_PAY,
        TRADE_SUCCESS,
        TRADE_CLOSED
    }

    /** What the merchant asked for. @param quitUrl where a buyer on a phone goes who turns back; may be empty */
    record Terms(String subject, long fen, Instant expires, String returnUrl, String quitUrl, String passback) {}

    /** @param settled when the money is with the buyer; a refund is asked of a bank that takes its time */
    record Refund(
            String request, long fen, Instant at, @Nullable Instant settled) {}

    static Trade draft(String outTradeNo, Terms terms, Instant now) {
        return new Trade(outTradeNo, null, terms, Status.DRAFT, now, null, null, List.of());
    }

    Trade begun(String tradeNumber) {
        return status == Status.DRAFT
                ? new Trade(outTradeNo, tradeNumber, terms, Status.WAIT_BUYER_PAY, created, null, null, refunds)
                : this;
    }

    Trade paidWith(Purse used, Instant now) {
        return new Trade(outTradeNo, number, terms, Status.TRADE_SUCCESS, created, now, used, refunds);
    }

    Trade closed() {
        return new Trade(outTradeNo, number, terms, Status.TRADE_CLOSED, created, paid, purse, refunds);
    }

    /** A trade whose money has all gone back is closed; else it stays what it was. Source: docs/sources/alipay.md "Refund". */
    Trade refunded(Refund refund) {
        var more = new ArrayList<>(refunds);
        more.removeIf(one -> one.request().equals(refund.request()));
        more.add(refund);
        long back = more.stream().mapToLong(Refund::fen).sum();
        Status next = back == terms.fen() ? Status.TRADE_CLOSED : status;
        return new Trade(outTradeNo, number, terms, next, created, paid, purse, List.copyOf(more));
    }

    long refundedFen() {
        return refunds.stream().mapToLong(Refund::fen).sum();
    }

    boolean isOver(Instant now) {
        return status == Status.TRADE_CLOSED || paid == null && now.isAfter(terms.expires());
    }
}
