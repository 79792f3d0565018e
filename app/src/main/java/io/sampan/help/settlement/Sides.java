package io.sampan.help.settlement;

import io.sampan.help.settlement.Settlement.Difference;
import io.sampan.help.settlement.Settlement.Fee;
import io.sampan.money.amount.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gateway says and what the book says, by what was moved. */
record Sides(Map<String, Side> told, Map<String, Side> booked) {
    /** Of what either side says that was moved in this time. */
    Settlement settlement(String gateway, LocalDate day, Span compared) {
        var ids = Stream.of(told, booked)
                .flatMap(side -> side.entrySet().stream())
                .filter(one -> compared.holds(one.getValue().at()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Settlement(
                gateway,
                day,
                compared.until(),
                sums(told, ids),
                sums(booked, ids),
                ids.stream().flatMap(id -> fee(id).stream()).toList(),
                ids.stream().flatMap(id -> difference(id).stream()).toList());
    }

    /** All fees that the book does not know. */
    List<Fee> fees() {
        return told.keySet().stream().flatMap(id -> fee(id).stream()).toList();
    }

    private static List<Money> sums(Map<String, Side> sides, Set<String> ids) {
        return Sums.of(
                ids.stream().flatMap(id -> Stream.ofNullable(sides.get(id))).map(Side::net));
    }

    /** What the gateway kept of a movement on which both agree but for that. */
    private Optional<Fee> fee(String id) {
        var theirs = told.get(id);
        var ours = booked.get(id);
        return theirs == null
                        || ours == null
                        || theirs.fee().isZero()
                        || !theirs.net().plus(theirs.fee()).equals(ours.net())
                ? Optional.empty()
                : Optional.of(new Fee(ours.key(), ours.subject(), theirs.fee()));
    }

    private Optional<Difference> difference(String id) {
        var side = told.getOrDefault(id, booked.get(id));
        if (side == null || fee(id).isPresent()) {
            return Optional.empty();
        }
        var theirs = net(told, id, side);
        var ours = net(booked, id, side);
        return theirs.equals(ours) ? Optional.empty() : Optional.of(new Difference(side.key(), theirs, ours));
    }

    private static Money net(Map<String, Side> sides, String id, Side other) {
        var side = sides.get(id);
        return side == null ? Money.zero(other.net().currency()) : side.net();
    }
}
