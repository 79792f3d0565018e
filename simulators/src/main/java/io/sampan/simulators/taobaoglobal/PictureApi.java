package io.sampan.simulators.taobaoglobal;

import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Alike;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.Uploads;

/** Search by picture, in two calls: the picture is sent, and searched by its id. Source: docs/sources/taobaoglobal.md "Pictures". */
final class PictureApi {
    private static final int MOST = 100;

    private final Alike alike;
    private final Uploads uploads;
    private final ItemApi items;

    PictureApi(Alike alike, Uploads uploads, ItemApi items) {
        this.alike = alike;
        this.uploads = uploads;
        this.items = items;
    }

    Object upload(Call call) {
        return uploads.take(call.needed("image_base64"))
                .map(picture -> Fields.of("image_id", picture.id()))
                .orElseThrow(() -> Refused.business("IMAGE_INVALID", "not a jpg, png or webp picture of at most 3 MB"));
    }

    Object search(Call call) {
        var picture =
                uploads.find(call.needed("image_id")).orElseThrow(() -> Refused.business("PARAM_ERROR", "image_id"));
        var language = call.text("language");
        var rows = alike.find(Marketplace.TAOBAO, picture.colour(), MOST).stream()
                .map(listing -> items.row(listing, language, language.equals("en")))
                .toList();
        return Fields.of("data", rows);
    }
}
