package io.sampan.outside.carrier;

/** A carrier that is not set up: what is asked of it waits until it is. */
record ClosedCarrier(String name) implements Carrier {
    @Override
    public Booked book(Shipment shipment) {
        return new Booked.Unclear(why());
    }

    @Override
    public Labelled label(String reference) {
        return new Labelled.Unclear(why());
    }

    @Override
    public Passed handOver(String reference) {
        return new Passed.Unclear(why());
    }

    private String why() {
        return "The carrier " + name + " is not set up";
    }
}
