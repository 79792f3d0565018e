package io.sampan.bench;

import io.sampan.outside.carrier.S10;
import io.sampan.outside.carrier.sampanpost.SampanPostVector;
import io.sampan.outside.carrier.track17.Track17Vector;
import io.sampan.outside.gateway.stripe.StripeVector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A signature or check digit of a gateway or a carrier, by the families of the file that holds them. */
final class PartnerVector {
    private PartnerVector() {}

    static Checked check(String family, JsonNode vector) {
        return switch (family) {
            case "stripe_webhook" ->
                Checked.held(StripeVector.holds(
                        text(vector, "secret"),
                        vector.path("timestamp").asLong(),
                        text(vector, "payload"),
                        text(vector, "v1")));
            case "17track_webhook" ->
                Checked.held(Track17Vector.holds(text(vector, "api_key"), text(vector, "body"), text(vector, "sign")));
            case "4px" ->
                Checked.equal(
                        text(vector, "sign"),
                        SampanPostVector.sign(
                                new TreeMap<>(Map.of(
                                        "app_key", text(vector, "app_key"),
                                        "format", "json",
                                        "method", text(vector, "method"),
                                        "timestamp", text(vector, "timestamp"),
                                        "v", text(vector, "v"))),
                                text(vector, "body"),
                                text(vector, "secret")));
            default -> new Checked.Unknown();
        };
    }

    /** Postal numbers, which are listed instead of called vectors. */
    static Map<String, Checked> s10(JsonNode content) {
        var checked = new LinkedHashMap<String, Checked>();
        content.path("valid_upstream")
                .forEach(number ->
                        checked.put("s10 " + number.asString(), Checked.held(S10.isValid(number.asString()))));
        content.path("invalid_upstream")
                .forEach(number ->
                        checked.put("s10 " + number.asString(), Checked.held(!S10.isValid(number.asString()))));
        content.path("computed")
                .forEach(row -> checked.put(
                        "s10 " + text(row, "serial"),
                        Checked.equal(text(row, "check"), Integer.toString(S10.checkDigit(text(row, "serial"))))));
        return checked;
    }

    private static String text(JsonNode vector, String name) {
        return vector.path(name).asString("");
    }
}
