package io.sampan.simulators.paypal;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.wallet.Brand;
import io.sampan.simulators.wallet.WalletPage;

/** Where the buyer agrees. PayPal tries no purse here: whether it holds the money shows when the merchant authorises. */
final class ApprovalPage {
    private final Orders orders;
    private final WalletPage page = new WalletPage(Brand.english("PayPal", "#003087"));

    ApprovalPage(Orders orders) {
        this.orders = orders;
    }

    Answer answer(Question q) {
        Order order;
        try {
            order = orders.find(q.query().getOrDefault("token", ""));
        } catch (Refused nothing) {
            return page.over("");
        }
        String cancel = order.terms().cancelUrl();
        String onward = with(order.terms().returnUrl(), order.id());
        if (order.status() != Order.Status.PAYER_ACTION_REQUIRED) {
            return page.paid(order.terms().amount().shown(), onward);
        }
        var bill = new WalletPage.Bill(
                "Sampan",
                order.terms().description(),
                order.terms().amount().shown(),
                "/checkoutnow?token=" + order.id(),
                with(cancel, order.id()));
        if (!q.method().equals("POST")) {
            return page.show(bill);
        }
        return switch (page.judge(bill, q.form())) {
            case WalletPage.Act.Shown shown -> shown.page();
            case WalletPage.Act.Pays pays -> {
                orders.approve(order.id(), pays.purse());
                yield Answer.redirect(onward);
            }
        };
    }

    private static String with(String address, String order) {
        return address + (address.contains("?") ? "&" : "?") + "token=" + order;
    }
}
