package io.sampan.simulators.jdvop;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.seller.Purchase;
import io.sampan.simulators.world.Dice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where JD brings goods, and where it does not. Source: docs/sources/jdvop.md "Areas". */
final class Delivery {
    /** Qinghai, Tibet, Xinjiang. */
    private static final Set<Integer> REMOTE = Set.of(26, 29, 31);

    private static final double RARELY = 0.1;

    private final Areas areas;
    private final long seed;

    Delivery(Areas areas, long seed) {
        this.areas = areas;
        this.seed = seed;
    }

    /** The receiver of an order; refuses numbers that do not lie in each other. */
    Purchase.Receiver receiver(Call call) {
        Areas.Codes codes = codes(call);
        if (!areas.exist(codes)) {
            throw new Refused("3405", "没查询到对应地址");
        }
        return new Purchase.Receiver(
                call.needed("name"),
                call.needed("mobile"),
                call.text("phone"),
                call.text("zip"),
                areas.name(codes.province()),
                areas.name(codes.city()),
                areas.name(codes.county()),
                areas.name(codes.town()),
                call.needed("address"),
                codes.toString());
    }

    static Areas.Codes codes(Call call) {
        return new Areas.Codes(
                (int) call.number("province"),
                (int) call.number("city"),
                (int) call.number("county"),
                call.text("town").isEmpty() ? 0 : (int) call.number("town"));
    }

    /** Whether this SKU is not sold to that province: what burns or leaks is not flown to the far west, and some things never. */
    boolean restricted(Pool.Article article, Call call) {
        if (!REMOTE.contains(codes(call).province())) {
            return false;
        }
        Set<String> flags = article.listing().category().flags();
        return flags.contains("battery")
                || flags.contains("liquid")
                || Dice.of(seed, article.listing().id(), "far west").chance(RARELY);
    }

    /** Whether a place, written {@code 1_72_2799_0}, is served from a warehouse far away. */
    boolean remote(String area) {
        String province = area.split("_", 2)[0];
        return province.matches("\\d{1,4}") && REMOTE.contains(Integer.parseInt(province));
    }

    private Reply places(long parent) {
        Map<String, Integer> places = new LinkedHashMap<>();
        areas.in(parent).forEach(place -> places.put(place.name(), place.code()));
        return places.isEmpty() ? Reply.refused("3405", "没查询到对应地址") : Reply.of(places);
    }

    Reply provinces(Call call) {
        return places(0);
    }

    Reply in(Call call) {
        return places(call.number("id"));
    }

    Reply check(Call call) {
        var codes = new Areas.Codes(
                (int) call.number("provinceId"),
                (int) call.number("cityId"),
                (int) call.number("countyId"),
                call.text("townId").isEmpty() ? 0 : (int) call.number("townId"));
        boolean exist = areas.exist(codes);
        return Reply.of(Fields.of(
                "success", exist,
                "resultCode", exist ? 1 : 0,
                "addressId", codes.town() != 0 ? codes.town() : codes.county(),
                "message", exist ? "地址有效" : "地址无效"));
    }

    Reply fromText(Call call) {
        Optional<Areas.Codes> found = areas.of(call.needed("address"));
        if (found.isEmpty()) {
            return Reply.refused("3405", "没查询到对应地址");
        }
        Areas.Codes codes = found.get();
        Map<String, @Nullable Object> result = Fields.of("nationId", 4_744, "nation", "中国");
        List<Integer> numbers = List.of(codes.province(), codes.city(), codes.county(), codes.town());
        List<String> names = List.of("province", "city", "county", "town");
        for (int i = 0; i < numbers.size(); i++) {
            result.put(names.get(i) + "Id", numbers.get(i));
            result.put(names.get(i), areas.name(numbers.get(i)));
        }
        return Reply.of(result);
    }
}
