package io.sampan.windows.console;

import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs a person now, on one page. */
@Controller
public class DeskPage {
    private static final int SHOWN = 5;

    private final Pages pages;
    private final Tasks tasks;
    private final PriceTasks prices;
    private final RequestTasks requests;

    DeskPage(Pages pages, Tasks tasks, PriceTasks prices, RequestTasks requests) {
        this.pages = pages;
        this.tasks = tasks;
        this.prices = prices;
        this.requests = requests;
    }

    public record View(List<Pile> piles) {
        public boolean nothing() {
            return piles.stream().allMatch(Pile::isEmpty);
        }
    }

    @GetMapping("/console")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var piles = new ArrayList<>(tasks.all(frame.texts(), SHOWN));
        piles.add(requests.waiting(SHOWN));
        piles.add(prices.held(frame.texts(), SHOWN));
        pages.show(response, "console/desk.jte", frame, new View(piles));
    }
}
