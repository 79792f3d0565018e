package io.sampan.simulators.openmall;

/**
 * What a trade has beside the purchase that it is.
 *
 * @param tid          the trade's number
 * @param channel      where the shopper came from
 * @param channelId    the shopper there
 * @param memo         the buyer's words to the seller
 * @param shippingType how it is sent: express or ems
 * @param outerFen     what the shopper paid, as the distributor says
 * @param hold         whether it stands still for half an hour once paid
 * @param mark         what went wrong, empty when nothing did
 */
record Trade(
        String tid,
        String channel,
        String channelId,
        String memo,
        String shippingType,
        long outerFen,
        boolean hold,
        String mark) {

    static Trade of(String tid, TradeForm form, boolean hold) {
        return new Trade(
                tid,
                form.text("buyer_channel"),
                form.text("buyer_channel_id"),
                form.text("buyer_memo"),
                form.text("shipping_type"),
                form.outerFen(),
                hold,
                "");
    }

    /** For a purchase whose own was lost when the process was killed between the two. */
    static Trade none(String tid) {
        return new Trade(tid, "Other", "", "", "express", 0, false, "");
    }

    Trade marked(String words) {
        return new Trade(tid, channel, channelId, memo, shippingType, outerFen, hold, words);
    }
}
