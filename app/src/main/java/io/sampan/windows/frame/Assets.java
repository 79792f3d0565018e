package io.sampan.windows.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The few static files, held in memory, plain and gzipped. Their address carries a hash of their content, so browsers keep them for a year. */
@Controller
final class Assets {
    static final String PATH = "/a/";
    private static final int HASH_LENGTH = 10;
    private static final Map<String, String> TYPES = Map.of(
            "app.css", "text/css;charset=utf-8",
            "console.css", "text/css;charset=utf-8",
            "htmx.min.js", "text/javascript;charset=utf-8",
            "app.js", "text/javascript;charset=utf-8",
            "proof.js", "text/javascript;charset=utf-8",
            "mark.svg", "image/svg+xml");

    private record Asset(String address, String type, byte[] plain, byte[] gzipped) {}

    private final Map<String, Asset> assets;

    Assets() {
        this.assets = TYPES.keySet().stream()
                .filter(name -> Assets.class.getResource("/static/" + name) != null)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Assets::read));
    }

    /** The path under which browsers find a file. */
    String address(String name) {
        var asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("No static file " + name);
        }
        return asset.address();
    }

    @GetMapping("/a/{hash}/{name}")
    void serve(
            @PathVariable String hash,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var asset = assets.get(name);
        if (asset == null) {
            throw new NotThere();
        }
        boolean current = asset.address().equals(PATH + hash + "/" + name);
        var accepted = request.getHeader("Accept-Encoding");
        boolean gzip = accepted != null && accepted.contains("gzip");
        var bytes = gzip ? asset.gzipped() : asset.plain();
        response.setContentType(asset.type());
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "public, max-age=60");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @GetMapping("/favicon.ico")
    void favicon(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", address("mark.svg"));
    }

    @GetMapping("/robots.txt")
    void robots(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream()
                .write(Stream.of(
                                "User-agent: *",
                                "Disallow: /cart",
                                "Disallow: /checkout",
                                "Disallow: /orders",
                                "Disallow: /account")
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static Asset read(String name) {
        try (var stream = Assets.class.getResourceAsStream("/static/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("No static file " + name);
            }
            var plain = stream.readAllBytes();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain))
                    .substring(0, HASH_LENGTH);
            return new Asset(PATH + hash + "/" + name, String.valueOf(TYPES.get(name)), plain, gzipped(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
