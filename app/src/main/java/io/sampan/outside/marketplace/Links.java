package io.sampan.outside.marketplace;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Knows what people paste: links of marketplaces in all their forms, other agents' links around them, the apps' share texts. The first link
 * in a text counts. Hosts are compared whole, so that look-alikes are nothing.
 */
@Component
public class Links {
    private static final int LONGEST = 4000;
    private static final Pattern TOKEN = Pattern.compile("\\p{Sc}([A-Za-z0-9]{8,16})\\p{Sc}");

    private final ShortLinks shortLinks;

    Links(ShortLinks shortLinks) {
        this.shortLinks = shortLinks;
    }

    /** What a text is; of a longer text only the first 4000 characters are read. Short links may take seconds to follow. */
    public Recognised recognise(String pasted) {
        var text = pasted.length() > LONGEST ? pasted.substring(0, LONGEST) : pasted;
        var read = read(text);
        if (read instanceof Recognised.Short link) {
            return shortLinks.follow(link).map(LinkedItem::recognised).orElse(link);
        }
        return read;
    }

    /** What the text says by itself; asks nobody. */
    static Recognised read(String text) {
        var first = PastedLink.firstIn(text);
        var link = first.flatMap(PastedLink::of);
        var item = link.flatMap(Links::item);
        if (item.isPresent()) {
            return item.get().recognised();
        }
        var shortLink = link.flatMap(Links::shortLink);
        if (shortLink.isPresent()) {
            return shortLink.get();
        }
        var rest = first.map(found -> text.replace(found, " ")).orElse(text);
        var token = TOKEN.matcher(rest);
        return token.find() ? new Recognised.ShareToken(token.group(1)) : new Recognised.Nothing();
    }

    /** The item that a link names, directly or wrapped once by an agent. */
    static Optional<LinkedItem> item(PastedLink link) {
        return ItemLinks.item(link)
                .or(() -> inner(link).flatMap(ItemLinks::item).map(item -> item.by(AgentLinks.agent(link))))
                .or(() -> AgentLinks.item(link));
    }

    private static Optional<Recognised.Short> shortLink(PastedLink link) {
        return ItemLinks.shortLink(link).or(() -> inner(link).flatMap(ItemLinks::shortLink));
    }

    private static Optional<PastedLink> inner(PastedLink link) {
        return AgentLinks.wrapped(link).flatMap(PastedLink::of);
    }
}
