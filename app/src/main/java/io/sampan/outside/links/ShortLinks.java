package io.sampan.outside.links;

import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Answered.Reply;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Follows short links to the item behind them: only hosts that {@link ItemLinks} lists are asked, over TLS, never at an address of a private
 * network, at most a few steps and a few seconds, and never the item's page itself.
 */
@Component
class ShortLinks {
    private static final String SERVICE = "short-links";
    private static final int STEPS = 4;
    private static final int LINKS_IN_A_PAGE = 40;
    private static final int PAGE_CHARACTERS = 256 * 1024;

    private final LinksSettings settings;
    private final Wire wire;
    private final Lookup lookup;

    ShortLinks(LinksSettings settings, Wire wire, Lookup lookup) {
        this.settings = settings;
        this.wire = wire;
        this.lookup = lookup;
    }

    /** The item behind a short link; empty when following is switched off or leads nowhere, or to several items. */
    Optional<LinkedItem> follow(Recognised.Short start) {
        long end = System.nanoTime() + settings.followLimit().toNanos();
        var next = settings.followShortLinks() ? PastedLink.of(start.link().toString()) : Optional.<PastedLink>empty();
        for (int step = 0; step < STEPS && next.isPresent(); step++) {
            var here = next.get();
            var pointed = links(here, Duration.ofNanos(end - System.nanoTime()));
            var named =
                    pointed.stream().flatMap(link -> Links.item(link).stream()).toList();
            if (!named.isEmpty()) {
                return Links.only(named.stream());
            }
            next = pointed.stream()
                    .filter(link -> ItemLinks.shortLink(link).isPresent() && !link.equals(here))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** Where a short link's answer points: its redirect, or the links written in its page. */
    private List<PastedLink> links(PastedLink link, Duration left) {
        var door = left.isPositive() && mayBeAsked(link) ? door(link) : Optional.<URI>empty();
        if (door.isEmpty()) {
            return List.of();
        }
        var limit = left.compareTo(settings.stepLimit()) < 0 ? left : settings.stepLimit();
        Answered answered = wire.send(Call.get(SERVICE, door.get()).within(limit));
        return switch (answered) {
            case Answered.Silent silent -> List.of();
            case Reply reply -> pointed(link, reply).toList();
        };
    }

    private static Stream<PastedLink> pointed(PastedLink link, Reply reply) {
        var location = reply.header("Location");
        if (!location.isBlank()) {
            return PastedLink.of(absolute(location, link)).stream();
        }
        var page = reply.text();
        // Scripts escape slashes, pages escape ampersands; the latter is known to every link that is taken apart.
        var plain = page.substring(0, Math.min(page.length(), PAGE_CHARACTERS))
                .replace("\\/", "/")
                .replace("\\u0026", "&");
        return PastedText.links(plain, LINKS_IN_A_PAGE).flatMap(found -> PastedLink.of(found).stream());
    }

    private static String absolute(String location, PastedLink from) {
        if (location.startsWith("//")) {
            return "https:" + location;
        }
        return location.startsWith("/") ? "https://" + from.host() + location : location;
    }

    private boolean mayBeAsked(PastedLink link) {
        return ItemLinks.shortLink(link).isPresent() && (settings.gate() != null || lookup.isPublic(link.host()));
    }

    /** All requests go through the gate if there is one: a proxy of the operator's, or a test's server. */
    private Optional<URI> door(PastedLink link) {
        var gate = settings.gate();
        return link.uri().map(uri -> {
            var rest = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return gate == null ? URI.create("https://" + link.host() + rest) : gate.resolve("/" + link.host() + rest);
        });
    }
}
