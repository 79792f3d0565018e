package io.sampan.outside.marketplace.top;

import io.sampan.outside.wire.LooseJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * TOP's {@code error_response}. Source: docs/sources/openmall.md "Errors".
 *
 * @param code the gateway's number, as text
 * @param subCode what the API says, such as {@code isv.item-offline}; empty when it says nothing
 */
record TopFault(String code, String words, String subCode, String subWords) {
    enum Kind {
        /** We ask too often. */
        LIMITED,
        /** The session expired or is unknown. */
        UNAUTHORISED,
        /** Our settings or permissions are wrong: an operator's matter. */
        NOT_ALLOWED,
        /** Their own machine failed on the way, and the same call may succeed; what it was to change may be done. */
        TEMPORARY,
        /** The API refuses for good. */
        REFUSED
    }

    private static final String TOO_OFTEN = "7";
    private static final String OF_THE_API = "15";
    private static final Set<String> OF_THE_SESSION = Set.of("26", "27");
    private static final String APPS_DAY = "accesscontrol.limited-by-app-access-count";
    private static final Pattern BAN = Pattern.compile("last (?:for )?(\\d{1,6}) (?:more )?second");
    /** Where a ban is told without its end. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    static Optional<TopFault> in(LooseJson answer) {
        var error = answer.at("error_response");
        return error.isThere()
                ? Optional.of(new TopFault(
                        error.text("code"), error.text("msg"), error.text("sub_code"), error.text("sub_msg")))
                : Optional.empty();
    }

    Kind kind() {
        if (code.equals(TOO_OFTEN)) {
            return Kind.LIMITED;
        }
        if (subCode.startsWith("isp.")) {
            return Kind.TEMPORARY;
        }
        if (OF_THE_SESSION.contains(code) || subCode.contains("session")) {
            return Kind.UNAUTHORISED;
        }
        if (code.equals(OF_THE_API)) {
            return subCode.isEmpty() ? Kind.TEMPORARY : Kind.REFUSED;
        }
        return Kind.NOT_ALLOWED;
    }

    /** Whether the gateway surely stopped us before anything was done. */
    boolean stoppedBefore() {
        return switch (kind()) {
            case LIMITED, UNAUTHORISED, NOT_ALLOWED -> true;
            case TEMPORARY, REFUSED -> false;
        };
    }

    /** Whether the API refuses for good, and its reason is called so. */
    boolean says(String part) {
        return kind() == Kind.REFUSED && subCode.contains(part);
    }

    /** Whether our clock and theirs differ too much, which may pass by itself. Its number is from memory, so that its words count. */
    boolean isOfClocks() {
        return kind() == Kind.NOT_ALLOWED && words.toLowerCase(Locale.ROOT).contains("timestamp");
    }

    /** Whether the whole app may not call, rather than this API alone. */
    boolean bansTheApp() {
        return subCode.equals(APPS_DAY);
    }

    /**
     * Until when a ban holds. The seconds that are told may have been cut off, so one more is waited. The app's calls of a day begin anew at
     * midnight of GMT+8.
     */
    Instant bannedUntil(Instant now) {
        var told = BAN.matcher(subWords);
        if (told.find()) {
            return now.plusSeconds(Long.parseLong(told.group(1)) + 1);
        }
        return bansTheApp() ? midnightAfter(now) : now.plus(UNTOLD);
    }

    private static Instant midnightAfter(Instant now) {
        return LocalDate.ofInstant(now, TopValue.BEIJING)
                .plusDays(1)
                .atStartOfDay(TopValue.BEIJING)
                .toInstant();
    }

    String line() {
        return code + " " + words + (subCode.isEmpty() ? "" : " " + subCode + " " + subWords);
    }

    /** The reason's code: the API's where there is one. */
    String reason() {
        return subCode.isEmpty() ? code : subCode;
    }
}
