package io.sampan.outside.gateway;

import java.time.Instant;
import java.util.List;

/** Where a gateway tells of contested payments and takes our answers. Every verb answers within its time limit. */
public interface DisputeDesk {
    /** The references of disputes begun since then, the newest first, one page: for what no webhook told. */
    Told<List<String>> since(Instant from);

    /** How a dispute stands now. */
    Told<Dispute> look(String reference);

    /** Gives in: the shopper keeps the money. Final. */
    Told<Dispute> concede(String reference, String key);

    /** Whether {@link #answer} is possible; else an operator answers on the gateway's own pages. */
    boolean takesAnswers();

    /** Hands in, once, why the payment was right. */
    Told<Dispute> answer(String reference, String text, String key);
}
