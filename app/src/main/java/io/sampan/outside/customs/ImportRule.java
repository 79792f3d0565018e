package io.sampan.outside.customs;

import io.sampan.ground.rulebook.Rule;
import io.sampan.ground.rulebook.RuleVersion;
import io.sampan.money.amount.Money;
import io.sampan.outside.customs.Assessed.Kind;
import io.sampan.outside.customs.Assessed.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code rules.csv}.
 *
 * @param above goods' value above which it holds
 * @param upTo goods' value up to which it holds; null without an end
 * @param refusal text key of why the country takes no such consignment; null where it does
 */
record ImportRule(
        RuleVersion version,
        Currency currency,
        Money above,
        @Nullable Money upTo,
        @Nullable Duty duty,
        @Nullable Tax tax,
        @Nullable Fee fee,
        @Nullable String refusal,
        Optional<String> note) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 12;

    /**
     * @param percent of the goods' value, or of goods and freight
     * @param perHeading asked once for each distinct heading
     * @param minus taken off the percentage; the duty is never below zero
     */
    record Duty(BigDecimal percent, boolean withFreight, Money perHeading, Money minus) {}

    /**
     * @param percent null for the country's standard rate
     * @param withFreight whether freight is taxed too
     * @param inside whether the tax is a share of the sum that includes it, as Brazil's ICMS
     */
    record Tax(@Nullable BigDecimal percent, boolean withFreight, boolean inside) {}

    record Fee(Money amount, boolean perHeading) {}

    /** Whether the row alone says what import costs, rather than adding a fee to another row. */
    boolean decides() {
        return duty != null || tax != null;
    }

    boolean asksCountryTax() {
        return tax != null && tax.percent() == null;
    }

    boolean covers(Money goods) {
        return goods.compareTo(above) > 0 && (upTo == null || goods.compareTo(upTo) <= 0)
                || goods.isZero() && above.isZero();
    }

    /** @param goods in the rule's currency, like the freight */
    List<Part> parts(Money goods, Money freight, int headings, BigDecimal countryTax) {
        var parts = new ArrayList<Part>();
        var owed = Money.zero(currency);
        if (duty != null) {
            owed = duty(duty, goods, freight, headings);
            parts.add(part(Kind.DUTY, owed));
        }
        if (tax != null) {
            parts.add(part(Kind.TAX, tax(tax, goods.plus(owed), freight, countryTax)));
        }
        if (fee != null) {
            parts.add(part(Kind.CLEARANCE, fee.perHeading() ? fee.amount().times(headings) : fee.amount()));
        }
        return parts;
    }

    private static Money duty(Duty duty, Money goods, Money freight, int headings) {
        var base = duty.withFreight() ? goods.plus(freight) : goods;
        var owed = percent(base, duty.percent())
                .plus(duty.perHeading().times(headings))
                .minus(duty.minus());
        return owed.max(Money.zero(owed.currency()));
    }

    private static Money tax(Tax tax, Money goodsAndDuty, Money freight, BigDecimal countryTax) {
        var base = tax.withFreight() ? goodsAndDuty.plus(freight) : goodsAndDuty;
        var percent = tax.percent() == null ? countryTax : tax.percent();
        if (!tax.inside()) {
            return percent(base, percent);
        }
        var share = percent.divide(HUNDRED.subtract(percent), DIGITS, RoundingMode.HALF_UP);
        return base.times(share);
    }

    private static Money percent(Money base, BigDecimal percent) {
        return base.times(percent.movePointLeft(2));
    }

    private Part part(Kind kind, Money amount) {
        return new Part(kind, amount, version.id());
    }

    static ImportRule of(Rule rule) {
        var currency = Currency.getInstance(rule.text("currency"));
        return new ImportRule(
                rule.version(),
                currency,
                rule.cell("above").map(text -> money(text, currency)).orElse(Money.zero(currency)),
                rule.cell("upto").map(text -> money(text, currency)).orElse(null),
                duty(rule.words("duty"), currency),
                tax(rule.words("tax")),
                fee(rule.words("fee"), currency),
                rule.cell("refused").orElse(null),
                rule.cell("note"));
    }

    /** {@code none}, {@code 3.00 per-heading}, {@code 6.5% goods}, {@code 60% goods minus 20.00}, {@code 8% goods+freight}. */
    private static @Nullable Duty duty(List<String> words, Currency currency) {
        var zero = Money.zero(currency);
        if (words.isEmpty()) {
            return null;
        }
        var first = words.getFirst();
        if (first.equals("none")) {
            return new Duty(BigDecimal.ZERO, false, zero, zero);
        }
        if (words.contains("per-heading")) {
            return new Duty(BigDecimal.ZERO, false, money(first, currency), zero);
        }
        int minus = words.indexOf("minus");
        return new Duty(
                percent(first),
                words.contains("goods+freight"),
                zero,
                minus < 0 ? zero : money(words.get(minus + 1), currency));
    }

    /** {@code none}, {@code country goods+freight}, {@code 10% goods}, {@code 17% goods inside}; duty is always part of the base. */
    private static @Nullable Tax tax(List<String> words) {
        if (words.isEmpty()) {
            return null;
        }
        var first = words.getFirst();
        if (first.equals("none")) {
            return new Tax(BigDecimal.ZERO, false, false);
        }
        return new Tax(
                first.equals("country") ? null : percent(first),
                words.contains("goods+freight"),
                words.contains("inside"));
    }

    /** {@code 25.00 per-parcel} or {@code 2.00 per-heading}. */
    private static @Nullable Fee fee(List<String> words, Currency currency) {
        return words.isEmpty() ? null : new Fee(money(words.getFirst(), currency), words.contains("per-heading"));
    }

    private static BigDecimal percent(String word) {
        if (!word.endsWith("%")) {
            throw new IllegalArgumentException("Not a percentage: " + word);
        }
        return new BigDecimal(word.substring(0, word.length() - 1));
    }

    private static Money money(String text, Currency currency) {
        return Money.ofDecimal(new BigDecimal(text), currency);
    }
}
