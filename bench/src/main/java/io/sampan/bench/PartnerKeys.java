package io.sampan.bench;

import tools.jackson.databind.JsonNode;

/** The throwaway keys with which a file's vectors were signed. */
record PartnerKeys(String rsaPrivate, String rsaPublic, String wechatSeal) {
    static PartnerKeys of(JsonNode keys) {
        var rsa = keys.path("rsa_test");
        return new PartnerKeys(
                rsa.path("pkcs8_b64").asString(""),
                rsa.path("spki_b64").asString(""),
                keys.path("wechat_api_v3_key_sdk_test").path("utf8").asString(""));
    }
}
