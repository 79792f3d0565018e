package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened, with the object as it was then.
 *
 * @param object  the object's JSON at that moment
 * @param pending how many webhooks have yet to take it, 0 or 1
 */
record Event(
        String id,
        Instant created,
        String type,
        String object,
        int pending,
        @Nullable String request,
        @Nullable String idempotencyKey) {
    static final String API_VERSION = "2026-07-29.dahlia";

    Event taken() {
        return new Event(id, created, type, object, 0, request, idempotencyKey);
    }

    ObjectNode json() {
        var json = Json.object()
                .put("id", id)
                .put("object", "event")
                .put("api_version", API_VERSION)
                .put("created", created.getEpochSecond());
        json.putObject("data").set("object", Json.tree(object));
        json.put("livemode", false).put("pending_webhooks", pending);
        json.putObject("request").put("id", request).put("idempotency_key", idempotencyKey);
        return json.put("type", type);
    }
}
