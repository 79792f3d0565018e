package io.sampan.windows.console;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.OrderLine;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work of one kind.
 *
 * @param slug end of its text keys
 * @param href the page of all of it
 * @param first the rows that are shown, who has waited longest first
 * @param count how many there are, at most {@link #MOST_COUNTED}
 */
public record Pile(String slug, String href, List<Task> first, int count) {
    /** More are told as "more than". */
    static final int MOST_COUNTED = 100;

    public Pile {
        first = List.copyOf(first);
    }

    /** @param found at most {@link #MOST_COUNTED} */
    static <T> Pile of(String slug, String href, List<T> found, int shown, Function<T, Task> task) {
        return new Pile(slug, href, found.stream().limit(shown).map(task).toList(), found.size());
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether there may be more than were counted. */
    public boolean isFull() {
        return count >= MOST_COUNTED;
    }

    /** How many are not shown. */
    public int rest() {
        return count - first.size();
    }

    /**
     * One row of work.
     *
     * @param href where it is done
     * @param name what people call it: an order's number or a courier's
     * @param about the first thing in it, in the operator's language; may be empty
     * @param more things in it beside the first
     * @param picture of the first thing, or null
     * @param note text key of why it waits; empty where the list says so already
     * @param detail in an outside system's own words; may be empty
     * @param since when it began to wait, or null
     * @param waybill of a parcel from a seller, or null
     */
    public record Task(
            String href,
            String name,
            String about,
            int more,
            @Nullable URI picture,
            String note,
            String detail,
            @Nullable Instant since,
            @Nullable String waybill) {

        static Task at(String href, String name) {
            return new Task(href, name, "", 0, null, "", "", null, null);
        }

        /** @param lines what it is about; the first lends its title and picture */
        Task about(List<OrderLine> lines, Locale locale) {
            if (lines.isEmpty()) {
                return this;
            }
            var first = lines.getFirst();
            return new Task(
                    href,
                    name,
                    first.title().in(locale),
                    lines.size() - 1,
                    first.picture(),
                    note,
                    detail,
                    since,
                    waybill);
        }

        /** Those of the order's lines that still matter; all when none does. */
        Task about(Order order, Locale locale) {
            var live =
                    order.lines().stream().filter(line -> line.state().isLive()).toList();
            return about(live.isEmpty() ? order.lines() : live, locale);
        }

        Task about(String words) {
            return new Task(href, name, words, more, picture, note, detail, since, waybill);
        }

        Task because(String key, String words) {
            return new Task(href, name, about, more, picture, key, words, since, waybill);
        }

        Task since(@Nullable Instant moment) {
            return new Task(href, name, about, more, picture, note, detail, moment, waybill);
        }

        Task waybill(String number) {
            return new Task(href, name, about, more, picture, note, detail, since, number);
        }
    }
}
