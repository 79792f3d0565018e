package io.sampan.windows.frame;

import io.sampan.people.language.Languages;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * An address that Tomcat cannot read, such as one with {@code %00}, belongs to no application: no filter and no page of ours is asked, and
 * Tomcat would answer with a page of its own. It gets ours.
 */
@Component
class UnreadableAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Languages languages;
    private final ErrorPages errors;
    private final SafetyHeaders headers;

    UnreadableAddresses(Languages languages, ErrorPages errors, SafetyHeaders headers) {
        this.languages = languages;
        this.errors = errors;
        this.headers = headers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Turnstile());
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.write(response);
        var accepted = request.getHeader("Accept-Language");
        var language = languages
                .languageOf(accepted)
                .orElseGet(() -> languages.offered().getFirst());
        var country = languages.countryOf(accepted).orElseGet(languages::usualCountry);
        new Visitor(language, country, languages.currencyOf(country), null, "").enter(request);
        errors.show(request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    private final class Turnstile extends ValveBase {
        Turnstile() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getContext() == null) {
                // Tomcat has sent its own error and takes no more words; a page of its own would follow behind this
                // valve.
                response.setSuspended(false);
                show(new Unread(request), response);
            } else {
                getNext().invoke(request, response);
            }
        }
    }

    /** Of a request that could not be read there may be no method and no address, and only an application knows how to read its cookies. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getRequestURI() {
            return "/";
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return null;
        }
    }
}
