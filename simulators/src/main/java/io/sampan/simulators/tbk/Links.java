package io.sampan.simulators.tbk;

import io.sampan.simulators.world.Listing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses that TBK hands out. */
record Links(TbkSettings.Pid pid, OpaqueIds ids) {

    /** Where the item really is. */
    static String item(Listing listing) {
        String host = listing.shop().tmall() ? "detail.tmall.com" : "item.taobao.com";
        return "https://" + host + "/item.htm?id=" + listing.id();
    }

    static String shop(long id) {
        return "https://shop" + id + ".taobao.com/";
    }

    /** A link that counts who sent the shopper; without scheme, as TBK writes it. */
    String click(Listing listing) {
        return "//s.click.taobao.com/t?e=" + ids.own(listing) + "&union_lens=" + lens();
    }

    /** Coupon and item on one page. */
    String coupon(Listing listing, String couponId) {
        return "//uland.taobao.com/coupon/edetail?e=" + ids.own(listing) + "&activityId=" + couponId + "&union_lens="
                + lens();
    }

    private String lens() {
        return URLEncoder.encode("lensId:PUB@" + pid, StandardCharsets.UTF_8);
    }
}
