package io.sampan.journeys;

import io.sampan.outside.marketplace.MarketplaceId;
import io.sampan.outside.wire.LooseJson;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The outside world of all journeys: one for the whole test run, in this process, but spoken to over HTTP alone. */
final class JourneyWorld {
    /** Where each service pushes to, by its name. */
    private static final Map<String, String> HOOKS = Map.of(
            "1688", "/hooks/1688",
            "taobao-global", "/hooks/taobao-global",
            "stripe", "/hooks/stripe",
            "paypal", "/hooks/paypal",
            "alipay", "/hooks/alipay",
            "wechatpay", "/hooks/wechatpay",
            "17track", "/hooks/17track");

    private static final JourneyWorld ONE = new JourneyWorld();

    private final Simulators simulators = Simulators.start(SimulatorSettings.forTests());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port = freePort();
    private int pushedTo;

    private JourneyWorld() {}

    static JourneyWorld world() {
        return ONE;
    }

    /** Where the journeys' app listens. */
    int port() {
        return port;
    }

    /** What an app at this port needs to know to live in this world. */
    Map<String, String> settings(int appPort) {
        var ali = simulators.credentials("1688");
        var taobao = simulators.credentials("taobao-global");
        var carrier = simulators.credentials("carrier");
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "" + appPort);
        settings.put("sampan.installation.public-url", "http://127.0.0.1:" + appPort);
        settings.put("sampan.time.world-clock", simulators.control() + "/control/clock");
        settings.put("sampan.time.refresh", "100ms");
        settings.put("sampan.ali1688.gateway", at("1688") + "/openapi");
        settings.put("sampan.ali1688.app-key", ali.get("appKey"));
        settings.put("sampan.ali1688.app-secret", ali.get("appSecret"));
        settings.put("sampan.ali1688.refresh-token", ali.get("refreshToken"));
        settings.put("sampan.taobao-global.gateway", at("taobao-global") + "/rest");
        settings.put("sampan.taobao-global.app-key", taobao.get("appKey"));
        settings.put("sampan.taobao-global.app-secret", taobao.get("appSecret"));
        settings.put("sampan.taobao-global.refresh-token", taobao.get("refreshToken"));
        var openMall = simulators.credentials("openmall");
        settings.put("sampan.openmall.gateway", at("openmall") + "/router/rest");
        settings.put("sampan.openmall.app-key", openMall.get("appKey"));
        settings.put("sampan.openmall.app-secret", openMall.get("appSecret"));
        settings.put("sampan.openmall.refresh-token", openMall.get("refreshToken"));
        settings.put("sampan.openmall.distributor", openMall.get("distributor"));
        settings.put("sampan.openmall.list-behind", "40s");
        settings.put("sampan.marketplace.poll-every", "300ms");
        putJdAndPinduoduo(settings);
        settings.put("sampan.stripe.api", at("stripe"));
        settings.put(
                "sampan.stripe.secret-key", simulators.credentials("stripe").get("secretKey"));
        settings.put(
                "sampan.stripe.webhook-secret", simulators.credentials("stripe").get("webhookSecret"));
        putWallets(settings);
        settings.put("sampan.sampanpost.gateway", at("carrier") + "/router/api/service");
        settings.put("sampan.sampanpost.app-key", carrier.get("appKey"));
        settings.put("sampan.sampanpost.app-secret", carrier.get("appSecret"));
        settings.put("sampan.track17.address", at("17track"));
        settings.put("sampan.track17.page", at("17track") + "/en?nums=NUMBER");
        settings.put("sampan.track17.token", simulators.credentials("17track").get("token"));
        settings.put("sampan.identity.password-cost", "4");
        settings.put("sampan.payment.tend-every", "500ms");
        settings.put("sampan.dispute.tend-every", "500ms");
        settings.put("sampan.procurement.tend-every", "200ms");
        settings.put("sampan.procurement.absent-after", "2s");
        settings.put("sampan.shipping.tend-every", "200ms");
        settings.put("sampan.shipping.promises", "classpath:journeys/promises.csv");
        settings.put("sampan.ledger.close-every", "300d");
        // Only pushes tell what happened outside: a journey that needs polling to go on does not end.
        settings.put("sampan.procurement.watch-every", "300d");
        settings.put("sampan.shipping.watch-every", "300d");
        return settings;
    }

    private void putWallets(Map<String, String> settings) {
        var paypal = simulators.credentials("paypal");
        settings.put("sampan.paypal.api", at("paypal"));
        settings.put("sampan.paypal.client-id", paypal.get("clientId"));
        settings.put("sampan.paypal.client-secret", paypal.get("clientSecret"));
        settings.put("sampan.paypal.webhook-id", paypal.get("webhookId"));
        settings.put("sampan.paypal.certificate-origins", at("paypal"));
        var alipay = simulators.credentials("alipay");
        settings.put("sampan.alipay.gateway", at("alipay") + "/gateway.do");
        settings.put("sampan.alipay.app-id", alipay.get("appId"));
        settings.put("sampan.alipay.private-key", alipay.get("privateKey"));
        settings.put("sampan.alipay.alipay-public-key", alipay.get("alipayPublicKey"));
        var wechat = simulators.credentials("wechatpay");
        settings.put("sampan.wechatpay.api", at("wechatpay"));
        settings.put("sampan.wechatpay.mch-id", wechat.get("mchId"));
        settings.put("sampan.wechatpay.app-id", wechat.get("appId"));
        settings.put("sampan.wechatpay.merchant-serial", wechat.get("merchantSerial"));
        settings.put("sampan.wechatpay.private-key", wechat.get("privateKey"));
        settings.put("sampan.wechatpay.api-v3-key", wechat.get("apiV3Key"));
        settings.put("sampan.wechatpay.platform-key-id", wechat.get("platformKeyId"));
        settings.put("sampan.wechatpay.platform-public-key", wechat.get("platformPublicKey"));
    }

    private void putJdAndPinduoduo(Map<String, String> settings) {
        var vop = simulators.credentials("jd-vop");
        settings.put("sampan.jd-vop.gateway", at("jd-vop"));
        settings.put("sampan.jd-vop.client-id", vop.get("clientId"));
        settings.put("sampan.jd-vop.client-secret", vop.get("clientSecret"));
        settings.put("sampan.jd-vop.username", vop.get("username"));
        settings.put("sampan.jd-vop.password", vop.get("password"));
        settings.put("sampan.jd-vop.area", "19_1655_4279_0");
        settings.put("sampan.jd-union.gateway", at("jd-union"));
        settings.put(
                "sampan.jd-union.app-key", simulators.credentials("jd-union").get("appKey"));
        settings.put(
                "sampan.jd-union.app-secret", simulators.credentials("jd-union").get("appSecret"));
        settings.put("sampan.pinduoduo.gateway", at("pinduoduo"));
        settings.put(
                "sampan.pinduoduo.client-id",
                simulators.credentials("pinduoduo").get("clientId"));
        settings.put(
                "sampan.pinduoduo.client-secret",
                simulators.credentials("pinduoduo").get("clientSecret"));
    }

    /** Whether the app took a webhook of the service's lately. */
    boolean isReceipted(String service) {
        return simulators.kernel().push().recent().stream()
                .anyMatch(
                        push -> push.service().equals(service) && push.outcome().startsWith("2"));
    }

    /** Where a service is. */
    URI address(String service) {
        return simulators.addresses().get(service);
    }

    private String at(String service) {
        return simulators.addresses().get(service).toString();
    }

    static String service(MarketplaceId marketplace) {
        return switch (marketplace) {
            case ALI1688 -> "1688";
            case TAOBAO -> "taobao-global";
            case JD -> "jd-vop";
            case PINDUODUO, WEIDIAN, ELSEWHERE -> throw new IllegalArgumentException("No such service: " + marketplace);
        };
    }

    /** Every service pushes to the app at this port from now on. */
    void pushTo(int appPort) {
        if (pushedTo != appPort) {
            HOOKS.forEach((service, path) ->
                    post("/control/webhooks", Map.of("service", service, "url", "http://127.0.0.1:" + appPort + path)));
            pushedTo = appPort;
        }
    }

    /** Time passes, with all that happens in it. */
    void advance(Duration by) {
        post("/control/clock/advance", Map.of("seconds", "" + by.toSeconds()));
    }

    /** Time passes until it is so, a bit at a time and within bounds. */
    void untilTimeHasBrought(Duration step, int most, java.util.function.BooleanSupplier brought) {
        for (int i = 0; i < most && !brought.getAsBoolean(); i++) {
            advance(step);
        }
    }

    /** The next call of the operation goes wrong so. */
    void nextTime(String service, String operation, String kind) {
        nextTime(service, operation, kind, Map.of());
    }

    void nextTime(String service, String operation, String kind, Map<String, String> more) {
        var fault = new LinkedHashMap<>(Map.of("service", service, "operation", operation, "kind", kind, "count", "1"));
        fault.putAll(more);
        post("/control/faults", fault);
    }

    /** Faults that were armed and have not struck. */
    int armed() {
        return get("/control/faults").node().size();
    }

    void nothingGoesWrong() {
        post("/control/faults/clear", Map.of());
    }

    LooseJson act(String service, String action, Map<String, String> form) {
        return post("/control/act/" + service + "/" + action, form);
    }

    /** A service's own books. */
    LooseJson booksOf(String service) {
        return get("/control/state/" + service);
    }

    /** The marketplace's orders under a reference of ours, or one of its later rounds. */
    List<LooseJson> upstream(MarketplaceId marketplace, String reference) {
        return booksOf(service(marketplace)).list("orders").stream()
                .filter(order -> order.text("outOrderId").startsWith(reference))
                .toList();
    }

    /** The last tries of a service to push, as {@code topic outcome}. */
    List<String> pushes(String service) {
        return get("/control/pushes")
                .node()
                .valueStream()
                .map(LooseJson::new)
                .filter(push -> push.text("service").equals(service))
                .map(push -> push.text("topic") + " " + push.text("outcome"))
                .toList();
    }

    LooseJson get(String path) {
        return json(send(HttpRequest.newBuilder(simulators.control().resolve(path))));
    }

    private LooseJson post(String path, Map<String, String> form) {
        return json(form(simulators.control().resolve(path), form));
    }

    private static LooseJson json(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return LooseJson.of(answer.body());
    }

    /** Posts a form as a browser does, redirects left to the caller. */
    HttpResponse<byte[]> form(URI to, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
