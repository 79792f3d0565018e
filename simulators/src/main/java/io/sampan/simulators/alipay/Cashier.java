package io.sampan.simulators.alipay;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Json;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.wallet.Brand;
import io.sampan.simulators.wallet.Purse;
import io.sampan.simulators.wallet.WalletPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a buyer's browser does at Alipay: comes with the merchant's signed wishes, signs in, pays, is refused, turns back. */
final class Cashier {
    private static final String PATH = "/cashier/";
    /** A page that names no end of its own lives so long. Source: docs/sources/alipay.md "Page". */
    private static final Duration USUAL = Duration.ofDays(15);

    private final Trades trades;
    private final WalletPage page = new WalletPage(Brand.chinese("支付宝 Alipay", "#1677ff"));

    Cashier(Trades trades) {
        this.trades = trades;
    }

    /** The merchant's link: {@code alipay.trade.page.pay} or {@code alipay.trade.wap.pay}, whose signature was checked. */
    Answer arrive(Map<String, String> parameters, Instant now) {
        JsonNode biz = biz(parameters);
        String code = biz.path("product_code").asString("");
        boolean wap = parameters.getOrDefault("method", "").endsWith("wap.pay");
        if (!code.equals(wap ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY")) {
            throw Refused.argument("isv.invalid-product-code", "产品码不正确");
        }
        String outTradeNo = TradeApi.needed(biz, "out_trade_no");
        if (!outTradeNo.matches("[0-9A-Za-z_]{1,64}")) {
            throw Refused.argument("ACQ.INVALID_PARAMETER", "商户订单号格式错误");
        }
        String expires = biz.path("time_expire").asString("");
        var terms = new Trade.Terms(
                TradeApi.needed(biz, "subject"),
                Fen.of(TradeApi.needed(biz, "total_amount")),
                expires.isEmpty() ? now.plus(USUAL) : Dates.of(expires),
                parameters.getOrDefault("return_url", ""),
                biz.path("quit_url").asString(""),
                biz.path("passback_params").asString(""));
        trades.draft(outTradeNo, terms);
        return Answer.redirect(PATH + URLEncoder.encode(outTradeNo, StandardCharsets.UTF_8));
    }

    Answer answer(Question q, Instant now) {
        String outTradeNo = q.path().substring(PATH.length());
        var found = trades.find(outTradeNo);
        if (found.isEmpty()) {
            return page.nothing();
        }
        Trade trade = found.get();
        String yuan = "¥" + Fen.yuan(trade.terms().fen());
        if (trade.paid() != null) {
            return page.paid(yuan, onward(trade));
        }
        if (trade.isOver(now)) {
            return page.over(trade.terms().quitUrl());
        }
        var bill = new WalletPage.Bill(
                "舢板 Sampan",
                trade.terms().subject(),
                yuan,
                PATH + outTradeNo,
                trade.terms().quitUrl());
        return q.method().equals("POST") ? pay(trade, bill, q) : page.show(bill);
    }

    private Answer pay(Trade trade, WalletPage.Bill bill, Question q) {
        trades.begin(trade.outTradeNo());
        return switch (page.judge(bill, q.form())) {
            case WalletPage.Act.Shown shown -> shown.page();
            case WalletPage.Act.Pays pays when pays.purse() == Purse.EMPTY_CARD -> page.refused(bill);
            case WalletPage.Act.Pays pays -> {
                Trade paid = trades.pay(trade.outTradeNo(), pays.purse());
                String onward = onward(paid);
                yield onward.isEmpty() ? page.paid(bill.amount(), "") : Answer.redirect(onward);
            }
        };
    }

    private static String onward(Trade trade) {
        String back = trade.terms().returnUrl();
        return back.isEmpty()
                ? ""
                : back + (back.contains("?") ? "&" : "?") + "out_trade_no=" + trade.outTradeNo() + "&trade_no="
                        + trade.number();
    }

    static JsonNode biz(Map<String, String> parameters) {
        try {
            return Json.tree(parameters.getOrDefault("biz_content", "{}"));
        } catch (JacksonException notJson) {
            throw Refused.argument("isv.invalid-parameter", "biz_content 不是 JSON");
        }
    }
}
