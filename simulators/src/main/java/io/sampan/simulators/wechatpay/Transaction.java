package io.sampan.simulators.wechatpay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order of the merchant's.
 *
 * @param code   what its QR code says, or the end of its page's address
 * @param number WeChat Pay's own, once it is paid
 */
record Transaction(
        String outTradeNo,
        String code,
        Terms terms,
        State state,
        Instant created,
        @Nullable String number,
        @Nullable Instant paid,
        List<Refund> refunds) {

    enum State {
        NOTPAY,
        SUCCESS,
        REFUND,
        CLOSED,
        PAYERROR
    }

    /** @param kind native or h5 */
    record Terms(String kind, String appId, String description, long fen, Instant expires, String attach) {}

    /** @param due when the bank has decided */
    record Refund(String request, String id, long fen, Instant at, Instant due, Fate fate, Status status) {
        Refund settled() {
            return new Refund(request, id, fen, at, due, fate, fate == Fate.COMES ? Status.SUCCESS : Status.ABNORMAL);
        }
    }

    /** What will become of a refund at the bank. */
    enum Fate {
        COMES,
        BANK_REFUSES
    }

    enum Status {
        PROCESSING,
        SUCCESS,
        ABNORMAL
    }

    Transaction to(State next) {
        return new Transaction(outTradeNo, code, terms, next, created, number, paid, refunds);
    }

    Transaction paid(String transactionId, Instant now) {
        return new Transaction(outTradeNo, code, terms, State.SUCCESS, created, transactionId, now, refunds);
    }

    /** Any refund turns the order's state into REFUND. Source: docs/sources/wechatpay.md "Refund". */
    Transaction with(Refund refund) {
        var more = new ArrayList<>(refunds);
        more.removeIf(one -> one.request().equals(refund.request()));
        more.add(refund);
        return new Transaction(outTradeNo, code, terms, State.REFUND, created, number, paid, List.copyOf(more));
    }

    long refundedFen() {
        return refunds.stream().mapToLong(Refund::fen).sum();
    }
}
