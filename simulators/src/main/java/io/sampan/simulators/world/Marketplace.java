package io.sampan.simulators.world;

/** Where an offer is listed. */
public enum Marketplace {
    /** Wholesale. */
    ALI1688("1688"),
    /** Retail: Taobao and Tmall share one id space. */
    TAOBAO("taobao");

    private final String code;

    Marketplace(String code) {
        this.code = code;
    }

    /** As in picture addresses and control forms: {@code 1688}, {@code taobao}. */
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
        throw new IllegalArgumentException("No marketplace " + code + ": 1688 or taobao");
    }
}
