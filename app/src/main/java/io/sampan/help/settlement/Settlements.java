package io.sampan.help.settlement;

import io.sampan.help.settlement.Settlement.Difference;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.BookLine;
import io.sampan.money.ledger.Ledger;
import io.sampan.outside.gateway.AccountReport;
import io.sampan.outside.gateway.AccountReport.Moved;
import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
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

    Settlements(Gateways gateways, Ledger ledger) {
        this.gateways = gateways;
        this.ledger = ledger;
    }

    /** The gateways that report what they moved, by name. */
    public List<String> gateways() {
        return gateways.all().stream()
                .filter(gateway -> gateway.report().isPresent())
                .map(Gateway::name)
                .toList();
    }

    /** Asks the gateway, and reads the book. @param gateway one of {@link #gateways()} */
    public Told<Settlement> of(String gateway, LocalDate day) {
        var from = start(day.minusDays(1));
        var until = start(day.plusDays(2));
        return gateways.named(gateway)
                .flatMap(Gateway::report)
                .map(report -> compared(report, gateway, day, from, until))
                .orElseGet(() -> new Told.No<>("no-report"));
    }

    private Told<Settlement> compared(
            AccountReport report, String gateway, LocalDate day, Instant from, Instant until) {
        return report.moved(from, until).map(moved -> {
            var booked = ledger.statement(AccountRef.gateway(gateway), from, until).stream()
                    .map(Settlements::booked)
                    .toList();
            return new Settlement(
                    gateway,
                    day,
                    sums(moved.stream().filter(within(day)).toList()),
                    sums(booked.stream().filter(within(day)).toList()),
                    differences(moved, booked, day));
        });
    }

    private static List<Difference> differences(List<Moved> told, List<Moved> booked, LocalDate day) {
        var ofTheDay = Stream.concat(told.stream(), booked.stream())
                .filter(within(day))
                .collect(Collectors.toMap(Settlements::id, side -> side, (one, other) -> one, LinkedHashMap::new));
        var toldNets = nets(told);
        var bookedNets = nets(booked);
        var differences = new ArrayList<Difference>();
        ofTheDay.forEach((id, side) -> {
            var zero = Money.zero(side.net().currency());
            var theirs = toldNets.getOrDefault(id, zero);
            var ours = bookedNets.getOrDefault(id, zero);
            if (!theirs.equals(ours)) {
                differences.add(new Difference(side.key(), theirs, ours));
            }
        });
        return differences;
    }

    /** What is compared: a thing that money moved for, in one currency. */
    private static String id(Moved moved) {
        return moved.key() + " " + moved.net().currency().getCurrencyCode();
    }

    private static Map<String, Money> nets(List<Moved> sides) {
        return sides.stream().collect(Collectors.toMap(Settlements::id, Moved::net, Money::plus));
    }

    private static List<Money> sums(Collection<Moved> sides) {
        return List.copyOf(sides.stream()
                .map(Moved::net)
                .collect(Collectors.toMap(
                        net -> net.currency().getCurrencyCode(), net -> net, Money::plus, TreeMap::new))
                .values());
    }

    /** Entries are named after what moved the money: {@code capture:<payment>}, {@code chargeback:<gateway>:<dispute>:<n>}. */
    private static Moved booked(BookLine line) {
        var parts = line.entry().split(":", 4);
        var key = parts.length < 2 ? line.entry() : parts[0].equals("chargeback") ? parts[2] : parts[1];
        return new Moved(key, Money.of(line.minor(), line.currency()), line.recordedAt());
    }

    private static Predicate<Moved> within(LocalDate day) {
        return side -> !side.at().isBefore(start(day)) && side.at().isBefore(start(day.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
