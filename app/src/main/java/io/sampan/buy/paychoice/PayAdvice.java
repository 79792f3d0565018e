package io.sampan.buy.paychoice;

import io.sampan.buy.paychoice.PayChooser.Where;
import io.sampan.ground.database.Transactions;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.outside.gateway.PayMethods;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ranks the ways to pay for a person, learns from what they choose and how it ends, and shows, forgets and lets alone whoever wants it. Of somebody who
 * wants nothing to be learnt, nothing is read or written.
 */
@Component
public class PayAdvice {
    private final PayerTable table;
    private final PayChooser chooser;
    private final List<PayMethod> all;
    private final List<String> names;
    private final Transactions transactions;
    private final Clock clock;
    private final RandomGenerator.SplittableGenerator dice = new SplittableRandom();

    PayAdvice(
            PayerTable table, PayMethods methods, PayChoiceSettings settings, Transactions transactions, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
        this.all = methods.all();
        this.names = all.stream().map(PayMethod::id).toList();
        this.chooser = new PayChooser(all, methods::usual, settings.byMethod());
        table.believed(names, settings.remembered()).forEach(one -> chooser.remember(one.country(), one.tastes()));
        table.ended(settings.ended())
                .forEach(one -> chooser.reliability().ended(one.method(), one.country(), one.success()));
    }

    /** The ways that are offered, in the order in which this person should meet them. */
    public PayRanking rank(List<PayMethod> offered, Where where, UUID person) {
        synchronized (dice) {
            return chooser.rank(offered, where, payer(person), dice);
        }
    }

    /**
     * A person was shown these ways in this order, and pays by one of them.
     *
     * @param subject what is paid for
     * @param shown in the order of their page; anything but the same ways in another order teaches nothing
     */
    public void chose(UUID person, UUID subject, Where where, Picked picked) {
        if (!table.isFollowed(person)) {
            return;
        }
        transactions.run(() -> {
            var before = payer(person);
            var ranking = chooser.asShown(picked.shown(), where, before);
            var chosen = new PayerTable.Chosen(person, subject, where, ranking, picked.method());
            if (!table.add(chosen, clock.instant())) {
                return;
            }
            var tastes = chooser.chose(ranking, picked.method(), where, before).tastes();
            if (tastes != null) {
                table.keep(new PayerTable.Believed(person, where.country(), tastes), names, clock.instant());
            }
        });
    }

    /** @param shown in the order of the page; @param method what was chosen of it */
    public record Picked(List<PayMethod> shown, PayMethod method) {
        public Picked {
            shown = List.copyOf(shown);
        }
    }

    /** A try to pay for a subject has ended. */
    void ended(UUID subject, PayMethod method, boolean success) {
        transactions
                .run(() -> table.end(subject, method, success, clock.instant()))
                .ifPresent(one -> chooser.reliability().ended(method, one.country(), success));
    }

    /** Whether anything may be learnt of a person. */
    public boolean isFollowed(UUID person) {
        return table.isFollowed(person);
    }

    /** What is known of how a person pays. */
    public PayHabits habits(UUID person) {
        boolean followed = table.isFollowed(person);
        var times = followed
                ? table.times(person).entrySet().stream()
                        .map(entry -> new PayHabits.Times(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(PayHabits.Times::count).reversed())
                        .toList()
                : List.<PayHabits.Times>of();
        var wanted = followed ? table.wanted(person).orElse(null) : null;
        return new PayHabits(followed, times, wanted, all);
    }

    /**
     * A person corrects what was learnt: this way stands first from now on.
     *
     * @param method null when it is left to us again
     */
    public void want(UUID person, @Nullable PayMethod method) {
        if (table.isFollowed(person)) {
            transactions.run(() -> table.want(person, method));
        }
    }

    /**
     * How well the orders did in a week.
     *
     * @param week its Monday
     * @param choices by people who had more than one way before them
     * @param first how many of them took the first, from 0 to 1
     * @param place at which stood what they took, on the average; the first is 1
     */
    public record Week(LocalDate week, int choices, double first, double place) {}

    /** The latest last. @param back how far back to look */
    public List<Week> quality(Duration back) {
        return table.weeks(clock.instant().minus(back));
    }

    /** How the ways to pay did, by country, the most tried first. @param back how far back to look */
    public List<RailHealth> health(Duration back, int limit) {
        return table.tallies(clock.instant().minus(back), limit).stream()
                .map(one -> new RailHealth(
                        one.method(),
                        one.country(),
                        one.tries(),
                        one.successes(),
                        chooser.reliability().isDown(one.method())))
                .toList();
    }

    /** All that was learnt of a person is forgotten; what they choose from now on is learnt again. */
    public void forget(UUID person) {
        transactions.run(() -> {
            table.believed(person, names).ifPresent(one -> chooser.forget(one.country(), one.tastes()));
            table.forget(person);
        });
    }

    /** A person wants nothing to be learnt of them: what was, is forgotten. */
    public void unfollow(UUID person) {
        transactions.run(() -> {
            forget(person);
            table.unfollow(person, clock.instant());
        });
    }

    /** A person agrees again that is learnt from what they choose. */
    public void follow(UUID person) {
        table.follow(person);
    }

    private Payer payer(UUID person) {
        if (!table.isFollowed(person)) {
            return Payer.UNKNOWN;
        }
        Optional<PayerTable.Believed> believed = table.believed(person, names);
        return new Payer(
                believed.map(PayerTable.Believed::tastes).orElse(null),
                table.last(person).orElse(null),
                table.times(person),
                table.wanted(person).orElse(null));
    }
}
