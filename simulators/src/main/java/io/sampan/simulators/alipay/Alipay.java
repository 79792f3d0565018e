package io.sampan.simulators.alipay;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.Rsa;
import io.sampan.simulators.kernel.SimulatedService;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** The simulated Alipay: its gateway for the merchant's server, its cashier for buyers' browsers. */
public final class Alipay implements SimulatedService {
    static final String NAME = "alipay";
    private static final String APP_ID = "2021000000000001";

    private final Trades trades;
    private final Notices notices;
    private final Gateway gateway;

    public Alipay(Kernel kernel) {
        var signing = new Signing(Rsa.ofPlatform());
        notices = new Notices(kernel, signing, APP_ID);
        trades = new Trades(kernel, notices);
        gateway = new Gateway(kernel, APP_ID, signing, trades);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Handler handler() {
        return gateway;
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        gateway.at(Objects.requireNonNull(addresses.get(NAME)));
        notices.resume();
    }

    @Override
    public Map<String, String> credentials() {
        return Map.of(
                "appId", APP_ID,
                "privateKey", Rsa.merchantPrivateKey(),
                "alipayPublicKey", Rsa.platformPublicKey());
    }

    @Override
    public Object state() {
        return Map.of("trades", trades.all(), "notices", notices.size());
    }

    @Override
    public Map<String, String> actions() {
        return Map.of("slow-next-refund", "");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        if (!action.equals("slow-next-refund")) {
            throw new IllegalArgumentException("alipay knows " + actions().keySet());
        }
        trades.slowNext();
        return Map.of("done", action);
    }
}
