package io.sampan.windows.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.Application;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What no link of ours says, sent as it is: no client library would. */
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Tag("slow")
class OddAddressesTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/%00",
                "/p/1688/a%2fb",
                "/p/1688/%zz",
                "/cart;x=1",
                "//cart",
                "/search//x",
                "/a%5Cb",
                "/search?q=a%00b",
                "/search?q=\"<>",
                "/<b>",
                "cart",
                "/%c0%ae"
            })
    void anAddressThatNoPageHasIsAnsweredWithAPage(String address) throws IOException {
        var answer = get(address, "zh-CN");
        assertThat(answer.lines().findFirst().orElse("")).containsPattern("HTTP/1.1 40[04] ");
        assertThat(answer)
                .contains("Content-Security-Policy", "lang=\"", "href=\"/\"")
                .doesNotContain("Tomcat", "HTTP Status");
    }

    @Test
    void bracketsInAQuestionAreReadAsBrowsersSendThem() throws IOException {
        assertThat(get("/search?q=[mug]{1}|a^b`", "en").lines().findFirst())
                .hasValueSatisfying(first -> assertThat(first).startsWith("HTTP/1.1 200"));
    }

    private String get(String address, String language) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: " + language
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
