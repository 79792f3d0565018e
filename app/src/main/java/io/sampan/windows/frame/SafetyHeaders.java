package io.sampan.windows.frame;

import io.sampan.ground.installation.Installation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;

/** What browsers may do with our pages: run only our scripts, show only pictures that we expect, never inside somebody else's page. */
@Component
final class SafetyHeaders {
    private final String policy;
    private final boolean production;

    SafetyHeaders(FrameSettings settings, Installation installation) {
        this.production = installation.isProduction();
        this.policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
                        + "img-src 'self' data: " + sources(settings.pictureHosts())
                        + "; form-action 'self' " + sources(settings.formTargets())
                        + "; frame-ancestors 'none'; base-uri 'none'"
                        + (production ? "; upgrade-insecure-requests" : "");
    }

    /** In a demo the outside world runs on the same machine. */
    private String sources(List<String> hosts) {
        return String.join(" ", hosts) + (production ? "" : " http://127.0.0.1:*");
    }

    void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        response.setHeader("Cache-Control", "private, no-cache");
        if (production) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
