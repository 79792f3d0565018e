package io.sampan.bench.reconcile;

import static io.sampan.bench.reconcile.Stage.DELIVERED;
import static io.sampan.bench.reconcile.Stage.HANDED_OVER;
import static io.sampan.bench.reconcile.Stage.HERE;
import static io.sampan.bench.reconcile.Stage.PACKED;
import static io.sampan.bench.reconcile.Stage.RECEIVED;
import static io.sampan.bench.reconcile.Stage.SENT;

import io.sampan.help.reconciliation.Kind;
import java.util.List;
import java.util.Locale;

/** What goes wrong with what sellers sent, what lies in the warehouse, and parcels to shoppers. */
final class GoodsFaults {
    private static final String EXPECTED = "{\"is\":\"Expected\"}";

    private final Sabotage s;

    GoodsFaults(Sabotage sabotage) {
        this.s = sabotage;
    }

    List<Fault> inbounds() {
        return List.of(
                new Fault(Kind.WAYBILL_NOT_EXPECTED, () -> {
                    var placed = s.take(SENT);
                    var waybill = placed.waybills().getFirst();
                    s.hit("DELETE FROM warehouse.inbound_line WHERE waybill = ?", waybill);
                    s.hit("DELETE FROM warehouse.inbound WHERE waybill = ?", waybill);
                    return placed.id().toString();
                }),
                new Fault(Kind.INBOUND_OVERDUE, () -> inbound(SENT, "heard_at = ?", s.ago(30))),
                new Fault(Kind.INBOUND_OF_NO_ORDER, () -> {
                    var waybill = "SF" + s.anyId().toString().substring(0, 8).toUpperCase(Locale.ROOT);
                    s.add(
                            "warehouse.inbound",
                            "waybill, company, heard_at, contents_known",
                            waybill,
                            "顺丰速运",
                            s.ago(2),
                            true);
                    s.add("warehouse.inbound_line", "waybill, line_id, order_id", waybill, s.anyId(), s.anyId());
                    return waybill;
                }),
                new Fault(Kind.INBOUND_CONTENTS_HIDDEN, () -> inbound(HERE, "contents_known = ?", false)));
    }

    List<Fault> items() {
        return List.of(
                new Fault(Kind.ITEM_STATE_MISFILED, () -> s.item(HERE, "state = 'accepted'")),
                new Fault(Kind.ITEM_OF_NO_ORDER, this::itemOfNoOrder),
                new Fault(
                        Kind.ITEM_OF_NO_LINE,
                        () -> s.item(
                                SENT, "document = jsonb_set(document, '{line,value}', ?::jsonb)", quoted(s.anyId()))),
                new Fault(Kind.ITEM_HERE_LINE_NOT, () -> s.itemIs(SENT, "received", at("Received"))),
                new Fault(Kind.LINE_HERE_ITEM_NOT, () -> s.itemIs(HERE, "expected", EXPECTED)),
                new Fault(Kind.ITEM_AND_LINE_DIFFER, () -> s.itemIs(RECEIVED, "received", at("Received"))),
                new Fault(Kind.ITEM_LEFT_EXPECTED, () -> {
                    var placed = s.take(SENT);
                    placed.waybills()
                            .forEach(waybill -> s.hit(
                                    "UPDATE warehouse.inbound SET arrived_at = ? WHERE waybill = ?",
                                    s.ago(1),
                                    waybill));
                    return placed.id().toString();
                }),
                new Fault(Kind.ITEM_UNCHECKED_LONG, () -> s.item(HERE, "changed_at = ?", s.ago(9))),
                new Fault(
                        Kind.ITEM_WEIGHT_IMPOSSIBLE,
                        () -> s.item(RECEIVED, "document = jsonb_set(document, '{grams}', '0')")),
                new Fault(Kind.ITEM_WITHOUT_PHOTO, () -> {
                    var placed = s.take(RECEIVED);
                    s.hit("DELETE FROM warehouse.photo WHERE item_id = ?", placed.item());
                    return placed.id().toString();
                }),
                new Fault(Kind.PHOTO_OF_NO_ITEM, () -> {
                    var id = s.anyId();
                    s.add(
                            "warehouse.photo",
                            "id, item_id, order_id, content_type, bytes, taken_at, taken_by",
                            id,
                            s.anyId(),
                            s.anyId(),
                            "image/jpeg",
                            new byte[] {1},
                            s.ago(2),
                            s.anyId());
                    return id.toString();
                }));
    }

    List<Fault> packing() {
        return List.of(
                new Fault(
                        Kind.ITEM_PACKED_NOWHERE,
                        () -> s.itemIs(
                                PACKED, "packed", "{\"is\":\"Packed\",\"parcel\":{\"value\":\"" + s.anyId() + "\"}}")),
                new Fault(Kind.ORDER_WITHOUT_PARCEL, () -> gone(PACKED, "warehouse.parcel")),
                new Fault(Kind.PARCEL_EMPTY, () -> {
                    var placed = s.take(PACKED);
                    s.hit(
                            "UPDATE warehouse.item SET state = 'accepted', document = jsonb_set(document, '{state}', ?::jsonb) "
                                    + "WHERE order_id = ?",
                            at("Accepted"),
                            placed.id());
                    return placed.id().toString();
                }),
                new Fault(Kind.PARCEL_WEIGHT_IMPOSSIBLE, () -> {
                    var placed = s.take(DELIVERED);
                    s.hit("UPDATE warehouse.parcel SET grams = 5 WHERE id = ?", placed.parcelId());
                    return placed.id().toString();
                }),
                new Fault(Kind.PACKED_OF_NO_ORDER, () -> {
                    var id = s.anyId();
                    s.add(
                            "warehouse.parcel",
                            "id, order_id, grams, length_mm, width_mm, height_mm, packed_at",
                            id,
                            s.anyId(),
                            500,
                            200,
                            200,
                            100,
                            s.ago(2));
                    return id.toString();
                }),
                new Fault(Kind.PACKED_NOT_SHIPPED, () -> gone(PACKED, "shipping.parcel")),
                new Fault(Kind.SHIPPED_NOT_PACKED, () -> gone(DELIVERED, "warehouse.parcel")),
                new Fault(
                        Kind.PARCEL_SIZE_DIFFERS,
                        () -> s.parcel(DELIVERED, "document = jsonb_set(document, '{size,lengthMm}', '999')")));
    }

    List<Fault> parcels() {
        return List.of(
                new Fault(Kind.PARCEL_STATE_MISFILED, () -> s.parcel(HANDED_OVER, "state = 'handed-over'")),
                new Fault(Kind.PARCEL_OF_NO_ORDER, this::parcelOfNoOrder),
                new Fault(
                        Kind.PARCEL_AHEAD_OF_ORDER,
                        () -> s.parcelIs(PACKED, "in-transit", "{\"is\":\"InTransit\"}", s.soon())),
                new Fault(
                        Kind.ORDER_AHEAD_OF_PARCEL,
                        () -> s.parcelIs(HANDED_OVER, "booked", "{\"is\":\"Booked\"}", null)),
                new Fault(Kind.DELIVERY_NOT_SEEN, () -> {
                    var placed = s.take(HANDED_OVER);
                    s.add(
                            "shipping.tracking_event",
                            "parcel_id, event_id, stage, at, place, words, heard_at",
                            placed.parcelId(),
                            s.anyId(),
                            "DELIVERED",
                            s.ago(1),
                            "",
                            "",
                            s.ago(1));
                    return placed.id().toString();
                }),
                new Fault(Kind.PARCEL_ASLEEP, () -> s.parcel(HANDED_OVER, "next_at = NULL")),
                new Fault(
                        Kind.PARCEL_UNNUMBERED,
                        () -> s.parcel(
                                PACKED,
                                "tracking_number = NULL, document = jsonb_set(document, '{trackingNumber}', 'null')")),
                new Fault(Kind.PARCEL_NOT_HANDED_OVER_LONG, () -> s.parcel(PACKED, "changed_at = ?", s.ago(9))),
                new Fault(Kind.PARCEL_SLOW, () -> s.parcel(HANDED_OVER, "changed_at = ?", s.ago(70))),
                new Fault(Kind.TRACKING_MISFILED, () -> s.parcel(HANDED_OVER, "tracking_number = 'XX' || id")),
                new Fault(
                        Kind.TRACKING_NUMBER_DIFFERS,
                        () -> s.story(HANDED_OVER, "state,trackingNumber", "\"XX000000000CN\"")),
                new Fault(Kind.TRACKING_NUMBER_TWICE, this::twice));
    }

    List<Fault> freight() {
        return List.of(
                new Fault(Kind.FREIGHT_NOT_BOOKED, () -> {
                    var placed = s.take(DELIVERED);
                    s.unbook("freight:" + placed.parcelId());
                    return placed.id().toString();
                }),
                new Fault(Kind.FREIGHT_BOOKED_OTHERWISE, () -> {
                    var placed = s.take(DELIVERED);
                    s.misbook("freight:" + placed.parcelId());
                    return placed.id().toString();
                }),
                new Fault(Kind.FREIGHT_BOOKED_UNSHIPPED, () -> {
                    var placed = s.take(PACKED);
                    s.book(
                            "freight:" + placed.parcelId(),
                            "FREIGHT",
                            placed.id(),
                            "CNY",
                            "COST",
                            "international-freight",
                            900,
                            "CARRIER",
                            "sampanpost",
                            -900);
                    return placed.id().toString();
                }));
    }

    private String inbound(Stage stage, String set, Object value) {
        var waybill = s.take(stage).waybills().getFirst();
        s.hit("UPDATE warehouse.inbound SET " + set + " WHERE waybill = ?", value, waybill);
        return waybill;
    }

    private String gone(Stage stage, String table) {
        var placed = s.take(stage);
        s.hit("DELETE FROM " + table + " WHERE id = ?", placed.parcelId());
        return placed.id().toString();
    }

    private String itemOfNoOrder() {
        var id = s.anyId();
        var order = s.anyId();
        var line = s.anyId();
        s.add(
                "warehouse.item",
                "id, order_id, line_id, state, document::jsonb, changed_at",
                id,
                order,
                line,
                "expected",
                "{\"id\":{\"value\":\"%s\"},\"order\":{\"value\":\"%s\"},\"line\":{\"value\":\"%s\"},\"state\":%s}"
                        .formatted(id, order, line, EXPECTED),
                s.ago(2));
        return id.toString();
    }

    private String parcelOfNoOrder() {
        var id = s.anyId();
        var order = s.anyId();
        s.hit(
                """
                INSERT INTO shipping.parcel (id, order_id, state, tracking_number, document, tries, next_at, changed_at)
                SELECT ?, ?, state, 'YY' || ?, jsonb_set(jsonb_set(document, '{id,value}', ?::jsonb), '{order,value}', ?::jsonb), 0, next_at,
                    changed_at FROM shipping.parcel WHERE id = ?""",
                id,
                order,
                id.toString(),
                quoted(id),
                quoted(order),
                s.take(HANDED_OVER).parcelId());
        return id.toString();
    }

    private String twice() {
        var number = "ZZ" + s.anyId().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        for (int i = 0; i < 2; i++) {
            s.parcel(
                    DELIVERED,
                    "tracking_number = ?, document = jsonb_set(document, '{trackingNumber}', ?::jsonb)",
                    number,
                    quoted(number));
        }
        return number;
    }

    private String at(String state) {
        return "{\"is\":\"" + state + "\",\"at\":\"" + s.ago(2) + "\"}";
    }

    private static String quoted(Object text) {
        return "\"" + text + "\"";
    }
}
