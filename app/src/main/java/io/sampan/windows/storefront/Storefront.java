package io.sampan.windows.storefront;

import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** What every page of the shop does alike: it speaks the storefront's words and lies in its folder of templates. */
@Component
final class Storefront {
    private static final String WINDOW = "storefront";

    private final Pages pages;

    Storefront(Pages pages) {
        this.pages = pages;
    }

    Frame frame(HttpServletRequest request) {
        return pages.frame(request, WINDOW);
    }

    /** @param name of the template without folder and ending */
    void show(HttpServletResponse response, String name, Frame frame, Object page) throws IOException {
        show(response, HttpServletResponse.SC_OK, name, frame, page);
    }

    void show(HttpServletResponse response, int status, String name, Frame frame, Object page) throws IOException {
        pages.show(response, status, WINDOW + "/" + name + ".jte", frame, page);
    }

    void goOn(HttpServletResponse response, String path) {
        pages.goOn(response, path);
    }
}
