package io.sampan.outside.carrier.sampanpost;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Carrier;
import io.sampan.outside.carrier.Shipment;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.outside.wire.Answered;
import io.sampan.outside.wire.Call;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * SampanPost's open platform: one address, the method in the query, JSON in the body. Each verb is idempotent by our reference.
 * Source: docs/sources/carrier.md.
 */
@Component
@WhenSet("sampan.sampanpost.app-key")
class SampanPost implements Carrier {
    static final String NAME = "sampanpost";

    private static final int OK = 200;
    private static final String VERSION = "1.0.0";

    private final SampanPostSettings settings;
    private final Wire wire;
    private final Clock clock;

    SampanPost(SampanPostSettings settings, Wire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Booked book(Shipment shipment) {
        return switch (ask("ds.xms.order.create", form(shipment))) {
            case Said.Yes yes -> booked(yes.data());
            case Said.No no -> new Booked.Refused(no.code(), no.words());
            case Said.Nothing nothing -> new Booked.Unclear(nothing.why());
        };
    }

    @Override
    public Labelled label(String reference) {
        return switch (ask("ds.xms.label.get", Map.of("ref_no", reference))) {
            case Said.Yes yes -> label(yes.data());
            case Said.No no -> new Labelled.Refused(no.code(), no.words());
            case Said.Nothing nothing -> new Labelled.Unclear(nothing.why());
        };
    }

    @Override
    public Passed handOver(String reference) {
        return passed("ds.xms.order.handover", reference);
    }

    private Passed passed(String method, String reference) {
        return switch (ask(method, Map.of("ref_no", reference))) {
            case Said.Yes yes -> new Passed.Done();
            case Said.No no -> new Passed.Refused(no.code(), no.words());
            case Said.Nothing nothing -> new Passed.Unclear(nothing.why());
        };
    }

    private static Booked booked(LooseJson data) {
        var number = data.text("tracking_no");
        var fen = data.at("freight").whole("amount_fen");
        var grams = data.whole("billed_weight_g");
        if (number.isEmpty() || fen.isEmpty() || grams.isEmpty()) {
            return new Booked.Unclear("A booking without number, freight or weight");
        }
        return new Booked.Done(number, Money.fen(fen.get()), Math.toIntExact(grams.get()));
    }

    private static Labelled label(LooseJson data) {
        try {
            var bytes = Base64.getDecoder().decode(data.text("label_base64"));
            return bytes.length == 0
                    ? new Labelled.Unclear("An empty label")
                    : new Labelled.Ready(data.text("label_type"), bytes);
        } catch (IllegalArgumentException broken) {
            return new Labelled.Unclear("A label that cannot be read");
        }
    }

    /** The carrier's answer, before its meaning. */
    private sealed interface Said {
        record Yes(LooseJson data) implements Said {}

        record No(String code, String words) implements Said {}

        record Nothing(String why) implements Said {}
    }

    private Said ask(String method, Map<String, Object> question) {
        var body = LooseJson.write(question);
        var call = Call.json(NAME, address(method, body), body)
                .within(settings.limit())
                .askedTwiceDoesNoHarm();
        return switch (wire.send(call)) {
            case Answered.Silent silent -> new Said.Nothing(silent.why());
            case Answered.Reply reply -> said(reply);
        };
    }

    private static Said said(Answered.Reply reply) {
        var json = LooseJson.of(reply.body());
        if (reply.status() != OK || json.text("result").isEmpty()) {
            return new Said.Nothing("Status " + reply.status() + " of " + NAME);
        }
        if (json.text("result").equals("1")) {
            return new Said.Yes(json.at("data"));
        }
        var error = json.list("errors").stream().findFirst().orElse(json);
        return new Said.No(error.text("error_code"), error.words("error_msg").orElse(json.text("msg")));
    }

    private URI address(String method, String body) {
        var query = new TreeMap<String, String>();
        query.put("app_key", settings.appKey());
        query.put("format", "json");
        query.put("method", method);
        query.put("timestamp", Long.toString(clock.millis()));
        query.put("v", VERSION);
        query.put("sign", SampanPostSignature.of(new TreeMap<>(query), body, settings.appSecret()));
        return URI.create(settings.gateway() + "?" + Call.encoded(query));
    }

    private static Map<String, Object> form(Shipment shipment) {
        var form = new LinkedHashMap<String, Object>();
        form.put("ref_no", shipment.reference());
        form.put("logistics_product_code", shipment.product());
        form.put("duty_type", shipment.dutyPrepaid() ? "P" : "U");
        form.put("parcel", parcel(shipment));
        form.put("receiver", receiver(shipment));
        form.put("goods", shipment.goods().stream().map(SampanPost::goods).toList());
        return form;
    }

    private static Map<String, Object> parcel(Shipment shipment) {
        var size = shipment.size();
        return Map.of(
                "weight_g", size.grams(),
                "length_mm", size.lengthMm(),
                "width_mm", size.widthMm(),
                "height_mm", size.heightMm(),
                "declared_value", shipment.declared().minor(),
                "declared_currency", shipment.declared().currency().getCurrencyCode(),
                "battery", battery(shipment.hazards()));
    }

    private static String battery(Set<Hazard> hazards) {
        return hazards.contains(Hazard.BATTERY) ? "built_in" : "none";
    }

    private static Map<String, Object> receiver(Shipment shipment) {
        var to = shipment.receiver();
        var street = Stream.of(to.street(), to.extra())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Map.of(
                "name", to.recipient(),
                "phone", to.phone(),
                "country", to.country(),
                "state", to.region(),
                "city", to.city(),
                "street", street,
                "post_code", to.postcode());
    }

    private static Map<String, Object> goods(Shipment.Goods line) {
        return Map.of(
                "hs_code", line.hs6(),
                "name_en", line.name(),
                "quantity", line.quantity(),
                "unit_value", line.unitValue().minor());
    }
}
