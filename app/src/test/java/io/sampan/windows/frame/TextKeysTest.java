package io.sampan.windows.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import io.sampan.outside.marketplace.Capability;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text in templates or code, and every text in every language. */
class TextKeysTest {
    static final Path RESOURCES = Path.of("src/main/resources");
    static final List<String> LANGUAGES = List.of("en", "zh");
    static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*([,)+])");
    static final Pattern QUOTED = Pattern.compile("\"([a-z0-9][a-z0-9.-]*)\"");
    static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\b(?:alt|title|placeholder|aria-label|label|content)=\"([^\"]*)\"");

    static List<String> windows() throws IOException {
        try (var files = Files.list(RESOURCES.resolve("text"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyLanguageHasTheSameKeysWithTheSameValues(String window) throws IOException {
        var english = bundle(window, "en");
        for (var language : LANGUAGES) {
            var other = bundle(window, language);
            assertThat(other.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
            for (var key : english.stringPropertyNames()) {
                assertThat(other.getProperty(key)).as(language + " " + key).isNotBlank();
                assertThat(names(other.getProperty(key)))
                        .as(language + " " + key)
                        .isEqualTo(names(english.getProperty(key)));
            }
        }
    }

    /** A key is used when a source names it, or names the beginning that it is made of, up to a dot or hyphen. */
    @ParameterizedTest
    @MethodSource("windows")
    void noKeyIsUnused(String window) throws IOException {
        var named = new TreeSet<String>();
        var begun = new TreeSet<String>();
        for (var source : sources()) {
            var found = QUOTED.matcher(source);
            while (found.find()) {
                (found.group(1).endsWith(".") ? begun : named).add(found.group(1));
            }
        }
        var ends = named;
        assertThat(bundle(window, "en").stringPropertyNames().stream()
                        .filter(key -> !named.contains(key)
                                && begun.stream().noneMatch(key::startsWith)
                                && ends.stream().noneMatch(end -> key.startsWith(end + ".")))
                        .sorted())
                .isEmpty();
    }

    @Test
    void everyKeyThatATemplateSaysIsThere() throws IOException {
        var known = Set.copyOf(windows().stream()
                .flatMap(window -> read(window).stringPropertyNames().stream())
                .collect(Collectors.toSet()));
        var unknown = new TreeSet<String>();
        for (var source : sources()) {
            var said = SAID.matcher(source);
            while (said.find()) {
                if (!said.group(2).equals("+") && !known.contains(said.group(1))) {
                    unknown.add(said.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void keysAreTheSameOnAMachineThatSpeaksTurkish() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(Frame.slug(Capability.ORDER_DETAIL)).isEqualTo("order-detail");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void noTemplateMakesAKeyByTheMachinesLanguageOrOfAClassName() throws IOException {
        for (var file : files(RESOURCES.resolve("templates"), ".jte")) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("toLowerCase(", "toUpperCase(", "getClass(");
        }
    }

    @Test
    void noTemplateContainsWords() throws IOException {
        var faults = new ArrayList<String>();
        for (var file : files(RESOURCES.resolve("templates"), ".jte")) {
            var plain = withoutExpressions(Files.readString(file));
            var attributes = SPOKEN_ATTRIBUTE.matcher(plain);
            while (attributes.find()) {
                if (attributes.group(1).matches("(?!width=device|noindex).*\\p{L}.*")
                        && !plain.substring(Math.max(0, attributes.start() - 90), attributes.start())
                                .contains("<meta")) {
                    faults.add(file.getFileName() + ": " + attributes.group());
                }
            }
            var text = plain.replaceAll("<!DOCTYPE[^>]*>", "")
                    .replaceAll("(?s)<[^>]*>", " ")
                    .replaceAll("&[a-z]+;", "");
            text.lines()
                    .filter(line -> line.matches(".*\\p{L}.*"))
                    .forEach(line -> faults.add(file.getFileName() + ": " + line.strip()));
        }
        assertThat(faults).isEmpty();
    }

    /** What is left when jte's own words and the expressions in braces and parentheses are taken out. */
    static String withoutExpressions(String template) {
        var left = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            boolean braces =
                    template.startsWith("${", i) || template.startsWith("!{", i) || template.startsWith("$unsafe{", i);
            if (braces) {
                i = end(template, template.indexOf('{', i), '{', '}');
            } else if (template.startsWith("<%--", i)) {
                i = template.indexOf("--%>", i) + 3;
            } else if (template.charAt(i) == '@') {
                i = afterWord(template, i);
            } else {
                left.append(template.charAt(i));
            }
        }
        return left.toString().replace("`)", "");
    }

    static int afterWord(String template, int at) {
        var word = Pattern.compile(
                        "@(import|param)[^\\n]*|@(if|elseif|for|template[.a-z-]*)\\(|@(else|endif|endfor)|@`")
                .matcher(template);
        if (!word.find(at) || word.start() != at) {
            throw new AssertionError("Not understood: " + template.substring(at, Math.min(template.length(), at + 40)));
        }
        if (word.group(2) == null) {
            return word.end() - 1;
        }
        int close = end(template, template.indexOf('(', at), '(', ')');
        int content = template.indexOf("@`", at);
        return word.group(2).startsWith("template") && content >= 0 && content < close ? content + 1 : close;
    }

    static int end(String text, int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == open) {
                depth++;
            } else if (text.charAt(i) == close && --depth == 0) {
                return i;
            }
        }
        throw new AssertionError("Never closed: " + text.substring(from, Math.min(text.length(), from + 40)));
    }

    static Set<String> names(String text) {
        var pattern = new MessagePattern(text);
        var names = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }

    static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        for (var file : files(Path.of("src/main/java"), ".java")) {
            sources.add(Files.readString(file));
        }
        for (var file : files(RESOURCES.resolve("templates"), ".jte")) {
            sources.add(Files.readString(file));
        }
        return sources;
    }

    static List<Path> files(Path root, String ending) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static Properties read(String window) {
        try {
            return bundle(window, "en");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Properties bundle(String window, String language) throws IOException {
        var lines = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve("text/" + window + "_" + language + ".properties"))) {
            lines.load(reader);
        }
        return lines;
    }
}
