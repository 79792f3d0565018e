package io.sampan.outside.marketplace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Links of other purchasing agents around a marketplace's item. Source: docs/sources/links.md. Forms whose sources contradict each other
 * (usfans, hoobuy's 3) are refused, so that nobody buys another thing than was meant.
 */
final class AgentLinks {
    /** Agents that wrap the whole link in a parameter, of the query or of the fragment. */
    private static final List<String> WRAPPING =
            List.of("superbuy.com", "allchinabuy.com", "wegobuy.com", "kakobuy.com", "pandabuy.com", "sugargoo.com");

    private static final List<String> LINK_PARAMETERS = List.of("url", "productlink");

    /** Agents that name an id and a marketplace in parameters. */
    private static final List<String> NAMING = List.of(
            "cnfans.com",
            "mulebuy.com",
            "joyabuy.com",
            "joyagoo.com",
            "orientdig.com",
            "hipobuy.com",
            "lovegobuy.com",
            "acbuy.com",
            "superbuy.com",
            "oopbuy.com",
            "ootdbuy.com");

    private static final List<String> SITE_PARAMETERS = List.of("shop_type", "platform", "source", "channel");

    private static final Map<String, String> SITES = Map.ofEntries(
            Map.entry("weidian", "weidian"),
            Map.entry("wd", "weidian"),
            Map.entry("taobao", "taobao"),
            Map.entry("tb", "taobao"),
            Map.entry("tmall", "tmall"),
            Map.entry("ali_1688", "1688"),
            Map.entry("1688", "1688"),
            Map.entry("al", "1688"),
            Map.entry("alibaba", "1688"));

    private static final Map<String, String> NUMBERED = Map.of("0", "1688", "1", "taobao", "2", "weidian");

    private static final Pattern PRODUCT = Pattern.compile("/product/([a-z0-9_]+)/(\\d+)/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CSSBUY = Pattern.compile("/item-(?:(micro|1688)-)?(\\d+)\\.html");

    private AgentLinks() {}

    /** The link inside an agent's link. */
    static Optional<String> wrapped(PastedLink link) {
        if (host(link, WRAPPING).isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(link.query(), link.fragment())
                .flatMap(parameters -> LINK_PARAMETERS.stream().map(name -> parameters.getOrDefault(name, "")))
                .filter(inner -> !inner.isBlank())
                .findFirst();
    }

    /** The item that an agent's link names by itself. */
    static Optional<LinkedItem> item(PastedLink link) {
        return named(link).or(() -> numbered(link)).or(() -> cssbuy(link));
    }

    /** The agent's own host, without www and the like. */
    static String agent(PastedLink link) {
        return host(link, WRAPPING).orElse(link.host());
    }

    private static Optional<LinkedItem> named(PastedLink link) {
        return host(link, NAMING)
                .flatMap(agent -> SITE_PARAMETERS.stream()
                        .flatMap(name -> link.parameter(name).stream())
                        .flatMap(value -> Optional.ofNullable(SITES.get(value.toLowerCase(Locale.ROOT))).stream())
                        .findFirst()
                        .flatMap(site -> found(site, link.parameter("id").orElse(""), agent)));
    }

    private static Optional<LinkedItem> numbered(PastedLink link) {
        var page = PRODUCT.matcher(link.path());
        if (!page.matches()) {
            return Optional.empty();
        }
        var word = page.group(1).toLowerCase(Locale.ROOT);
        var number = Optional.ofNullable(NUMBERED.get(word));
        var slug = Optional.ofNullable(SITES.get(word));
        return host(link, List.of("oopbuy.com", "hoobuy.com", "litbuy.com")).flatMap(agent -> {
            var site = switch (agent) {
                case "oopbuy.com" -> number.or(() -> slug);
                case "hoobuy.com" -> number;
                default -> slug;
            };
            return site.flatMap(name -> found(name, page.group(2), agent));
        });
    }

    private static Optional<LinkedItem> cssbuy(PastedLink link) {
        var page = CSSBUY.matcher(link.path());
        if (!link.at("cssbuy.com") || !page.matches()) {
            return Optional.empty();
        }
        var kind = page.group(1);
        var site = kind == null ? "taobao" : kind.equals("micro") ? "weidian" : "1688";
        return found(site, page.group(2), "cssbuy.com");
    }

    private static Optional<LinkedItem> found(String site, String id, String agent) {
        return LinkedItem.isId(id) ? Optional.of(new LinkedItem(site, id, agent)) : Optional.empty();
    }

    private static Optional<String> host(PastedLink link, List<String> agents) {
        return agents.stream().filter(link::at).findFirst();
    }
}
