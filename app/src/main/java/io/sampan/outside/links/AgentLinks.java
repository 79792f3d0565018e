package io.sampan.outside.links;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Links of other purchasing agents around a marketplace's item. Source: docs/sources/links.md "Agents". Forms whose sources contradict each
 * other (the numbers of usfans, hoobuy's 3) are refused, so that nobody buys another thing than was meant.
 */
final class AgentLinks {
    /**
     * Parameters that name an item.
     *
     * @param ids names of the parameter that holds the id, the marketplace's in {@code sites}
     * @param codes numbers that stand for a marketplace; words are understood everywhere
     */
    private record Naming(List<String> ids, List<String> sites, Map<String, Site> codes) {
        static Naming of(String id, String... sites) {
            return new Naming(List.of(id), List.of(sites), Map.of());
        }

        Stream<LinkedItem> item(Parameters parameters, String agent) {
            var site = parameters
                    .one(sites)
                    .flatMap(word -> Optional.ofNullable(codes.get(word)).or(() -> Site.ofAgentsWord(word)));
            return parameters.one(ids).flatMap(id -> site.flatMap(named -> LinkedItem.of(named, id, agent))).stream();
        }
    }

    private static final Naming SHOP_TYPE =
            new Naming(List.of("id", "goodsid"), List.of("shop_type", "shoptype", "platform"), Map.of());
    private static final Naming CHANNEL = Naming.of("id", "channel");

    /** All agents whose links we know; some have no parameters of their own, and wrap or have paths only. */
    private static final Map<String, List<Naming>> AGENTS = Map.ofEntries(
            entry("cnfans.com", List.of(SHOP_TYPE)),
            entry("mulebuy.com", List.of(SHOP_TYPE)),
            entry("joyabuy.com", List.of(SHOP_TYPE)),
            entry("joyagoo.com", List.of(SHOP_TYPE)),
            entry("orientdig.com", List.of(SHOP_TYPE)),
            entry("hipobuy.com", List.of(SHOP_TYPE)),
            entry("lovegobuy.com", List.of(SHOP_TYPE)),
            entry("gtbuy.com", List.of(SHOP_TYPE)),
            entry("superbuy.com", List.of(SHOP_TYPE)),
            entry("litbuy.com", List.of(SHOP_TYPE, CHANNEL)),
            entry("oopbuy.com", List.of(CHANNEL)),
            entry("ootdbuy.com", List.of(CHANNEL)),
            entry("acbuy.com", List.of(Naming.of("id", "source"))),
            entry("ponybuy.com", List.of(Naming.of("product_id", "platform"))),
            entry("cnshopper.com", List.of(Naming.of("keyword", "platform"))),
            entry(
                    "sifubuy.com",
                    List.of(new Naming(
                            List.of("id"),
                            List.of("type"),
                            Map.of("1", Site.ALI1688, "2", Site.TAOBAO, "4", Site.WEIDIAN)))),
            entry(
                    "panglobalbuy.com",
                    List.of(new Naming(
                            List.of("offerid"),
                            List.of("type"),
                            Map.of("1", Site.TAOBAO, "2", Site.ALI1688, "3", Site.WEIDIAN)))),
            entry("allchinabuy.com", List.of()),
            entry("wegobuy.com", List.of()),
            entry("kakobuy.com", List.of()),
            entry("pandabuy.com", List.of()),
            entry("sugargoo.com", List.of()),
            entry("esugargoo.com", List.of()),
            entry("hagobuy.com", List.of()),
            entry("hegobuy.com", List.of()),
            entry("kameymall.com", List.of()),
            entry("ezbuycn.com", List.of()),
            entry("eastmallbuy.com", List.of()),
            entry("hubbuycn.com", List.of()),
            entry("loongbuy.com", List.of()),
            entry("itaobuy.com", List.of()),
            entry("lolobuy.com", List.of()),
            entry("blikbuy.com", List.of()),
            entry("basetao.com", List.of()),
            entry("cssbuy.com", List.of()),
            entry("hoobuy.com", List.of()),
            entry("usfans.com", List.of()));

    private static final List<String> NUMBERING = List.of("oopbuy.com", "hoobuy.com", "hipobuy.com", "litbuy.com");
    private static final Map<String, Site> NUMBERED = Map.of("0", Site.ALI1688, "1", Site.TAOBAO, "2", Site.WEIDIAN);

    private static final List<String> LINK_PARAMETERS = List.of("url", "productlink", "producturl", "key");
    private static final Pattern ENCODED_AGAIN = Pattern.compile("(?i)https?%3a%2f%2f.*");
    private static final Pattern UNENCODED = Pattern.compile("(?i)https?://.*");
    private static final Pattern BARE = Pattern.compile("(?i)(?://)?((?:[a-z0-9-]+\\.)+[a-z]{2,12}/.*)");

    private static final Pattern PRODUCT =
            Pattern.compile("(?i)(?:/[a-z]{2}(?:-[a-z]{2})?|/m)?/product/([a-z0-9_]+)/(\\d+)/?"
                    + "|/best-taobao-agent-service/products/agent/([a-z0-9_]+)/(\\d+)\\.html");
    private static final Pattern CSSBUY = Pattern.compile("(?i)/item-(?:(micro|1688|tmall)-)?(\\d+)(?:\\.html)?");
    private static final Pattern SHOP_PAGE = Pattern.compile("(?i).*/(?:shops?|stores?|shopdetail)(?:[/.-].*)?");

    private AgentLinks() {}

    /** The agent's own host, without www and the like. */
    static Optional<String> agent(PastedLink link) {
        for (int dot = 0; dot >= 0; dot = link.host().indexOf('.', dot + 1)) {
            var host = link.host().substring(dot == 0 ? 0 : dot + 1);
            if (AGENTS.containsKey(host)) {
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }

    /** The links inside an agent's link, as its pages may read them. */
    static Stream<PastedLink> wrapped(PastedLink link) {
        return agent(link).isEmpty()
                ? Stream.empty()
                : Stream.of(link.query(), link.fragment()).flatMap(AgentLinks::wrapped);
    }

    private static Stream<PastedLink> wrapped(Parameters parameters) {
        var decoded = LINK_PARAMETERS.stream()
                .flatMap(name -> parameters.one(List.of(name)).stream())
                .map(inner -> ENCODED_AGAIN.matcher(inner).matches() ? Parameters.decoded(inner) : inner);
        var unencoded = LINK_PARAMETERS.stream()
                .flatMap(name -> parameters.allBehind(name).stream())
                .filter(inner -> UNENCODED.matcher(inner).matches());
        return Stream.concat(decoded, unencoded).flatMap(inner -> PastedLink.of(withScheme(inner)).stream());
    }

    private static String withScheme(String inner) {
        var bare = BARE.matcher(inner);
        return bare.matches() ? "https://" + bare.group(1) : inner;
    }

    /** The items that an agent's link names by itself, outside its pages of shops. */
    static Stream<LinkedItem> items(PastedLink link) {
        var agent = agent(link);
        if (agent.isEmpty()
                || SHOP_PAGE.matcher(link.path()).matches()
                || SHOP_PAGE.matcher(link.route()).matches()) {
            return Stream.empty();
        }
        var host = agent.get();
        var named = AGENTS.getOrDefault(host, List.of()).stream()
                .flatMap(naming ->
                        Stream.of(link.query(), link.fragment()).flatMap(parameters -> naming.item(parameters, host)));
        return Stream.concat(named, inPath(link.path(), host));
    }

    private static Stream<LinkedItem> inPath(String path, String agent) {
        var css = CSSBUY.matcher(path);
        if (agent.equals("cssbuy.com") && css.matches()) {
            var site = Optional.ofNullable(css.group(1))
                    .flatMap(Site::ofAgentsWord)
                    .orElse(Site.TAOBAO);
            return LinkedItem.of(site, css.group(2), agent).stream();
        }
        var page = PRODUCT.matcher(path);
        if (!page.matches()) {
            return Stream.empty();
        }
        var word = page.group(1) == null ? page.group(3) : page.group(1);
        var id = page.group(1) == null ? page.group(4) : page.group(2);
        var numbered = NUMBERING.contains(agent) ? Optional.ofNullable(NUMBERED.get(word)) : Optional.<Site>empty();
        return numbered.or(() -> Site.ofAgentsWord(word)).flatMap(site -> LinkedItem.of(site, id, agent)).stream();
    }
}
