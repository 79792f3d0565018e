package io.sampan.outside.carrier.track17;

import io.sampan.outside.carrier.Tracking;
import io.sampan.outside.carrier.TrackingNews;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.WhenSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where 17TRACK pushes to. It tries again unless it is answered 200. Source: docs/sources/17track.md "Push". */
@RestController
@WhenSet("sampan.track17.token")
class Track17Hook {
    private static final int LONGEST = 262_144;
    /** What any carrier's number may be. A number that no database can keep would be looked for again without end. */
    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7E]{1,50}");

    private final Track17Settings settings;
    private final Tracking tracking;

    Track17Hook(Track17Settings settings, Tracking tracking) {
        this.settings = settings;
        this.tracking = tracking;
    }

    @PostMapping("/hooks/17track")
    ResponseEntity<String> heard(@RequestHeader(name = "sign", defaultValue = "") String sign, InputStream in)
            throws IOException {
        var body = in.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("too long");
        }
        if (!matches(sign, body, settings.token())) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body("signature");
        }
        var number = LooseJson.of(body).at("data").text("number");
        if (NUMBER.matcher(number).matches()) {
            tracking.hear(new TrackingNews(number), sha256(body));
        }
        return ResponseEntity.ok("success");
    }

    /** Whether the header is the hexadecimal SHA-256 of the raw body, a slash and the key. */
    static boolean matches(String sign, byte[] body, String key) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(body);
        signed.writeBytes(("/" + key).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(
                sha256(signed.toByteArray()).getBytes(StandardCharsets.UTF_8), sign.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
