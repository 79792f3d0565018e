package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Book;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that a merchant's server makes, each POST at most once for a {@code PayPal-Request-Id}. */
final class Api {
    static final String CLIENT_ID = "sampan-simulated-client";
    static final String CLIENT_SECRET = "sampan-simulated-secret";

    private static final Duration TOKEN_LIFE = Duration.ofHours(9);
    /** Source: docs/sources/paypal.md "Idempotency". */
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private static final Duration PAYOUTS_REMEMBERED = Duration.ofDays(30);
    private static final String PAYOUTS = "/v1/payments/payouts";

    private static final int MOST_TOKENS = 1_000;
    private static final Pattern ORDER = Pattern.compile("/v2/checkout/orders/([0-9A-Z]{17})(/authorize)?");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("/v2/payments/authorizations/([0-9A-Z]{17})/(capture|void)");
    private static final Pattern DISPUTE = Pattern.compile("/v1/customer/disputes/(PP-D-[0-9a-f]+)(/accept-claim)?");
    private static final Pattern CAPTURE = Pattern.compile("/v2/payments/captures/([0-9A-Z]{17})/refund");
    private static final Pattern REFUND = Pattern.compile("/v2/payments/refunds/([0-9A-Z]{17})");

    record Reply(String id, int status, String body, Instant at) {}

    private record Made(int status, ObjectNode body) {}

    private final Kernel kernel;
    private final Orders orders;
    private final Disputes disputes;
    private final Payouts payouts;
    private final Statement statement;
    private final Book<Reply> replies;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private volatile String base = "";

    Api(Kernel kernel, Orders orders, Disputes disputes, Payouts payouts) {
        this.kernel = kernel;
        this.orders = orders;
        this.disputes = disputes;
        this.payouts = payouts;
        this.statement = new Statement(kernel, orders, payouts);
        this.replies = kernel.books().open("paypal-replies", Reply.class);
    }

    void at(String address) {
        base = address;
    }

    Answer answer(Question q) {
        try {
            if (q.path().equals("/v1/oauth2/token")) {
                return token(q);
            }
            authenticate(q);
            return q.method().equals("POST") ? once(q) : Answer.json(get(q));
        } catch (Refused refused) {
            return Answer.json(refused.status, refused.json());
        }
    }

    private Answer token(Question q) {
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        boolean asks = "client_credentials".equals(q.form().get("grant_type"));
        if (!q.method().equals("POST") || !basic.equals(q.header("authorization")) || !asks) {
            return Answer.json(
                    401, Map.of("error", "invalid_client", "error_description", "Client Authentication failed"));
        }
        Instant now = kernel.clock().now();
        tokens.values().removeIf(now::isAfter);
        if (tokens.size() >= MOST_TOKENS) {
            return Answer.json(429, Map.of("name", "RATE_LIMIT_REACHED", "message", "Too many requests."));
        }
        String token = "A21AA" + UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, now.plus(TOKEN_LIFE));
        return Answer.json(Map.of("access_token", token, "token_type", "Bearer", "expires_in", TOKEN_LIFE.toSeconds()));
    }

    private void authenticate(Question q) {
        String header = q.header("authorization");
        Instant until = header.startsWith("Bearer ") ? tokens.get(header.substring("Bearer ".length())) : null;
        if (until == null || kernel.clock().now().isAfter(until)) {
            throw Refused.unauthorized();
        }
    }

    /** A request id that was used before gets the same answer, whatever it asks. */
    private synchronized Answer once(Question q) {
        String id = q.header("paypal-request-id");
        Instant now = kernel.clock().now();
        var life = q.path().equals(PAYOUTS) ? PAYOUTS_REMEMBERED : REMEMBERED;
        var before = replies.get(id).filter(reply -> now.isBefore(reply.at().plus(life)));
        if (!id.isEmpty() && before.isPresent()) {
            return told(before.get());
        }
        Made made = post(q);
        var reply = new Reply(id, made.status(), made.status() == 204 ? "" : Json.text(made.body()), now);
        if (!id.isEmpty()) {
            replies.put(id, reply);
        }
        return told(reply);
    }

    private static Answer told(Reply reply) {
        return Answer.of(reply.status(), "application/json", reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private Made post(Question q) {
        if (q.path().equals("/v2/checkout/orders")) {
            return new Made(201, Views.of(create(body(q)), base));
        }
        if (q.path().equals(PAYOUTS)) {
            return new Made(201, payouts.create(body(q)).header());
        }
        Matcher order = ORDER.matcher(q.path());
        if (order.matches() && order.group(2) != null) {
            return new Made(201, Views.of(orders.authorize(order.group(1)), base));
        }
        Matcher authorization = AUTHORIZATION.matcher(q.path());
        if (authorization.matches()) {
            return authorization.group(2).equals("void")
                    ? letGo(authorization.group(1))
                    : capture(authorization.group(1), body(q));
        }
        Matcher dispute = DISPUTE.matcher(q.path());
        if (dispute.matches() && dispute.group(2) != null) {
            return new Made(200, disputes.accept(dispute.group(1)));
        }
        Matcher capture = CAPTURE.matcher(q.path());
        if (capture.matches()) {
            if (disputes.blocks(capture.group(1))) {
                throw Refused.unprocessable(
                        "TRANSACTION_DISPUTED", "Refunds cannot be offered since there is a case on this transaction.");
            }
            JsonNode body = body(q);
            var refund = orders.refund(
                    capture.group(1),
                    Coin.of(body.path("amount")),
                    body.path("custom_id").asString(""));
            return new Made(201, Views.of(refund));
        }
        throw Refused.nothing();
    }

    private Made letGo(String authorization) {
        orders.letGo(authorization);
        return new Made(204, Json.object());
    }

    private Made capture(String authorization, JsonNode body) {
        var made = orders.capture(authorization, Coin.of(body.path("amount")));
        return new Made(201, Views.of(made, orders.ofCapture(made.id())));
    }

    private Order create(JsonNode body) {
        if (!body.path("intent").asString("").equals("AUTHORIZE")) {
            throw Refused.invalid("INVALID_PARAMETER_VALUE", "This account was set up for intent AUTHORIZE.");
        }
        JsonNode unit = body.path("purchase_units").path(0);
        JsonNode context = body.path("payment_source").path("paypal").path("experience_context");
        String returnUrl = context.path("return_url").asString("");
        String cancelUrl = context.path("cancel_url").asString("");
        if (!returnUrl.matches("https?://.+") || !cancelUrl.matches("https?://.+")) {
            throw Refused.invalid("MISSING_REQUIRED_PARAMETER", "return_url and cancel_url are required.");
        }
        String description = unit.path("description").asString("");
        if (description.length() > 127 || unit.path("custom_id").asString("").length() > 255) {
            throw Refused.invalid("INVALID_STRING_LENGTH", "The value of a field is either too short or too long.");
        }
        return orders.create(new Order.Terms(
                Coin.of(unit.path("amount")), unit.path("custom_id").asString(""), description, returnUrl, cancelUrl));
    }

    private ObjectNode get(Question q) {
        String path = q.path();
        if (path.equals("/v1/customer/disputes")) {
            return disputes.since(since(q));
        }
        if (path.equals(Statement.PATH)) {
            return statement.page(q);
        }
        if (path.startsWith(PAYOUTS + "/")) {
            return payouts.find(path.substring(PAYOUTS.length() + 1)).json();
        }
        Matcher dispute = DISPUTE.matcher(path);
        if (dispute.matches() && dispute.group(2) == null) {
            return disputes.find(dispute.group(1)).json();
        }
        Matcher order = ORDER.matcher(path);
        if (order.matches() && order.group(2) == null) {
            return Views.of(orders.find(order.group(1)), base);
        }
        Matcher refund = REFUND.matcher(path);
        if (refund.matches()) {
            return Views.of(orders.refund(refund.group(1)));
        }
        throw Refused.nothing();
    }

    private static Instant since(Question q) {
        try {
            return Instant.parse(q.query().getOrDefault("start_time", ""));
        } catch (DateTimeParseException notATime) {
            throw Refused.invalid("INVALID_PARAMETER_VALUE", "start_time is a date and time.");
        }
    }

    private static JsonNode body(Question q) {
        try {
            return Json.tree(q.text());
        } catch (JacksonException notJson) {
            throw Refused.invalid("MALFORMED_REQUEST_JSON", "The request JSON is not well formed.");
        }
    }
}
