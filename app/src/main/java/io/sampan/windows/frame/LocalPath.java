package io.sampan.windows.frame;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a form wants to go on afterwards. Only paths of this shop count, so that no link can lead our people elsewhere. */
public final class LocalPath {
    private static final int LONGEST = 600;
    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private LocalPath() {}

    /** The path if it is one of ours, else the other. */
    public static String of(@Nullable String wanted, String otherwise) {
        return wanted != null
                        && wanted.length() <= LONGEST
                        && SAFE.matcher(wanted).matches()
                ? wanted
                : otherwise;
    }
}
