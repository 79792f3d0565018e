package io.sampan.simulators.jdvop;

import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Books;
import java.util.function.LongSupplier;

/** What is left of the money paid in: worked out from the orders each time, so that it can never disagree with them. */
final class Balance {
    private static final String ACCOUNT = "4";

    record PaidIn(long fen) {}

    private final Book<PaidIn> book;
    private final long openingFen;
    private final LongSupplier spentFen;

    Balance(Books books, long openingFen, LongSupplier spentFen) {
        this.book = books.open("jd-vop-balance", PaidIn.class);
        this.openingFen = openingFen;
        this.spentFen = spentFen;
    }

    long fen() {
        return book.get(ACCOUNT).map(PaidIn::fen).orElse(openingFen) - spentFen.getAsLong();
    }

    boolean covers(long fen) {
        return fen() >= fen;
    }

    /** Pays in, or draws out, until so much is left. */
    void set(long fen) {
        book.put(ACCOUNT, new PaidIn(fen + spentFen.getAsLong()));
    }
}
