package io.sampan.buy.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks again at whatever is unsettled: interrupted, unclear, unpaid until its page ends, or a refund on its way. */
@Component
class Caretaker {
    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final PaymentTable payments;
    private final RefundTable refundTable;
    private final Settling settling;
    private final Refunds refunds;
    private final Tools tools;

    Caretaker(PaymentTable payments, RefundTable refundTable, Settling settling, Refunds refunds, Tools tools) {
        this.payments = payments;
        this.refundTable = refundTable;
        this.settling = settling;
        this.refunds = refunds;
        this.tools = tools;
    }

    @Scheduled(fixedDelayString = "${sampan.payment.tend-every:2s}")
    void tend() {
        var now = tools.clock().instant();
        int batch = tools.settings().batch();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var under = new ArrayList<Future<?>>();
            under.addAll(start(
                    workers,
                    payments.due(now, batch).stream()
                            .<Runnable>map(id -> () -> settling.tend(id))
                            .toList()));
            under.addAll(start(
                    workers,
                    refundTable.due(now, batch).stream()
                            .<Runnable>map(id -> () -> refunds.tend(id))
                            .toList()));
            under.forEach(Caretaker::await);
        }
    }

    private static List<Future<?>> start(ExecutorService workers, List<Runnable> work) {
        var under = new ArrayList<Future<?>>();
        work.forEach(one -> under.add(workers.submit(one)));
        return under;
    }

    /** One that fails is tried again when its claim has ended; it does not keep the others. */
    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException failed) {
            LOG.error("A payment or refund could not be looked after", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
