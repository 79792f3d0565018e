package io.sampan.bench.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A person with a browser: cookies, redirects, and forms with their hidden fields. When the shop does not answer, a patient one loads the page
 * again or sends the same form again until it does. Not for use by several threads at once.
 */
public class Visitor {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http;
    private final Duration patience;
    private URI here;

    /** Somebody who does not try twice. */
    public Visitor(URI shop) {
        this(shop, Duration.ZERO);
    }

    /** @param patience how long to try again while the shop is silent */
    public Visitor(URI shop, Duration patience) {
        this.here = shop;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Opens an address, absolute or relative to the page that is open. */
    public Document open(String address) {
        return send(HttpRequest.newBuilder(here.resolve(address))
                .timeout(LIMIT)
                .header("accept-language", "en")
                .build());
    }

    /** The page's address after redirects. */
    public URI address() {
        return here;
    }

    /**
     * Fills in the first form that matches and sends it, with its hidden fields and defaults.
     *
     * @param form CSS selector of the form
     * @throws IllegalStateException when the page has no such form, with the page's text
     */
    public Document submit(Document page, String form, Map<String, String> fields) {
        var element = page.selectFirst(form);
        if (element == null) {
            throw new IllegalStateException("No form " + form + " at " + here + ":\n" + page.text());
        }
        var sent = defaults(element);
        sent.putAll(fields);
        var target = here.resolve(element.attr("action").isEmpty() ? here.toString() : element.attr("action"));
        if (element.attr("method").equalsIgnoreCase("get")
                || element.attr("method").isEmpty()) {
            return open(target + "?" + encoded(sent));
        }
        if (element.attr("enctype").equals("multipart/form-data")) {
            return send(Multipart.request(target, sent, LIMIT));
        }
        return send(HttpRequest.newBuilder(target)
                .timeout(LIMIT)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(sent)))
                .build());
    }

    private Document send(HttpRequest request) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return sendOnce(request);
            } catch (UncheckedIOException silent) {
                giveUpAfter(deadline, silent);
            } catch (Refused refused) {
                if (refused.status() != UNAVAILABLE) {
                    throw refused;
                }
                giveUpAfter(deadline, refused);
            }
            Waiting.pause(PAUSE);
        }
    }

    private static void giveUpAfter(long deadline, RuntimeException why) {
        if (System.nanoTime() >= deadline) {
            throw why;
        }
    }

    private Document sendOnce(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            here = answer.uri();
            if (answer.statusCode() >= 400) {
                throw new Refused(
                        answer.statusCode(), here, Jsoup.parse(answer.body()).text());
            }
            return Jsoup.parse(answer.body(), here.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the form would send untouched: hidden fields, texts, chosen options and ticked boxes, but no buttons and no files. */
    private static Map<String, String> defaults(Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (Element input : form.select("input[name],textarea[name],select[name]")) {
            switch (input.attr("type")) {
                case "submit", "button", "file", "image" -> {}
                case "radio", "checkbox" -> {
                    if (input.hasAttr("checked")) {
                        fields.put(input.attr("name"), input.hasAttr("value") ? input.attr("value") : "on");
                    }
                }
                default -> fields.put(input.attr("name"), value(input));
            }
        }
        return fields;
    }

    private static String value(Element input) {
        if (!input.tagName().equals("select")) {
            return input.val();
        }
        var chosen = input.selectFirst("option[selected]");
        var option = chosen == null ? input.selectFirst("option") : chosen;
        return option == null ? "" : option.val();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
