package io.sampan.simulators.vendor;

import io.sampan.simulators.kernel.Handler;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.world.Images;
import io.sampan.simulators.world.World;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The simulated seller of other people's data. Source: docs/sources/vendor.md. */
public final class Vendor implements SimulatedService {
    private final VendorSettings settings;
    private final VendorApi api;
    private volatile Images images = new Images("http://127.0.0.1");

    public Vendor(Kernel kernel, World world, long seed, VendorSettings settings) {
        this.settings = settings;
        this.api = new VendorApi(settings, world, kernel, seed, () -> images);
    }

    @Override
    public String name() {
        return VendorApi.SERVICE;
    }

    @Override
    public Handler handler() {
        return api;
    }

    @Override
    public void opened(Map<String, URI> addresses) {
        images = new Images(String.valueOf(addresses.get("world")));
    }

    @Override
    public Map<String, String> credentials() {
        var map = new LinkedHashMap<String, String>();
        map.put("key", settings.key());
        map.put("secret", settings.secret());
        return map;
    }

    @Override
    public Object state() {
        Account.Left left = api.account().left();
        return Fields.of(
                "credit", left.credit(),
                "answered", left.used(),
                "answeredToday", left.today(),
                "copiesKept", api.copies());
    }

    @Override
    public Map<String, String> actions() {
        return Map.of("credit", "calls");
    }

    @Override
    public Object act(String action, Map<String, String> form) {
        if (!action.equals("credit")) {
            throw new IllegalArgumentException("vendor knows no action " + action);
        }
        return api.account().set(Integer.parseInt(form.getOrDefault("calls", "").strip()));
    }
}
