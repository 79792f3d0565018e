package io.sampan.windows.console;

import io.sampan.browse.freshness.Quotas;
import io.sampan.browse.freshness.Standing;
import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.wire.ServiceHealth;
import io.sampan.outside.wire.Spending;
import io.sampan.outside.wire.Wire;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the outside world is doing: marketplaces' connectors with what they can do, then gateways, carriers and all others that we call. */
@Controller
public class MarketplacesPage {
    private final Pages pages;
    private final Marketplaces marketplaces;
    private final Quotas quotas;
    private final Wire wire;

    MarketplacesPage(Pages pages, Marketplaces marketplaces, Quotas quotas, Wire wire) {
        this.pages = pages;
        this.marketplaces = marketplaces;
        this.quotas = quotas;
        this.wire = wire;
    }

    /**
     * @param marketplaces one for each connector, and for each marketplace that has none
     * @param standings how the quota of each connector is spent
     * @param spendings what each connector's app may call and has called today, by service
     * @param others services that are no marketplaces
     */
    public record View(
            List<Marketplaces.Health> marketplaces,
            List<Standing> standings,
            Map<String, List<Spending>> spendings,
            List<ServiceHealth> others) {
        /** How the quota of this connector is spent; empty for a marketplace that has none. */
        public Optional<Standing> standing(Marketplaces.Health one) {
            return standings.stream()
                    .filter(standing -> standing.marketplace() == one.marketplace()
                            && standing.source().equals(one.source()))
                    .findFirst();
        }

        /** What the connector's app may call and has called today; empty before its first call. */
        public List<Spending> spendings(Marketplaces.Health one) {
            return spendings.getOrDefault(one.service().service(), List.of());
        }

        public List<Capability> capabilities() {
            return List.of(Capability.values());
        }
    }

    @GetMapping("/console/marketplaces")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var health = marketplaces.health();
        var ofMarketplaces = health.stream().map(one -> one.service().service()).collect(Collectors.toSet());
        var others = wire.health().stream()
                .filter(service -> !ofMarketplaces.contains(service.service()))
                .toList();
        var spendings = ofMarketplaces.stream().collect(Collectors.toMap(service -> service, wire::spendings));
        var view = new View(health, quotas.standings(), spendings, others);
        pages.show(response, "console/marketplaces.jte", pages.frame(request, "console"), view);
    }
}
