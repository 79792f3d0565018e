package io.sampan.windows.console;

import io.sampan.browse.request.Answer;
import io.sampan.browse.request.Request;
import io.sampan.browse.request.RequestState;
import io.sampan.browse.request.Requests;
import io.sampan.browse.request.Whereabouts;
import io.sampan.money.amount.Money;
import io.sampan.outside.marketplace.Words;
import io.sampan.people.identity.AccountId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator offers for a request, as it was typed.
 *
 * @param title Chinese, as the seller calls it
 * @param english the same for shoppers; may be empty
 * @param price of one piece in yuan
 * @param freight in yuan; empty is none
 * @param faults names of the fields that cannot be so
 */
public record AnswerForm(
        String link,
        String title,
        String english,
        String options,
        String price,
        String freight,
        String grams,
        String days,
        String reason,
        List<String> faults) {
    private static final String USUAL_DAYS = "7";
    private static final int NONE = 0;

    /** Filled in with what the shopper wrote, or what was offered before. */
    static AnswerForm of(Request request) {
        var wish = request.wish();
        if (request.state() instanceof RequestState.Answered(var answer)) {
            return new AnswerForm(
                    answer.link().toString(),
                    answer.title().chinese(),
                    answer.title().translations().getOrDefault("en", ""),
                    answer.options(),
                    answer.price().decimal().toPlainString(),
                    answer.freight().decimal().toPlainString(),
                    Integer.toString(answer.grams()),
                    USUAL_DAYS,
                    "",
                    List.of());
        }
        var link = Whereabouts.of(wish.link()).doubtful() ? "" : wish.link();
        return new AnswerForm(link, "", wish.what(), wish.options(), "", "", "", USUAL_DAYS, "", List.of());
    }

    static AnswerForm typed(Typed form) {
        return new AnswerForm(
                form.text("link"),
                form.text("title"),
                form.text("english"),
                form.text("options"),
                form.text("price"),
                form.text("freight"),
                form.text("grams"),
                form.text("days"),
                form.text("reason"),
                List.of());
    }

    /** The same with this reason to decline. */
    AnswerForm because(String why) {
        return new AnswerForm(link, title, english, options, price, freight, grams, days, why, faults);
    }

    /** The same with these fields marked as wrong. */
    AnswerForm faulty(List<String> names) {
        return new AnswerForm(link, title, english, options, price, freight, grams, days, reason, List.copyOf(names));
    }

    /** Names of the fields that are no such thing at all; what they come to is for the room to judge. */
    List<String> unreadable(Typed form) {
        var names = new ArrayList<String>();
        if (address().isEmpty()) {
            names.add("link");
        }
        if (form.amount("price", Money.CNY).isEmpty()) {
            names.add("price");
        }
        if (freight(form).isEmpty()) {
            names.add("freight");
        }
        if (title.isEmpty()) {
            names.add("title");
        }
        if (number(grams) < 1) {
            names.add("grams");
        }
        return names;
    }

    /** The offer; only where nothing is {@link #unreadable}. */
    Answer answer(Typed form, AccountId by, Instant now) {
        var words = english.isEmpty() ? Words.chinese(title) : new Words(title, Map.of("en", english));
        return new Answer(
                address().orElseThrow(),
                words,
                options,
                form.amount("price", Money.CNY).orElseThrow(),
                freight(form).orElseThrow(),
                number(grams),
                by,
                now,
                now.plus(Duration.ofDays(number(days))));
    }

    /** The name of the field that a fault is about. */
    static String field(Answer.Fault fault) {
        return switch (fault) {
            case TITLE, OPTIONS, LINK, PRICE, FREIGHT -> fault.name().toLowerCase(Locale.ROOT);
            case TRANSLATION -> "english";
            case WEIGHT -> "grams";
            case VALIDITY -> "days";
        };
    }

    boolean hasReason() {
        return !reason.isEmpty() && reason.length() <= Requests.LONGEST_REASON;
    }

    private Optional<URI> address() {
        var where = Whereabouts.of(link);
        return where.doubtful() ? Optional.empty() : Optional.ofNullable(where.link());
    }

    private static Optional<Money> freight(Typed form) {
        return form.text("freight").matches("|0+([.,]0{1,2})?")
                ? Optional.of(Money.fen(0))
                : form.amount("freight", Money.CNY);
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,7}") ? Integer.parseInt(typed) : NONE;
    }
}
