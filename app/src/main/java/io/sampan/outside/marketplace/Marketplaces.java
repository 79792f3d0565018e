package io.sampan.outside.marketplace;

import io.sampan.ground.database.Transactions;
import io.sampan.outside.wire.ServiceHealth;
import io.sampan.outside.wire.Wire;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All marketplaces that this installation buys from, how they are doing, and what they tell us by themselves. */
@Component
public class Marketplaces {
    private final Map<MarketplaceId, Marketplace> connectors = new EnumMap<>(MarketplaceId.class);
    private final Wire wire;
    private final MarketplaceTable table;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    Marketplaces(
            List<Marketplace> configured,
            Wire wire,
            MarketplaceTable table,
            Transactions transactions,
            ApplicationEventPublisher events) {
        configured.forEach(connector -> connectors.put(connector.id(), connector));
        this.wire = wire;
        this.table = table;
        this.transactions = transactions;
        this.events = events;
    }

    /** How a marketplace is doing, as this node saw it. */
    public record Health(
            MarketplaceId marketplace, boolean configured, Set<Capability> capabilities, ServiceHealth service) {}

    /** The connector; where none is set up, one that can do nothing and says {@code Later}. */
    public Marketplace at(MarketplaceId id) {
        var connector = connectors.get(id);
        return connector == null ? new ClosedMarketplace(id) : connector;
    }

    /** The connectors that are set up. */
    public List<Marketplace> all() {
        return List.copyOf(connectors.values());
    }

    /** One line for each marketplace that we know, set up or not. */
    public List<Health> health() {
        return Arrays.stream(MarketplaceId.values())
                .map(id -> new Health(id, connectors.containsKey(id), at(id).capabilities(), wire.health(id.slug())))
                .toList();
    }

    /**
     * Publishes what a marketplace pushed, unless this very message was heard before.
     *
     * @return whether it was new
     */
    public boolean hear(MarketplaceNews news) {
        return transactions.run(() -> {
            boolean first = table.heard(news);
            if (first) {
                events.publishEvent(news);
            }
            return first;
        });
    }

    @Scheduled(fixedDelayString = "${sampan.marketplace.forget-every:1h}", initialDelayString = "PT1M")
    void forgetOldNews() {
        table.forgetOldNews();
    }
}
