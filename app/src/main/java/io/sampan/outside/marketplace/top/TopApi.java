package io.sampan.outside.marketplace.top;

/** The calls that we make. Source: docs/sources/openmall.md, docs/sources/tbk.md. */
enum TopApi {
    ITEMS("taobao.openmall.items.query", Kind.LOOKS, true),
    ITEM("taobao.openmall.item.get", Kind.LOOKS, true),
    SALE_AREA("taobao.openmall.item.salearea.get", Kind.LOOKS, true),
    RENDER("taobao.openmall.trade.render", Kind.READS, true),
    CREATE("taobao.openmall.trade.create", Kind.CHANGES, true),
    PAY("taobao.openmall.trade.agreepay", Kind.CHANGES, true),
    CLOSE("taobao.openmall.trade.close", Kind.CHANGES, true),
    TRADE("taobao.openmall.trade.get", Kind.READS, true),
    TRADES("taobao.openmall.trade.batch.get", Kind.READS, true),
    TRACE("taobao.openmall.trace.search", Kind.READS, true),
    REFUND("taobao.openmall.refund.create", Kind.CHANGES, true),
    MESSAGES("taobao.tmc.messages.consume", Kind.READS, false),
    CONFIRM("taobao.tmc.messages.confirm", Kind.READS, false),
    MATERIAL("taobao.tbk.dg.material.optional", Kind.LOOKS, false),
    MATERIAL_UPGRADED("taobao.tbk.dg.material.optional.upgrade", Kind.LOOKS, false),
    INFO("taobao.tbk.item.info.get", Kind.LOOKS, false),
    INFO_UPGRADED("taobao.tbk.item.info.upgrade.get", Kind.LOOKS, false),
    TOKEN("taobao.tbk.sc.tpwd.convert", Kind.READS, true),
    REFRESH("taobao.top.auth.token.refresh", Kind.CHANGES, false);

    private enum Kind {
        LOOKS,
        READS,
        CHANGES
    }

    private static final String VENDOR = "taobao.";

    private final String method;
    private final Kind kind;
    private final boolean forAnAccount;

    TopApi(String method, Kind kind, boolean forAnAccount) {
        this.method = method;
        this.kind = kind;
        this.forAnAccount = forAnAccount;
    }

    String method() {
        return method;
    }

    /** Whether asking twice changes nothing. */
    boolean reads() {
        return kind != Kind.CHANGES;
    }

    /** Whether it is about goods, not about what was ordered. */
    boolean looks() {
        return kind == Kind.LOOKS;
    }

    /** Whether it needs the session of an account. */
    boolean forAnAccount() {
        return forAnAccount;
    }

    /** Under which name the answer lies: the method without {@code taobao.}, underscores for dots. */
    String root() {
        return method.substring(VENDOR.length()).replace('.', '_') + "_response";
    }
}
