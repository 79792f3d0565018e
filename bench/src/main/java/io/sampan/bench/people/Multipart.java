package io.sampan.bench.people;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Forms with files: a field whose value begins with {@code data:image/png;base64,} is sent as a file. */
final class Multipart {
    private static final String BOUNDARY = "----sampan-visitor";
    private static final String PNG = "data:image/png;base64,";

    private Multipart() {}

    static HttpRequest request(URI target, Map<String, String> fields, Duration limit) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, name, value));
        write(body, "--" + BOUNDARY + "--\r\n");
        return HttpRequest.newBuilder(target)
                .timeout(limit)
                .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private static void part(ByteArrayOutputStream body, String name, String value) {
        write(body, "--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"" + name + "\"");
        if (value.startsWith(PNG)) {
            write(body, "; filename=\"photo.png\"\r\ncontent-type: image/png\r\n\r\n");
            body.writeBytes(Base64.getDecoder().decode(value.substring(PNG.length())));
            write(body, "\r\n");
        } else {
            write(body, "\r\n\r\n" + value + "\r\n");
        }
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
