package io.sampan.help.notice;

import io.sampan.browse.request.Request;
import io.sampan.browse.request.RequestNews;
import io.sampan.browse.request.RequestState;
import io.sampan.browse.request.Requests;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What became of what shoppers asked for. */
@Component
class RequestNewsListener {
    private static final String ONCE = "";

    private final Requests requests;
    private final NoticeTable table;
    private final Clock clock;

    RequestNewsListener(Requests requests, NoticeTable table, Clock clock) {
        this.requests = requests;
        this.table = table;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(RequestNews news) {
        var kind = switch (news) {
            case RequestNews.RequestAnswered _ -> Notice.Kind.REQUEST_ANSWERED;
            case RequestNews.RequestDeclined _ -> Notice.Kind.REQUEST_DECLINED;
        };
        requests.find(news.request())
                .ifPresent(request -> table.add(about(request), kind, occasion(request), clock.instant()));
    }

    private static NoticeTable.About about(Request request) {
        return new NoticeTable.About(
                request.shopper(), request.id().value(), request.wish().what());
    }

    /** Each offer, and each time that it cannot be bought, is an occasion of its own. */
    private static String occasion(Request request) {
        return switch (request.state()) {
            case RequestState.Answered(var answer) -> answer.at().toString();
            case RequestState.Declined(var _, var at) -> at.toString();
            case RequestState.Asked _, RequestState.Withdrawn _ -> ONCE;
        };
    }
}
