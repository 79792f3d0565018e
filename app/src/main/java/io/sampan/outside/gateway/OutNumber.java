package io.sampan.outside.gateway;

import java.util.Optional;
import java.util.regex.Pattern;

/** Our ids as gateways take them that allow neither hyphens nor more than 32 characters: the same, without its hyphens. */
public final class OutNumber {
    private static final Pattern PLAIN =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private OutNumber() {}

    /** @param key one of our ids, a UUID in its usual form */
    public static String of(String key) {
        return key.replace("-", "");
    }

    /** The id that a number was made of; empty for a number that is none of ours. */
    public static Optional<String> key(String number) {
        var parts = PLAIN.matcher(number);
        return parts.matches() ? Optional.of(parts.replaceAll("$1-$2-$3-$4-$5")) : Optional.empty();
    }
}
