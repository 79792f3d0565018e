package io.sampan.buy.payment;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts remote work as soon as the transaction that asked for it has ended well. It is only for speed: what is not started here, or does not
 * survive, the caretaker finds.
 */
@Component
class Afterwards {
    private static final int AT_A_TIME = 32;

    private final Executor executor;
    private final Semaphore turns = new Semaphore(AT_A_TIME);

    @Autowired
    Afterwards() {
        this(Thread::startVirtualThread);
    }

    Afterwards(Executor executor) {
        this.executor = executor;
    }

    void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            start(work);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                start(work);
            }
        });
    }

    private void start(Runnable work) {
        if (!turns.tryAcquire()) {
            return;
        }
        executor.execute(() -> {
            try {
                work.run();
            } finally {
                turns.release();
            }
        });
    }
}
