package io.sampan.windows.storefront;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code as a picture that stays sharp at any size. */
final class QrCode {
    /** Free space around the code, in its own squares. Source: ISO/IEC 18004. */
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    /** @throws IllegalArgumentException for a text too long for a code */
    static String svg(String text) {
        try {
            var code = Encoder.encode(
                    text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()));
            var squares = code.getMatrix();
            var path = IntStream.range(0, squares.getHeight())
                    .mapToObj(y -> row(squares, y))
                    .collect(Collectors.joining());
            int size = squares.getWidth() + 2 * QUIET_ZONE;
            return """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="-%1$d -%1$d %2$d %2$d" shape-rendering="crispEdges" aria-hidden="true">\
                    <path fill="#fff" d="M-%1$d -%1$dh%2$dv%2$dh-%2$dz"/><path fill="#000" d="%3$s"/></svg>""".formatted(QUIET_ZONE, size, path);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private static String row(ByteMatrix squares, int y) {
        return IntStream.range(0, squares.getWidth())
                .filter(x -> squares.get(x, y) == 1)
                .mapToObj(x -> "M" + x + " " + y + "h1v1h-1z")
                .collect(Collectors.joining());
    }
}
