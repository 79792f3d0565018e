package io.sampan.windows.console;

import io.sampan.windows.frame.Frame;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What came of the last click.
 *
 * @param key of its text; empty when nothing was clicked
 * @param tone {@code good}, {@code care} or {@code bad}, the note's look
 */
public record Said(String key, String tone) {
    /** The code after {@code ?said=}; what the console never says is left unsaid. */
    static Said of(HttpServletRequest request, Frame frame) {
        return of(new Typed(request).text("said"), frame);
    }

    static Said of(String code, Frame frame) {
        for (var tone : new String[] {"good", "care", "bad"}) {
            if (!code.isEmpty() && frame.texts().knows("said." + tone + "." + code)) {
                return new Said("said." + tone + "." + code, tone);
            }
        }
        return new Said("", "");
    }

    public boolean isEmpty() {
        return key.isEmpty();
    }
}
