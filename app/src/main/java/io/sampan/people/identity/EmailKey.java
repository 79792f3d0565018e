package io.sampan.people.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An email made comparable: small letters, one Unicode form. Personal: hidden in its text form. */
record EmailKey(String value) {
    private static final int LONGEST = 254;

    /** Loose on purpose: only a mail that arrives proves an address. */
    private static final Pattern SHAPE =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");

    /** Nothing when the text cannot be an email. */
    static Optional<EmailKey> of(String email) {
        var key = Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return key.length() <= LONGEST && SHAPE.matcher(key).matches()
                ? Optional.of(new EmailKey(key))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "EmailKey[…]";
    }
}
