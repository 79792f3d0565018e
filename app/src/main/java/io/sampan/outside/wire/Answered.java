package io.sampan.outside.wire;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface Answered {
    /** An answer, of whatever status: what it means is for the caller to judge. */
    record Reply(int status, Map<String, List<String>> headers, byte[] body) implements Answered {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The first value of a header, by a name in any case; empty when it was not sent. */
        public String header(String name) {
            return HttpHeaders.of(headers, (key, value) -> true)
                    .firstValue(name)
                    .orElse("");
        }

        @Override
        public String toString() {
            return "Reply[" + status + ", " + body.length + " bytes]";
        }
    }

    /**
     * No answer in time.
     *
     * @param why in words for operators, without secrets
     * @param maybeArrived false only when the service surely never saw the question: no connection was made, or nobody tried. Where it is
     *     true, what was asked may have been done
     * @param broke whether a connection that was there broke off; over a new one the answer may come at once
     * @param after how long it is of no use to ask again; null when nobody knows
     */
    record Silent(
            String why,
            boolean maybeArrived,
            boolean broke,
            @Nullable Duration after) implements Answered {
        Silent(String why, boolean maybeArrived) {
            this(why, maybeArrived, false, null);
        }

        /** How long to wait before asking again. @param usual where nobody knows better */
        public Duration pause(Duration usual) {
            return after == null ? usual : after;
        }
    }
}
