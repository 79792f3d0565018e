package io.sampan.outside.carrier.sampanpost;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Carrier;
import io.sampan.outside.carrier.Carrier.Booked;
import io.sampan.outside.carrier.Carrier.Labelled;
import io.sampan.outside.carrier.Carrier.Passed;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.carrier.Line;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.ParcelSize;
import io.sampan.outside.carrier.SampleLines;
import io.sampan.outside.carrier.Shipment;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.people.identity.Address;
import io.sampan.simulators.SimulatorSettings;
import io.sampan.simulators.Simulators;
import io.sampan.simulators.kernel.Fault;
import io.sampan.simulators.kernel.FaultKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connector over HTTP against the simulated SampanPost. */
class SimulatedSampanPostTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ParcelSize BOX = new ParcelSize(1_200, 300, 200, 100);
    private static Simulators world;
    private static Carrier post;

    @BeforeAll
    static void open() {
        world = Simulators.start(new SimulatorSettings(null, 1, 0, 10));
        post = SampanPostOfATest.at(world.addresses().get("carrier"), world.credentials("carrier"), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void theSameReferenceIsTheSameBookingUntilTheEnd() {
        var ref = UUID.randomUUID().toString();
        var shipment = shipment(ref, "express", "DE", BOX, Set.of());
        assertThat(post.label(ref)).isInstanceOf(Labelled.Refused.class);
        var booked = post.book(shipment);
        assertThat(booked).isInstanceOf(Booked.Done.class);
        assertThat(post.book(shipment)).isEqualTo(booked);
        var other = shipment(ref, "express", "DE", new ParcelSize(1_300, 300, 200, 100), Set.of());
        assertThat(post.book(other))
                .isInstanceOfSatisfying(
                        Booked.Refused.class, no -> assertThat(no.code()).isEqualTo("REF_NO_CONFLICT"));
        assertThat(post.label(ref))
                .isInstanceOfSatisfying(
                        Labelled.Ready.class,
                        label -> assertThat(new String(label.bytes(), StandardCharsets.UTF_8))
                                .startsWith("<svg"));
        assertThat(post.handOver(ref)).isEqualTo(new Passed.Done());
        assertThat(post.handOver(ref)).isEqualTo(new Passed.Done());
    }

    @Test
    void anAnswerThatIsLostAfterTheBookingIsFoundAgain() {
        var ref = UUID.randomUUID().toString();
        var shipment = shipment(ref, "economy", "DE", BOX, Set.of());
        world.kernel()
                .faults()
                .arm(new Fault("carrier", "ds.xms.order.create", FaultKind.DROP_AFTER_SUCCESS, 2, 0, 100));
        assertThat(post.book(shipment)).isInstanceOf(Booked.Unclear.class);
        assertThat(post.book(shipment)).isInstanceOf(Booked.Done.class);
    }

    @Test
    void aWrongSecretIsRefused() {
        var credentials = Map.of("appKey", world.credentials("carrier").get("appKey"), "appSecret", "wrong");
        var stranger = SampanPostOfATest.at(world.addresses().get("carrier"), credentials, Clock.systemUTC());
        assertThat(stranger.handOver("x"))
                .isInstanceOfSatisfying(
                        Passed.Refused.class, no -> assertThat(no.code()).isEqualTo("SIGN_ERROR"));
    }

    @ParameterizedTest
    @CsvSource({
        "express,DE,1200,300,200,100", "express,US,501,100,100,100", "express,JP,20999,400,300,300",
        "express,NO,22300,300,300,300", "express,DE,900,400,400,300", "economy,DE,1234,300,200,100",
        "economy,AU,1999,500,200,100", "economy,MX,4321,300,200,100", "economy,FR,800,700,300,200"
    })
    void aQuoteIsWhatTheCarrierBills(String id, String country, int grams, int length, int width, int height) {
        for (var hazards : List.of(Set.<Hazard>of(), Set.of(Hazard.BATTERY))) {
            var size = new ParcelSize(grams, length, width, height);
            var quoted = line(id, country).price(size, hazards);
            var booked = post.book(shipment(UUID.randomUUID().toString(), id, country, size, hazards));
            switch (quoted) {
                case Freight.Priced priced ->
                    assertThat(booked).isInstanceOfSatisfying(Booked.Done.class, done -> {
                        assertThat(done.freight()).isEqualTo(priced.amount());
                        assertThat(done.billedGrams()).isEqualTo(priced.billedGrams());
                    });
                case Freight.NotPossible _ -> assertThat(booked).isInstanceOf(Booked.Refused.class);
            }
        }
    }

    private static Line line(String id, String country) {
        return SampleLines.shipped().find(new LineId(id), country, NOW).orElseThrow();
    }

    private static Shipment shipment(String ref, String id, String country, ParcelSize size, Set<Hazard> hazards) {
        var line = line(id, country);
        var door = new Address("Ada Example", "+49 30 1234567", "Torstraße 1", "", "10119", "Berlin", "BE", country);
        var goods = List.of(new Shipment.Goods("620443", "dress", 2, Money.fen(10_000)));
        return new Shipment(ref, line.product(), size, line.taxPrepaid(), hazards, door, goods);
    }
}
