package io.sampan.outside.marketplace.jdvop;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we call JD VOP. The connector is there when {@code client-id} is set.
 *
 * @param gateway everything before {@code /oauth2} and {@code /api}
 * @param clientId of our contract; without it the connector is not there
 * @param clientSecret that the request for a token is signed with; other calls are not signed
 * @param username of the account that buys
 * @param password of that account, as a person types it; it is sent hashed
 * @param readLimit longest wait for an answer to a question
 * @param orderLimit longest wait for an answer that changes something
 * @param area JD's numbers of the place that stock is asked for, {@code province_city_county_town}: the warehouse's. Orders go where the
 *     purchase says
 * @param email that JD writes to about orders
 * @param invoice what the contract says of invoices
 * @param codes result codes that are not documented
 */
@ConfigurationProperties(prefix = "sampan.jd-vop", ignoreUnknownFields = false)
record JdVopSettings(
        @DefaultValue("https://bizapi.jd.com") URI gateway,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("6s") Duration readLimit,
        @DefaultValue("15s") Duration orderLimit,
        @DefaultValue("19_1607_3155_0") String area,
        @DefaultValue("") String email,
        @DefaultValue Invoice invoice,
        @DefaultValue Codes codes) {

    /**
     * Fields of an order as the contract wants them.
     *
     * @param state 2 is one invoice for many orders
     * @param type 2 is a special VAT invoice
     * @param title 5 is a company
     * @param company whose name is on it
     * @param content 1 is the goods in detail
     */
    record Invoice(
            @DefaultValue("2") String state,
            @DefaultValue("2") String type,
            @DefaultValue("5") String title,
            @DefaultValue("") String company,
            @DefaultValue("1") String content) {}

    /**
     * @param tooOften we call too often
     * @param priceMoved the price is not the one that we named
     */
    record Codes(
            @DefaultValue("2010") Set<String> tooOften,
            @DefaultValue("3019") Set<String> priceMoved) {}

    @Override
    public String toString() {
        return "JdVopSettings[" + gateway + ", client " + clientId + "]";
    }
}
