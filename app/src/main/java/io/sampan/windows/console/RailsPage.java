package io.sampan.windows.console;

import io.sampan.buy.paychoice.PayAdvice;
import io.sampan.buy.payment.PaymentFigures;
import io.sampan.buy.payment.PaymentFigures.Day;
import io.sampan.outside.gateway.PayMethod;
import io.sampan.people.language.Texts;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the ways to pay do day by day: how many come through, how long they take, why some are declined; and how well their order is chosen. */
@Controller
class RailsPage {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration WEEKS = Duration.ofDays(182);
    private static final int REASONS = 50;

    private final Pages pages;
    private final PaymentFigures figures;
    private final PayAdvice advice;

    RailsPage(Pages pages, PaymentFigures figures, PayAdvice advice) {
        this.pages = pages;
        this.figures = figures;
        this.advice = advice;
    }

    @GetMapping("/console/rails")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var texts = frame.texts();
        var byMethod = figures.days(BACK).stream()
                .collect(Collectors.groupingBy(Day::method, LinkedHashMap::new, Collectors.toList()));
        var rails = byMethod.entrySet().stream()
                .map(one -> rail(one.getKey(), one.getValue(), texts))
                .toList();
        var weeks = advice.quality(WEEKS);
        var first = chart(
                weeks,
                week -> day(week.week(), texts),
                PayAdvice.Week::first,
                week -> texts.say("rails.week", "first", percent(week.first(), texts), "choices", week.choices()),
                1);
        var place = weeks.isEmpty() ? 0 : weeks.getLast().place();
        var view = new MoneyPage.Rails(
                rails, figures.declines(BACK, REASONS), first, rounded(place), Said.of(request, frame));
        pages.show(response, "console/rails.jte", frame, view);
    }

    private static MoneyPage.Rail rail(PayMethod method, List<Day> days, Texts texts) {
        double slowest = days.stream().mapToDouble(Day::usualSeconds).max().orElse(0);
        var success = chart(
                days,
                one -> day(one.day(), texts),
                one -> (double) one.captured() / one.opened(),
                one -> texts.say("money.rails.of", "good", one.captured(), "tries", one.opened()),
                1);
        var latency = chart(
                days,
                one -> day(one.day(), texts),
                Day::usualSeconds,
                one -> texts.say(
                        "rails.seconds",
                        "usual",
                        Math.round(one.usualSeconds()),
                        "slow",
                        Math.round(one.slowSeconds())),
                slowest);
        return new MoneyPage.Rail(method, success, latency);
    }

    private static <T> List<MoneyPage.Bar> chart(
            List<T> of, Function<T, String> label, ToDoubleFunction<T> height, Function<T, String> value, double most) {
        return of.stream()
                .map(one -> new MoneyPage.Bar(
                        label.apply(one), most <= 0 ? 0 : height.applyAsDouble(one) / most, value.apply(one)))
                .toList();
    }

    private static String day(LocalDate day, Texts texts) {
        return texts.day(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static String percent(double share, Texts texts) {
        return texts.percent(BigDecimal.valueOf(share * 100).setScale(0, RoundingMode.HALF_UP));
    }

    private static BigDecimal rounded(double place) {
        return BigDecimal.valueOf(place).setScale(2, RoundingMode.HALF_UP);
    }
}
