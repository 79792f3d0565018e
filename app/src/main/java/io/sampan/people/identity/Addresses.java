package io.sampan.people.identity;

import io.sampan.ground.database.TimeOrderedId;
import io.sampan.ground.database.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to address books. Every question names the owner: another account's address is never there. */
@Component
public class Addresses {
    private final IdentityTable table;
    private final Transactions transactions;
    private final IdentitySettings settings;
    private final Clock clock;

    Addresses(IdentityTable table, Transactions transactions, IdentitySettings settings, Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The whole book, the preferred address first, then the latest changed. */
    public List<SavedAddress> of(AccountId owner) {
        return table.addresses(owner);
    }

    public Optional<SavedAddress> find(AccountId owner, AddressId id) {
        return table.addresses(owner).stream()
                .filter(saved -> saved.id().equals(id))
                .findFirst();
    }

    /** Adds an address; the first of a book becomes the preferred one. */
    public Kept add(AccountId owner, Address address) {
        var faults = address.faults();
        if (!faults.isEmpty()) {
            return new Kept.Faulty(faults);
        }
        return transactions.run(() -> {
            table.lockBook(owner);
            int size = table.addresses(owner).size();
            if (size >= settings.longestBook()) {
                return new Kept.Full(settings.longestBook());
            }
            var id = new AddressId(TimeOrderedId.next(clock));
            var saved = new SavedAddress(id, owner, address, size == 0, clock.instant());
            table.insert(saved);
            return new Kept.Saved(saved);
        });
    }

    /** Replaces an address. Orders keep the address that they were placed with. */
    public Kept change(AccountId owner, AddressId id, Address address) {
        var faults = address.faults();
        if (!faults.isEmpty()) {
            return new Kept.Faulty(faults);
        }
        return transactions.run(() -> {
            table.lockBook(owner);
            var old = find(owner, id);
            if (old.isEmpty()) {
                return new Kept.Missing();
            }
            var saved = new SavedAddress(id, owner, address, old.get().preferred(), clock.instant());
            table.update(saved);
            return new Kept.Saved(saved);
        });
    }

    /** Offers this one first from now on; an id that is not in the book changes nothing. */
    public void prefer(AccountId owner, AddressId id) {
        transactions.run(() -> {
            table.lockBook(owner);
            if (find(owner, id).isPresent()) {
                table.preferAddress(owner, id);
            }
        });
    }

    /** Takes an address out of the book; twice is the same as once. */
    public void remove(AccountId owner, AddressId id) {
        table.removeAddress(owner, id);
    }
}
