package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.kernel.Rsa;
import io.sampan.simulators.kernel.SimulatedService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The simulated PayPal: its API, its approval page, and the certificate of its webhooks. */
public final class PayPal implements SimulatedService {
    static final String NAME = "paypal";

    private final Notices notices;
    private final Orders orders;
    private final Disputes disputes;
    private final Payouts payouts;
    private final Api api;
    private final ApprovalPage page;

    public PayPal(Kernel kernel) {
        notices = new Notices(kernel, Rsa.ofPlatform());
        orders = new Orders(kernel, notices);
        disputes = new Disputes(kernel, notices);
        payouts = new Payouts(kernel, orders);
        api = new Api(kernel, orders, disputes, payouts);
        page = new ApprovalPage(orders);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Handler handler() {
        return this::answer;
    }

    private Answer answer(Question q) {
        if (q.path().equals("/checkoutnow")) {
            return page.answer(q);
        }
        if (q.path().equals(Notices.CERTIFICATE)) {
            return Answer.of(
                    200, "application/x-pem-file", Rsa.platformCertificate().getBytes(StandardCharsets.US_ASCII));
        }
        return api.answer(q);
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        String base = Objects.requireNonNull(addresses.get(NAME)).toString();
        api.at(base);
        orders.resume();
        disputes.resume();
        payouts.resume();
        notices.open(base);
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of(
                "clientId", Api.CLIENT_ID,
                "clientSecret", Api.CLIENT_SECRET,
                "webhookId", Notices.WEBHOOK_ID);
    }

    @Override
    public Object state() {
        return Map.of(
                "orders",
                orders.all(),
                "disputes",
                disputes.all(),
                "payouts",
                payouts.all(),
                "notices",
                notices.size());
    }

    @Override
    public Map<String, String> actions() {
        return Map.of(
                "slow-next-refund", "fate", "dispute", "order reason inquiry", "decide-dispute", "dispute outcome");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        switch (action) {
            case "dispute" ->
                disputes.begin(
                        orders.find(form.getOrDefault("order", "")),
                        form.getOrDefault("reason", "MERCHANDISE_OR_SERVICE_NOT_RECEIVED"),
                        "true".equals(form.get("inquiry")));
            case "decide-dispute" ->
                disputes.resolve(
                        form.getOrDefault("dispute", ""), form.getOrDefault("outcome", "RESOLVED_SELLER_FAVOUR"));
            default -> slow(action, form);
        }
        return Map.of("done", action);
    }

    private void slow(String action, Map<String, String> form) {
        String fate = form.getOrDefault("fate", "COMPLETED");
        if (!action.equals("slow-next-refund") || !fate.matches("COMPLETED|FAILED")) {
            throw new IllegalArgumentException("paypal knows " + actions().keySet() + ", fate COMPLETED or FAILED");
        }
        orders.slowNext(fate);
    }
}
