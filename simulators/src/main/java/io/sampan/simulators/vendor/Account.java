package io.sampan.simulators.vendor;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Kernel;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the account may still ask. Kept over restarts. */
final class Account {
    private static final ZoneId BEIJING = ZoneId.of("GMT+8");

    record Left(int credit, int used, String date, int today) {}

    private final VendorSettings settings;
    private final Book<Left> book;
    private final InstantSource clock;

    Account(VendorSettings settings, Kernel kernel) {
        this.settings = settings;
        this.book = kernel.books().open("vendor-account", Left.class);
        this.clock = kernel.clock();
    }

    private String date() {
        return LocalDate.ofInstant(clock.instant(), BEIJING).toString();
    }

    Left left() {
        Left left = book.get(settings.key()).orElseGet(() -> new Left(settings.credit(), 0, date(), 0));
        return left.date().equals(date()) ? left : new Left(left.credit(), left.used(), date(), 0);
    }

    /** Throws when nothing is left. */
    void check() {
        Left left = left();
        if (left.credit() <= 0) {
            throw new Failed(settings.codes().credit(), "credit-not-enough", "Key[" + settings.key() + "]已欠费");
        }
        if (left.today() >= settings.perDay()) {
            throw new Failed(settings.codes().perDay(), "call-limit", "今日调用次数已达上限" + settings.perDay());
        }
    }

    /** One answer was given. */
    synchronized void charge() {
        Left left = left();
        book.put(settings.key(), new Left(left.credit() - 1, left.used() + 1, left.date(), left.today() + 1));
    }

    /** The customer pays, or what was paid for is gone. */
    synchronized Left set(int credit) {
        Left left = left();
        book.put(settings.key(), new Left(credit, left.used(), left.date(), left.today()));
        return left();
    }

    /** As every answer says it: {@code today:8 max:110 all[9=8+1+0];expires:2027-11-22}. */
    String words() {
        Left left = left();
        return "today:" + left.today() + " max:" + settings.perDay() + " all[" + left.used() + "=" + left.used()
                + "+0+0];expires:"
                + LocalDate.ofInstant(clock.instant(), BEIJING).plusYears(1);
    }
}
