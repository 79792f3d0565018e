package io.sampan.simulators.wechatpay;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.wechatpay.Transaction.Fate;
import io.sampan.simulators.wechatpay.Transaction.Refund;
import io.sampan.simulators.wechatpay.Transaction.State;
import io.sampan.simulators.wechatpay.Transaction.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The merchant's orders, and what may become of each. Source: docs/sources/wechatpay.md "Order" and "Refund". */
final class Transactions {
    private static final Duration REFUNDABLE = Duration.ofDays(365);
    private static final Duration APART = Duration.ofMinutes(1);
    private static final Duration BANK = Duration.ofSeconds(90);
    private static final int MOST_REFUNDS = 50;

    private final Kernel kernel;
    private final Notices notices;
    private final Book<Transaction> book;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger refusing = new AtomicInteger();

    Transactions(Kernel kernel, Notices notices) {
        this.kernel = kernel;
        this.notices = notices;
        this.book = kernel.books().open("wechatpay-transactions", Transaction.class);
        numbers.set(book.size() * 100L);
    }

    /** The bank will not take the next refund. */
    void refuseNext() {
        refusing.incrementAndGet();
    }

    /** After a restart: refunds under way are decided when they would have been. */
    void resume() {
        book.values()
                .forEach(transaction -> transaction.refunds().stream()
                        .filter(refund -> refund.status() == Status.PROCESSING)
                        .forEach(refund -> settleLater(transaction.outTradeNo(), refund)));
    }

    List<Transaction> all() {
        return book.values();
    }

    Optional<Transaction> find(String outTradeNo) {
        return book.get(outTradeNo).map(this::aged);
    }

    Optional<Transaction> byCode(String code) {
        return book.values().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(this::aged);
    }

    Transaction existing(String outTradeNo) {
        return find(outTradeNo).orElseThrow(() -> new Refused(404, "ORDER_NOT_EXIST", "订单不存在"));
    }

    /** The same number again gives the same code while it is unpaid and says the same. */
    synchronized Transaction order(String outTradeNo, Transaction.Terms terms) {
        var there = find(outTradeNo);
        if (there.isPresent()) {
            return again(there.get(), terms);
        }
        String code = "%s%08x".formatted(Long.toString(numbers.incrementAndGet(), 36), outTradeNo.hashCode());
        var fresh = new Transaction(
                outTradeNo, code, terms, State.NOTPAY, kernel.clock().now(), null, null, List.of());
        book.put(outTradeNo, fresh);
        return fresh;
    }

    private static Transaction again(Transaction there, Transaction.Terms terms) {
        if (there.state() == State.SUCCESS || there.state() == State.REFUND) {
            throw new Refused(400, "ORDERPAID", "该订单已支付");
        }
        if (there.state() == State.CLOSED) {
            throw new Refused(400, "ORDER_CLOSED", "该订单已关闭，请重新下单");
        }
        boolean same = there.terms().fen() == terms.fen()
                && there.terms().description().equals(terms.description())
                && there.terms().kind().equals(terms.kind());
        if (!same) {
            throw new Refused(400, "INVALID_REQUEST", "201 商户订单号重复");
        }
        return there;
    }

    synchronized Transaction pay(String outTradeNo) {
        Transaction before = existing(outTradeNo);
        if (before.state() != State.NOTPAY) {
            return before;
        }
        Transaction paid = before.paid(
                "4200000000%018d".formatted(numbers.incrementAndGet()),
                kernel.clock().now());
        book.put(outTradeNo, paid);
        notices.paid(paid);
        return paid;
    }

    /** Closes an unpaid order; one that is closed already stays so. */
    synchronized void close(String outTradeNo) {
        Transaction there = existing(outTradeNo);
        if (there.state() == State.SUCCESS || there.state() == State.REFUND) {
            throw new Refused(400, "ORDERPAID", "该订单已支付");
        }
        book.put(outTradeNo, there.to(State.CLOSED));
    }

    /** The same request again is the same refund. */
    synchronized Refund refund(String outTradeNo, String request, long fen) {
        Transaction there = find(outTradeNo).orElseThrow(() -> new Refused(404, "RESOURCE_NOT_EXISTS", "订单不存在"));
        var before = there.refunds().stream()
                .filter(one -> one.request().equals(request))
                .findFirst();
        if (before.isPresent()) {
            if (before.get().fen() != fen) {
                throw new Refused(400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致");
            }
            return before.get();
        }
        Instant now = kernel.clock().now();
        check(there, fen, now);
        boolean refused = refusing.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        var refund = new Refund(
                request,
                "5030000000%018d".formatted(numbers.incrementAndGet()),
                fen,
                now,
                now.plus(BANK),
                refused ? Fate.BANK_REFUSES : Fate.COMES,
                Status.PROCESSING);
        book.put(outTradeNo, there.with(refund));
        settleLater(outTradeNo, refund);
        return refund;
    }

    private static void check(Transaction there, long fen, Instant now) {
        Instant paid = there.paid();
        if (paid == null) {
            throw new Refused(400, "INVALID_REQUEST", "订单未支付");
        }
        if (now.isAfter(paid.plus(REFUNDABLE))) {
            throw new Refused(400, "INVALID_REQUEST", "订单已超过可退款的最大期限");
        }
        if (fen < 1 || there.refundedFen() + fen > there.terms().fen()) {
            throw new Refused(403, "NOT_ENOUGH", "申请退款金额大于可退金额");
        }
        if (there.refunds().size() >= MOST_REFUNDS) {
            throw new Refused(400, "INVALID_REQUEST", "退款次数超过50次");
        }
        boolean tooSoon =
                there.refunds().stream().anyMatch(one -> now.isBefore(one.at().plus(APART)));
        if (tooSoon) {
            throw new Refused(429, "FREQUENCY_LIMITED", "同一笔订单多次退款需间隔1分钟");
        }
    }

    private void settleLater(String outTradeNo, Refund refund) {
        kernel.clock().at(refund.due(), "wechatpay settles a refund", () -> settle(outTradeNo, refund.request()));
    }

    private synchronized void settle(String outTradeNo, String request) {
        Transaction there = existing(outTradeNo);
        there.refunds().stream()
                .filter(one -> one.request().equals(request) && one.status() == Status.PROCESSING)
                .findFirst()
                .ifPresent(one -> {
                    Transaction after = there.with(one.settled());
                    book.put(outTradeNo, after);
                    notices.refunded(after, one.settled());
                });
    }

    /** Time alone closes what nobody paid. */
    private Transaction aged(Transaction one) {
        boolean ended = one.state() == State.NOTPAY
                && kernel.clock().now().isAfter(one.terms().expires());
        if (!ended) {
            return one;
        }
        book.put(one.outTradeNo(), one.to(State.CLOSED));
        return one.to(State.CLOSED);
    }
}
