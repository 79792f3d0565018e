package io.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The description of the rooms is made from the code: {@code ./sampan docs} writes it, and this test fails when it was forgotten. */
class RoomsDocumentTest {
    static final Path DOCUMENT = Path.of("../docs/rooms.md");

    final ApplicationModules rooms = ApplicationModules.of(Application.class);

    @Test
    void describesTheRoomsAsTheyAre() throws IOException {
        new Documenter(rooms).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
        var text = "# The rooms\n\nMade from the code by `./sampan docs`; do not edit.\n"
                + FloorPlanTest.FLOORS.stream().map(this::floor).collect(Collectors.joining());
        if (Boolean.getBoolean("sampan.write-docs")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT).as("run ./sampan docs").hasContent(text);
    }

    private String floor(String floor) {
        var inside = rooms.stream()
                .filter(room -> FloorPlanTest.floorOf(room).equals(floor))
                .sorted(Comparator.comparing(room -> room.getIdentifier().toString()))
                .map(this::room)
                .collect(Collectors.joining());
        return inside.isEmpty() ? "" : "\n## " + floor + "\n" + inside;
    }

    private String room(ApplicationModule room) {
        var base = room.getBasePackage().getName();
        var uses = FloorPlanTest.declared(base).allowedDependencies();
        return "\n### " + room.getIdentifier() + "\n\n" + promise(base) + "\n\n"
                + line("Uses", Stream.of(uses).sorted())
                + line("Offers", offered(base))
                + line("Hears", heard(base));
    }

    private static String line(String title, Stream<String> names) {
        var list = names.map(name -> "`" + name + "`").toList();
        return list.isEmpty() ? "" : "- " + title + ": " + String.join(" ", list) + "\n";
    }

    private static Path folder(String base) {
        return Path.of("src/main/java", base.split("\\."));
    }

    /** The first sentence of the package's Javadoc. */
    private static String promise(String base) {
        try {
            var source = Files.readString(folder(base).resolve("package-info.java"));
            var comment = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"))
                    .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                    .strip();
            return comment.split("(?<=\\.)\\s")[0];
        } catch (IOException e) {
            throw new IllegalStateException(base + " has no package-info", e);
        }
    }

    private static Stream<String> offered(String base) {
        return sources(base)
                .filter(
                        source -> source.text()
                                .matches(
                                        "(?s).*\\npublic (final |sealed |abstract |non-sealed )*(class|record|interface|enum|@interface) .*"))
                .map(Source::name)
                .sorted();
    }

    /** The events whose listeners are stored and repeatable. */
    private static Stream<String> heard(String base) {
        var listener = Pattern.compile("@ApplicationModuleListener[^;{]*?\\(\\s*(?:final )?(\\w+(?:\\.\\w+)*) \\w+\\)");
        return sources(base)
                .flatMap(source -> listener.matcher(source.text()).results().map(found -> found.group(1)))
                .sorted()
                .distinct();
    }

    record Source(String name, String text) {}

    private static Stream<Source> sources(String base) {
        try (var files = Files.list(folder(base))) {
            List<Source> all = files.filter(
                            file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(RoomsDocumentTest::read)
                    .toList();
            return all.stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Source read(Path file) {
        try {
            return new Source(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
