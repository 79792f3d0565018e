package io.sampan.simulators.top;

import java.util.Set;

/** The names of APIs by permission package, for saying that an app has not been given one. */
public final class TopApis {
    /** The buyer's flow and its messages. */
    public static final Set<String> OPENMALL = Set.of(
            "taobao.openmall.items.query",
            "taobao.openmall.item.get",
            "taobao.openmall.item.salearea.get",
            "taobao.openmall.trade.render",
            "taobao.openmall.trade.create",
            "taobao.openmall.trade.agreepay",
            "taobao.openmall.trade.close",
            "taobao.openmall.trade.confirm",
            "taobao.openmall.trade.get",
            "taobao.openmall.trade.batch.get",
            "taobao.openmall.trace.search",
            "taobao.openmall.refund.create",
            "taobao.openmall.refund.get",
            "taobao.openmall.refund.close",
            "taobao.openmall.refund.submit",
            "taobao.tmc.messages.consume",
            "taobao.tmc.messages.confirm");
    /** Publishers. */
    public static final Set<String> TBK = Set.of(
            "taobao.tbk.dg.material.optional",
            "taobao.tbk.dg.material.optional.upgrade",
            "taobao.tbk.item.info.get",
            "taobao.tbk.item.info.upgrade.get",
            "taobao.tbk.sc.tpwd.convert",
            "taobao.tbk.tpwd.create",
            "taobao.tbk.spread.get");

    private TopApis() {}
}
