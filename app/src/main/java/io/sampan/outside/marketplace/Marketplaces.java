package io.sampan.outside.marketplace;

import io.sampan.ground.database.Transactions;
import io.sampan.outside.wire.ServiceHealth;
import io.sampan.outside.wire.Wire;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All marketplaces that this installation buys from, by which connectors, how they are doing, and what they tell us by themselves. */
@Component
public class Marketplaces {
    private static final Logger LOG = LoggerFactory.getLogger(Marketplaces.class);

    private final Map<MarketplaceId, List<Connector>> connectors = new EnumMap<>(MarketplaceId.class);
    private final Wire wire;
    private final MarketplaceTable table;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    /** @throws IllegalStateException when two connectors to one marketplace bear one name */
    Marketplaces(
            List<Connector> configured,
            MarketplaceSettings settings,
            Wire wire,
            MarketplaceTable table,
            Transactions transactions,
            ApplicationEventPublisher events) {
        var preference = new Preference(settings.sources());
        for (var id : MarketplaceId.values()) {
            connectors.put(
                    id,
                    preference.order(configured.stream()
                            .filter(connector -> connector.id() == id)
                            .toList()));
        }
        this.wire = wire;
        this.table = table;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * How a connector is doing, as this node saw it.
     *
     * @param source its name; empty for a marketplace to which none is set up
     */
    public record Health(
            MarketplaceId marketplace, String source, Set<Capability> capabilities, ServiceHealth service) {
        public boolean configured() {
            return !source.isEmpty();
        }
    }

    /** The marketplace as all its connectors together can look at it; where none is set up, it answers {@code Unsupported}. */
    public Marketplace at(MarketplaceId id) {
        return new Marketplace(id, connectors(id));
    }

    /** One connector, to buy through or to look through it alone; where it is not set up, one that can do nothing and says {@code Later}. */
    public Connector at(MarketplaceId id, String source) {
        return connectors(id).stream()
                .filter(connector -> connector.source().equals(source))
                .findFirst()
                .orElseGet(() -> new ClosedConnector(id, source));
    }

    /** The marketplaces to which at least one connector is set up. */
    public List<Marketplace> all() {
        return Arrays.stream(MarketplaceId.values())
                .filter(id -> !connectors(id).isEmpty())
                .map(this::at)
                .toList();
    }

    /** One line for each connector, those of a marketplace in the order of preference; one for each marketplace that has none. */
    public List<Health> health() {
        return Arrays.stream(MarketplaceId.values()).flatMap(this::health).toList();
    }

    private Stream<Health> health(MarketplaceId id) {
        return connectors(id).isEmpty()
                ? Stream.of(new Health(id, "", Set.of(), wire.health(id.slug())))
                : connectors(id).stream()
                        .map(one -> new Health(id, one.source(), one.capabilities(), wire.health(one.source())));
    }

    private List<Connector> connectors(MarketplaceId id) {
        return connectors.getOrDefault(id, List.of());
    }

    /**
     * Publishes what a marketplace told, unless this very message was heard before.
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

    /** Fetches news from platforms that push none; what is stored is confirmed, so that a crash between the two only tells it twice. */
    @Scheduled(fixedDelayString = "${sampan.marketplace.poll-every:10s}")
    void poll() {
        connectors.values().stream()
                .flatMap(List::stream)
                .filter(connector -> connector.capabilities().contains(Capability.MESSAGE_POLL))
                .map(connector -> CompletableFuture.runAsync(() -> poll(connector), Thread::startVirtualThread)
                        .exceptionally(bug -> {
                            LOG.error("Asking {} for messages broke", connector.source(), bug);
                            return null;
                        }))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void poll(Connector connector) {
        switch (connector.poll()) {
            case Connector.Polled.Told(var news, var messages) -> {
                news.forEach(this::hear);
                if (!messages.isEmpty()) {
                    connector.confirm(messages);
                }
            }
            case Connector.Polled.Later(var _, var why) -> LOG.debug("{} tells later: {}", connector.source(), why);
            case Connector.Polled.Unsupported _ ->
                throw new IllegalStateException(connector.source() + " declares messages and has none");
        }
    }

    @Scheduled(fixedDelayString = "${sampan.marketplace.forget-every:1h}", initialDelayString = "PT1M")
    void forgetOldNews() {
        table.forgetOldNews();
    }
}
