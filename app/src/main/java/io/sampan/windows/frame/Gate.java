package io.sampan.windows.frame;

import java.util.List;

/** Which pages are for whom. What is named nowhere is for nobody: a new page is closed until it is written down here. */
final class Gate {
    enum Audience {
        EVERYBODY,
        SIGNED_IN,
        OPERATORS,
        NOBODY
    }

    private static final List<String> OPEN = List.of(
            "/search",
            "/find",
            "/ask",
            "/p",
            "/c",
            "/cart",
            "/checkout",
            "/sign-in",
            "/sign-up",
            "/sign-out",
            "/look",
            "/help",
            "/money-we-hold",
            "/money-we-hold.json",
            "/hooks",
            "/a",
            "/error",
            "/actuator/health",
            "/robots.txt",
            "/favicon.ico");
    private static final List<String> OWN = List.of("/account", "/orders", "/requests");
    private static final List<String> STAFF = List.of("/console");

    private Gate() {}

    static Audience of(String path) {
        if (path.equals("/") || path.isEmpty()) {
            return Audience.EVERYBODY;
        }
        if (path.contains("..") || path.contains(";") || path.contains("//") || path.contains("\\")) {
            return Audience.NOBODY;
        }
        if (within(STAFF, path)) {
            return Audience.OPERATORS;
        }
        if (within(OWN, path)) {
            return Audience.SIGNED_IN;
        }
        return within(OPEN, path) ? Audience.EVERYBODY : Audience.NOBODY;
    }

    private static boolean within(List<String> roots, String path) {
        for (String root : roots) {
            if (path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/')) {
                return true;
            }
        }
        return false;
    }
}
