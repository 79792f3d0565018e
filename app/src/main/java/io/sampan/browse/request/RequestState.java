package io.sampan.browse.request;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Where a request stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface RequestState {
    /** It waits for an operator. */
    record Asked() implements RequestState {}

    /** An operator offers something, which holds for a while. */
    record Answered(Answer answer) implements RequestState {
        public boolean holdsAt(Instant now) {
            return now.isBefore(answer.until());
        }
    }

    /** It cannot be bought. @param why in the operator's words, 1 to {@value Requests#LONGEST_REASON} characters */
    record Declined(String why, Instant at) implements RequestState {}

    /** The shopper wants it no more. */
    record Withdrawn(Instant at) implements RequestState {}

    /** Names this state of this request and no later one: what somebody does who saw another counts for nothing. */
    default String mark() {
        return slug()
                + switch (this) {
                    case Asked _ -> "";
                    case Answered(var answer) -> "-" + answer.at();
                    case Declined(var _, var at) -> "-" + at;
                    case Withdrawn(var at) -> "-" + at;
                };
    }

    /** Part of text keys, and how it is stored: {@code asked}. */
    default String slug() {
        return switch (this) {
            case Asked _ -> "asked";
            case Answered _ -> "answered";
            case Declined _ -> "declined";
            case Withdrawn _ -> "withdrawn";
        };
    }
}
