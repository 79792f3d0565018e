package io.sampan.outside.marketplace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One marketplace as it can be looked at: through the first of its connectors that can, and through the next when that one answers
 * {@code Later}. One answer comes from one connector; answers are never mixed. Nothing is bought here, see
 * {@link Marketplaces#at(MarketplaceId, String)}.
 */
public final class Marketplace {
    private static final String REFUSED = "not asked: its quota is spent";

    private final MarketplaceId id;
    private final List<Connector> connectors;
    private final Predicate<String> mayAsk;
    private final boolean patient;

    /** @param connectors to this marketplace, the preferred one first; none when nothing is set up */
    Marketplace(MarketplaceId id, List<Connector> connectors) {
        this(id, connectors, source -> true, false);
    }

    private Marketplace(MarketplaceId id, List<Connector> connectors, Predicate<String> mayAsk, boolean patient) {
        this.id = id;
        this.connectors = List.copyOf(connectors);
        this.mayAsk = mayAsk;
        this.patient = patient;
    }

    /**
     * The same marketplace within somebody's quota.
     *
     * @param permitted is told a connector's name just before it is asked, once for each question; one that it refuses is passed over as if it had
     *     answered {@code Later}
     */
    public Marketplace asking(Predicate<String> permitted) {
        return new Marketplace(id, connectors, permitted, patient);
    }

    /**
     * The same marketplace for somebody who can come again: a connector that was asked for an item and answers {@code Later} is not passed over
     * for one that may know less of it.
     */
    public Marketplace patient() {
        return new Marketplace(id, connectors, mayAsk, true);
    }

    public MarketplaceId id() {
        return id;
    }

    /** The names of its connectors, the preferred one first. */
    public List<String> sources() {
        return connectors.stream().map(Connector::source).toList();
    }

    /** The names of those that can do this, the preferred one first. */
    public List<String> sources(Capability needed) {
        return able(needed).stream().map(Connector::source).toList();
    }

    /** What at least one of its connectors can do. */
    public Set<Capability> capabilities() {
        var all = EnumSet.noneOf(Capability.class);
        connectors.forEach(connector -> all.addAll(connector.capabilities()));
        return all;
    }

    public Searched search(Searched.Query query) {
        return searched(Capability.SEARCH, connector -> connector.search(query));
    }

    /** See {@link Connector#searchByImage}. */
    public Searched searchByImage(byte[] picture, String language) {
        return searched(Capability.IMAGE_SEARCH, connector -> connector.searchByImage(picture, language));
    }

    private Searched searched(Capability needed, Function<Connector, Searched> verb) {
        Searched answer = new Searched.Unsupported();
        for (var connector : able(needed)) {
            var said = mayAsk.test(connector.source())
                    ? verb.apply(connector)
                    : new Searched.Later(Duration.ZERO, REFUSED);
            if (said instanceof Searched.Page) {
                return said;
            }
            answer = answer instanceof Searched.Unsupported ? said : answer;
        }
        return answer;
    }

    /**
     * What came of looking at an item.
     *
     * @param answer of all connectors together: what the first found that has it; that it is gone only if every one of them says so
     * @param goneAt the connectors that do not have it, or no longer, whatever the others say
     */
    public record Sighted(Fetched answer, List<String> goneAt) {
        public Sighted {
            goneAt = List.copyOf(goneAt);
        }
    }

    /**
     * Looks at an item. A connector that does not have it proves little, since none has all of a marketplace's goods: the next is asked then, too.
     *
     * @param language ISO 639 language that texts are wanted in beside Chinese
     */
    public Sighted fetch(String itemId, String language) {
        var goneAt = new ArrayList<String>();
        Fetched answer = new Fetched.Unsupported();
        for (var connector : able(Capability.DETAIL)) {
            boolean asked = mayAsk.test(connector.source());
            var said = asked ? connector.fetch(itemId, language) : new Fetched.Later(Duration.ZERO, REFUSED);
            switch (said) {
                case Fetched.Found found -> {
                    return new Sighted(found, goneAt);
                }
                case Fetched.Gone gone -> {
                    goneAt.add(connector.source());
                    answer = answer instanceof Fetched.Unsupported ? gone : answer;
                }
                case Fetched.Later later
                when asked && patient -> {
                    return new Sighted(later, goneAt);
                }
                case Fetched.Later later -> answer = answer instanceof Fetched.Later ? answer : later;
                case Fetched.Unsupported _ -> {}
            }
        }
        return new Sighted(answer, goneAt);
    }

    /** What a share token stands for, see {@link Connector#shared}. */
    public Connector.Shared shared(String token) {
        Connector.Shared answer = new Connector.Shared.Unsupported();
        for (var connector : able(Capability.SHARE_TOKEN)) {
            var said = connector.shared(token);
            if (said instanceof Connector.Shared.Item) {
                return said;
            }
            answer = answer instanceof Connector.Shared.Unsupported ? said : answer;
        }
        return answer;
    }

    private List<Connector> able(Capability needed) {
        return connectors.stream()
                .filter(connector -> connector.capabilities().contains(needed))
                .toList();
    }
}
