package io.sampan.deliver.haul;

import io.sampan.money.amount.Money;
import io.sampan.money.exchange.Rates;
import io.sampan.outside.customs.Duties;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Advice on how to send a haul, by today's tariffs, import rules and reference rates. */
@Component
public class Hauls {
    private final HaulPlanner planner;
    private final Duties duties;
    private final Rates rates;

    Hauls(HaulPlanner planner, Duties duties, Rates rates) {
        this.planner = planner;
        this.duties = duties;
        this.rates = rates;
    }

    public HaulAdvice.Outcome advise(Haul haul) {
        boolean unknown = duties.currencies(HaulPlanner.consignment(haul)).stream()
                .anyMatch(currency -> !rates.currencies().contains(currency));
        return unknown ? new HaulAdvice.NotAdmitted() : planner.advise(haul, this::converted);
    }

    private Money converted(Currency to, Money amount) {
        return amount.currency().equals(to)
                ? amount
                : rates.mid(amount.currency(), to).apply(amount);
    }
}
