package io.sampan.simulators;

import static java.util.Map.entry;

import io.sampan.simulators.ali1688.Ali1688;
import io.sampan.simulators.ali1688.Ali1688Settings;
import io.sampan.simulators.alipay.Alipay;
import io.sampan.simulators.carrier.Carrier;
import io.sampan.simulators.jdunion.JdUnion;
import io.sampan.simulators.jdunion.JdUnionSettings;
import io.sampan.simulators.jdvop.JdVop;
import io.sampan.simulators.jdvop.JdVopSettings;
import io.sampan.simulators.kernel.Kernel;
import io.sampan.simulators.kernel.SimulatedService;
import io.sampan.simulators.openmall.OpenMall;
import io.sampan.simulators.openmall.OpenMallSettings;
import io.sampan.simulators.paypal.PayPal;
import io.sampan.simulators.pinduoduo.Pinduoduo;
import io.sampan.simulators.pinduoduo.PinduoduoSettings;
import io.sampan.simulators.seventeentrack.SeventeenTrack;
import io.sampan.simulators.stripe.Stripe;
import io.sampan.simulators.taobaoglobal.TaobaoGlobal;
import io.sampan.simulators.taobaoglobal.TaobaoGlobalSettings;
import io.sampan.simulators.tbk.Tbk;
import io.sampan.simulators.tbk.TbkSettings;
import io.sampan.simulators.vendor.Vendor;
import io.sampan.simulators.vendor.VendorSettings;
import io.sampan.simulators.wechatpay.WeChatPay;
import io.sampan.simulators.world.World;
import io.sampan.simulators.world.WorldService;
import java.util.List;
import java.util.Map;

/** Who plays in the outside world. A new service is named in both places here and nowhere else. */
final class Cast {
    /** Each service's port, counted from the control port. */
    static final Map<String, Integer> PORTS = Map.ofEntries(
            entry("1688", 1),
            entry("taobao-global", 2),
            entry("stripe", 3),
            entry("carrier", 4),
            entry("17track", 5),
            entry("world", 6),
            entry("openmall", 7),
            entry("tbk", 8),
            entry("vendor", 9),
            entry("jd-vop", 10),
            entry("jd-union", 11),
            entry("pinduoduo", 12),
            entry("paypal", 13),
            entry("alipay", 14),
            entry("wechatpay", 15));

    private Cast() {}

    /** All services, in the order in which the control page shows them. */
    static List<SimulatedService> over(Kernel kernel, SimulatorSettings settings) {
        var carrier = new Carrier(kernel, settings.seed());
        var world = new World(settings.seed(), settings.worldSize(), kernel.books(), kernel.clock());
        return List.of(
                new WorldService(world),
                new Ali1688(kernel, world, settings.seed(), Ali1688Settings.usual()),
                new TaobaoGlobal(kernel, world, settings.seed(), TaobaoGlobalSettings.usual()),
                new OpenMall(kernel, world, settings.seed(), OpenMallSettings.usual()),
                new Tbk(kernel, world, settings.seed(), TbkSettings.usual()),
                new Vendor(kernel, world, settings.seed(), VendorSettings.usual()),
                new JdVop(kernel, world, settings.seed(), JdVopSettings.usual()),
                new JdUnion(kernel, world, settings.seed(), JdUnionSettings.usual()),
                new Pinduoduo(kernel, world, settings.seed(), PinduoduoSettings.usual()),
                new Stripe(kernel),
                new PayPal(kernel),
                new Alipay(kernel),
                new WeChatPay(kernel),
                carrier,
                new SeventeenTrack(kernel, carrier.movements()));
    }
}
