package io.sampan.simulators.vendor;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.FaultKind;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Dice;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code GET /{platform}/{api}/?key=&secret=&…}; every answer is a 200, and says in error_code what came of it. */
final class VendorApi implements Handler {
    static final String SERVICE = "vendor";
    private static final Pattern PATH = Pattern.compile("/([a-z0-9]+)/([a-z_]+)/?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("GMT+8"));
    private static final String SUCCESS = "0000";

    /** What an API found: under which name the answer carries it, and as of when. */
    private record Found(String name, Map<String, @Nullable Object> data, Instant at, boolean old) {}

    private final VendorSettings settings;
    private final World world;
    private final Kernel kernel;
    private final Supplier<Images> images;
    private final Account account;
    private final Copies copies;
    private final Lists lists;
    private final AtomicLong requests = new AtomicLong();

    VendorApi(VendorSettings settings, World world, Kernel kernel, long seed, Supplier<Images> images) {
        this.settings = settings;
        this.world = world;
        this.kernel = kernel;
        this.images = images;
        this.account = new Account(settings, kernel);
        this.copies = new Copies(world, settings, kernel.clock(), seed);
        this.lists = new Lists(world, images);
    }

    Account account() {
        return account;
    }

    int copies() {
        return copies.size();
    }

    @Override
    public Answer handle(Question question) {
        try {
            Found found = found(question);
            account.charge();
            Map<String, @Nullable Object> body = Fields.of(found.name(), found.data());
            body.putAll(around(question, "", "ok", SUCCESS));
            body.put("cache", found.old() ? 1 : 0);
            body.put("secache_time", found.at().getEpochSecond());
            body.put("secache_date", TIME.format(found.at()));
            return Answer.json(body);
        } catch (Failed failed) {
            return Answer.json(around(question, failed.error, String.valueOf(failed.getMessage()), failed.code));
        }
    }

    private Map<String, @Nullable Object> around(Question question, String error, String reason, String code) {
        String id = "gw-4."
                + Dice.of(requests.incrementAndGet(), kernel.clock().now().toEpochMilli(), SERVICE)
                        .hex(13);
        String language = question.query().getOrDefault("lang", "").startsWith("en") ? "en" : "cn";
        return Fields.of(
                "error",
                error,
                "reason",
                reason,
                "error_code",
                code,
                "translate_status",
                "",
                "language",
                Fields.of("default_lang", "cn", "current_lang", language),
                "api_info",
                account.words(),
                "execution_time",
                "0.0" + (10 + requests.get() % 90),
                "server_time",
                "Beijing/" + TIME.format(kernel.clock().now()),
                "request_id",
                id);
    }

    private Found found(Question question) {
        Map<String, String> asked = question.query();
        Matcher path = PATH.matcher(question.path());
        if (!path.matches()) {
            throw noSuchApi();
        }
        if (!settings.key().equals(asked.get("key")) || !settings.secret().equals(asked.get("secret"))) {
            throw new Failed(settings.codes().login(), "key-secret-error", "key或secret错误，请重新登录");
        }
        if (kernel.faults()
                .take(SERVICE, question.path(), FaultKind.FLOW_CONTROL)
                .isPresent()) {
            throw new Failed(settings.codes().tooFast(), "too-many-requests", "调用过于频繁，请稍后再试");
        }
        account.check();
        Platform platform = Platform.of(path.group(1)).orElseThrow(this::noSuchApi);
        boolean mayBeOld = !asked.getOrDefault("cache", "yes").equals("no");
        return switch (path.group(2)) {
            case "item_get", "item_get_pro" -> item(platform, asked, mayBeOld);
            case "item_get_desc" -> description(platform, asked, mayBeOld);
            case "item_sku" -> sku(platform, asked, mayBeOld);
            case "item_search" -> search(platform, asked, mayBeOld);
            case "item_search_img" -> searchByPicture(platform, asked, mayBeOld);
            case "upload_img" -> upload(asked);
            default -> throw noSuchApi();
        };
    }

    private Failed noSuchApi() {
        return new Failed(settings.codes().noSuchApi(), "api-not-found", "接口不存在");
    }

    private Failed notFound() {
        return new Failed(settings.codes().notFound(), "item-not-found", "商品没有找到或已下架");
    }

    private static long number(Map<String, String> asked, String name) {
        String text = asked.getOrDefault(name, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private Copies.Copy copy(Platform platform, Map<String, String> asked, boolean mayBeOld) {
        Listing listing = platform.listing(world, number(asked, "num_iid")).orElseThrow(this::notFound);
        Copies.Copy copy = copies.get(listing, mayBeOld);
        if (copy.offer().status() == Offer.Status.OFF) {
            throw notFound();
        }
        return copy;
    }

    private ItemShape shape(Platform platform, Map<String, String> asked, Offer offer) {
        boolean english = asked.getOrDefault("lang", "").startsWith("en");
        return new ItemShape(platform, offer, number(asked, "num_iid"), english, images.get());
    }

    private Found item(Platform platform, Map<String, String> asked, boolean mayBeOld) {
        Copies.Copy copy = copy(platform, asked, mayBeOld);
        return new Found("item", shape(platform, asked, copy.offer()).item(), copy.at(), copy.old());
    }

    private Found description(Platform platform, Map<String, String> asked, boolean mayBeOld) {
        Copies.Copy copy = copy(platform, asked, mayBeOld);
        Map<String, @Nullable Object> item =
                shape(platform, asked, copy.offer()).item();
        return new Found(
                "item", Fields.of("num_iid", item.get("num_iid"), "desc", item.get("desc")), copy.at(), copy.old());
    }

    private Found sku(Platform platform, Map<String, String> asked, boolean mayBeOld) {
        Copies.Copy copy = copy(platform, asked, mayBeOld);
        long id = number(asked, "sku_id");
        Offer.Sku sku = copy.offer().skus().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(this::notFound);
        return new Found("item", shape(platform, asked, copy.offer()).sku(sku), copy.at(), copy.old());
    }

    private Found search(Platform platform, Map<String, String> asked, boolean mayBeOld) {
        Copies.Moment then = copies.listed(platform + asked.getOrDefault("q", "") + asked.get("page"), mayBeOld);
        return new Found("items", lists.words(new Lists.Wish(platform, asked, then.at())), then.at(), then.old());
    }

    private Found searchByPicture(Platform platform, Map<String, String> asked, boolean mayBeOld) {
        String picture = asked.getOrDefault("imgid", "");
        Listing shown = lists.shown(picture).orElseThrow(this::notFound);
        Copies.Moment then = copies.listed(platform + picture + asked.get("page"), mayBeOld);
        return new Found(
                "items", lists.alike(new Lists.Wish(platform, asked, then.at()), shown), then.at(), then.old());
    }

    /** A picture's address in, an imgid out: the vendor's own copy of it, here the same address. */
    private Found upload(Map<String, String> asked) {
        String picture = asked.getOrDefault("imgcode", "");
        if (lists.shown(picture).isEmpty()) {
            throw notFound();
        }
        return new Found(
                "items",
                Fields.of("item", Fields.of("imgid", picture)),
                kernel.clock().now(),
                false);
    }
}
