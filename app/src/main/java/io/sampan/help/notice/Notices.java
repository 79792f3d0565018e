package io.sampan.help.notice;

import io.sampan.ground.database.Stored;
import io.sampan.people.identity.AccountId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A person's messages, the newest first. */
@Component
public class Notices {
    private static final int MOST_SHOWN = 100;

    private final NoticeTable table;

    Notices(NoticeTable table) {
        this.table = table;
    }

    /** @param limit 1 to 100 */
    public List<Notice> of(AccountId reader, int limit) {
        return table.newest(reader, Math.clamp(limit, 1, MOST_SHOWN));
    }

    /** Orders of which anybody was told anything, by their ids, after this one. */
    public List<UUID> ordersAfter(String key, int limit) {
        return table.ordersAfter(Stored.after(key), Math.min(limit, Stored.MOST_ROWS));
    }

    /** The reader has seen them all. */
    public void markRead(AccountId reader) {
        table.markRead(reader);
    }
}
