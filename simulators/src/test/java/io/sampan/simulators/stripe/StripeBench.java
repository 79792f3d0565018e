package io.sampan.simulators.stripe;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.Service;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A running Stripe with a webhook receiver behind it, asked over HTTP as any shop would. */
final class StripeBench implements AutoCloseable {
    static final String KEY = "sk_test_simulated0001";

    record Reply(int status, JsonNode json, java.net.http.HttpHeaders headers) {
        String at(String pointer) {
            return json.at(pointer).asString("");
        }
    }

    record Pushed(String body, String signature) {
        String type() {
            return Json.tree(body).get("type").asString();
        }

        JsonNode object() {
            return Json.tree(body).at("/data/object");
        }
    }

    final Kernel kernel;
    final Stripe stripe;
    final Service service;
    final List<Pushed> pushes = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger refusals = new AtomicInteger();
    final Service receiver;
    final HttpClient http = HttpClient.newHttpClient();

    StripeBench(@Nullable Path data) {
        kernel = Kernel.over(data);
        stripe = new Stripe(kernel);
        service = new Service("stripe", 0, stripe.handler(), kernel.faults());
        receiver = new Service("receiver", 0, this::receive, kernel.faults());
        kernel.webhooks().set("stripe", receiver.address() + "/stripe");
        stripe.opened(Map.of("stripe", service.address()));
    }

    private Answer receive(Question q) {
        if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return Answer.text(500, "not now");
        }
        pushes.add(new Pushed(q.text(), q.header("stripe-signature")));
        return Answer.text(200, "");
    }

    Reply post(String path, String... pairs) {
        return post(path, Map.of(), pairs);
    }

    Reply post(String path, Map<String, String> headers, String... pairs) {
        var request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + KEY)
                .POST(BodyPublishers.ofString(form(pairs)));
        headers.forEach(request::setHeader);
        return send(request);
    }

    Reply get(String path) {
        return send(HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Authorization", "Bearer " + KEY)
                .GET());
    }

    private Reply send(HttpRequest.Builder request) {
        var answer = raw(request);
        return new Reply(answer.statusCode(), Json.tree(answer.body()), answer.headers());
    }

    /** A shopper's browser: no key, redirects not followed. */
    HttpResponse<String> browse(String url, String... pairs) {
        String whole = url.startsWith("/") ? service.address() + url : url;
        var request = HttpRequest.newBuilder(URI.create(whole));
        if (pairs.length > 0) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form(pairs)));
        }
        return raw(request);
    }

    HttpResponse<String> raw(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String form(String... pairs) {
        var form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(pairs[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /** A PaymentIntent of 20.00 EUR for cards only. */
    String intent(String... more) {
        var pairs = new ArrayList<>(List.of(
                "amount", "2000", "currency", "eur", "payment_method_types[]", "card", "metadata[order]", "S-1"));
        pairs.addAll(List.of(more));
        return post("/v1/payment_intents", pairs.toArray(String[]::new)).at("/id");
    }

    List<String> pushedTypes() {
        kernel.push().settle(Duration.ofSeconds(5));
        synchronized (pushes) {
            return pushes.stream().map(Pushed::type).toList();
        }
    }

    @Override
    public void close() {
        service.close();
        receiver.close();
        kernel.close();
    }
}
