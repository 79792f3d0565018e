package io.sampan.outside.links;

import io.sampan.outside.links.PastedText.Found;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Knows what people paste: links of marketplaces in all their forms, other agents' links around them, the apps' share texts. The first link
 * in a text counts, and it names one item or none. Hosts are compared whole, so that look-alikes are nothing.
 */
@Component
public class Links {
    private static final int CONTRADICTION = 2;

    private final ShortLinks shortLinks;
    private final ShareTokens shareTokens;

    Links(ShortLinks shortLinks, ShareTokens shareTokens) {
        this.shortLinks = shortLinks;
        this.shareTokens = shareTokens;
    }

    /**
     * What a text is; of a longer text only the first 4000 characters are read. Short links may take seconds to follow, share tokens as long as
     * Taobao takes to say what they mean.
     */
    public Recognised recognise(String pasted) {
        var read = read(pasted);
        return switch (read) {
            case Recognised.Short link -> or(shortLinks.follow(link), read);
            case Recognised.ShareToken token -> or(shareTokens.open(token), read);
            case Recognised.Item _, Recognised.OtherMarketplace _, Recognised.Nothing _ -> read;
        };
    }

    private static Recognised or(Optional<LinkedItem> item, Recognised read) {
        return item.map(found -> found.recognised(read.title())).orElse(read);
    }

    /** What the text says by itself; asks nobody. */
    public static Recognised read(String pasted) {
        var text = PastedText.of(pasted);
        var title = text.title();
        if (text.isScript()) {
            return new Recognised.Nothing("", title);
        }
        var found = text.firstLink();
        var link = found.filter(Found::whole).flatMap(whole -> PastedLink.of(whole.link()));
        var named = link.flatMap(Links::item).map(item -> item.recognised(title));
        return named.or(() -> link.flatMap(one -> shortLink(one, title)))
                .or(() -> text.token(found).map(token -> new Recognised.ShareToken(token, title)))
                .orElseGet(() -> new Recognised.Nothing(found.map(Found::link).orElse(""), title));
    }

    /** The one item that a link names, directly or wrapped once by an agent; none if it names several. */
    static Optional<LinkedItem> item(PastedLink link) {
        var agent = AgentLinks.agent(link).orElse("");
        var wrapped = AgentLinks.wrapped(link)
                .flatMap(inner -> only(ItemLinks.items(inner)).stream())
                .map(item -> item.by(agent));
        return only(Stream.of(ItemLinks.items(link), wrapped, AgentLinks.items(link))
                .flatMap(items -> items));
    }

    /** The short link that a link is or that an agent wrapped. */
    private static Optional<Recognised> shortLink(PastedLink link, String title) {
        return Stream.concat(Stream.of(link), AgentLinks.wrapped(link))
                .flatMap(one -> ItemLinks.shortLink(one)
                        .flatMap(
                                site -> one.uri().<Recognised>map(uri -> new Recognised.Short(uri, site.slug(), title)))
                        .stream())
                .findFirst();
    }

    static Optional<LinkedItem> only(Stream<LinkedItem> items) {
        List<LinkedItem> different = items.distinct().limit(CONTRADICTION).toList();
        return different.size() == 1 ? Optional.of(different.getFirst()) : Optional.empty();
    }
}
