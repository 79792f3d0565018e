package io.sampan.outside.marketplace;

import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Answered.Reply;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.Wire;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Follows short links to the item behind them: only hosts that {@link ItemLinks} lists are asked, never an address of a private network, at
 * most a few steps, and never the item's page itself.
 */
@Component
class ShortLinks {
    private static final int STEPS = 4;
    private static final int LINKS_IN_A_PAGE = 40;

    private final MarketplaceSettings settings;
    private final Wire wire;

    ShortLinks(MarketplaceSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /** The item behind a short link; empty when following is switched off or leads nowhere. */
    Optional<LinkedItem> follow(Recognised.Short start) {
        var next = settings.followShortLinks() ? Optional.of(start.link()) : Optional.<URI>empty();
        for (int step = 0; step < STEPS && next.isPresent(); step++) {
            var here = next.get();
            var pointed = links(here).toList();
            var named =
                    pointed.stream().flatMap(link -> Links.item(link).stream()).findFirst();
            if (named.isPresent()) {
                return named;
            }
            next = pointed.stream()
                    .flatMap(link -> ItemLinks.shortLink(link).stream())
                    .map(Recognised.Short::link)
                    .filter(link -> !link.equals(here))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** Where a short link's answer points: its redirect, or the links written in its page. */
    private Stream<PastedLink> links(URI link) {
        if (!mayBeAsked(link)) {
            return Stream.empty();
        }
        Answered answered = wire.send(Call.get("short-links", door(link)).within(settings.shortLinkLimit()));
        return switch (answered) {
            case Answered.Silent silent -> Stream.empty();
            case Reply reply -> pointed(link, reply);
        };
    }

    private static Stream<PastedLink> pointed(URI link, Reply reply) {
        var location = reply.header("Location");
        if (!location.isBlank()) {
            return PastedLink.of(location.startsWith("/") ? link.resolve("/") + location.substring(1) : location)
                    .stream();
        }
        return PastedLink.allIn(reply.text(), LINKS_IN_A_PAGE);
    }

    private boolean mayBeAsked(URI link) {
        var listed =
                PastedLink.of(link.toString()).flatMap(ItemLinks::shortLink).isPresent();
        return listed && (settings.shortLinkGate() != null || isPublic(link.getHost()));
    }

    /** All requests go through the gate if there is one: a proxy of the operator's, or a test's server. */
    private URI door(URI link) {
        var gate = settings.shortLinkGate();
        return gate == null ? link : gate.resolve("/" + link.getHost() + link.getRawPath());
    }

    private static boolean isPublic(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .noneMatch(address -> address.isLoopbackAddress()
                            || address.isSiteLocalAddress()
                            || address.isLinkLocalAddress()
                            || address.isAnyLocalAddress()
                            || address.isMulticastAddress());
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
