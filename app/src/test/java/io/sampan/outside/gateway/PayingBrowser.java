package io.sampan.outside.gateway;

import io.sampan.outside.gateway.Rail.Purse;
import io.sampan.outside.wire.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A shopper at a gateway's page: follows it, fills in its form, and sees whether it sends them back to the shop. */
public final class PayingBrowser {
    private static final int MOST_PAGES = 4;
    private static final String SCANNED = "weixin://wxpay/bizpayurl?pr=";

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Rail rail;
    private final URI address;
    private URI at;

    public PayingBrowser(Rail rail, URI address) {
        this.rail = rail;
        this.address = address;
        this.at = address;
    }

    /** Comes to the page and looks at it; a wallet learns of the payment only by a first click. */
    public void visits(URI page) {
        go(page);
        if (!rail.gateway.equals("stripe") && !rail.gateway.equals("paypal")) {
            post(rail.typed(Purse.EMPTY));
        }
    }

    /** Whether the page took the money, or will: it leads back, or says so. */
    public boolean pays(URI page, Purse purse) {
        go(page);
        return isThrough(post(rail.typed(purse)));
    }

    /** Answers the challenge that came up. */
    public boolean provesItself() {
        return isThrough(post(rail.proof()));
    }

    private boolean isThrough(HttpResponse<String> answer) {
        boolean leadsOn = answer.statusCode() / 100 == 3;
        if (leadsOn) {
            at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
            return at.getHost().equals("shop.example");
        }
        return answer.body().contains("支付成功");
    }

    /** To the page, by whatever redirects of the gateway's lead there. */
    private void go(URI page) {
        at = page.getScheme().equals("weixin")
                ? address.resolve("/phone/" + page.toString().substring(SCANNED.length()))
                : page;
        for (int i = 0; i < MOST_PAGES; i++) {
            var answer = send(HttpRequest.newBuilder(at).GET());
            if (answer.statusCode() / 100 != 3) {
                return;
            }
            at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
            if (at.getHost().equals("shop.example")) {
                return;
            }
        }
    }

    private HttpResponse<String> post(Map<String, String> form) {
        if (at.getHost().equals("shop.example")) {
            throw new IllegalStateException("The gateway's page has sent us away");
        }
        return send(HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Call.encoded(form))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
