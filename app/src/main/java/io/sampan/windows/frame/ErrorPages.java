package io.sampan.windows.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in the shopper's language what went wrong and what to do now. It never shows what the machine says. */
@Controller
class ErrorPages implements ErrorController {
    /** Others are told as the first of their hundred. */
    private static final Set<Integer> WITH_WORDS_OF_THEIR_OWN = Set.of(400, 403, 404, 413, 429, 500, 503);

    private static final int SERVERS_FAULT = 500;

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    void afterAFault(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : 404;
        show(request, response, status);
    }

    void show(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        if (Visitor.find(request).isEmpty()) {
            response.setStatus(status);
            return;
        }
        int told = WITH_WORDS_OF_THEIR_OWN.contains(status) ? status : status >= SERVERS_FAULT ? 500 : 400;
        var view = new ErrorView(status, "error." + told);
        pages.show(response, status, "frame/error.jte", pages.frame(request, "storefront"), view);
    }
}
