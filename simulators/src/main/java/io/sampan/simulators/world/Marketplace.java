package io.sampan.simulators.world;

/** Where an offer is listed. */
public enum Marketplace {
    /** Wholesale. */
    ALI1688("1688"),
    /** Retail: Taobao and Tmall share one id space. */
    TAOBAO("taobao"),
    /** Retail, by JD itself and by shops on its platform; every colour and size is an item of its own. */
    JD("jd"),
    /** Retail at the price of a group of buyers. */
    PINDUODUO("pinduoduo");

    private final String code;

    Marketplace(String code) {
        this.code = code;
    }

    /** As in picture addresses and control forms: {@code 1688}, {@code taobao}, {@code jd}, {@code pinduoduo}. */
    public String code() {
        return code;
    }

    /** The marketplace of a code; throws {@link IllegalArgumentException} when there is none. */
    public static Marketplace of(String code) {
        for (Marketplace one : values()) {
            if (one.code.equals(code)) {
                return one;
            }
        }
        throw new IllegalArgumentException("No marketplace " + code + ": 1688, taobao, jd or pinduoduo");
    }
}
