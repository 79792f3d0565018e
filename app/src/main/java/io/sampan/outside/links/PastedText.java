package io.sampan.outside.links;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as it comes out of a shopper's clipboard: links glued to Chinese, to punctuation, to each other, in share texts of every app.
 *
 * @param text at most the first 4000 characters
 * @param cut whether there was more
 */
record PastedText(String text, boolean cut) {
    private static final int LONGEST = 4000;
    private static final int LONGEST_TITLE = 200;

    private static final String ASCII = "[!#-;=?-\\[\\]\\\\_a-z~]";
    /** What a link may hold: ASCII, and words that a browser showed decoded, if another parameter follows them. */
    private static final String REST =
            "(?:" + ASCII + "|[^\\x00-\\x7f\\s]{1,80}+(?=(?:[\\w%+.~-]|[^\\x00-\\x7f\\s]){0,80}?&[a-z_]{1,30}=))";

    private static final Pattern LINK = Pattern.compile("(?i)https?://" + REST + "++");
    /** Links that open an app; the app's own pages have the addresses of the web's. Source: docs/sources/links.md "Apps". */
    private static final Pattern APP_LINK =
            Pattern.compile("(?i)(?<![a-z0-9])(taobao://|pinduoduo://com\\.xunmeng\\.pinduoduo)(" + REST + "++)");
    /** A link without its scheme, standing by itself. */
    private static final Pattern BARE = Pattern.compile("(?i)(?<![\\w@/.\\\\=?&#%+~-])(?<![a-z0-9]:)(?://)?"
            + "((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)++[a-z]{2,12}/" + REST + "++)");

    private static final Pattern GLUED = Pattern.compile("(?i)(?<=[a-z0-9])(?=https?://)");
    private static final Pattern SCRIPT = Pattern.compile("(?i)(?:javascript|vbscript|data):.*");
    private static final int SCRIPT_SHOWS_WITHIN = 64;
    private static final Pattern TOKEN = Pattern.compile("\\p{Sc}(?=[0-9]*[A-Za-z])([A-Za-z0-9]{8,16})\\p{Sc}");
    private static final Pattern NAMED = Pattern.compile("「([^」]++)」");
    private static final Pattern HEADED = Pattern.compile("【([^】]++)】");
    private static final Pattern APP_NAME = Pattern.compile("淘宝|天猫|京东|拼多多|微店|闲鱼|1688|阿里巴巴");

    /**
     * A link in a text.
     *
     * @param link with its scheme, without what stands around it
     * @param raw as it stands in the text
     * @param whole false when it was cut, or when what follows shows that somebody hid something in it
     */
    record Found(String link, String raw, boolean whole) {}

    static PastedText of(String pasted) {
        return pasted.length() > LONGEST
                ? new PastedText(pasted.substring(0, LONGEST), true)
                : new PastedText(pasted, false);
    }

    /** Whether a browser would run it instead of opening it; it looks past the spaces and controls that hide the scheme. */
    boolean isScript() {
        var start =
                text.substring(0, Math.min(text.length(), SCRIPT_SHOWS_WITHIN)).replaceAll("[\\s\\p{C}]", "");
        return SCRIPT.matcher(start).matches();
    }

    /** The first link: of the web, else of an app, else one without its scheme. Only one counts, so that nobody slips a second one in. */
    Optional<Found> firstLink() {
        return first(LINK, "", 0)
                .or(() -> {
                    var app = APP_LINK.matcher(text);
                    return app.find()
                            ? Optional.of(found(app.toMatchResult(), web(app.group(1)), 2))
                            : Optional.empty();
                })
                .or(() -> first(BARE, "https://", 1));
    }

    /** The links in a page of any length, up to a number of them. */
    static Stream<String> links(String page, int most) {
        var text = new PastedText(page, false);
        return LINK.matcher(page)
                .results()
                .limit(most)
                .map(link -> text.found(link, "", 0))
                .filter(Found::whole)
                .map(Found::link);
    }

    /** The share password, looked for beside a link. */
    Optional<String> token(Optional<Found> link) {
        var rest = link.map(found -> text.replace(found.raw(), " ")).orElse(text);
        var token = TOKEN.matcher(rest);
        return token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    /** What a share text calls the goods: the name in corner brackets, or a heading that is not the app's own name. */
    String title() {
        return NAMED.matcher(text)
                .results()
                .map(name -> name.group(1))
                .findFirst()
                .or(() -> HEADED.matcher(text)
                        .results()
                        .map(name -> name.group(1))
                        .filter(name -> !APP_NAME.matcher(name).find())
                        .findFirst())
                .map(String::strip)
                .map(name -> name.substring(
                        0, name.offsetByCodePoints(0, Math.min(LONGEST_TITLE, name.codePointCount(0, name.length())))))
                .orElse("");
    }

    private Optional<Found> first(Pattern pattern, String scheme, int group) {
        var link = pattern.matcher(text);
        return link.find() ? Optional.of(found(link.toMatchResult(), scheme, group)) : Optional.empty();
    }

    private static String web(String app) {
        return app.toLowerCase(Locale.ROOT).startsWith("taobao") ? "https://" : "https://mobile.yangkeduo.com";
    }

    private Found found(MatchResult match, String scheme, int group) {
        var raw = match.group(group);
        var one = trimmed(GLUED.split(raw, 2)[0]);
        boolean untouched = one.length() < raw.length() || isWholeAt(match.end(group));
        return new Found(scheme + one, one, untouched);
    }

    /** A link that ends here ends for a reason: at a space or at a character that no link has, not in the middle of something. */
    private boolean isWholeAt(int end) {
        if (end == text.length()) {
            return !cut;
        }
        int at = end;
        while (at < text.length() && Character.getType(text.codePointAt(at)) == Character.FORMAT) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return !cut;
        }
        int next = text.codePointAt(at);
        boolean hidden = at > end && next < 128 && !Character.isWhitespace(next);
        return !hidden && !Character.isDigit(next) && (!Character.isISOControl(next) || Character.isWhitespace(next));
    }

    /** Without the punctuation of the sentence or markup around it. */
    private static String trimmed(String link) {
        int markdown = link.indexOf("](");
        int end = markdown < 0 ? link.length() : markdown;
        while (end > 0 && isAround(link, end)) {
            end--;
        }
        return link.substring(0, end);
    }

    private static boolean isAround(String link, int end) {
        char last = link.charAt(end - 1);
        return switch (last) {
            case '.', ',', ';', ':', '!', '?', '\'', '*' -> true;
            case ')' -> link.lastIndexOf('(', end - 1) < 0;
            case ']' -> link.lastIndexOf('[', end - 1) < 0;
            default -> false;
        };
    }
}
