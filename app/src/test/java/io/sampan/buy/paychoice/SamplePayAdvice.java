package io.sampan.buy.paychoice;

import io.sampan.ground.database.TestDatabase;
import io.sampan.outside.gateway.PayMethodsOfATest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Advice as the app gives it, on a test's database. */
public final class SamplePayAdvice {
    private SamplePayAdvice() {}

    public static PayAdvice on(TestDatabase database) {
        try {
            return new PayAdvice(
                    new PayerTable(database.jdbc()),
                    PayMethodsOfATest.all(Clock.systemUTC()),
                    new PayChoiceSettings(null, 1_000, 1_000),
                    database.transactions(),
                    Clock.systemUTC());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
