package io.sampan.windows.console;

import io.sampan.ground.database.Stored;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.BookLine;
import io.sampan.money.ledger.ClosedDay;
import io.sampan.money.ledger.Ledger;
import java.io.PrintWriter;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day of the book as comma-separated values (RFC 4180): a row for each posting, debit and credit in columns of their own. */
final class BookCsv {
    private static final String HEAD = "recorded,entry,kind,subject,account,of,debit,credit,currency";
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");
    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\-\t]");

    private final Ledger ledger;

    BookCsv(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Page by page, so that no day is too long. */
    void write(ClosedDay day, PrintWriter out) {
        out.print(HEAD + "\r\n");
        var after = Stored.START;
        for (var lines = page(day, after); !lines.isEmpty(); lines = page(day, after)) {
            lines.forEach(line -> out.print(row(line) + "\r\n"));
            after = lines.getLast().entry();
        }
    }

    private List<BookLine> page(ClosedDay day, String after) {
        return ledger.linesOn(day, after, Stored.MOST_ROWS);
    }

    private static String row(BookLine line) {
        var amount = line.currency().isEmpty()
                ? ""
                : new Money(Math.absExact(line.minor()), Currency.getInstance(line.currency()))
                        .decimal()
                        .toPlainString();
        return Stream.of(
                        line.recordedAt().toString(),
                        line.entry(),
                        line.kind(),
                        line.subject(),
                        line.account(),
                        line.accountSubject(),
                        line.minor() > 0 ? amount : "",
                        line.minor() < 0 ? amount : "",
                        line.currency())
                .map(BookCsv::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        var plain = FORMULA.matcher(text).find() ? "'" + text : text;
        return QUOTED.matcher(plain).find() ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
