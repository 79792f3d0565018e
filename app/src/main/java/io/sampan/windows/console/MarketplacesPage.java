package io.sampan.windows.console;

import io.sampan.outside.marketplace.Capability;
import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.wire.ServiceHealth;
import io.sampan.outside.wire.Wire;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the outside world is doing: marketplaces' connectors with what they can do, then gateways, carriers and all others that we call. */
@Controller
public class MarketplacesPage {
    private final Pages pages;
    private final Marketplaces marketplaces;
    private final Wire wire;

    MarketplacesPage(Pages pages, Marketplaces marketplaces, Wire wire) {
        this.pages = pages;
        this.marketplaces = marketplaces;
        this.wire = wire;
    }

    /**
     * @param marketplaces one for each connector, and for each marketplace that has none
     * @param others services that are no marketplaces
     */
    public record View(List<Marketplaces.Health> marketplaces, List<ServiceHealth> others) {
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
        var view = new View(health, others);
        pages.show(response, "console/marketplaces.jte", pages.frame(request, "console"), view);
    }
}
