package io.sampan.outside.marketplace.pinduoduo;

import java.util.List;

/** A page of a search; the platform gives ten rows at least, of which a smaller page is a part. */
record PinduoduoPage(int page, int size) {
    private static final int LEAST = 10;

    private int pagesInOne() {
        return (LEAST + size - 1) / size;
    }

    /** The platform's page that holds this one. */
    int number() {
        return (page - 1) / pagesInOne() + 1;
    }

    int rows() {
        return size * pagesInOne();
    }

    <T> List<T> ofAsked(List<T> rows) {
        int from = Math.min((page - 1) % pagesInOne() * size, rows.size());
        return rows.subList(from, Math.min(from + size, rows.size()));
    }
}
