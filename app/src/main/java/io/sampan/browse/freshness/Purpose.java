package io.sampan.browse.freshness;

import java.util.List;

/** What a source is asked for. */
enum Purpose {
    /** Price and stock once more, before somebody pays for them. */
    PAY(List.of(Share.PAY, Share.CART, Share.PLANNED, Share.VISITORS)),
    /** Something lies in a cart, or is put there. */
    CART(List.of(Share.CART, Share.PLANNED)),
    /** A page is about to show a known item. */
    SHOWN(List.of(Share.PLANNED)),
    /** Nobody waits for it just now. */
    AHEAD(List.of(Share.PLANNED)),
    /** A visitor asked for what nobody knows. */
    VISITORS(List.of(Share.VISITORS));

    private final List<Share> shares;

    Purpose(List<Share> shares) {
        this.shares = shares;
    }

    /** What it may use up, its own first. What is kept for paying, nothing else may touch. */
    List<Share> shares() {
        return shares;
    }
}
