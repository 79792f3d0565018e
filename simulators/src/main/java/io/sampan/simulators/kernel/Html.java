package io.sampan.simulators.kernel;

/** The little that simulated pages need to write HTML safely. */
public final class Html {
    private Html() {}

    /** Text as HTML text or attribute value. */
    public static String escape(Object text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
