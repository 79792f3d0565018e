package io.sampan.simulators.wechatpay;

import static io.sampan.simulators.kernel.Html.escape;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.wallet.Brand;
import io.sampan.simulators.wallet.Purse;
import io.sampan.simulators.wallet.WalletPage;
import io.sampan.simulators.wechatpay.Transaction.State;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The buyer's phone: it scans a QR code, or is sent to an h5 page, and pays there. */
final class Phone {
    /** What a native order's QR code says, before its code. */
    static final String SCANNED = "weixin://wxpay/bizpayurl?pr=";

    private static final int MOST_SHOWN = 20;

    private final Transactions transactions;
    private final WalletPage page = new WalletPage(Brand.chinese("微信支付 WeChat Pay", "#07c160"));

    Phone(Transactions transactions) {
        this.transactions = transactions;
    }

    Answer answer(Question q) {
        if (q.path().equals("/phone")) {
            String scanned = q.query().getOrDefault("scan", "");
            return scanned.startsWith(SCANNED)
                    ? Answer.redirect("/phone/" + scanned.substring(SCANNED.length()))
                    : waiting();
        }
        boolean h5 = q.path().startsWith("/h5/");
        var found = transactions.byCode(q.path().substring(q.path().lastIndexOf('/') + 1));
        if (found.isEmpty() || h5 != found.get().terms().kind().equals("h5")) {
            return page.nothing();
        }
        Transaction one = found.get();
        String back = h5 ? q.query().getOrDefault("redirect_url", "") : "";
        String yuan = "¥" + BigDecimal.valueOf(one.terms().fen(), 2);
        if (one.state() == State.CLOSED) {
            return page.over(back);
        }
        if (one.state() != State.NOTPAY) {
            return page.paid(yuan, back);
        }
        String action = back.isEmpty()
                ? q.path()
                : q.path() + "?redirect_url=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        var bill = new WalletPage.Bill("舢板 Sampan", one.terms().description(), yuan, action, back);
        return q.method().equals("POST") ? pay(one, bill, q) : page.show(bill);
    }

    private Answer pay(Transaction one, WalletPage.Bill bill, Question q) {
        return switch (page.judge(bill, q.form())) {
            case WalletPage.Act.Shown shown -> shown.page();
            case WalletPage.Act.Pays pays when pays.purse() == Purse.EMPTY_CARD -> page.refused(bill);
            case WalletPage.Act.Pays _ -> {
                transactions.pay(one.outTradeNo());
                yield bill.back().isEmpty() ? page.paid(bill.amount(), "") : Answer.redirect(bill.back());
            }
        };
    }

    /** A phone without a camera: the newest codes that nobody has paid. */
    private Answer waiting() {
        String codes = transactions.all().reversed().stream()
                .filter(one -> one.state() == State.NOTPAY && one.terms().kind().equals("native"))
                .limit(MOST_SHOWN)
                .map(one -> "<li><a href=\"/phone/%s\">¥%s %s</a></li>"
                        .formatted(
                                escape(one.code()),
                                BigDecimal.valueOf(one.terms().fen(), 2),
                                escape(one.terms().description())))
                .collect(Collectors.joining());
        return page.page("""
                <h1>扫一扫</h1><p class="what">等待付款的二维码 · QR codes that wait to be scanned</p><ul>%s</ul>
                """.formatted(codes.isEmpty() ? "<li>—</li>" : codes), "WeChat");
    }
}
