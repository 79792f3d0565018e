package io.sampan.outside.carrier;

import io.sampan.ground.rulebook.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** A shape of parcel numbers. */
final class NumberFormat {
    private static final String SERIAL = "SerialNumber";
    private static final String CHECK = "CheckDigit";
    private static final Pattern BLANK = Pattern.compile("\\s");

    private final Pattern shape;
    private final CheckDigit check;
    private final boolean checked;
    private final String prepended;
    private final Pattern prependedWhen;

    /** @param prepend empty, or such as {@code 4 when ^(?!4).+$} */
    NumberFormat(String regex, List<String> check, String prepend) {
        this.shape = Pattern.compile(regex);
        this.check = CheckDigit.of(check);
        this.checked = !check.isEmpty();
        var parts = prepend.split(" when ", 2);
        this.prepended = parts[0];
        this.prependedWhen = Pattern.compile(parts.length < 2 ? "" : parts[1]);
    }

    static NumberFormat of(Rule rule) {
        return new NumberFormat(
                rule.text("regex"), rule.words("check"), rule.cell("prepend").orElse(""));
    }

    /** @param number in capitals, without blanks */
    boolean fits(String number) {
        var parts = shape.matcher(number);
        if (!parts.matches()) {
            return false;
        }
        if (!checked) {
            return true;
        }
        var serial = BLANK.matcher(parts.group(SERIAL)).replaceAll("");
        boolean incomplete =
                !prepended.isEmpty() && prependedWhen.matcher(serial).matches();
        return check.holds(incomplete ? prepended + serial : serial, parts.group(CHECK));
    }
}
