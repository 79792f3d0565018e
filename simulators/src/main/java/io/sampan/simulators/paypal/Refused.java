package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Json;
import tools.jackson.databind.node.ObjectNode;

/** A refusal as PayPal tells it. Source: docs/sources/paypal.md "Errors". */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int status;
    private final String name;
    private final String issue;

    private Refused(int status, String name, String issue, String words) {
        super(words);
        this.status = status;
        this.name = name;
        this.issue = issue;
    }

    static Refused unprocessable(String issue, String words) {
        return new Refused(422, "UNPROCESSABLE_ENTITY", issue, words);
    }

    static Refused invalid(String issue, String words) {
        return new Refused(400, "INVALID_REQUEST", issue, words);
    }

    /** These name no code, only what is wrong. */
    static Refused business(String words) {
        return new Refused(400, "USER_BUSINESS_ERROR", words, words);
    }

    static Refused nothing() {
        return new Refused(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID", "Specified resource ID does not exist.");
    }

    static Refused unauthorized() {
        return new Refused(401, "AUTHENTICATION_FAILURE", "INVALID_TOKEN", "Authentication failed.");
    }

    ObjectNode json() {
        var body = Json.object().put("name", name).put("message", getMessage()).put("debug_id", "b1d1f06c7246c");
        body.putArray("details").addObject().put("issue", issue).put("description", getMessage());
        return body;
    }
}
