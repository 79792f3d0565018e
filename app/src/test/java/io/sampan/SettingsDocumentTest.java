package io.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every setting in one table, made from the code: {@code ./sampan docs} writes it, and this test fails when it was forgotten. */
class SettingsDocumentTest {
    static final Path DOCUMENT = Path.of("../docs/settings.md");

    final List<String> undescribed = new ArrayList<>();

    @Test
    void listsEverySettingWithItsMeaning() throws IOException {
        var text = new StringBuilder(
                "# Settings\n\nMade from the code by `./sampan docs`; do not edit. An environment variable is the name in capitals,"
                        + " its dots as underscores and its hyphens left out: `sampan.db.url` is `SAMPAN_DB_URL`."
                        + " What the front door itself reads (port, data folder, heap) stands in `./sampan help`.\n");
        new ClassFileImporter()
                .importPath(HouseStyleTest.CLASSES).stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .sorted(Comparator.comparing(type -> prefix(type.reflect())))
                        .forEach(type -> text.append(section(type)));
        if (Boolean.getBoolean("sampan.write-docs")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(undescribed).isEmpty();
        assertThat(DOCUMENT).as("run ./sampan docs").hasContent(text.toString());
    }

    @Test
    void theFrontDoorTellsOfEveryVariableThatItReads() throws IOException {
        var script = Files.readString(Path.of("../sampan"));
        int help = script.indexOf("help() {");
        var told = script.substring(help, script.indexOf("esac", help));
        assertThat(Pattern.compile("SAMPAN_[A-Z_]+").matcher(script).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(told).contains(variable));
    }

    private static String prefix(Class<?> settings) {
        return settings.getAnnotation(ConfigurationProperties.class).prefix();
    }

    private String section(JavaClass type) {
        var settings = type.reflect();
        assertThat(settings.isRecord()).as(settings + " is a record").isTrue();
        assertThat(settings.getAnnotation(ConfigurationProperties.class).ignoreUnknownFields())
                .as(settings + " refuses unknown settings")
                .isFalse();
        var rows =
                new StringBuilder("\n## " + prefix(settings) + "\n\n| setting | default | meaning |\n|---|---|---|\n");
        rows(settings, "", rows);
        return rows.toString();
    }

    /** What is a record of settings itself is told part by part, and so is what stands under names of the operator's. */
    private void rows(Class<?> settings, String before, StringBuilder rows) {
        for (var component : settings.getRecordComponents()) {
            var name = before + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            rows.append(
                    "| `" + name + "` | " + usual(settings, component) + " | " + meaning(settings, component) + " |\n");
            if (component.getType().isRecord()) {
                rows(component.getType(), name + ".", rows);
            } else if (component.getGenericType() instanceof ParameterizedType of
                    && of.getActualTypeArguments()[of.getActualTypeArguments().length - 1] instanceof Class<?> part
                    && part.isRecord()) {
                rows(part, name + ".<name>.", rows);
            }
        }
    }

    private static String usual(Class<?> settings, RecordComponent component) {
        var constructor = settings.getDeclaredConstructors()[0];
        for (var parameter : constructor.getParameters()) {
            var value = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getName().equals(component.getName()) && value != null) {
                return "`" + String.join(", ", value.value()) + "`";
            }
        }
        return "";
    }

    private String meaning(Class<?> settings, RecordComponent component) {
        var described = Pattern.compile("(?s)@param " + component.getName() + "\\s+(.*?)(?=\\n\\s*\\*\\s*@|\\*/|$)")
                .matcher(description(settings));
        if (!described.find()) {
            undescribed.add(settings.getName() + "." + component.getName());
            return "";
        }
        return described
                .group(1)
                .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
    }

    /** The comment before the record. */
    private static String description(Class<?> settings) {
        var file = HouseStyleTest.MAIN.resolve(
                settings.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
        try {
            var source = Files.readString(file);
            int record = source.indexOf("record " + settings.getSimpleName() + "(");
            int end = source.lastIndexOf("*/", record);
            return end < 0 ? "" : source.substring(source.lastIndexOf("/**", end), end);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
