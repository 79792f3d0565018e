package io.sampan.windows.console;

import io.sampan.browse.landedcost.LandedQuote.Kind;
import io.sampan.browse.landedcost.LandedQuote.Part;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.shipping.Parcel;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Lines;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.people.language.Languages;
import io.sampan.windows.console.ParcelsPage.Asked;
import io.sampan.windows.console.ParcelsPage.FreightView;
import io.sampan.windows.console.ParcelsPage.GuaranteeBook;
import io.sampan.windows.console.ParcelsPage.Trial;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What lines ask for a parcel, with every number of the calculation, and what the guarantee of the freight brought and cost. */
@Controller
class FreightPage {
    private static final int LATEST = 200;
    private static final String USUAL_COUNTRY = "DE";

    private final Pages pages;
    private final Lines lines;
    private final Parcels parcels;
    private final Orders orders;
    private final Languages languages;
    private final Clock clock;

    FreightPage(Pages pages, Lines lines, Parcels parcels, Orders orders, Languages languages, Clock clock) {
        this.pages = pages;
        this.lines = lines;
        this.parcels = parcels;
        this.orders = orders;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/console/freight")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var trial = trial(request);
        boolean isAsked = request.getParameter("grams") != null;
        var faults = isAsked ? trial.measures().faults() : List.<String>of();
        var asked = isAsked && faults.isEmpty() ? asked(trial) : List.<Asked>of();
        var countries = languages.countries(frame.texts().locale());
        var view = new FreightView(trial, countries, faults, isAsked && faults.isEmpty(), asked, books());
        pages.show(response, "console/freight.jte", frame, view);
    }

    private Trial trial(HttpServletRequest request) {
        var typed = new Typed(request);
        var country = typed.text("country").matches("[A-Z]{2}") ? typed.text("country") : USUAL_COUNTRY;
        var kinds = EnumSet.noneOf(Hazard.class);
        var names = Set.of(Objects.requireNonNullElse(request.getParameterValues("kind"), new String[0]));
        Arrays.stream(Hazard.values())
                .filter(kind -> names.contains(kind.name()))
                .forEach(kinds::add);
        return new Trial(country, Measures.typed(typed), kinds);
    }

    private List<Asked> asked(Trial trial) {
        return lines.to(trial.country(), clock.instant()).stream()
                .map(line -> new Asked(line.id(), line.price(trial.measures().parcel(), trial.kinds())))
                .toList();
    }

    /** By line; of the latest parcels that a carrier has billed. */
    private List<GuaranteeBook> books() {
        var books = new TreeMap<String, GuaranteeBook>();
        for (var parcel : parcels.billed(LATEST)) {
            orders.find(parcel.order())
                    .ifPresent(order -> books.merge(parcel.line().value(), book(parcel, order), GuaranteeBook::plus));
        }
        return List.copyOf(books.values());
    }

    private static GuaranteeBook book(Parcel parcel, Order order) {
        var premium = order.quote().parts().stream()
                .filter(part -> part.kind() == Kind.GUARANTEE)
                .map(FreightPage::yuan)
                .reduce(Money.fen(0), Money::plus);
        var freight = parcel.freight() == null ? parcel.quoted() : parcel.freight();
        var spared = parcel.quoted().minus(freight).max(Money.fen(0));
        return new GuaranteeBook(parcel.line(), 1, premium, parcel.excess(), spared);
    }

    /** Where the shopper pays in yuan, a part has no other amount. */
    private static Money yuan(Part part) {
        return part.original() == null ? part.amount() : part.original();
    }
}
