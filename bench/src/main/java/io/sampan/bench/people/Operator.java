package io.sampan.bench.people;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/** Somebody at the counter of the warehouse, who does what the console asks for. */
public final class Operator {
    private static final int GRAMS = 420;
    private static final int BOX_GRAMS = 90;
    private static final int CRATE_GRAMS = 31_000;

    private final Visitor browser;
    private final URI shop;
    private final String email;
    private final String password;

    /** @param patience how long to try again while the shop is silent */
    public Operator(URI shop, String email, String password, Duration patience) {
        this.browser = new Visitor(shop, patience);
        this.shop = shop;
        this.email = email;
        this.password = password;
    }

    public void signIn() {
        browser.submit(open("/sign-in"), "form[action=/sign-in]", Map.of("email", email, "password", password));
        if (open("/console").select("form[action=/sign-out]").isEmpty()) {
            throw new IllegalStateException("The console does not open for " + email);
        }
    }

    /** Waybills of sellers' parcels that the shop expects. */
    public List<String> expected() {
        return open("/console/receiving").select("#expected [data-waybill]").stream()
                .map(row -> row.attr("data-waybill"))
                .filter(waybill -> !waybill.isEmpty())
                .toList();
    }

    /** Scans a parcel that the courier brought. */
    public void receive(String waybill) {
        browser.submit(open("/console/receiving"), "form#receive", Map.of("waybill", waybill));
    }

    /** Paths of the items on the table, each with its order's number. */
    public Map<String, String> toCheck() {
        return tasks("/console/receiving", "#to-check", "/console/items/");
    }

    /** Photographs an item. */
    public void photograph(String item) {
        browser.submit(open(item), "form#photograph", Map.of("photo", Photograph.of(item)));
    }

    /** Weighs, measures and accepts an item; one that is accepted already is left as it is. */
    public void accept(String item) {
        var page = open(item);
        if (page.select("form#check").isEmpty()) {
            return;
        }
        var sizes = Map.of(
                "grams", Integer.toString(GRAMS), "length", "240", "width", "180", "height", "60", "then", "accept");
        browser.submit(page, "form#check", sizes);
    }

    /** Paths of the packing pages of orders of which everything is here, each with its order's number. */
    public Map<String, String> toPack() {
        return tasks("/console/packing", "#to-pack", "/console/packing/");
    }

    /** Packs an order into one box; one that is packed already is left as it is. */
    public void pack(String packing) {
        pack(packing, BOX_GRAMS);
    }

    /** Packs an order into a crate that is heavier than any line takes: the carrier will refuse it. */
    public void packTooHeavily(String packing) {
        pack(packing, CRATE_GRAMS);
    }

    private void pack(String packing, int emptyGrams) {
        var page = open(packing);
        if (page.select("form#pack").isEmpty()) {
            return;
        }
        int things = Math.max(1, page.select(".bench .lines > li").size());
        var sizes = Map.of(
                "grams",
                Integer.toString(GRAMS * things + emptyGrams),
                "length",
                "260",
                "width",
                "200",
                "height",
                Integer.toString(20 + 60 * things));
        browser.submit(page, "form#pack", sizes);
    }

    /** Paths of parcels that are booked with the carrier, each with its order's number. */
    public Map<String, String> toHandOver() {
        return tasks("/console/parcels", "#to-hand-over", "/console/parcels/");
    }

    /** Gives a parcel to the carrier's driver; one that is gone already is left. */
    public void handOver(String parcel) {
        var page = open(parcel);
        if (!page.select("form#hand-over").isEmpty()) {
            browser.submit(page, "form#hand-over", Map.of());
        }
    }

    /** Paths of parcels that the carrier refused, each with its order's number. */
    public Map<String, String> refusedByCarrier() {
        return tasks("/console/parcels", "#refused-by-carrier", "/console/parcels/");
    }

    /** Paths of items that came although nobody waits for them any more, each with its order's number. */
    public Map<String, String> toSendBack() {
        return tasks("/console/receiving", "#unwanted", "/console/items/");
    }

    /** Parcels that are here and that nobody expected. */
    public List<String> unexpected() {
        return List.copyOf(
                tasks("/console/receiving", "#orphans", "/console/receiving").values());
    }

    /** Paths of purchases that wait for a person, each with its order's number. */
    public Map<String, String> toBuy() {
        return tasks("/console/purchases", "#to-buy", "/console/purchases/");
    }

    /** Says that a purchase cannot be made. */
    public void giveUp(String purchase) {
        browser.submit(open(purchase), "form#give-up", Map.of());
    }

    private Map<String, String> tasks(String path, String pile, String link) {
        var found = new LinkedHashMap<String, String>();
        open(path)
                .select(pile + " a[href^=" + link + "]")
                .forEach(task ->
                        found.put(task.attr("href"), task.select("b.num").text()));
        return found;
    }

    private Document open(String path) {
        return browser.open(shop.resolve(path).toString());
    }
}
