package io.sampan.simulators.seller;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One seller's order.
 *
 * @param id          the marketplace's number, more digits than a double holds
 * @param outerId     the buyer's own number, empty if none was given
 * @param state       where it stands
 * @param shopId      the seller
 * @param lines       what was bought
 * @param freightFen  domestic freight
 * @param receiver    where it goes
 * @param times       when what happened
 * @param closeReason why it was closed, empty while it was not
 * @param shipping    courier and waybill once shipped
 * @param payTries    how often payment was tried
 */
public record Purchase(
        String id,
        String outerId,
        State state,
        long shopId,
        List<Line> lines,
        long freightFen,
        Receiver receiver,
        Times times,
        String closeReason,
        @Nullable Shipping shipping,
        int payTries) {

    /** Where a purchase stands. */
    public enum State {
        WAIT_PAY,
        PAID,
        SHIPPED,
        DONE,
        CLOSED
    }

    /** One thing bought: its own number, the offer, the SKU, how many, at how many fen each, the buyer's line number. */
    public record Line(String id, long offerId, long skuId, int quantity, long unitFen, String outerLine) {

        /** Fen for all pieces. */
        public long fen() {
            return unitFen * quantity;
        }
    }

    /** Where the goods go: a Chinese address, as the buyer gave it. */
    public record Receiver(
            String name,
            String mobile,
            String phone,
            String postCode,
            String province,
            String city,
            String area,
            String town,
            String address,
            String districtCode) {}

    /** When what happened; null for what has not. */
    public record Times(
            Instant created,
            Instant modified,
            @Nullable Instant paid,
            @Nullable Instant shipped,
            @Nullable Instant signed,
            @Nullable Instant done,
            @Nullable Instant closed) {

        /** The times of a purchase that comes to a state now. */
        Times at(State state, Instant now) {
            return new Times(
                    created,
                    now,
                    state == State.PAID ? now : paid,
                    state == State.SHIPPED ? now : shipped,
                    signed,
                    state == State.DONE ? now : done,
                    state == State.CLOSED ? now : closed);
        }

        Times signedAt(Instant now) {
            return new Times(created, now, paid, shipped, now, done, closed);
        }
    }

    /** Courier's code and name, the waybill, the logistics order's number. */
    public record Shipping(String code, String company, String waybill, String logisticsId) {}

    /** Fen for the goods. */
    public long goodsFen() {
        return lines.stream().mapToLong(Line::fen).sum();
    }

    /** Fen for goods and freight. */
    public long totalFen() {
        return goodsFen() + freightFen;
    }

    /** Whether the money was taken. */
    public boolean paid() {
        return times.paid() != null;
    }

    /** The same purchase, come to a state now. */
    Purchase at(State next, Instant now) {
        return at(next, times.at(next, now));
    }

    Purchase at(State next, Times when) {
        return new Purchase(
                id, outerId, next, shopId, lines, freightFen, receiver, when, closeReason, shipping, payTries);
    }

    Purchase with(Shipping parcel) {
        return new Purchase(
                id, outerId, state, shopId, lines, freightFen, receiver, times, closeReason, parcel, payTries);
    }

    Purchase because(String reason) {
        return new Purchase(id, outerId, state, shopId, lines, freightFen, receiver, times, reason, shipping, payTries);
    }

    Purchase triedToPay() {
        return new Purchase(
                id, outerId, state, shopId, lines, freightFen, receiver, times, closeReason, shipping, payTries + 1);
    }
}
