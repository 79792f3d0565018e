package io.sampan.buy.payment;

import io.sampan.outside.gateway.Gateway;
import io.sampan.outside.gateway.Gateways;
import io.sampan.outside.gateway.SavedMethods;
import io.sampan.outside.gateway.SavedMethods.Kept;
import io.sampan.outside.gateway.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways to pay that gateways keep for people who wanted it: shown to them, and forgotten when they want that. */
@Component
public class SavedWays {
    private final CustomerTable table;
    private final Gateways gateways;

    SavedWays(CustomerTable table, Gateways gateways) {
        this.table = table;
        this.gateways = gateways;
    }

    /** @param gateway a {@link Gateway#name} */
    public record Saved(String gateway, Kept kept) {}

    /** @param whole false when a gateway did not tell */
    public record Wallet(List<Saved> saved, boolean whole) {
        public Wallet {
            saved = List.copyOf(saved);
        }
    }

    /** Waits for the gateways. */
    public Wallet of(UUID account) {
        var saved = new ArrayList<Saved>();
        boolean whole = true;
        for (var gateway : gateways.all()) {
            var desk = gateway.savedMethods();
            var customer = table.find(account, gateway.name());
            if (desk.isEmpty() || customer.isEmpty()) {
                continue;
            }
            if (desk.get().of(customer.get()) instanceof Told.Yes<List<Kept>>(var kept)) {
                kept.forEach(one -> saved.add(new Saved(gateway.name(), one)));
            } else {
                whole = false;
            }
        }
        return new Wallet(saved, whole);
    }

    /** Forgets one of an account's own; false when it is none, or the gateway did not confirm it. Waits for the gateway. */
    public boolean forget(UUID account, String gateway, String reference) {
        boolean own = of(account).saved().stream()
                .anyMatch(one ->
                        one.gateway().equals(gateway) && one.kept().reference().equals(reference));
        return own
                && gateways.named(gateway)
                                .flatMap(Gateway::savedMethods)
                                .orElseThrow()
                                .forget(reference)
                        instanceof Told.Yes<String>;
    }

    /** Who pays, as the gateway knows them, where it keeps this way to pay: known from before, or from now on. Null when it does not say. */
    @Nullable
    String customer(PayWay way, Gateway gateway) {
        var payer = way.payer();
        var desk =
                gateway.savedMethods().filter(keeps -> keeps.keeps(way.method().code()));
        return payer == null || desk.isEmpty()
                ? null
                : table.find(payer, gateway.name())
                        .or(() -> known(desk.get(), payer, gateway.name()))
                        .orElse(null);
    }

    private Optional<String> known(SavedMethods desk, UUID account, String gateway) {
        if (!(desk.know(account.toString()) instanceof Told.Yes<String>(var customer))) {
            return Optional.empty();
        }
        table.add(account, gateway, customer);
        return table.find(account, gateway);
    }
}
