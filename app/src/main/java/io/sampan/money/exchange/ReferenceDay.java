package io.sampan.money.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One day of the European Central Bank's euro reference rates. Source: docs/sources/ecb.md "The file".
 *
 * @param perEuro how many main units of a currency one euro was worth
 */
record ReferenceDay(LocalDate date, Map<Currency, BigDecimal> perEuro) {
    private static final int MOST_DAYS = 20_000;

    /**
     * The days of a file in the order in which they stand there. A currency that Java does not know is left out.
     *
     * @throws IOException when it is no such file, or names an outside document
     */
    static List<ReferenceDay> parse(InputStream file) throws IOException {
        var days = new ArrayList<ReferenceDay>();
        try {
            var reader = safeReader(file);
            while (reader.hasNext()) {
                boolean cube =
                        reader.next() == XMLStreamConstants.START_ELEMENT && "Cube".equals(reader.getLocalName());
                if (cube) {
                    take(reader, days);
                }
            }
            reader.close();
        } catch (XMLStreamException | DateTimeException | NumberFormatException notSo) {
            throw new IOException("Not a file of reference rates: " + notSo.getMessage(), notSo);
        }
        if (days.isEmpty()) {
            throw new IOException("A file of reference rates without a day");
        }
        return days;
    }

    private static void take(XMLStreamReader reader, List<ReferenceDay> days) throws IOException {
        var time = reader.getAttributeValue(null, "time");
        if (time != null) {
            if (days.size() == MOST_DAYS) {
                throw new IOException("A file of more than " + MOST_DAYS + " days");
            }
            days.add(new ReferenceDay(LocalDate.parse(time), new HashMap<>()));
            return;
        }
        var code = reader.getAttributeValue(null, "currency");
        if (code == null) {
            return;
        }
        var rate = new BigDecimal(reader.getAttributeValue(null, "rate"));
        if (days.isEmpty() || rate.signum() <= 0) {
            throw new IOException("A rate without a day, or not positive: " + code);
        }
        known(code, rate, days.getLast().perEuro());
    }

    private static void known(String code, BigDecimal rate, Map<Currency, BigDecimal> perEuro) {
        Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code))
                .findAny()
                .ifPresent(currency -> perEuro.put(currency, rate));
    }

    /** The file may come from a network one day: it may neither define entities nor make us fetch anything. */
    private static XMLStreamReader safeReader(InputStream file) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(file);
    }
}
