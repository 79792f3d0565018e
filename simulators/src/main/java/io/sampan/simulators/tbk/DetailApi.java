package io.sampan.simulators.tbk;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Refused;
import io.sampan.simulators.top.Rows;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Offer;
import io.sampan.simulators.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Items by number, up to forty; those that are unknown or not on sale are not in the answer. Source: docs/sources/tbk/item, item-upgrade. */
final class DetailApi {
    private static final int MOST = 40;

    private record Asked(String id, Listing listing) {}

    private final World world;
    private final ItemView view;

    DetailApi(World world, ItemView view) {
        this.world = world;
        this.view = view;
    }

    private List<Asked> asked(Call call, String name, boolean opaqueToo) {
        List<String> ids = List.of(call.needed(name).split(","));
        if (ids.size() > MOST) {
            throw Refused.invalid(name);
        }
        return ids.stream()
                .map(String::strip)
                .flatMap(id -> listing(id, opaqueToo).map(found -> new Asked(id, found)).stream())
                .filter(one -> world.offer(one.listing()).status() == Offer.Status.ON)
                .toList();
    }

    private Optional<Listing> listing(String id, boolean opaqueToo) {
        if (id.matches("\\d{1,18}")) {
            return world.listing(Marketplace.TAOBAO, Long.parseLong(id));
        }
        return opaqueToo ? view.ids.listing(id) : Optional.empty();
    }

    Map<String, @Nullable Object> old(Call call) {
        return Fields.of(
                "results",
                new Rows(
                        "n_tbk_item",
                        asked(call, "num_iids", false).stream()
                                .map(one -> view.info(one.listing()))
                                .toList()));
    }

    /** Takes numbers and opaque ids; says opaque ones, and beside them what was asked. */
    Map<String, @Nullable Object> upgraded(Call call) {
        return Fields.of(
                "results",
                new Rows(
                        "tbk_item_detail",
                        asked(call, "item_id", true).stream()
                                .map(one -> view.detail(one.listing(), one.id()))
                                .toList()));
    }
}
