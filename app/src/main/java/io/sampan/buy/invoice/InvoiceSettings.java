package io.sampan.buy.invoice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who sells, as the law of their country wants it on an invoice. What an invoice says stays as it was when it was issued.
 *
 * @param sellerName as registered
 * @param sellerAddress its lines are divided by commas
 * @param sellerTaxId with its name, such as "VAT ID DE123456789"; may be empty
 */
@ConfigurationProperties(prefix = "sampan.invoice", ignoreUnknownFields = false)
record InvoiceSettings(
        @DefaultValue("Sampan demo shop") String sellerName,
        @DefaultValue("1 Harbour Road, Hong Kong") String sellerAddress,
        @DefaultValue("") String sellerTaxId) {}
