package io.sampan.simulators.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words, colours and size axes, read from the text files under {@code world/}. */
final class Vocabulary {
    private final Map<String, Map<String, Word>> words = new HashMap<>();
    private final Map<String, Colour> colours = new LinkedHashMap<>();
    private final Map<String, List<Colour>> palettes = new HashMap<>();
    private final Map<String, List<Word>> axes = new HashMap<>();
    final List<Word> syllables = new ArrayList<>();

    Vocabulary() {
        Map<String, Word> section = new LinkedHashMap<>();
        for (String line : lines("words.txt")) {
            if (line.startsWith("[")) {
                section = words.computeIfAbsent(line.substring(1, line.length() - 1), name -> new LinkedHashMap<>());
            } else {
                readWords(line, section);
            }
        }
        lines("axes.txt").forEach(this::readAxis);
        for (String pair : String.join(",", lines("syllables.txt")).split(",")) {
            String[] parts = pair.split(" ");
            syllables.add(new Word(parts[0], parts[1]));
        }
    }

    private static void readWords(String line, Map<String, Word> into) {
        for (String pair : line.split(";")) {
            int equals = pair.indexOf('=');
            String zh = pair.substring(0, equals);
            into.put(zh, new Word(zh, pair.substring(equals + 1)));
        }
    }

    private void readAxis(String line) {
        String rest = line.substring(line.indexOf(' ') + 1);
        if (line.startsWith("colour ")) {
            String[] parts = rest.split("\\|");
            colours.put(parts[0], new Colour(new Word(parts[0], parts[1]), parts[2]));
            return;
        }
        String name = rest.substring(0, rest.indexOf(' '));
        String[] values = rest.substring(rest.indexOf(' ') + 1).split(",");
        if (line.startsWith("palette ")) {
            palettes.put(name, Arrays.stream(values).map(colours::get).toList());
        } else {
            axes.put(
                    name,
                    Arrays.stream(values)
                            .map(v -> v.split("/"))
                            .map(v -> new Word(v[0], v[1]))
                            .toList());
        }
    }

    Word word(String section, String zh) {
        return known(words.getOrDefault(section, Map.of()), section + " " + zh, zh);
    }

    List<Word> words(String section, String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(zh -> word(section, zh))
                .toList();
    }

    List<Word> all(String section) {
        return List.copyOf(words.getOrDefault(section, Map.of()).values());
    }

    List<Colour> palette(String name) {
        return known(palettes, "palette " + name, name);
    }

    List<Word> axis(String name) {
        return known(axes, "axis " + name, name);
    }

    private static <T> T known(Map<String, T> map, String what, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("The world's files do not know " + what);
        }
        return value;
    }

    /** The lines of a file under {@code world/}, without comments and blank lines. */
    static List<String> lines(String file) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/world/" + file)) {
            if (in == null) {
                throw new IllegalStateException("No world/" + file + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
