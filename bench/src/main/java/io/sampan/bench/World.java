package io.sampan.bench;

import io.sampan.bench.world.WorldControl;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated world of a benchmark, on free ports, and what the app must be told to live in it. */
final class World implements AutoCloseable {
    static final String OPERATOR = "operator@example.com";
    static final String OPERATOR_PASSWORD = "bench-operator-2026";

    private final Simulators simulators;
    private final WorldControl control;

    private World(Simulators simulators) {
        this.simulators = simulators;
        this.control = new WorldControl(simulators.control());
    }

    /** @param data where the services keep their books */
    static World start(Path data) {
        var settings = new SimulatorSettings(data, SimulatorSettings.USUAL_SEED, 0, SimulatorSettings.USUAL_SIZE);
        return new World(Simulators.start(settings));
    }

    WorldControl control() {
        return control;
    }

    /** The environment of an app on this port, and the services' webhooks pointed at it. */
    Map<String, String> settings(int port) {
        for (var service : List.of("1688", "taobao-global", "stripe", "17track")) {
            control.webhook(service, "http://127.0.0.1:" + port + "/hooks/" + service);
        }
        var settings = new LinkedHashMap<String, String>();
        settings.put(
                "SAMPAN_TIME_WORLDCLOCK",
                simulators.control().resolve("/control/clock").toString());
        settings.put("SAMPAN_ALI1688_GATEWAY", at("1688") + "/openapi");
        settings.put("SAMPAN_TAOBAOGLOBAL_GATEWAY", at("taobao-global") + "/rest");
        settings.put("SAMPAN_STRIPE_API", at("stripe"));
        settings.put("SAMPAN_SAMPANPOST_GATEWAY", at("carrier") + "/router/api/service");
        settings.put("SAMPAN_TRACK17_ADDRESS", at("17track"));
        settings.put("SAMPAN_STRIPE_SECRETKEY", credential("stripe", "secretKey"));
        settings.put("SAMPAN_STRIPE_WEBHOOKSECRET", credential("stripe", "webhookSecret"));
        settings.put("SAMPAN_TRACK17_TOKEN", credential("17track", "token"));
        keys(settings, "SAMPAN_ALI1688", "1688");
        keys(settings, "SAMPAN_TAOBAOGLOBAL", "taobao-global");
        settings.put("SAMPAN_SAMPANPOST_APPKEY", credential("carrier", "appKey"));
        settings.put("SAMPAN_SAMPANPOST_APPSECRET", credential("carrier", "appSecret"));
        settings.put("SAMPAN_OPERATOR_EMAIL", OPERATOR);
        settings.put("SAMPAN_OPERATOR_PASSWORD", OPERATOR_PASSWORD);
        return settings;
    }

    /** The same with the marketplaces that sell beside those two. */
    Map<String, String> settingsOfAllWhoSell(int port) {
        var settings = settings(port);
        settings.put("SAMPAN_OPENMALL_GATEWAY", at("openmall") + "/router/rest");
        keys(settings, "SAMPAN_OPENMALL", "openmall");
        settings.put("SAMPAN_OPENMALL_DISTRIBUTOR", credential("openmall", "distributor"));
        settings.put("SAMPAN_JDVOP_GATEWAY", at("jd-vop"));
        settings.put("SAMPAN_JDVOP_CLIENTID", credential("jd-vop", "clientId"));
        settings.put("SAMPAN_JDVOP_CLIENTSECRET", credential("jd-vop", "clientSecret"));
        settings.put("SAMPAN_JDVOP_USERNAME", credential("jd-vop", "username"));
        settings.put("SAMPAN_JDVOP_PASSWORD", credential("jd-vop", "password"));
        settings.put("SAMPAN_JDVOP_AREA", "19_1655_4279_0");
        return settings;
    }

    private void keys(Map<String, String> settings, String prefix, String service) {
        settings.put(prefix + "_APPKEY", credential(service, "appKey"));
        settings.put(prefix + "_APPSECRET", credential(service, "appSecret"));
        settings.put(prefix + "_REFRESHTOKEN", credential(service, "refreshToken"));
    }

    @Override
    public void close() {
        simulators.close();
        control.close();
    }

    private String at(String service) {
        var address = simulators.addresses().get(service);
        if (address == null) {
            throw new IllegalStateException("The world has no " + service);
        }
        return trimmed(address);
    }

    private static String trimmed(URI address) {
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private String credential(String service, String name) {
        var value = simulators.credentials(service).get(name);
        if (value == null) {
            throw new IllegalStateException(service + " shows no " + name);
        }
        return value;
    }
}
