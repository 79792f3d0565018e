package io.sampan.simulators.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceTest {
    final Faults faults = new Faults();
    final AtomicInteger orders = new AtomicInteger();
    final HttpClient http = HttpClient.newHttpClient();
    final Service service = new Service("shop", 0, new Shop(), faults);

    final class Shop implements Handler {
        @Override
        public Answer handle(Question q) {
            return switch (q.path()) {
                case "/order" -> Answer.json(Map.of("order", orders.incrementAndGet()));
                case "/form" -> Answer.json(q.formPairs().toString());
                case "/slow" -> slow();
                case "/broken" -> throw new IllegalStateException("broken on purpose");
                default -> Answer.text(404, q.path());
            };
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofMillis(500);
        }

        Answer slow() {
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.text(200, "late");
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void keepsRepeatedAndNestedFormFieldsInWireOrder() throws Exception {
        assertThat(post("/form", "a[]=1&a%5B%5D=2&m[k]=%E6%B1%89&bad=%zz").body())
                .isEqualTo("\"[a[]=1, a[]=2, m[k]=汉, bad=%zz]\"");
    }

    @Test
    void aDroppedAnswerStillDidItsWork() throws Exception {
        faults.arm(Fault.once("shop", "order", FaultKind.DROP_AFTER_SUCCESS));
        assertThatThrownBy(() -> post("/order", "")).isInstanceOf(IOException.class);
        assertThat(orders).hasValue(1);
        assertThat(post("/order", "").body()).contains("2");
        assertThat(service.recent().getLast().fault()).isEqualTo("DROP_AFTER_SUCCESS");
    }

    @Test
    void anErrorFaultDoesNoWorkAndStrikesAsOftenAsArmedForItsOperationOnly() throws Exception {
        faults.arm(new Fault("shop", "order", FaultKind.ERROR_5XX, 2, 0, 503));
        assertThat(post("/form", "").statusCode()).isEqualTo(200);
        assertThat(post("/order", "").statusCode()).isEqualTo(503);
        assertThat(post("/order", "").statusCode()).isEqualTo(503);
        assertThat(post("/order", "").statusCode()).isEqualTo(200);
        assertThat(orders).hasValue(1);
    }

    @Test
    void aDelayFaultHoldsTheAnswerBack() throws Exception {
        faults.arm(new Fault("*", "*", FaultKind.DELAY, 1, 300, 0));
        long started = System.nanoTime();
        post("/order", "");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void refusesACallThatIsTooLarge() throws Exception {
        assertThat(post("/form", "a=" + "x".repeat(Service.CALL_LIMIT)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void givesUpOnAHandlerThatIsTooSlowAndSurvivesOneThatFails() throws Exception {
        assertThat(post("/slow", "").statusCode()).isEqualTo(503);
        assertThat(post("/broken", "").statusCode()).isEqualTo(500);
        assertThat(post("/order", "").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofString(form));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
