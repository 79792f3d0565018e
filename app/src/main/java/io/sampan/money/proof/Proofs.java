package io.sampan.money.proof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.ledger.ClosedDay;
import io.sampan.money.ledger.Closings;
import io.sampan.money.ledger.Ledger.Balance;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Proves at each day's end what we owe. What shoppers are shown is made of the ledger anew every minute, not kept from when it was proved: whoever changes a
 * row behind our backs changes the root, and no shopper's proof holds any more.
 */
@Component
public class Proofs {
    /** Most days, in all currencies, that are given at one time. */
    public static final int MOST_DAYS = 120;

    private static final int SECRET_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final DayTable table;
    private final Closings closings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<LocalDate, List<Owed>> read;

    Proofs(DayTable table, Closings closings, Clock clock, ProofSettings settings) {
        this.table = table;
        this.closings = closings;
        this.clock = clock;
        this.read = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(settings.keep())
                .build();
    }

    /** What is owed at one day's end, in one currency. */
    private record Owed(Currency currency, List<Balance> accounts) {}

    /** Proves the days that were closed since; the oldest first. A day of which nobody was owed anything has no tree. */
    @Scheduled(
            fixedDelayString = "${sampan.proof.prove-every:10m}",
            initialDelayString = "${sampan.proof.prove-every:10m}")
    public void prove() {
        for (var day : closings.after(table.last().orElse(LocalDate.EPOCH))) {
            owed(day).forEach(owed -> {
                var secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                var tree = tree(owed, secret);
                var total = new Money(tree.root().sum(), owed.currency());
                var proved = new ProvedDay(
                        day.day(), tree.root().hash(), total, owed.accounts().size());
                table.add(new DayTable.Kept(proved, secret), clock.instant());
            });
        }
    }

    /** What was published, the latest day first. */
    public List<ProvedDay> published() {
        return table.latest(MOST_DAYS);
    }

    /** What these accounts' owner needs to check the latest day: one for each account and currency in which something was theirs. */
    public List<Inclusion> of(Collection<AccountRef> accounts) {
        var wanted = Set.copyOf(accounts);
        return last().stream()
                .flatMap(day -> read.get(day.day(), _ -> owed(day)).stream()
                        .filter(owed -> owed.accounts().stream().anyMatch(one -> wanted.contains(one.account())))
                        .flatMap(owed -> table.of(day.day()).stream()
                                .filter(kept -> kept.day().total().currency().equals(owed.currency()))
                                .flatMap(kept -> included(owed, kept, wanted).stream())))
                .toList();
    }

    private Optional<ClosedDay> last() {
        var proved = table.last();
        return proved.flatMap(day -> closings.after(day.minusDays(1)).stream().findFirst());
    }

    private static List<Inclusion> included(Owed owed, DayTable.Kept kept, Set<AccountRef> wanted) {
        var tree = tree(owed, kept.secret());
        return owed.accounts().stream()
                .filter(one -> wanted.contains(one.account()))
                .map(one -> new Inclusion(
                        kept.day(),
                        one.account().toString(),
                        one.amount(),
                        nonce(kept.secret(), one.account()),
                        tree.way(leaf(one, kept.secret()))))
                .toList();
    }

    /** An account that is overdrawn is nobody's claim, and would hide somebody else's in the sum: it is left out. */
    private List<Owed> owed(ClosedDay day) {
        var byCurrency = closings.owedAt(day).stream()
                .filter(one -> one.amount().isPositive())
                .collect(Collectors.groupingBy(
                        one -> one.amount().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(one -> new Owed(Currency.getInstance(one.getKey()), one.getValue()))
                .toList();
    }

    private static SumTree tree(Owed owed, byte[] secret) {
        return new SumTree(
                owed.accounts().stream().map(one -> leaf(one, secret)).toList());
    }

    private static Node leaf(Balance one, byte[] secret) {
        return Node.leaf(
                one.account().toString(),
                nonce(secret, one.account()),
                one.amount().currency().getCurrencyCode(),
                one.amount().minor());
    }

    private static String nonce(byte[] secret, AccountRef account) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(account.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
