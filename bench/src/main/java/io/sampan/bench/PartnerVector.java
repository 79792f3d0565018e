package io.sampan.bench;

import io.sampan.outside.carrier.S10;
import io.sampan.outside.carrier.sampanpost.SampanPostVector;
import io.sampan.outside.carrier.track17.Track17Vector;
import io.sampan.outside.gateway.alipay.AlipayVector;
import io.sampan.outside.gateway.paypal.PayPalVector;
import io.sampan.outside.gateway.stripe.StripeVector;
import io.sampan.outside.gateway.wechatpay.WeChatPayVector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A signature or check digit of a gateway or a carrier, by the families of the file that holds them. */
final class PartnerVector {
    private static final String SIGNATURE = "signature_b64";

    private PartnerVector() {}

    static Checked check(String family, JsonNode vector, PartnerKeys keys) {
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
            case "alipay_rsa2" ->
                Checked.held(AlipayVector.holds(
                        text(vector, "kind"),
                        text(vector, "content"),
                        text(vector, SIGNATURE),
                        keys.rsaPrivate(),
                        keys.rsaPublic()));
            case "paypal_webhook" ->
                Checked.held(PayPalVector.holds(
                        new PayPalVector.Sent(
                                text(vector, "transmission_id"),
                                text(vector, "transmission_time"),
                                text(vector, "webhook_id"),
                                text(vector, "body")),
                        text(vector, SIGNATURE),
                        keys.rsaPublic()));
            case "wechatpay_v3" -> wechat(vector, keys);
            default -> new Checked.Unknown();
        };
    }

    /** A signed call, a sealed notice, or a text of WeChat's own pages, which we do not show. */
    private static Checked wechat(JsonNode vector, PartnerKeys keys) {
        var wechat = new WeChatPayVector(keys.rsaPrivate(), keys.rsaPublic(), keys.wechatSeal());
        var message = text(vector, "message");
        if (message.matches("(?s)(GET|POST|PUT|PATCH|DELETE)\\n.*")) {
            return Checked.equal(text(vector, SIGNATURE), wechat.signs(message));
        }
        var body = text(vector, "body");
        if (body.isEmpty()) {
            return new Checked.Unknown();
        }
        var sealed = CaseFile.tree(body).path("resource");
        var plain = wechat.opens(text(sealed, "ciphertext"), text(sealed, "nonce"), text(sealed, "associated_data"));
        return wechat.takes(text(vector, "timestamp"), text(vector, "nonce"), body, text(vector, SIGNATURE))
                ? Checked.equal(text(vector, "resource_plaintext"), plain)
                : Checked.held(false);
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
