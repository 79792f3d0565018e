package io.sampan.help.settlement;

import io.sampan.help.settlement.Settlement.Fee;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.BookLine;
import io.sampan.money.ledger.Entry;
import io.sampan.money.ledger.Ledger;
import io.sampan.money.ledger.Posting;
import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.Told;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Compares what a gateway reports with the book, movement by movement: both name the payment, refund, payout or dispute that the money moved
 * for. Either side may know of it a day before the other, around midnight or while a refund is under way.
 */
@Component
public class Settlements {
    private final Gateways gateways;
    private final Ledger ledger;
    private final Clock clock;

    Settlements(Gateways gateways, Ledger ledger, Clock clock) {
        this.gateways = gateways;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The gateways that report what they moved, by name. */
    public List<String> gateways() {
        return gateways.all().stream()
                .filter(gateway -> gateway.report().isPresent())
                .map(Gateway::name)
                .toList();
    }

    /**
     * Asks the gateway, and reads the book.
     *
     * @param gateway one of {@link #gateways()}
     * @return a refusal {@code not-yet} for a day of which the gateway tells later
     */
    public Told<Settlement> of(String gateway, LocalDate day) {
        return gateways.named(gateway)
                .flatMap(Gateway::report)
                .map(report -> compared(report, gateway, day))
                .orElseGet(() -> new Told.No<>("no-report"));
    }

    /** Books what the gateway kept that day and the book does not know. Asked twice, each is booked once. @return how many */
    public Told<Integer> bookFees(String gateway, LocalDate day) {
        return of(gateway, day).map(settlement -> {
            var account = AccountRef.gateway(gateway);
            var entries =
                    settlement.fees().stream().map(fee -> booking(fee, account)).toList();
            entries.forEach(entry -> ledger.post(entry).orThrow());
            return entries.size();
        });
    }

    private Entry booking(Fee fee, AccountRef account) {
        return new Entry(
                "gateway-fee:" + fee.key(),
                Entry.Kind.GATEWAY_FEE,
                fee.subject(),
                clock.instant(),
                List.of(
                        new Posting(AccountRef.expense("gateway-fee"), fee.amount()),
                        new Posting(account, fee.amount().negated())));
    }

    private Told<Settlement> compared(AccountReport report, String gateway, LocalDate day) {
        var from = start(day.minusDays(1));
        var until = start(day.plusDays(2));
        var whole = report.wholeUntil(clock.instant());
        var end = start(day.plusDays(1));
        var compared = new Span(start(day), whole.isBefore(end) ? whole : end);
        if (!compared.from().isBefore(compared.until())) {
            return new Told.No<>("not-yet");
        }
        return report.moved(from, until).map(moved -> {
            var told = Side.by(moved.stream().map(Side::told));
            var booked = ledger.statement(AccountRef.gateway(gateway), from, until).stream()
                    .map(Settlements::booked)
                    .toList();
            var sides = new Sides(told, Side.by(withLateFees(booked, told, until).stream()));
            return sides.settlement(gateway, day, compared);
        });
    }

    /** Fees that only the report told were booked when it was read, days later. */
    private List<Side> withLateFees(List<Side> booked, Map<String, Side> told, Instant until) {
        var candidates = new Sides(told, Side.by(booked.stream())).fees();
        var keys = candidates.stream().map(Fee::key).collect(Collectors.toSet());
        var subjects = candidates.stream().map(Fee::subject).collect(Collectors.toSet());
        var late = ledger.linesOf(subjects).stream()
                .filter(line ->
                        line.isOn(AccountRef.Kind.GATEWAY) && line.kind().equals(Entry.Kind.GATEWAY_FEE.name()))
                .filter(line -> !line.recordedAt().isBefore(until))
                .map(Settlements::booked)
                .filter(side -> keys.contains(side.key()));
        return Stream.concat(booked.stream(), late).toList();
    }

    /** Entries are named after what moved the money: {@code capture:<payment>}, {@code chargeback:<gateway>:<dispute>:<n>}. */
    private static Side booked(BookLine line) {
        var parts = line.entry().split(":", 4);
        var key = parts.length < 2 ? line.entry() : parts[0].equals("chargeback") ? parts[2] : parts[1];
        var net = Money.of(line.minor(), line.currency());
        return new Side(key, line.subject(), net, Money.zero(net.currency()), line.recordedAt());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
