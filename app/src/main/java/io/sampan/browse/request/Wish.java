package io.sampan.browse.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shopper asks for, in their own words.
 *
 * @param link where the goods are, as pasted, and https where it does not say how; never opened by us. Empty where words must do
 * @param what the goods are, 1 to 200 characters
 * @param options colour, size and the like, at most 300 characters
 * @param quantity pieces, 1 to {@value #MOST_PIECES}
 * @param remark anything else that the buyer must know, at most 1,000 characters
 */
public record Wish(String link, String what, String options, int quantity, String remark) {
    public static final int LONGEST_LINK = 1_000;
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_OPTIONS = 300;
    public static final int LONGEST_REMARK = 1_000;
    public static final int MOST_PIECES = 999;

    /** What cannot be so. */
    public enum Fault {
        /** Neither a link nor words say what is meant. */
        NOTHING_NAMED,
        /** No web address (http or https with a host's name), or one that hides where it leads. */
        LINK,
        TOO_LONG,
        QUANTITY
    }

    public Wish {
        link = link.isBlank() || link.contains("://") ? link.strip() : "https://" + link.strip();
        what = what.strip();
        options = options.strip();
        remark = remark.strip();
    }

    /** What somebody wants is theirs: the text form shows none of it. */
    @Override
    public String toString() {
        return "Wish[...]";
    }

    /** Everything that is wrong with it; none when it can be asked. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (what.isEmpty()) {
            faults.add(Fault.NOTHING_NAMED);
        }
        if (!link.isEmpty() && address().isEmpty()) {
            faults.add(Fault.LINK);
        }
        if (link.length() > LONGEST_LINK
                || what.length() > LONGEST_NAME
                || options.length() > LONGEST_OPTIONS
                || remark.length() > LONGEST_REMARK) {
            faults.add(Fault.TOO_LONG);
        }
        if (quantity < 1 || quantity > MOST_PIECES) {
            faults.add(Fault.QUANTITY);
        }
        return List.copyOf(faults);
    }

    /** The link as an address that a person may open: http or https, a host by its name, nobody's name and password before it. */
    public Optional<URI> address() {
        try {
            var uri = new URI(link);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            var host = uri.getHost();
            boolean named = host != null && host.matches("(?i)(?:[a-z0-9-]{1,63}\\.)+[a-z][a-z0-9-]{1,62}");
            return web && named && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
