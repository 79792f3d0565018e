package io.sampan.simulators.ali1688;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sampan.simulators.Shapes;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.world.Offer;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PushFormTest {
    @Test
    void aPushIsASignedFormAndIsNotListedOnceTaken() throws Exception {
        var seen = new LinkedBlockingQueue<Map<String, String>>();
        HttpServer hook = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        hook.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            seen.add(new Question("POST", "/", Map.of(), Map.of(), body).form());
        });
        hook.start();
        try (var client = new Client1688()) {
            client.kernel
                    .webhooks()
                    .set("1688", "http://127.0.0.1:" + hook.getAddress().getPort() + "/push");
            Offer offer = client.offer();
            String id = client.created(offer, "P-1");
            Map<String, String> made = seen.poll(10, TimeUnit.SECONDS);
            assertThat(made.get(Signature.FIELD))
                    .isEqualTo(
                            new Signature(client.settings.appSecret()).of("", Map.of("message", made.get("message"))));
            Shapes.assertSame("1688", "push-order", Json.tree(made.get("message")));
            client.pay(id);
            client.service.act("ship-now", Map.of("orderId", id));
            Map<String, String> last = made;
            for (int i = 0; i < 3; i++) {
                last = seen.poll(10, TimeUnit.SECONDS);
            }
            assertThat(last).isNotNull();
            client.kernel.push().settle(java.time.Duration.ofSeconds(5));
            assertThat(client.call("cn.alibaba.open", "push.query.messageList")
                            .at("/pushMessagePage/totalCount")
                            .asInt())
                    .isZero();
        } finally {
            hook.stop(0);
        }
    }
}
