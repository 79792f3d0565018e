package io.sampan.browse.freshness;

import io.sampan.browse.catalog.Catalog;
import io.sampan.browse.catalog.Product;
import io.sampan.outside.marketplace.ItemRef;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Products no older than somebody needs them. Its looks are never to be called within a transaction. */
@Component
public class Freshness {
    private final Catalog catalog;
    private final Refresh refresh;
    private final Outlook outlook;
    private final Quotas quotas;
    private final Footfall footfall;
    private final Clock clock;
    private final FreshnessSettings.Worth worth;

    Freshness(
            Catalog catalog,
            Refresh refresh,
            Outlook outlook,
            Quotas quotas,
            Footfall footfall,
            Clock clock,
            FreshnessSettings settings) {
        this.catalog = catalog;
        this.refresh = refresh;
        this.outlook = outlook;
        this.quotas = quotas;
        this.footfall = footfall;
        this.clock = clock;
        this.worth = settings.interest();
    }

    /**
     * The item for its own page. What is known is shown at once, as long as a look would not set enough views right to be worth it; else the
     * marketplace is asked first, and waited for no longer than the settings say (3 s). Several who ask at once share one question. It counts as
     * interest in the item.
     */
    public Looked show(ItemRef item) {
        var question = Refresh.Question.joined(item);
        var known = catalog.find(item);
        if (known.isEmpty()) {
            var looked = stranger(question);
            if (looked instanceof Looked.Fresh) {
                footfall.count(item, worth.page());
            }
            return looked;
        }
        if (!known.get().isGone()) {
            footfall.count(item, worth.page());
        }
        return show(known.get(), question);
    }

    private Looked show(Product known, Refresh.Question question) {
        if (!outlook.asksFirst(known)) {
            return Refresh.settled(known, question);
        }
        var looked = quotas.areSpent(known.item().marketplace(), Purpose.SHOWN)
                ? new Looked.Stale(known, Looked.Why.SPENT)
                : refresh.look(question, Purpose.SHOWN);
        boolean spent = looked instanceof Looked.Stale stale && stale.why() == Looked.Why.SPENT;
        // That a look would have been worth it is nothing to warn a shopper of; that what is known is too old is.
        return spent && (known.isGone() || !outlook.isTooOld(known)) ? Refresh.settled(known, question) : looked;
    }

    /**
     * The item for a cart or an order: the marketplace is asked when the catalogue's knowledge is older than is needed. Waits at most as long as the
     * settings say (3 s). Several who ask at once share one question.
     */
    public Looked look(ItemRef item, Need need) {
        return look(Refresh.Question.joined(item), need);
    }

    /**
     * The same as this source shows it: what is bought is looked at through who will sell it. A fresh product has the source's offer, see
     * {@link Product#from}. A source that is not set up any more cannot be asked: then it is as {@link #look(ItemRef, Need)}.
     */
    public Looked look(ItemRef item, String source, Need need) {
        return look(
                refresh.canAsk(item, source) ? new Refresh.Question(item, source) : Refresh.Question.joined(item),
                need);
    }

    private Looked look(Refresh.Question question, Need need) {
        var known = catalog.find(question.item());
        if (known.isEmpty()) {
            return stranger(question);
        }
        var purpose = switch (need) {
            case Need.InCart _ -> Purpose.CART;
            case Need.ToPay _ -> Purpose.PAY;
        };
        return isYoung(known.get(), question, need.maxAge())
                ? Refresh.settled(known.get(), question)
                : refresh.look(question, purpose);
    }

    /** These were shown in a list, or among search results. */
    public void listed(Collection<ItemRef> items) {
        items.forEach(item -> footfall.count(item, worth.listed()));
    }

    /** This was put into a cart. */
    public void putIntoCart(ItemRef item) {
        footfall.count(item, worth.cart());
    }

    /**
     * Whether a visitor's search may be put to this source now; takes one call of what the source's hour keeps for searches and looks at items that
     * nobody knows, so that nobody can use up the quota that orders need.
     */
    public boolean mayAsk(String source) {
        return quotas.spend(source, Purpose.VISITORS);
    }

    /** Anybody can make up an id: what was not there a short while ago is not asked for again, and all else within a budget. */
    private Looked stranger(Refresh.Question question) {
        return refresh.isKnownToBeGone(question.item())
                ? new Looked.Gone(question.item())
                : refresh.look(question, Purpose.VISITORS);
    }

    private boolean isYoung(Product product, Refresh.Question question, Duration maxAge) {
        return maxAge.isPositive()
                && question.sighting(product)
                        .filter(seen -> seen.age(clock.instant()).compareTo(maxAge) <= 0)
                        .isPresent();
    }
}
