package io.sampan.ground.database;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that is done whole or not at all. A cluster may refuse a transaction because of another one (SQLSTATE 40001, 40P01): the work is then
 * done again, so it must not call the outside world.
 */
@Component
public class Transactions {
    private static final int TRIES = 5;

    private final TransactionTemplate joining;

    Transactions(PlatformTransactionManager manager) {
        this.joining = new TransactionTemplate(manager);
        this.joining.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /**
     * Runs the work in the transaction under way, or in a new one that is tried up to five times.
     *
     * @throws ConcurrencyFailureException when all tries were refused
     */
    public <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return joining.execute(status -> work.get());
            } catch (ConcurrencyFailureException refused) {
                boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
                if (!outermost || attempt == TRIES) {
                    throw refused;
                }
            }
        }
    }

    /** {@link #run(Supplier)} for work without a result. */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
