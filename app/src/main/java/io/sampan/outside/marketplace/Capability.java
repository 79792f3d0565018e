package io.sampan.outside.marketplace;

/** What a connector's platform lets a buyer do; the shop and procurement use what is there. */
public enum Capability {
    SEARCH,
    IMAGE_SEARCH,
    DETAIL,
    SKU_STOCK,
    QUOTE,
    PLACE_ORDER,
    PAY,
    ORDER_DETAIL,
    TRACE,
    CANCEL,
    REFUND,
    /** It calls us when something changed. */
    PUSH,
    /** It keeps messages until we fetch them. */
    MESSAGE_POLL,
    /** It tells what a token means that its app's users share. */
    SHARE_TOKEN
}
