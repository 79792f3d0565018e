package io.sampan.windows.console;

import io.sampan.buy.ordering.Order;
import io.sampan.buy.ordering.Orders;
import io.sampan.deliver.shipping.Parcel;
import io.sampan.deliver.shipping.ParcelState;
import io.sampan.deliver.shipping.Parcels;
import io.sampan.deliver.shipping.Passing;
import io.sampan.deliver.warehouse.PackedParcel;
import io.sampan.deliver.warehouse.ParcelId;
import io.sampan.deliver.warehouse.Warehouse;
import io.sampan.money.amount.Money;
import io.sampan.outside.carrier.Carrier.Labelled;
import io.sampan.outside.carrier.Freight;
import io.sampan.outside.carrier.LineId;
import io.sampan.outside.carrier.Tracked;
import io.sampan.outside.marketplace.Offer.Hazard;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Parcels to shoppers: their labels, the moment when the driver takes them, and their way. */
@Controller
public class ParcelsPage {
    private static final int SHOWN = 100;
    private static final Set<String> SHOWN_AS_THEY_ARE = Set.of("application/pdf", "image/png");

    private final Pages pages;
    private final Parcels parcels;
    private final Warehouse warehouse;
    private final Orders orders;
    private final Tasks tasks;

    ParcelsPage(Pages pages, Parcels parcels, Warehouse warehouse, Orders orders, Tasks tasks) {
        this.pages = pages;
        this.parcels = parcels;
        this.warehouse = warehouse;
        this.orders = orders;
        this.tasks = tasks;
    }

    public record ListView(List<Pile> piles, Said said) {}

    /**
     * @param parcel null in the moment between packing and booking
     * @param tracking the latest first
     */
    public record View(
            PackedParcel packed, Order order, @Nullable Parcel parcel, List<Tracked.Event> tracking, Said said) {
        /** Such as {@code booked}, the end of its text key. */
        public String state() {
            return parcel == null ? "packed" : parcel.state().slug();
        }

        public boolean mayHandOver() {
            return parcel != null && parcel.state() instanceof ParcelState.Booked;
        }

        /** Whether the carrier refused it, with its words in {@link #refusal}. */
        public boolean isRefused() {
            return parcel != null && parcel.state() instanceof ParcelState.NeedsHuman;
        }

        public String refusal() {
            return parcel != null && parcel.state() instanceof ParcelState.NeedsHuman(var _, var code, var words)
                    ? code + " " + words
                    : "";
        }

        public boolean isBooked() {
            return parcel != null && parcel.trackingNumber() != null;
        }

        /** Whether it will be another state in a moment, so that the page should look again. */
        public boolean isMoving() {
            return parcel == null
                    || switch (parcel.state()) {
                        case ParcelState.Packed _, ParcelState.Booking _, ParcelState.HandingOver _ -> true;
                        case ParcelState.Booked _, ParcelState.HandedOver _, ParcelState.InTransit _ -> false;
                        case ParcelState.Delivered _,
                                ParcelState.Lost _,
                                ParcelState.Returned _,
                                ParcelState.NeedsHuman _ -> false;
                    };
        }
    }

    /** A parcel that an operator asks about. @param measures as typed */
    public record Trial(String country, Measures measures, Set<Hazard> kinds) {}

    /** What a line asks for it, or why it does not take it. */
    public record Asked(LineId line, Freight freight) {}

    /**
     * What the guarantee of the freight came to.
     *
     * @param premiums that shoppers paid for it, in CNY
     * @param excess that carriers billed beyond what shoppers paid for freight
     * @param spared that they billed less for parcels that turned out lighter
     */
    public record GuaranteeBook(LineId line, int parcels, Money premiums, Money excess, Money spared) {
        GuaranteeBook plus(GuaranteeBook other) {
            return new GuaranteeBook(
                    line,
                    parcels + other.parcels,
                    premiums.plus(other.premiums),
                    excess.plus(other.excess),
                    spared.plus(other.spared));
        }

        /** What is left of the premiums; below zero when they did not pay for it. */
        public Money left() {
            return premiums.minus(excess);
        }
    }

    /**
     * @param faults names of fields that hold no possible number
     * @param isReckoned whether {@code asked} answers the trial
     * @param books of the latest parcels, by line
     */
    public record FreightView(
            Trial trial,
            List<String> countries,
            List<String> faults,
            boolean isReckoned,
            List<Asked> asked,
            List<GuaranteeBook> books) {}

    @GetMapping("/console/parcels")
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var texts = frame.texts();
        var piles = List.of(
                tasks.refusedByCarrier(texts, SHOWN),
                tasks.toHandOver(texts, SHOWN),
                tasks.ofParcels("lost", "lost", texts, SHOWN),
                tasks.ofParcels("returned", "returned", texts, SHOWN),
                tasks.ofParcels("on-the-way", "in-transit", texts, SHOWN),
                tasks.ofParcels("handed-over", "handed-over", texts, SHOWN));
        pages.show(response, "console/parcels.jte", frame, new ListView(piles, Said.of(request, frame)));
    }

    @GetMapping("/console/parcels/{id}")
    void show(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = pages.frame(request, "console");
        var packed = warehouse.parcel(new ParcelId(id)).orElseThrow(NotThere::new);
        var parcel = parcels.find(packed.id());
        var view = new View(
                packed,
                orders.find(packed.order()).orElseThrow(NotThere::new),
                parcel.orElse(null),
                parcel.isEmpty()
                        ? List.of()
                        : parcels.delivery(packed.id()).events().reversed(),
                Said.of(request, frame));
        pages.show(response, "console/parcel.jte", frame, view);
    }

    /** The carrier's label as it gives it; while it does not, back to the parcel. */
    @GetMapping("/console/parcels/{id}/label")
    void label(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        switch (parcels.label(parcel(id).id())) {
            case Labelled.Ready label -> print(label, id, response);
            case Labelled.Refused _ -> goOn(id, "label-refused", response);
            case Labelled.Unclear _ -> goOn(id, "label-later", response);
        }
    }

    /**
     * Shows what can do nothing here, a drawing only in a sandbox, since it could hold a script; what else a carrier sends is a file to keep. The
     * page of another's making never speaks for the console.
     */
    static void print(Labelled.Ready label, UUID id, HttpServletResponse response) throws IOException {
        boolean drawing = label.contentType().equals("image/svg+xml");
        boolean shown = drawing || SHOWN_AS_THEY_ARE.contains(label.contentType());
        response.setContentType(shown ? label.contentType() : "application/octet-stream");
        response.setHeader(
                "Content-Disposition", (shown ? "inline" : "attachment") + "; filename=\"label-" + id + "\"");
        if (drawing) {
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        }
        response.setContentLength(label.bytes().length);
        response.getOutputStream().write(label.bytes());
    }

    @PostMapping("/console/parcels/{id}/hand-over")
    void handOver(@PathVariable UUID id, HttpServletResponse response) {
        switch (parcels.handOver(parcel(id).id())) {
            case Passing.Done _ -> goOn(id, "handed-over", response);
            case Passing.Already _ -> goOn(id, "handed-over-before", response);
            case Passing.Pending _ -> goOn(id, "handing-over", response);
            case Passing.Forbidden _ -> goOn(id, "not-now", response);
        }
    }

    @PostMapping("/console/parcels/{id}/retry")
    void retry(@PathVariable UUID id, HttpServletResponse response) {
        goOn(id, parcels.retry(parcel(id).id()) ? "trying-again" : "already", response);
    }

    private Parcel parcel(UUID id) {
        return parcels.find(new ParcelId(id)).orElseThrow(NotThere::new);
    }

    private void goOn(UUID id, String said, HttpServletResponse response) {
        pages.goOn(response, "/console/parcels/" + id + "?said=" + said);
    }
}
