package io.sampan.simulators.vendor;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.Query;
import io.sampan.simulators.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches by words and by picture. Source: docs/sources/vendor/search, search-image. */
final class Lists {
    private static final int USUAL_PER_PAGE = 40;
    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_PAGES = 200;
    private static final int MOST_ALIKE = 100;
    private static final Pattern PICTURE = Pattern.compile(".*/pictures/([a-z0-9]+)/(\\d{1,18})/\\d\\.svg.*");

    private final World world;
    private final Supplier<Images> images;

    Lists(World world, Supplier<Images> images) {
        this.world = world;
        this.images = images;
    }

    /** What a client asks a list for. */
    record Wish(Platform platform, Map<String, String> parameters, Instant at) {
        String text(String name) {
            return parameters.getOrDefault(name, "");
        }

        int number(String name, int usual, int most) {
            return text(name).matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(text(name)), 1, most) : usual;
        }

        long fen(String name, long usual) {
            return text(name).matches("\\d{1,9}(\\.\\d+)?") && !text(name).matches("0+(\\.0+)?")
                    ? Math.round(Double.parseDouble(text(name)) * 100)
                    : usual;
        }

        boolean english() {
            return text("lang").startsWith("en");
        }
    }

    Map<String, @Nullable Object> words(Wish wish) {
        return wish.platform()
                .marketplace()
                .map(market -> page(wish, world.find(query(wish, market))))
                .orElseGet(() -> page(wish, List.of()));
    }

    private static Query query(Wish wish, Marketplace market) {
        long category = wish.text("cat").matches("\\d{1,15}") ? Long.parseLong(wish.text("cat")) : 0;
        return new Query(
                market,
                wish.text("q"),
                category,
                0,
                wish.fen("start_price", 0),
                wish.fen("end_price", Long.MAX_VALUE),
                order(wish.text("sort")));
    }

    private static Query.Order order(String sort) {
        return switch (sort) {
            case "bid" -> Query.Order.PRICE_UP;
            case "_bid" -> Query.Order.PRICE_DOWN;
            case "sale" -> Query.Order.SALES_UP;
            case "_sale" -> Query.Order.SALES_DOWN;
            default -> Query.Order.FIT;
        };
    }

    /** The thing in one of the world's pictures; empty for any other picture. */
    Optional<Listing> shown(String address) {
        Matcher picture = PICTURE.matcher(address);
        return picture.matches()
                ? Platform.of(picture.group(1))
                        .flatMap(Platform::marketplace)
                        .flatMap(market -> world.listing(market, Long.parseLong(picture.group(2))))
                : Optional.empty();
    }

    /** Things like the one in a picture: itself first, then those of its category with most in common. */
    Map<String, @Nullable Object> alike(Wish wish, Listing shown) {
        Comparator<Listing> likeness = Comparator.comparingInt(listing -> -common(listing, shown));
        List<Listing> found = wish.platform().marketplace().stream()
                .flatMap(market -> world
                        .find(new Query(
                                market, "", shown.category().id(), 0, 0, Long.MAX_VALUE, Query.Order.SALES_DOWN))
                        .stream())
                .sorted(likeness)
                .limit(MOST_ALIKE)
                .toList();
        return page(wish, found);
    }

    private static int common(Listing listing, Listing shown) {
        if (listing.equals(shown)) {
            return Integer.MAX_VALUE;
        }
        Listing.Facts a = listing.facts();
        Listing.Facts b = shown.facts();
        return (int) Stream.of(
                        a.pattern().equals(b.pattern()),
                        a.material().equals(b.material()),
                        a.style().equals(b.style()),
                        a.noun().equals(b.noun()))
                .filter(same -> same)
                .count();
    }

    private Map<String, @Nullable Object> page(Wish wish, List<Listing> found) {
        int page = wish.number("page", 1, MOST_PAGES);
        int size = wish.number("page_size", USUAL_PER_PAGE, MOST_PER_PAGE);
        List<Map<String, @Nullable Object>> rows = found.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(listing -> row(wish, world.offer(listing, wish.at())))
                .toList();
        return Fields.of(
                "page",
                String.valueOf(page),
                "real_total_results",
                String.valueOf(found.size()),
                "total_results",
                String.valueOf(found.size()),
                "page_size",
                size,
                "pagecount",
                String.valueOf(Math.min(MOST_PAGES, (found.size() + size - 1) / size)),
                "item_weight_update",
                0,
                "data_from",
                "cdy",
                "item",
                rows);
    }

    private Map<String, @Nullable Object> row(Wish wish, Offer offer) {
        Listing listing = offer.listing();
        long number = wish.platform().number(offer);
        boolean named = listing.shop().id() % 10 != 3;
        return Fields.of(
                "num_iid", String.valueOf(number),
                "title", listing.title().in(wish.english()),
                "pic_url", images.get().one(listing, 1),
                "price", Fields.yuanText(offer.lowestFen()),
                "orginal_price", Fields.yuanText(offer.skus().getFirst().listFen()),
                "promotion_price", Fields.yuanText(offer.lowestFen()),
                "sales", listing.sold(),
                "seller_id", String.valueOf(listing.shop().id()),
                "seller_nick", named ? listing.shop().name() : null,
                "area", listing.shop().province() + " " + listing.shop().city(),
                "detail_url", wish.platform().address(number, listing));
    }
}
