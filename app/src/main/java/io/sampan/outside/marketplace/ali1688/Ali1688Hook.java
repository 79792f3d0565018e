package io.sampan.outside.marketplace.ali1688;

import io.sampan.outside.marketplace.Marketplaces;
import io.sampan.outside.wire.LooseJson;
import io.sampan.outside.wire.SortedSignature;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where 1688 pushes to. It tries again unless it is answered 200, so all that is signed rightly is. Source: docs/sources/1688.md "Push". */
@RestController
@ConditionalOnProperty("sampan.ali1688.app-key")
class Ali1688Hook {
    private static final int LONGEST = 65_536;

    private final Ali1688Settings settings;
    private final Marketplaces marketplaces;
    private final Clock clock;

    Ali1688Hook(Ali1688Settings settings, Marketplaces marketplaces, Clock clock) {
        this.settings = settings;
        this.marketplaces = marketplaces;
        this.clock = clock;
    }

    @PostMapping("/hooks/1688")
    ResponseEntity<String> heard(
            @RequestParam(name = "message", defaultValue = "") String message,
            @RequestParam(name = "_aop_signature", defaultValue = "") String signature) {
        if (message.length() > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("too long");
        }
        if (!SortedSignature.ALI_1688.matches(signature, settings.appSecret(), "", Map.of("message", message))) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body("signature");
        }
        new Ali1688Message(LooseJson.of(message)).toNews(clock.instant()).forEach(marketplaces::hear);
        return ResponseEntity.ok("success");
    }
}
