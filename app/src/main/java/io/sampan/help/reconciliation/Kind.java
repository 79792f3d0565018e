package io.sampan.help.reconciliation;

import java.util.Locale;

/** What can differ. What each means is said in the operator's words, {@code discrepancy.<slug>}. */
public enum Kind {
    // Order.
    ORDER_STATE_MISFILED(Owner.SYSTEM, Severity.MEDIUM, Repair.NONE),
    ORDER_LINES_BEHIND(Owner.SYSTEM, Severity.HIGH, Repair.NONE),
    LINE_SHARES_DIFFER(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    ORDER_NOT_LAPSED(Owner.SYSTEM, Severity.LOW, Repair.NONE),
    ORDER_OF_NO_ACCOUNT(Owner.SYSTEM, Severity.MEDIUM, Repair.NONE),
    ORDER_UNPACKED_LONG(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    SHOPPER_SILENT_LONG(Owner.BUYER, Severity.LOW, Repair.NONE),
    // Order and payment.
    RECEIPT_WITHOUT_CAPTURE(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    RECEIPT_AMOUNT_DIFFERS(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    CAPTURE_NOT_TOLD(Owner.FINANCE, Severity.HIGH, Repair.TELL_PAYMENT),
    PAYMENT_LEFT_OPEN(Owner.FINANCE, Severity.MEDIUM, Repair.CLOSE_PAYMENT),
    PAYMENT_ASLEEP(Owner.SYSTEM, Severity.HIGH, Repair.WAKE_PAYMENT),
    PAYMENT_OF_NO_ORDER(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    REFUND_ASLEEP(Owner.SYSTEM, Severity.HIGH, Repair.WAKE_REFUND),
    GIVEN_BACK_DIFFERS(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    REFUNDED_TOO_MUCH(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    // Payment and book.
    CAPTURE_NOT_BOOKED(Owner.FINANCE, Severity.HIGH, Repair.BOOK_PAYMENT),
    CAPTURE_BOOKED_OTHERWISE(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    CAPTURE_BOOKED_UNTAKEN(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    FEE_NOT_BOOKED(Owner.FINANCE, Severity.LOW, Repair.BOOK_PAYMENT),
    REFUND_NOT_BOOKED(Owner.FINANCE, Severity.HIGH, Repair.BOOK_PAYMENT),
    REFUND_BOOKED_OTHERWISE(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    REFUND_BOOKED_UNDONE(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    REFUND_RETURN_NOT_BOOKED(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    // Order and book.
    DELIVERY_NOT_EARNED(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    EARNED_UNDELIVERED(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    FUNDS_CURRENCY_MIXED(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    FUNDS_DIFFER(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    FUNDS_LEFT_OVER(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    BOOKED_FOR_NOTHING(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    // The book by itself.
    ENTRY_UNBALANCED(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    ENTRY_EMPTY(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    ENTRY_ACCOUNT_UNKNOWN(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    ENTRY_KIND_DIFFERS(Owner.FINANCE, Severity.LOW, Repair.NONE),
    ENTRY_OF_NO_ORDER(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    // Order and purchases.
    LINE_NOT_PLANNED(Owner.BUYER, Severity.HIGH, Repair.TELL_ORDER),
    LINE_BOUGHT_UNPURCHASED(Owner.BUYER, Severity.HIGH, Repair.NONE),
    LINE_PURCHASED_TWICE(Owner.BUYER, Severity.HIGH, Repair.NONE),
    LINE_BOUGHT_PURCHASE_NOT(Owner.BUYER, Severity.HIGH, Repair.NONE),
    PURCHASE_PAID_LINE_NOT(Owner.BUYER, Severity.HIGH, Repair.NONE),
    PURCHASE_LINE_UNKNOWN(Owner.BUYER, Severity.MEDIUM, Repair.NONE),
    PURCHASE_LINE_DIFFERS(Owner.BUYER, Severity.HIGH, Repair.NONE),
    PURCHASE_OF_CANCELLED(Owner.BUYER, Severity.HIGH, Repair.TELL_ORDER),
    PURCHASE_UNFINISHED(Owner.SYSTEM, Severity.LOW, Repair.TELL_ORDER),
    PURCHASE_OF_NO_ORDER(Owner.BUYER, Severity.HIGH, Repair.NONE),
    // Purchases by themselves.
    PURCHASE_STATE_MISFILED(Owner.SYSTEM, Severity.MEDIUM, Repair.REFILE_PURCHASE),
    PURCHASE_ASLEEP(Owner.SYSTEM, Severity.HIGH, Repair.WAKE_PURCHASE),
    PURCHASE_UNSETTLED_LONG(Owner.BUYER, Severity.MEDIUM, Repair.NONE),
    SELLER_SLOW(Owner.BUYER, Severity.MEDIUM, Repair.NONE),
    PRICE_QUESTION_LOST(Owner.BUYER, Severity.MEDIUM, Repair.NONE),
    UPSTREAM_NOT_FILED(Owner.SYSTEM, Severity.MEDIUM, Repair.REFILE_PURCHASE),
    UPSTREAM_FILED_ELSEWHERE(Owner.BUYER, Severity.HIGH, Repair.NONE),
    // Purchases and book.
    PURCHASE_NOT_BOOKED(Owner.FINANCE, Severity.HIGH, Repair.BOOK_PURCHASE),
    PURCHASE_BOOKED_OTHERWISE(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    PURCHASE_BOOKED_UNPAID(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    PURCHASE_RETURN_NOT_BOOKED(Owner.FINANCE, Severity.MEDIUM, Repair.BOOK_PURCHASE),
    // Purchases and marketplaces.
    UPSTREAM_OVER(Owner.BUYER, Severity.HIGH, Repair.REREAD_PURCHASE),
    UPSTREAM_UNPAID(Owner.BUYER, Severity.HIGH, Repair.NONE),
    UPSTREAM_TOTAL_DIFFERS(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    UPSTREAM_LINES_DIFFER(Owner.BUYER, Severity.HIGH, Repair.NONE),
    UPSTREAM_MISSING(Owner.BUYER, Severity.HIGH, Repair.NONE),
    UPSTREAM_SPLIT(Owner.BUYER, Severity.MEDIUM, Repair.REREAD_PURCHASE),
    UPSTREAM_WAYBILL_UNKNOWN(Owner.BUYER, Severity.LOW, Repair.REREAD_PURCHASE),
    UPSTREAM_ORDER_UNKNOWN(Owner.BUYER, Severity.HIGH, Repair.NONE),
    // Warehouse.
    WAYBILL_NOT_EXPECTED(Owner.WAREHOUSE, Severity.HIGH, Repair.TELL_WAYBILLS),
    INBOUND_OVERDUE(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    INBOUND_OF_NO_ORDER(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    INBOUND_CONTENTS_HIDDEN(Owner.SYSTEM, Severity.LOW, Repair.NONE),
    ITEM_STATE_MISFILED(Owner.SYSTEM, Severity.MEDIUM, Repair.NONE),
    ITEM_OF_NO_ORDER(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    ITEM_OF_NO_LINE(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    ITEM_HERE_LINE_NOT(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    LINE_HERE_ITEM_NOT(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    ITEM_AND_LINE_DIFFER(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    ITEM_LEFT_EXPECTED(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    ITEM_UNCHECKED_LONG(Owner.WAREHOUSE, Severity.LOW, Repair.NONE),
    ITEM_WEIGHT_IMPOSSIBLE(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    ITEM_WITHOUT_PHOTO(Owner.WAREHOUSE, Severity.LOW, Repair.NONE),
    PHOTO_OF_NO_ITEM(Owner.WAREHOUSE, Severity.LOW, Repair.NONE),
    // Packing.
    ITEM_PACKED_NOWHERE(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    ORDER_WITHOUT_PARCEL(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    PARCEL_EMPTY(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    PARCEL_WEIGHT_IMPOSSIBLE(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    PACKED_OF_NO_ORDER(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    PACKED_NOT_SHIPPED(Owner.SYSTEM, Severity.HIGH, Repair.TELL_PACKED),
    SHIPPED_NOT_PACKED(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    PARCEL_SIZE_DIFFERS(Owner.WAREHOUSE, Severity.LOW, Repair.NONE),
    // Parcels.
    PARCEL_STATE_MISFILED(Owner.SYSTEM, Severity.MEDIUM, Repair.NONE),
    PARCEL_OF_NO_ORDER(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    PARCEL_AHEAD_OF_ORDER(Owner.SYSTEM, Severity.HIGH, Repair.NONE),
    ORDER_AHEAD_OF_PARCEL(Owner.SYSTEM, Severity.HIGH, Repair.NONE),
    DELIVERY_NOT_SEEN(Owner.SYSTEM, Severity.MEDIUM, Repair.WAKE_PARCEL),
    PARCEL_ASLEEP(Owner.SYSTEM, Severity.HIGH, Repair.WAKE_PARCEL),
    PARCEL_UNNUMBERED(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    PARCEL_NOT_HANDED_OVER_LONG(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    PARCEL_SLOW(Owner.WAREHOUSE, Severity.MEDIUM, Repair.NONE),
    TRACKING_MISFILED(Owner.SYSTEM, Severity.MEDIUM, Repair.NONE),
    TRACKING_NUMBER_DIFFERS(Owner.SYSTEM, Severity.MEDIUM, Repair.NONE),
    TRACKING_NUMBER_TWICE(Owner.WAREHOUSE, Severity.HIGH, Repair.NONE),
    FREIGHT_NOT_BOOKED(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    FREIGHT_BOOKED_OTHERWISE(Owner.FINANCE, Severity.HIGH, Repair.NONE),
    FREIGHT_BOOKED_UNSHIPPED(Owner.FINANCE, Severity.MEDIUM, Repair.NONE),
    // Events and notices.
    EVENT_UNHEARD(Owner.SYSTEM, Severity.HIGH, Repair.RESEND_EVENT),
    NOTICE_OF_NO_ORDER(Owner.SYSTEM, Severity.LOW, Repair.NONE),
    // Catalogue and search.
    PRODUCT_WITHOUT_OFFER(Owner.SYSTEM, Severity.LOW, Repair.NONE),
    PRODUCT_ROW_DIFFERS(Owner.SYSTEM, Severity.MEDIUM, Repair.REFILE_PRODUCT),
    PRODUCT_VERSION_MISSING(Owner.SYSTEM, Severity.LOW, Repair.NONE),
    PRICE_POINT_DIFFERS(Owner.SYSTEM, Severity.LOW, Repair.NONE),
    CATEGORY_UNNAMED(Owner.SYSTEM, Severity.LOW, Repair.REFILE_PRODUCT),
    CHANGE_NUMBER_AHEAD(Owner.SYSTEM, Severity.MEDIUM, Repair.REFILE_PRODUCT),
    OFFER_OF_CLOSED_SOURCE(Owner.SYSTEM, Severity.LOW, Repair.RETIRE_OFFER),
    SEARCH_INDEX_DIFFERS(Owner.SYSTEM, Severity.MEDIUM, Repair.REFILE_PRODUCT),
    // Carts.
    CART_LINE_OF_NO_CART(Owner.SYSTEM, Severity.LOW, Repair.DISCARD_CART),
    CART_LINE_VANISHED(Owner.SYSTEM, Severity.LOW, Repair.TAKE_OUT_OF_CART),
    CART_OF_NO_ACCOUNT(Owner.SYSTEM, Severity.LOW, Repair.DISCARD_CART),
    CART_FORGOTTEN(Owner.SYSTEM, Severity.LOW, Repair.DISCARD_CART);

    private final Owner owner;
    private final Severity severity;
    private final Repair repair;

    Kind(Owner owner, Severity severity, Repair repair) {
        this.owner = owner;
        this.severity = severity;
        this.repair = repair;
    }

    public Owner owner() {
        return owner;
    }

    public Severity severity() {
        return severity;
    }

    public Repair repair() {
        return repair;
    }

    /** Such as {@code order-lines-behind}, the end of its text key. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
