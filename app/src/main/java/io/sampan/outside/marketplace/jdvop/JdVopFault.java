package io.sampan.outside.marketplace.jdvop;

import io.sampan.outside.wire.LooseJson;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A refusal in VOP's own words.
 *
 * @param code four digits; never empty
 */
record JdVopFault(String code, String words, JdVopSettings.Codes guessed) {
    /** What is to be done about it. */
    enum Meaning {
        /** Nothing was done; ask again later. */
        TEMPORARY,
        /** Nothing was done, and asking again changes nothing. */
        REFUSED,
        /** It may have been done, or we do not know this code: look before anything else. */
        UNKNOWN
    }

    enum Kind {
        /** We ask too often. */
        LIMITED(Meaning.TEMPORARY),
        /** Token expired or unknown. */
        UNAUTHORISED(Meaning.TEMPORARY),
        /** The SKU cannot be had: no stock, not for sale, not sold there. */
        SOLD_OUT(Meaning.REFUSED),
        /** No such item or order, or none that our contract covers. */
        MISSING(Meaning.REFUSED),
        PRICE_MOVED(Meaning.REFUSED),
        /** What was to be done is done already. */
        ALREADY(Meaning.REFUSED),
        /** The account holds too little money: an operator's matter. */
        NO_MONEY(Meaning.REFUSED),
        REFUSED(Meaning.REFUSED),
        /** Their own machine failed on the way: it may have been done. */
        BROKEN(Meaning.UNKNOWN),
        UNKNOWN(Meaning.UNKNOWN);

        private final Meaning meaning;

        Kind(Meaning meaning) {
            this.meaning = meaning;
        }
    }

    /** Success in spite of what {@code success} says: the order of that number was made before. Source: docs/sources/jdvop.md "Result codes". */
    private static final String REPEATED = "0008";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("0010", Kind.MISSING),
            Map.entry("1001", Kind.REFUSED),
            Map.entry("1002", Kind.REFUSED),
            Map.entry("1003", Kind.REFUSED),
            Map.entry("2002", Kind.REFUSED),
            Map.entry("2004", Kind.MISSING),
            Map.entry("2005", Kind.REFUSED),
            Map.entry("2007", Kind.UNAUTHORISED),
            Map.entry("3004", Kind.SOLD_OUT),
            Map.entry("3005", Kind.SOLD_OUT),
            Map.entry("3008", Kind.SOLD_OUT),
            Map.entry("3009", Kind.SOLD_OUT),
            Map.entry("3017", Kind.NO_MONEY),
            Map.entry("3102", Kind.MISSING),
            Map.entry("3103", Kind.ALREADY),
            Map.entry("3104", Kind.REFUSED),
            Map.entry("3105", Kind.REFUSED),
            Map.entry("3202", Kind.MISSING),
            Map.entry("3203", Kind.ALREADY),
            Map.entry("3204", Kind.REFUSED),
            Map.entry("3208", Kind.REFUSED),
            Map.entry("3209", Kind.REFUSED),
            Map.entry("3401", Kind.MISSING),
            Map.entry("3403", Kind.NO_MONEY),
            Map.entry("3404", Kind.ALREADY),
            Map.entry("3405", Kind.REFUSED),
            Map.entry("3406", Kind.MISSING),
            Map.entry("3408", Kind.REFUSED),
            Map.entry("5001", Kind.BROKEN));

    /** Of a parameter that is wrong; also of a token that was never given out. */
    private static final Set<String> VALUE = Set.of("1003");

    /** The refusal in an envelope; empty when there is none. */
    static Optional<JdVopFault> of(LooseJson reply, JdVopSettings.Codes guessed) {
        if (reply.yes("success") || reply.text("resultCode").equals(REPEATED)) {
            return Optional.empty();
        }
        var code = reply.words("resultCode").orElse("unnamed");
        return Optional.of(new JdVopFault(code, reply.text("resultMessage"), guessed));
    }

    Kind kind() {
        if (guessed.tooOften().contains(code)) {
            return Kind.LIMITED;
        }
        if (guessed.priceMoved().contains(code)) {
            return Kind.PRICE_MOVED;
        }
        return VALUE.contains(code) && words.contains("token")
                ? Kind.UNAUTHORISED
                : KINDS.getOrDefault(code, Kind.UNKNOWN);
    }

    Meaning meaning() {
        return kind().meaning;
    }

    String line() {
        return code + " " + words;
    }
}
