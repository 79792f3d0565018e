package io.sampan.browse.request;

import io.sampan.browse.request.RequestState.Answered;
import io.sampan.browse.request.RequestState.Asked;
import io.sampan.browse.request.RequestState.Declined;
import io.sampan.browse.request.RequestState.Withdrawn;
import io.sampan.outside.marketplace.Offer;
import io.sampan.outside.marketplace.Offer.Attribute;
import io.sampan.outside.marketplace.Words;
import io.sampan.people.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One wish of one shopper, and what became of it. */
public record Request(RequestId id, AccountId shopper, Wish wish, RequestState state, Instant askedAt) {
    private static final String ONE_VARIANT = "as-offered";
    private static final Words OPTION = new Words("规格", Map.of("en", "Option"));

    /** An operator offers something; who offered before, offers anew. Empty where it may not be answered any more. */
    Optional<Request> answered(Answer answer) {
        return switch (state) {
            case Asked _, Answered _, Declined _ -> Optional.of(in(new Answered(answer)));
            case Withdrawn _ -> Optional.empty();
        };
    }

    /** It cannot be bought. Empty where there is nothing to decline: it was withdrawn, or is declined already. */
    Optional<Request> declined(String why, Instant now) {
        return switch (state) {
            case Asked _, Answered _ -> Optional.of(in(new Declined(why, now)));
            case Declined _, Withdrawn _ -> Optional.empty();
        };
    }

    /** The shopper wants it no more. Empty where there is nothing to withdraw: it is declined, or withdrawn already. */
    Optional<Request> withdrawn(Instant now) {
        return switch (state) {
            case Asked _, Answered _ -> Optional.of(in(new Withdrawn(now)));
            case Declined _, Withdrawn _ -> Optional.empty();
        };
    }

    /** What is offered and still holds; empty where nothing is. */
    public Optional<Answer> offered(Instant now) {
        return state instanceof Answered answered && answered.holdsAt(now)
                ? Optional.of(answered.answer())
                : Optional.empty();
    }

    /** The answer as goods: one variant, of which nobody knows the stock, in the shop that the link leads to. */
    Offer offer(Answer answer, Instant seenAt) {
        var host = Optional.ofNullable(answer.link().getHost()).orElse(id.toString());
        var words = Stream.of(answer.options())
                .filter(options -> !options.isBlank())
                .map(options -> new Attribute(OPTION, Words.chinese(options)))
                .toList();
        var named = Stream.of(answer.title().chinese(), answer.options(), wish.what(), wish.options());
        return new Offer(
                id.item(),
                answer.title(),
                answer.link(),
                new Offer.Shop(host, host),
                new Offer.Category("request", List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Offer.Sku(ONE_VARIANT, "", words, answer.price(), null, null)),
                1,
                answer.grams(),
                null,
                answer.freight(),
                Offer.Hazard.toldBy(named),
                Offer.Availability.ON_SALE,
                0,
                RequestConnector.SOURCE,
                seenAt);
    }

    private Request in(RequestState next) {
        return new Request(id, shopper, wish, next, askedAt);
    }
}
