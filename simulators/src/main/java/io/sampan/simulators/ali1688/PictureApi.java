package io.sampan.simulators.ali1688;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Alike;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Uploads;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Search by picture, in two calls: the picture is sent, and searched by its id. Source: docs/sources/1688.md "Pictures". */
final class PictureApi {
    /** However many are asked for. */
    private static final int BEST = 20;

    private static final int MOST_PER_PAGE = 50;

    private final Alike alike;
    private final Uploads uploads;
    private final GoodsApi goods;

    PictureApi(Alike alike, Uploads uploads, GoodsApi goods) {
        this.alike = alike;
        this.uploads = uploads;
        this.goods = goods;
    }

    Object upload(Call call) {
        var picture = uploads.take(Call.text(call.json("uploadImageParam"), "imageBase64"));
        return picture.isPresent()
                ? GoodsApi.wrapped(picture.get().id(), "200")
                : GoodsApi.failed("400", "图片格式不正确或超过 3M");
    }

    Object search(Call call) {
        JsonNode query = call.json("offerQueryParam");
        String country = Call.text(query, "country");
        if (country.isBlank()) {
            throw Refused.missing("country");
        }
        var picture = uploads.find(Call.text(query, "imageId"));
        if (picture.isEmpty()) {
            return GoodsApi.failed("400", "imageId 不存在");
        }
        int size = (int) Math.clamp(GoodsApi.number(query, "pageSize", BEST), 1, MOST_PER_PAGE);
        List<Listing> found = alike.find(Marketplace.ALI1688, picture.get().colour(), BEST);
        List<Map<String, @Nullable Object>> rows =
                found.stream().limit(size).map(listing -> row(listing, country)).toList();
        // Here, and only here, success is a text.
        return Fields.of(
                "result",
                Fields.of(
                        "success",
                        "true",
                        "code",
                        "200",
                        "message",
                        null,
                        "result",
                        Fields.of(
                                "totalRecords",
                                found.size(),
                                "totalPage",
                                1,
                                "pageSize",
                                size,
                                "currentPage",
                                1,
                                "picRegionInfo",
                                Fields.of("currentRegion", "0,400,0,400", "yoloCropRegion", "0,400,0,400"),
                                "data",
                                rows)));
    }

    private Map<String, @Nullable Object> row(Listing listing, String country) {
        Map<String, @Nullable Object> row = goods.row(listing, country);
        row.put("companyName", listing.shop().name());
        return row;
    }
}
