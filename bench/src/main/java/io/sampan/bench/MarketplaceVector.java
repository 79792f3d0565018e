package io.sampan.bench;

import io.sampan.outside.wire.OrderedSignature;
import io.sampan.outside.wire.SortedSignature;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A signature of a marketplace. It is made from the parameters, as a connector makes it; from the joined text only where they are not given.
 *
 * @param params as sent, perhaps with the signature itself, which signs everything but itself
 * @param prefix the path, where it is signed
 * @param body of its own beside the parameters, empty where there is none
 * @param base the text that the parameters make, joined
 */
record MarketplaceVector(
        String algorithm,
        String secret,
        Map<String, String> params,
        String prefix,
        String body,
        String base,
        String expected) {
    private static final Map<String, SortedSignature> SORTED = Map.of(
            "TOP_MD5", SortedSignature.TOP_MD5,
            "TOP_HMAC", SortedSignature.TOP_HMAC,
            "TOP_HMAC_SHA256", SortedSignature.TOP_HMAC_SHA256,
            "JD_MD5", SortedSignature.JD,
            "JD_SP_MD5", SortedSignature.JD,
            "PDD_MD5", SortedSignature.PINDUODUO,
            "A1688_HMAC_SHA1", SortedSignature.ALI_1688,
            "IOP_HMAC_SHA256", SortedSignature.IOP,
            "IOP_SYNC_HMAC_SHA256", SortedSignature.IOP);

    private static final Map<String, OrderedSignature> ORDERED = Map.of(
            "JD_VOP_MD5", OrderedSignature.JD_VOP_TOKEN,
            "TBGLOBAL_PUSH", OrderedSignature.TAOBAO_GLOBAL_PUSH,
            "SHOPEE_HMAC_SHA256", OrderedSignature.SHOPEE);

    static MarketplaceVector of(JsonNode json) {
        var params = new TreeMap<String, String>();
        json.path("params").forEachEntry((name, value) -> params.put(name, value.asString()));
        params.remove("sign");
        params.remove("_aop_signature");
        return new MarketplaceVector(
                json.path("algorithm").asString(""),
                json.path("secret").asString(""),
                params,
                json.path("prefix").asString(""),
                json.path("body").asString(""),
                json.path("base").asString(""),
                json.path("expected").asString(""));
    }

    Checked check() {
        var sorted = SORTED.get(algorithm);
        var ordered = ORDERED.get(algorithm);
        if (sorted != null) {
            return Checked.equal(
                    expected,
                    params.isEmpty()
                            ? sorted.ofJoined(secret, prefix + base + body)
                            : sorted.of(secret, prefix, params, body));
        }
        return ordered == null ? new Checked.Unknown() : Checked.equal(expected, signed(ordered));
    }

    private String signed(OrderedSignature ordered) {
        if (params.isEmpty()) {
            // The text of a token request of JD's enterprise purchase holds the secret already, before and behind.
            return ordered.ofJoined(ordered.equals(OrderedSignature.JD_VOP_TOKEN) ? "" : secret, base);
        }
        var fields = new TreeMap<>(params);
        if (!body.isEmpty()) {
            fields.put("body", body);
        }
        return ordered.of(secret, fields);
    }
}
