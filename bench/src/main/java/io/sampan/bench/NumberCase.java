package io.sampan.bench;

import io.sampan.outside.carrier.CarrierVector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Numbers of parcels that are some courier's, and some that only look like it. */
final class NumberCase {
    private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");

    private NumberCase() {}

    static Map<String, Checked> check(JsonNode formats) {
        var shop = new CarrierVector();
        var checked = new LinkedHashMap<String, Checked>();
        formats.forEach(format -> {
            var name = "number " + format.path("courier").asString("") + " ";
            format.path("valid")
                    .forEach(number -> checked.put(
                            name + number.asString(), Checked.held(isKnown(shop, format, number.asString()))));
            format.path("invalid")
                    .forEach(number -> checked.put(
                            name + number.asString(), Checked.held(!isKnown(shop, format, number.asString()))));
        });
        return checked;
    }

    /** A format that the shop does not know yet is learnt from its own words. */
    private static boolean isKnown(CarrierVector shop, JsonNode format, String number) {
        var id = format.path("id").asString("");
        if (id.isEmpty() || shop.isShipped(id)) {
            return shop.knows(format.path("courier").asString(""), id, number, AT);
        }
        var prepend = format.path("prepend_if");
        return CarrierVector.fits(
                format.path("regex").asString(""),
                digit(format),
                prepend.isObject()
                        ? prepend.path("content").asString() + " when "
                                + prepend.path("matches_regex").asString()
                        : "",
                number);
    }

    private static List<String> digit(JsonNode format) {
        var params = format.path("params");
        return switch (format.path("checksum").asString("")) {
            case "mod10" ->
                List.of(
                        "mod10",
                        params.path("odds_multiplier").asString("1"),
                        params.path("evens_multiplier").asString("1"),
                        params.path("reverse").asBoolean(false) ? "reverse" : "");
            case "mod7" -> List.of("mod7");
            case "luhn" -> List.of("luhn");
            case "mod_37_36" -> List.of("mod37");
            case "s10" -> List.of("s10");
            case "sum_product_with_weightings_and_modulo" ->
                List.of(
                        "weights",
                        params.path("weightings")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(",")),
                        params.path("modulo1").asString(),
                        params.path("modulo2").asString());
            default -> List.of();
        };
    }
}
