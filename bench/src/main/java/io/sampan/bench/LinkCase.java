package io.sampan.bench;

import io.sampan.outside.links.Recognised;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A text and what it is, in the words of {@code url_cases}.
 *
 * @param expected kind, marketplace and so on; empty where nothing may be recognised
 * @param canonical the item's page, empty where the case does not say
 */
record LinkCase(String input, Map<String, String> expected, String canonical) {
    static LinkCase of(JsonNode json) {
        var expected = new TreeMap<String, String>();
        json.path("expect").forEachEntry((name, value) -> expected.put(name, value.asString()));
        return new LinkCase(
                json.path("input").asString(), expected, json.path("canonical").asString(""));
    }

    boolean isRight(Recognised read) {
        return said(read).equals(expected) && (canonical.isEmpty() || page(read).equals(canonical));
    }

    boolean expectsSomething() {
        return !expected.isEmpty();
    }

    /** What was recognised, in the words of the cases. */
    static Map<String, String> said(Recognised read) {
        return switch (read) {
            case Recognised.Item item -> item(item.site(), item.item().itemId(), item.via());
            case Recognised.OtherMarketplace other -> item(other.site(), other.itemId(), other.via());
            case Recognised.Short link ->
                Map.of(
                        "kind",
                        "short",
                        "marketplace",
                        link.site(),
                        "url",
                        link.link().toString());
            case Recognised.ShareToken token ->
                Map.of("kind", "taokouling", "marketplace", "taobao", "token", token.token());
            case Recognised.Nothing nothing -> Map.of();
        };
    }

    private static Map<String, String> item(String site, String id, String via) {
        var said = new TreeMap<>(Map.of("kind", "item", "marketplace", site, "itemId", id));
        if (!via.isEmpty()) {
            said.put("via", via);
        }
        return said;
    }

    private static String page(Recognised read) {
        return switch (read) {
            case Recognised.Item item -> item.canonical().toString();
            case Recognised.OtherMarketplace other -> other.canonical().toString();
            case Recognised.Short link -> link.link().toString();
            case Recognised.ShareToken token -> "";
            case Recognised.Nothing nothing -> "";
        };
    }
}
