package io.sampan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of cases: the one that is named, or the ones that come along. */
final class CaseFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseFile() {}

    /** The file that the first argument names, else the bundled ones. */
    static List<JsonNode> read(List<String> arguments, List<String> bundled) throws CouldNotMeasure {
        var files = new ArrayList<JsonNode>();
        for (var name : arguments.isEmpty() ? bundled : arguments.subList(0, 1)) {
            try {
                files.add(JSON.readTree(arguments.isEmpty() ? bundled(name) : Files.readAllBytes(Path.of(name))));
            } catch (IOException | JacksonException unreadable) {
                throw new CouldNotMeasure(name + " is no file of cases in JSON", unreadable);
            }
        }
        return files;
    }

    /** A text that is JSON itself, as some vectors hold one. */
    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    private static byte[] bundled(String name) throws IOException {
        try (var file = CaseFile.class.getResourceAsStream("/cases/" + name)) {
            if (file == null) {
                throw new IOException("not bundled");
            }
            return file.readAllBytes();
        }
    }
}
