package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.money.ledger.AccountRef;
import io.sampan.money.proof.Inclusion;
import io.sampan.money.proof.Proofs;
import io.sampan.money.proof.ProvedDay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** What we owe to all shoppers, day by day, and the check that a shopper's own money is part of it: made in their browser, not by us. */
@Controller
public class ProofPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Storefront storefront;
    private final Proofs proofs;
    private final Orders orders;
    private final StorefrontSettings settings;

    ProofPage(Storefront storefront, Proofs proofs, Orders orders, StorefrontSettings settings) {
        this.storefront = storefront;
        this.proofs = proofs;
        this.orders = orders;
        this.settings = settings;
    }

    /**
     * One sum of the shopper's.
     *
     * @param number of the order that it is held for; empty for their balance
     * @param json what their browser needs to check it
     */
    public record Own(String number, Inclusion inclusion, String json) {}

    /** @param own empty for who is not signed in, and for who had nothing with us */
    public record View(List<ProvedDay> days, boolean signedIn, List<Own> own) {}

    @GetMapping("/money-we-hold")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = storefront.frame(request);
        var account = frame.visitor().account();
        var own = account == null
                ? List.<Own>of()
                : own(
                        AccountRef.shopperBalance(account.id().value()),
                        orders.ofShopper(account.id(), settings.ordersShown()));
        storefront.show(response, "proof", frame, new View(proofs.published(), account != null, own));
    }

    /** The same figures for programs, so that anybody can keep them and compare. */
    @GetMapping(path = "/money-we-hold.json", produces = "application/json")
    @ResponseBody
    List<Map<String, Object>> published() {
        return proofs.published().stream().map(ProofPage::row).toList();
    }

    private List<Own> own(AccountRef balance, List<Order> placed) {
        var numbers = new HashMap<String, String>();
        placed.forEach(
                order -> numbers.put(AccountRef.shopperFunds(order.id().value()).toString(), order.number()));
        var accounts = new ArrayList<>(List.of(balance));
        placed.forEach(order -> accounts.add(AccountRef.shopperFunds(order.id().value())));
        return proofs.of(accounts).stream()
                .map(one -> new Own(numbers.getOrDefault(one.account(), ""), one, json(one)))
                .toList();
    }

    /** Sums are texts: a browser's numbers are exact to 53 bits only. */
    private static String json(Inclusion one) {
        var json = new LinkedHashMap<String, Object>();
        json.put("account", one.account());
        json.put("nonce", one.nonce());
        json.put("currency", one.amount().currency().getCurrencyCode());
        json.put("minor", Long.toString(one.amount().minor()));
        json.put(
                "way",
                one.way().stream()
                        .map(step -> Map.of("hash", step.hash(), "sum", Long.toString(step.sum()), "left", step.left()))
                        .toList());
        json.put("root", one.day().root());
        json.put("total", Long.toString(one.day().total().minor()));
        return JSON.writeValueAsString(json);
    }

    private static Map<String, Object> row(ProvedDay day) {
        var row = new LinkedHashMap<String, Object>();
        row.put("day", day.day().toString());
        row.put("currency", day.total().currency().getCurrencyCode());
        row.put("totalMinor", Long.toString(day.total().minor()));
        row.put("leaves", day.leaves());
        row.put("root", day.root());
        return row;
    }
}
