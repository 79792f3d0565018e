package io.sampan.simulators.wallet;

import static io.sampan.simulators.kernel.Html.escape;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.wallet.Brand.Word;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A wallet's page, on which a shopper chooses a purse, proves who they are and pays, is refused, or turns back. */
public final class WalletPage {
    private final Brand brand;

    public WalletPage(Brand brand) {
        this.brand = brand;
    }

    /**
     * What is to be paid.
     *
     * @param amount as the shopper reads it
     * @param action where the form goes
     * @param back where turning back leads; empty when there is no way back
     */
    public record Bill(String merchant, String subject, String amount, String action, String back) {}

    /** What the shopper did. */
    public sealed interface Act {
        /** Everything was right: the money goes. */
        record Pays(Purse purse) implements Act {}

        /** They have to go on, or to try again, on this page. */
        record Shown(Answer page) implements Act {}
    }

    /** The page as it is first met. */
    public Answer show(Bill bill) {
        return page(form(bill, Purse.BALANCE, "", false), bill.subject());
    }

    /** The page again, saying what went wrong. */
    public Answer refused(Bill bill) {
        return page(form(bill, Purse.EMPTY_CARD, brand.say(Word.NOT_ENOUGH), false), bill.subject());
    }

    /** Judges a form that was sent; only a purse without money gets past it unpaid, for the wallet to refuse. */
    public Act judge(Bill bill, Map<String, String> form) {
        Optional<Purse> purse = Purse.of(form.getOrDefault("purse", ""));
        if (purse.isEmpty()) {
            return new Act.Shown(page(form(bill, Purse.BALANCE, brand.say(Word.CHOOSE), false), bill.subject()));
        }
        if (purse.get() != Purse.BANK_CARD) {
            return new Act.Pays(purse.get());
        }
        String code = form.get("code");
        if (Purse.CODE.equals(code)) {
            return new Act.Pays(Purse.BANK_CARD);
        }
        String fault = code == null ? "" : brand.say(Word.WRONG_CODE);
        return new Act.Shown(page(form(bill, Purse.BANK_CARD, fault, true), bill.subject()));
    }

    /** Says that it is paid. @param onward where the shopper goes from here; may be empty */
    public Answer paid(String amount, String onward) {
        return notice(brand.say(Word.PAID) + " " + amount, onward);
    }

    /** Says that it is too late. @param back may be empty */
    public Answer over(String back) {
        return notice(brand.say(Word.OVER), back);
    }

    /** Says that nothing is here. */
    public Answer nothing() {
        return notice(brand.say(Word.NOTHING), "");
    }

    /** Any other page of the wallet's; the body is HTML. */
    public Answer page(String body, String title) {
        String html = """
                <!doctype html><html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>%s</title><style>%s</style></head>
                <body><header><b>%s</b><span>%s</span></header><main>%s</main></body></html>
                """.formatted(
                brand.language(), escape(title), css(), escape(brand.name()), escape(brand.say(Word.TEST)), body);
        return Answer.html(html).with("Cache-Control", "no-store").with("X-Frame-Options", "DENY");
    }

    private Answer notice(String words, String onward) {
        String link = onward.isEmpty()
                ? ""
                : "<p><a class=\"go\" href=\"%s\">%s</a></p>".formatted(escape(onward), escape(brand.say(Word.RETURN)));
        return page("<h1>" + escape(words) + "</h1>" + link, words);
    }

    private String form(Bill bill, Purse chosen, String fault, boolean asksCode) {
        return """
                <p class="who">%s</p><h1>%s</h1><p class="what">%s</p>%s
                <form method="post" action="%s"><fieldset><legend>%s</legend>%s</fieldset>%s
                <button class="go">%s</button></form>%s
                """.formatted(
                        escape(bill.merchant()),
                        escape(bill.amount()),
                        escape(bill.subject()),
                        fault.isEmpty() ? "" : "<p class=\"alert\" role=\"alert\">" + escape(fault) + "</p>",
                        escape(bill.action()),
                        escape(brand.say(Word.PAY_WITH)),
                        purses(chosen),
                        asksCode ? code() : "",
                        escape(brand.say(Word.PAY)),
                        bill.back().isEmpty()
                                ? ""
                                : "<p><a class=\"back\" href=\"%s\">%s</a></p>"
                                        .formatted(escape(bill.back()), escape(brand.say(Word.BACK))));
    }

    private String purses(Purse chosen) {
        return Arrays.stream(Purse.values())
                .map(purse -> """
                        <label><input type="radio" name="purse" value="%s"%s> %s</label>
                        """.formatted(
                        purse.word(), purse == chosen ? " checked" : "", escape(brand.say(Word.valueOf(purse.name())))))
                .collect(Collectors.joining());
    }

    private String code() {
        return """
                <p class="code"><label for="code">%s</label>
                <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="8" autofocus>
                <small>%s</small></p>
                """.formatted(escape(brand.say(Word.CODE)), escape(brand.say(Word.CODE_HINT)));
    }

    private String css() {
        return """
                :root{--brand:%s}*{box-sizing:border-box}
                body{margin:0;font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;background:#f3f4f6;color:#1f2430}
                header{background:var(--brand);color:#fff;padding:14px 20px;display:flex;gap:12px;justify-content:space-between;align-items:center}
                header span{font-size:12px;background:#fff;color:#333;border-radius:9px;padding:2px 8px}
                main{max-width:460px;margin:24px auto;background:#fff;border-radius:14px;padding:24px}
                h1{font-size:32px;margin:4px 0 2px}.who,.what{margin:0;color:#545b6b}
                fieldset{border:0;padding:0;margin:20px 0 12px}legend{font-weight:600;margin-bottom:6px}
                fieldset label{display:block;padding:12px;border:1px solid #d8dce4;border-radius:10px;margin:8px 0}
                .code label,.code small{display:block}.code input{font-size:20px;letter-spacing:.2em;padding:8px;width:9em}
                .go{display:block;width:100%%;text-align:center;text-decoration:none;background:var(--brand);color:#fff;border:0;
                border-radius:10px;font-size:17px;font-weight:600;padding:14px}
                .back{color:#545b6b}.alert{background:#fdecec;color:#8c1d18;border-radius:10px;padding:10px 12px}
                li{margin:8px 0}
                """.formatted(brand.colour());
    }
}
