package io.sampan.simulators.world;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.SimulatedService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the goods' pictures and lets the control page move prices, stock and listings. */
public final class WorldService implements SimulatedService {
    private static final Pattern PICTURE =
            Pattern.compile("/pictures/(1688|taobao|jd|pinduoduo)/(\\d{1,15})/(\\d)\\.svg");
    private static final String FIELDS = "marketplace (1688, taobao, jd or pinduoduo), itemId, skuId?";

    private final World world;
    private final Pictures pictures = new Pictures();

    public WorldService(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "world";
    }

    @Override
    public Handler handler() {
        return this::answer;
    }

    private Answer answer(Question question) {
        Matcher path = PICTURE.matcher(question.path());
        if (!path.matches()) {
            return Answer.text(404, "pictures are at /pictures/{marketplace}/{itemId}/{n}.svg");
        }
        return world.listing(Marketplace.of(path.group(1)), Long.parseLong(path.group(2)))
                .map(listing -> picture(
                        listing,
                        Integer.parseInt(path.group(3)),
                        question.query().get("c")))
                .orElseGet(() -> Answer.text(404, "no such item"));
    }

    private Answer picture(Listing listing, int n, @org.jspecify.annotations.Nullable String hex) {
        Offer offer = world.offer(listing);
        List<Colour> colours =
                offer.skus().stream().map(Offer.Sku::colour).distinct().toList();
        Colour colour = colours.stream()
                .filter(one -> one.hex().equals(hex))
                .findFirst()
                .orElse(colours.getFirst());
        return Answer.svg(pictures.draw(offer, Math.max(1, n), colour)).cachedFor(Duration.ofDays(365));
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of();
    }

    @Override
    public Object state() {
        return world.figures();
    }

    @Override
    public Map<String, String> actions() {
        var actions = new LinkedHashMap<String, String>();
        actions.put("price", FIELDS + ", factor (1.2 makes it a fifth dearer)");
        actions.put("stock", FIELDS + ", quantity");
        actions.put("delist", "marketplace, itemId");
        actions.put("relist", "marketplace, itemId");
        return actions;
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        Listing listing = listing(Marketplace.of(form.getOrDefault("marketplace", "")), number(form, "itemId"))
                .orElseThrow(() -> new IllegalArgumentException("No such item"));
        long sku = form.getOrDefault("skuId", "").isBlank() ? 0 : number(form, "skuId");
        switch (action) {
            case "price" -> world.movePrice(listing, sku, Double.parseDouble(form.getOrDefault("factor", "")));
            case "stock" -> world.setStock(listing, sku, (int) number(form, "quantity"));
            case "delist" -> world.list(listing, false);
            case "relist" -> world.list(listing, true);
            default -> throw new IllegalArgumentException("world knows no action " + action);
        }
        return world.offer(listing);
    }

    /** On JD people know an item by the number of one of its SKUs. */
    private Optional<Listing> listing(Marketplace marketplace, long id) {
        Optional<Listing> found = world.listing(marketplace, id);
        return found.isEmpty() && marketplace == Marketplace.JD
                ? world.listing(marketplace, JdNumbers.listing(id))
                : found;
    }

    private static long number(Map<String, String> form, String field) {
        return Long.parseLong(form.getOrDefault(field, "").strip());
    }
}
