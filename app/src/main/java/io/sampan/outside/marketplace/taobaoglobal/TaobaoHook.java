package io.sampan.outside.marketplace.taobaoglobal;

import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.wire.OrderedSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Taobao Global pushes to. Source: docs/sources/taobaoglobal.md "Push". */
@RestController
@ConditionalOnProperty("sampan.taobao-global.app-key")
class TaobaoHook {
    private static final int LONGEST = 65_536;

    private final TaobaoSettings settings;
    private final Marketplaces marketplaces;
    private final Clock clock;

    TaobaoHook(TaobaoSettings settings, Marketplaces marketplaces, Clock clock) {
        this.settings = settings;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    @PostMapping("/hooks/taobao-global")
    ResponseEntity<String> heard(
            @RequestHeader(name = "Authorization", defaultValue = "") String signature, InputStream in)
            throws IOException {
        var bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("too long");
        }
        var signed = Map.of("appKey", settings.appKey(), "body", new String(bytes, StandardCharsets.UTF_8));
        if (!OrderedSignature.TAOBAO_GLOBAL_PUSH.matches(signature, settings.appSecret(), signed)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body("signature");
        }
        new TaobaoMessage(bytes).toNews(clock.instant()).ifPresent(marketplaces::hear);
        return ResponseEntity.ok("success");
    }
}
