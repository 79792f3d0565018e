package io.sampan.windows.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.sampan.people.language.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The door for windows: makes pages from templates that were compiled with the app. */
@Component
public class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Languages languages;
    private final Cookies cookies;
    private final Assets assets;
    private final Clock clock;

    Pages(Languages languages, Cookies cookies, Assets assets, Clock clock) {
        this.languages = languages;
        this.cookies = cookies;
        this.assets = assets;
        this.clock = clock;
    }

    /** @param window whose words the page speaks, such as {@code storefront} */
    public Frame frame(HttpServletRequest request, String window) {
        var visitor = Visitor.of(request);
        var texts = languages.in(window, visitor.language(), visitor.country());
        return new Frame(texts, visitor, path(request), cookies.cartCount(request), assets::address, clock.instant());
    }

    /** @param template such as {@code storefront/home.jte}; its parameters are {@code frame} and {@code page} */
    public void show(HttpServletResponse response, int status, String template, Frame frame, Object page)
            throws IOException {
        var html = new Utf8ByteOutput();
        templates.render(template, Map.of("frame", frame, "page", page), html);
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }

    public void show(HttpServletResponse response, String template, Frame frame, Object page) throws IOException {
        show(response, HttpServletResponse.SC_OK, template, frame, page);
    }

    /** Sends the browser to another page of ours with a GET, after a form was worked on. */
    public void goOn(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    /** A path that a page can come back to: the page of an error is not one. */
    private static String path(HttpServletRequest request) {
        var uri = request.getRequestURI();
        if (!request.getMethod().equals("GET") || uri.equals("/error")) {
            return "/";
        }
        var query = request.getQueryString();
        return LocalPath.of(query == null ? uri : uri + "?" + query, "/");
    }
}
