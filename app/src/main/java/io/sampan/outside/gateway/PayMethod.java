package io.sampan.outside.gateway;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A way to pay.
 *
 * @param gateway by whom, its {@link Gateway#name}
 * @param code the gateway's own name of the method, such as {@code card} or {@code ideal}
 */
public record PayMethod(String gateway, String code) {
    private static final Pattern ID = Pattern.compile("([a-z][a-z0-9]{0,19})\\.([a-z][a-z0-9_]{0,29})");

    public PayMethod {
        if (!ID.matcher(gateway + "." + code).matches()) {
            throw new IllegalArgumentException("No name of a method of paying: " + gateway + "." + code);
        }
    }

    /** Such as {@code stripe.card}: how it is named in forms, settings, rules and text keys. */
    public String id() {
        return gateway + "." + code;
    }

    /** The method of that {@link #id}; empty for what cannot be one. */
    public static Optional<PayMethod> of(String id) {
        var parts = ID.matcher(id);
        return parts.matches() ? Optional.of(new PayMethod(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
