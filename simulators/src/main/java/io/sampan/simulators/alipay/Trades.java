package io.sampan.simulators.alipay;

import io.sampan.simulators.alipay.Trade.Refund;
import io.sampan.simulators.alipay.Trade.Status;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.wallet.Purse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The trades of the one merchant, and what may become of each. */
final class Trades {
    /** Two refunds of one trade lie at least so far apart. Source: docs/sources/alipay.md "Refund". */
    static final Duration APART = Duration.ofSeconds(3);
    /** How long a bank takes to give back what a slow refund asks. */
    static final Duration BANK = Duration.ofMinutes(5);
    /** How long after paying money can go back. */
    static final Duration REFUNDABLE = Duration.ofDays(365);

    private final Kernel kernel;
    private final Notices notices;
    private final Book<Trade> book;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger slow = new AtomicInteger();

    Trades(Kernel kernel, Notices notices) {
        this.kernel = kernel;
        this.notices = notices;
        this.book = kernel.books().open("alipay-trades", Trade.class);
        numbers.set(book.size());
    }

    /** The bank behind the next refund takes its time. */
    void slowNext() {
        slow.incrementAndGet();
    }

    List<Trade> all() {
        return book.values();
    }

    Optional<Trade> find(String outTradeNo) {
        return book.get(outTradeNo).map(this::aged);
    }

    /** A trade that exists: a draft does not. */
    Trade existing(String outTradeNo) {
        return find(outTradeNo)
                .filter(trade -> trade.status() != Status.DRAFT)
                .orElseThrow(() -> Refused.business("ACQ.TRADE_NOT_EXIST", "交易不存在"));
    }

    /** The buyer came to the cashier with the merchant's signed wishes. The same number again must say the same. */
    synchronized Trade draft(String outTradeNo, Trade.Terms terms) {
        Trade there = book.putIfAbsent(
                outTradeNo, Trade.draft(outTradeNo, terms, kernel.clock().now()));
        if (there.terms().fen() != terms.fen() || !there.terms().subject().equals(terms.subject())) {
            throw Refused.business("ACQ.CONTEXT_INCONSISTENT", "交易信息被篡改");
        }
        return aged(there);
    }

    /** The buyer signed in: from now on there is a trade. */
    synchronized Trade begin(String outTradeNo) {
        return book.update(outTradeNo, trade -> trade.begun(number())).orElseThrow();
    }

    synchronized Trade pay(String outTradeNo, Purse purse) {
        Trade before = find(outTradeNo).orElseThrow();
        if (before.status() != Status.WAIT_BUYER_PAY) {
            return before;
        }
        Trade paid = before.paidWith(purse, kernel.clock().now());
        book.put(outTradeNo, paid);
        notices.tell(paid, null);
        return paid;
    }

    /** Closes what nobody paid. */
    synchronized Trade close(String outTradeNo) {
        Trade trade = existing(outTradeNo);
        if (trade.status() != Status.WAIT_BUYER_PAY) {
            throw Refused.business("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
        }
        Trade closed = trade.closed();
        book.put(outTradeNo, closed);
        return closed;
    }

    /** The refund, and whether this call made it: the same request again changes nothing. */
    synchronized Asked refund(String outTradeNo, String request, long fen) {
        Trade trade = existing(outTradeNo);
        Instant now = kernel.clock().now();
        var before = trade.refunds().stream()
                .filter(one -> one.request().equals(request))
                .findFirst();
        if (before.isPresent()) {
            if (before.get().fen() != fen) {
                throw Refused.business("ACQ.DISCORDANT_REPEAT_REQUEST", "不一致的请求");
            }
            return new Asked(trade, before.get(), false);
        }
        check(trade, fen, now);
        boolean takesTime = slow.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        var refund = new Refund(request, fen, now, takesTime ? now.plus(BANK) : now);
        Trade after = trade.refunded(refund);
        book.put(outTradeNo, after);
        notices.tell(after, refund);
        return new Asked(after, refund, !takesTime);
    }

    /** Whether the money is with the buyer. */
    boolean isSettled(Refund refund) {
        Instant settled = refund.settled();
        return settled != null && !kernel.clock().now().isBefore(settled);
    }

    /** @param moved whether money moved by this very call */
    record Asked(Trade trade, Refund refund, boolean moved) {}

    private static void check(Trade trade, long fen, Instant now) {
        Instant paid = trade.paid();
        if (paid == null || trade.status() != Status.TRADE_SUCCESS) {
            throw Refused.business("ACQ.TRADE_STATUS_ERROR", "交易状态不合法");
        }
        if (now.isAfter(paid.plus(REFUNDABLE))) {
            throw Refused.business("ACQ.TRADE_HAS_FINISHED", "交易已经完结");
        }
        if (fen < 1 || trade.refundedFen() + fen > trade.terms().fen()) {
            throw Refused.business("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限");
        }
        var latest = new ArrayList<>(trade.refunds());
        if (!latest.isEmpty() && now.isBefore(latest.getLast().at().plus(APART))) {
            throw Refused.unavailable();
        }
    }

    /** Time alone closes what nobody paid. */
    private Trade aged(Trade trade) {
        boolean ended = trade.status() == Status.WAIT_BUYER_PAY
                && kernel.clock().now().isAfter(trade.terms().expires());
        if (!ended) {
            return trade;
        }
        book.put(trade.outTradeNo(), trade.closed());
        return trade.closed();
    }

    private String number() {
        return "2026112722001%015d".formatted(numbers.incrementAndGet());
    }
}
