package io.sampan.windows.storefront;

import io.sampan.browse.landedcost.LandedQuote;
import io.sampan.buy.invoice.Invoice;
import io.sampan.buy.ordering.Order;
import io.sampan.buy.payment.PaymentState;
import io.sampan.buy.payment.PaymentView;
import io.sampan.money.exchange.Rate;
import io.sampan.people.language.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** The papers of an order as PDF, each on pages of its own. Latin, Greek and Cyrillic letters are embedded; Chinese ones are the reader's own. */
final class InvoicePdf {
    private static final float MARGIN = 56;
    private static final float SIZE = 10;
    private static final float LARGE = 18;
    private static final float PAD = 4;

    private final Texts texts;
    private final FontSelector plain;
    private final FontSelector bold;
    private final FontSelector large;

    InvoicePdf(Texts texts) throws IOException {
        this.texts = texts;
        var chinese = BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        this.plain = selector(liberation("Regular"), chinese, SIZE);
        this.bold = selector(liberation("Bold"), chinese, SIZE);
        this.large = selector(liberation("Bold"), chinese, LARGE);
    }

    void write(Order order, List<PaymentView> payments, List<Invoice> papers, OutputStream out) {
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, out);
            document.addTitle(texts.say("invoice.of-order", "number", order.number()));
            document.addCreator("Sampan");
            document.open();
            for (var paper : papers) {
                document.newPage();
                head(document, order, paper);
                if (paper.kind() == Invoice.Kind.INVOICE) {
                    whole(document, order, payments);
                } else {
                    document.add(sums(paper));
                }
            }
        }
    }

    private void head(Document document, Order order, Invoice paper) {
        var seller = paper.seller();
        line(document, bold, seller.name());
        for (var part : seller.address().split(",")) {
            line(document, plain, part.strip());
        }
        if (!seller.taxId().isEmpty()) {
            line(document, plain, seller.taxId());
        }
        space(document);
        line(document, large, texts.say(title(paper.kind()), "number", paper.label()));
        space(document);
        line(document, plain, texts.say("invoice.date", "day", texts.dayOfYear(paper.issuedAt())));
        line(document, plain, texts.say("invoice.of-order", "number", order.number()));
        space(document);
        var to = order.address();
        line(document, bold, texts.say("invoice.to"));
        line(document, plain, to.recipient());
        line(document, plain, (to.street() + " " + to.extra()).strip());
        line(document, plain, (to.postcode() + " " + to.city() + " " + to.region()).strip());
        line(document, plain, texts.country(to.country()));
        space(document);
    }

    private void whole(Document document, Order order, List<PaymentView> payments) {
        var goods = table(3, 1);
        for (var line : order.lines()) {
            row(goods, plain, line.title().in(texts.locale()), line.quantity() + " × " + texts.money(line.unitPrice()));
        }
        document.add(goods);
        space(document);
        document.add(sums(order.quote()));
        space(document);
        for (var payment : payments) {
            if (payment.state() instanceof PaymentState.Captured captured) {
                var by = payment.isFromBalance()
                        ? "order.from-balance"
                        : "pay." + payment.method().id();
                var day = texts.dayOfYear(captured.at());
                line(
                        document,
                        plain,
                        texts.say(
                                "invoice.paid",
                                "amount",
                                texts.money(captured.amount()),
                                "how",
                                texts.say(by),
                                "day",
                                day));
            }
        }
        order.quote().rates().used().stream()
                .filter(rate -> !rate.from().equals(rate.to()))
                .forEach(rate -> line(document, plain, rate(rate)));
    }

    private PdfPTable sums(LandedQuote quote) {
        var sums = table(3, 1);
        for (var part : quote.parts()) {
            if (!part.amount().isZero()) {
                row(sums, plain, texts.say("part." + part.kind().slug()), texts.money(part.amount()));
            }
        }
        row(sums, bold, texts.say("invoice.total"), texts.money(quote.total()));
        return sums;
    }

    private PdfPTable sums(Invoice paper) {
        var sums = table(3, 1);
        boolean back = paper.kind() == Invoice.Kind.CREDIT_NOTE;
        var amount = back ? paper.amount().negated() : paper.amount();
        row(sums, bold, texts.say(back ? "invoice.given-back" : "invoice.on-top"), texts.money(amount));
        return sums;
    }

    private String rate(Rate rate) {
        return texts.say(
                "invoice.rate",
                "from",
                rate.from().getCurrencyCode(),
                "to",
                rate.to().getCurrencyCode(),
                "value",
                rate.value().stripTrailingZeros().toPlainString(),
                "day",
                rate.stamp().date().toString(),
                "source",
                rate.stamp().source());
    }

    private static String title(Invoice.Kind kind) {
        return switch (kind) {
            case INVOICE -> "invoice.title";
            case SUPPLEMENT -> "invoice.supplement";
            case CREDIT_NOTE -> "invoice.credit-note";
        };
    }

    private static PdfPTable table(float... widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    private static void row(PdfPTable table, FontSelector font, String name, String value) {
        table.addCell(cell(font.process(name), Element.ALIGN_LEFT));
        table.addCell(cell(font.process(value), Element.ALIGN_RIGHT));
    }

    private static PdfPCell cell(Phrase words, int align) {
        var cell = new PdfPCell(words);
        cell.setHorizontalAlignment(align);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setPadding(PAD);
        return cell;
    }

    private static void line(Document document, FontSelector font, String words) {
        document.add(new Paragraph(font.process(words)));
    }

    private void space(Document document) {
        line(document, plain, " ");
    }

    private static FontSelector selector(BaseFont latin, BaseFont chinese, float size) {
        var selector = new FontSelector();
        selector.addFont(new Font(latin, size));
        selector.addFont(new Font(chinese, size));
        return selector;
    }

    private static BaseFont liberation(String weight) throws IOException {
        var name = "LiberationSans-" + weight + ".ttf";
        InputStream found = InvoicePdf.class.getResourceAsStream("/liberation/" + name);
        try (var file = Objects.requireNonNull(found)) {
            return BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, file.readAllBytes(), null);
        }
    }
}
