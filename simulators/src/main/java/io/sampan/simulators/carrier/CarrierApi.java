package io.sampan.simulators.carrier;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Question;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one address of the open platform, and labels as pictures. Always 200; result 1 is yes, 0 is no. */
final class CarrierApi implements Handler {
    static final String ADDRESS = "/router/api/service";

    private final Depot depot;
    private final String appKey;
    private final String secret;

    CarrierApi(Depot depot, String appKey, String secret) {
        this.depot = depot;
        this.appKey = appKey;
        this.secret = secret;
    }

    @Override
    public String operation(Question q) {
        return q.query().getOrDefault("method", q.path());
    }

    @Override
    public Answer handle(Question q) {
        if (!q.path().equals(ADDRESS) || !q.method().equals("POST")) {
            return Answer.text(404, "POST " + ADDRESS);
        }
        try {
            check(q);
            JsonNode body = Json.tree(q.text().isBlank() ? "{}" : q.text());
            var yes = Json.object().put("result", "1").put("msg", "System processing succeeded");
            yes.set("data", execute(q.query().getOrDefault("method", ""), body));
            yes.putArray("errors");
            return Answer.json(yes);
        } catch (Refusal e) {
            return no(e.code(), String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return no("PARAM_INVALID", "The body is not JSON");
        }
    }

    private void check(Question q) {
        if (!q.query().getOrDefault("app_key", "").equals(appKey)) {
            throw new Refusal("APP_KEY_INVALID", "app_key is not known");
        }
        if (!q.query().getOrDefault("timestamp", "").matches("\\d{13}")) {
            throw new Refusal("TIMESTAMP_INVALID", "timestamp: milliseconds, 13 digits");
        }
        if (!Signature.fits(q.query(), q.text(), secret)) {
            throw new Refusal("SIGN_ERROR", "sign does not fit");
        }
    }

    private static Answer no(String code, String message) {
        var no = Json.object().put("result", "0").put("msg", message).putNull("data");
        no.putArray("errors").addObject().put("error_code", code).put("error_msg", message);
        return Answer.json(no);
    }

    private ObjectNode execute(String method, JsonNode body) {
        return switch (method) {
            case "ds.xms.order.create" -> json(depot.create(new ConsignmentForm(body).read()));
            case "ds.xms.order.get" -> json(depot.byRef(ref(body)));
            case "ds.xms.order.cancel" -> json(depot.cancel(ref(body)));
            case "ds.xms.order.handover" -> json(depot.handOver(ref(body)));
            case "ds.xms.label.get" -> label(depot.byRef(ref(body)));
            case "ds.xms.estimated_cost.get" -> cost(new ConsignmentForm(body).read());
            case "ds.xms.logistics_product.getlist" -> lines();
            case "tr.order.tracking.get" -> tracking(body.at("/deliveryOrderNo").asString(""));
            default -> throw new Refusal("METHOD_NOT_FOUND", "method " + method + " is not known");
        };
    }

    private static String ref(JsonNode body) {
        String ref = body.at("/ref_no").asString("");
        if (ref.isEmpty()) {
            throw new Refusal("PARAM_INVALID", "ref_no: needed");
        }
        return ref;
    }

    static ObjectNode json(Parcel parcel) {
        var consignment = parcel.consignment();
        var json = Json.object()
                .put("ref_no", consignment.ref())
                .put("tracking_no", parcel.number())
                .put("logistics_product_code", consignment.line().name())
                .put("status", parcel.state().name())
                .put("billed_weight_g", consignment.line().billedGrams(consignment))
                .put("create_time", parcel.scans().getFirst().at().toEpochMilli());
        json.putObject("freight").put("amount_fen", parcel.freight()).put("currency", "CNY");
        return json;
    }

    private static ObjectNode cost(Consignment consignment) {
        consignment.line().check(consignment);
        var json = Json.object()
                .put("logistics_product_code", consignment.line().name())
                .put("billed_weight_g", consignment.line().billedGrams(consignment));
        json.putObject("freight")
                .put("amount_fen", consignment.line().freight(consignment))
                .put("currency", "CNY");
        return json;
    }

    private static ObjectNode lines() {
        var json = Json.object();
        var list = json.putArray("products");
        for (Line line : Line.values()) {
            var product = list.addObject()
                    .put("logistics_product_code", line.name())
                    .put("edge_limit_mm", line.edgeLimit())
                    .put("girth_limit_mm", line.girthLimit())
                    .put("fastest_days", line.fastestDays())
                    .put("slowest_days", line.slowestDays());
            var limits = product.putObject("weight_limit_g");
            Line.countries().forEach(country -> limits.put(country, line.weightLimit(country)));
        }
        return json;
    }

    private static ObjectNode label(Parcel parcel) {
        if (parcel.state() == Parcel.State.CANCELLED) {
            throw new Refusal("STATE_NOT_ALLOWED", "A cancelled shipment has no label");
        }
        byte[] picture = Label.svg(parcel).getBytes(StandardCharsets.UTF_8);
        return Json.object()
                .put("tracking_no", parcel.number())
                .put("label_type", "image/svg+xml")
                .put("label_base64", Base64.getEncoder().encodeToString(picture));
    }

    private ObjectNode tracking(String number) {
        Parcel parcel = depot.byNumber(number);
        var json = Json.object().put("deliveryOrderNo", number);
        var list = json.putArray("trackingList");
        parcel.scans()
                .reversed()
                .forEach(scan -> list.addObject()
                        .put("businessLinkCode", scan.code().name())
                        .put("occurDatetime", scan.at().toString())
                        .put("occurLocation", scan.place())
                        .put("trackingContent", scan.text()));
        return json;
    }
}
