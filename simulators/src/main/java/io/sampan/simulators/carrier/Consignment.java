package io.sampan.simulators.carrier;

import java.util.List;

/**
 * What the customer declares when a shipment is made.
 *
 * @param ref      the customer's own reference; the same one is the same shipment
 * @param grams    actual weight
 * @param declared declared value in the currency's smallest unit
 */
record Consignment(
        String ref,
        Line line,
        int grams,
        Size size,
        long declared,
        String currency,
        boolean dutyPrepaid,
        Battery battery,
        Receiver receiver,
        List<Goods> goods) {

    /** Who gets it; its toString hides the person. */
    record Receiver(
            String name,
            String phone,
            String country,
            String state,
            String city,
            String street,
            String postCode,
            String taxNumber) {
        @Override
        public String toString() {
            return "Receiver[" + country + "]";
        }
    }

    /** One customs line. */
    record Goods(String hsCode, String name, int quantity, long unitValue) {}
}
