package io.sampan.windows.storefront;

import io.sampan.buy.paychoice.PayHabits;
import io.sampan.buy.payment.SavedWays;
import io.sampan.buy.payout.PayoutView;
import io.sampan.buy.shipchoice.Pace;
import io.sampan.help.notice.Notice;
import io.sampan.help.notice.Notices;
import io.sampan.money.amount.Money;
import io.sampan.money.ledger.BookLine;
import io.sampan.people.identity.Address;
import io.sampan.people.identity.AddressId;
import io.sampan.people.identity.Addresses;
import io.sampan.people.identity.Kept;
import io.sampan.people.identity.SavedAddress;
import io.sampan.people.identity.Sessions;
import io.sampan.people.language.Languages;
import io.sampan.people.language.Texts;
import io.sampan.windows.frame.Cookies;
import io.sampan.windows.frame.Frame;
import io.sampan.windows.frame.LocalPath;
import io.sampan.windows.frame.LookPage.Choice;
import io.sampan.windows.frame.NotThere;
import io.sampan.windows.frame.NotUnderstood;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An account's own things: messages, the address book, and where it is signed in. */
@Controller
public class AccountPage {
    private static final int MESSAGES = 30;

    private final Storefront storefront;
    private final Addresses addresses;
    private final Notices notices;
    private final Languages languages;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Habits habits;

    AccountPage(
            Storefront storefront,
            Addresses addresses,
            Notices notices,
            Languages languages,
            Sessions sessions,
            Cookies cookies,
            Habits habits) {
        this.storefront = storefront;
        this.addresses = addresses;
        this.notices = notices;
        this.languages = languages;
        this.sessions = sessions;
        this.cookies = cookies;
        this.habits = habits;
    }

    public record View(List<SavedAddress> book, List<Notice> messages, PayHabits habits, Pace pace) {}

    /**
     * @param id of the address that is changed; null for a new one
     * @param next path to go on to once it is kept
     */
    public record Editing(@Nullable AddressId id, AddressForm form, List<Choice> countries, String next, String said) {}

    /**
     * One movement of a balance.
     *
     * @param kind what it was, the end of a text key
     * @param number of the order that it was for, or empty
     * @param amount positive when the balance grew
     */
    public record BalanceLine(String kind, String number, Money amount, Instant at) {
        static BalanceLine of(BookLine line, String number) {
            var amount = Money.of(-line.minor(), line.currency());
            var kind = line.entry().substring(0, Math.max(0, line.entry().indexOf(':')));
            return new BalanceLine(kind, number, amount, line.recordedAt());
        }

        /** Text key of what it was. */
        public String text(Texts texts) {
            var key = "balance.line." + kind;
            return texts.knows(key) ? key : amount.isPositive() ? "balance.line.in" : "balance.line.out";
        }
    }

    /**
     * @param available what can be spent or paid out, in each currency
     * @param nothing in the visitor's currency
     * @param gateways that can pay it out
     * @param lines the latest first
     * @param said text key of what came of the last click, or empty
     */
    public record BalanceView(
            List<Money> available,
            Money nothing,
            List<String> gateways,
            List<PayoutView> payouts,
            List<BalanceLine> lines,
            String said) {
        /** A new one for each form, which makes one payout however often it is sent. */
        public String token() {
            return UUID.randomUUID().toString();
        }
    }

    /** @param said text key of what came of the last click, or empty */
    public record Cards(SavedWays.Wallet wallet, String said) {}

    @GetMapping("/account")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = storefront.frame(request);
        var account = frame.visitor().required();
        var view = new View(
                addresses.of(account.id()),
                notices.of(account.id(), MESSAGES),
                habits.paying(account.id().value()),
                habits.pace(account.id().value()));
        notices.markRead(account.id());
        storefront.show(response, "account", frame, view);
    }

    /** For somebody who left a session open elsewhere: this one ends too. */
    @PostMapping("/account/sign-out-everywhere")
    void signOutEverywhere(HttpServletRequest request, HttpServletResponse response) {
        sessions.closeAll(storefront.frame(request).visitor().required().id());
        cookies.signOut(response);
        cookies.cartCount(response, 0);
        storefront.goOn(response, "/sign-in");
    }

    /** What we learnt of how they pay is theirs: to be forgotten, and not to be learnt again. */
    @PostMapping("/account/habits/{what}")
    void habits(@PathVariable String what, HttpServletRequest request, HttpServletResponse response) {
        var person = storefront.frame(request).visitor().required().id().value();
        habits.change(person, what);
        storefront.goOn(response, "/account");
    }

    /** They know better than we what should stand first. */
    @PostMapping("/account/habits/want")
    void want(
            @RequestParam(defaultValue = "") String method, HttpServletRequest request, HttpServletResponse response) {
        var person = storefront.frame(request).visitor().required().id().value();
        habits.want(person, method);
        storefront.goOn(response, "/account#habits");
    }

    /** How urgent things are to them; the ways to the door are ordered by it from now on. */
    @PostMapping("/account/pace")
    void pace(
            @RequestParam String pace,
            @RequestParam(defaultValue = "/account") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visitor = storefront.frame(request).visitor();
        var said = Pace.of(pace).orElseThrow(NotUnderstood::new);
        habits.say(visitor.required().id().value(), visitor.country(), said);
        storefront.goOn(response, LocalPath.of(next, "/account"));
    }

    @GetMapping("/account/addresses/new")
    void begin(
            @RequestParam(defaultValue = "/account") String next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        edit(frame, response, null, AddressForm.empty(frame.visitor().country()), new Place(next, ""));
    }

    @GetMapping("/account/addresses/{id}")
    void change(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var frame = storefront.frame(request);
        var saved = addresses
                .find(frame.visitor().required().id(), new AddressId(id))
                .orElseThrow(NotThere::new);
        edit(frame, response, saved.id(), new AddressForm(saved.address(), List.of()), new Place("/account", ""));
    }

    @PostMapping("/account/addresses")
    void keep(
            @RequestParam Optional<UUID> id,
            @RequestParam(defaultValue = "/account") String next,
            @ModelAttribute AddressForm.Sent sent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var frame = storefront.frame(request);
        var owner = frame.visitor().required().id();
        Address address = sent.address();
        var which = id.map(AddressId::new).orElse(null);
        switch (which == null ? addresses.add(owner, address) : addresses.change(owner, which, address)) {
            case Kept.Saved saved -> {
                addresses.prefer(owner, saved.saved().id());
                storefront.goOn(response, LocalPath.of(next, "/account"));
            }
            case Kept.Faulty faulty ->
                edit(
                        frame,
                        response,
                        which,
                        new AddressForm(address, faulty.faults()),
                        new Place(next, "address.faulty"));
            case Kept.Full _ ->
                edit(frame, response, which, new AddressForm(address, List.of()), new Place(next, "address.full"));
            case Kept.Missing _ -> throw new NotThere();
        }
    }

    @PostMapping("/account/addresses/{id}/prefer")
    void prefer(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        addresses.prefer(storefront.frame(request).visitor().required().id(), new AddressId(id));
        storefront.goOn(response, "/account");
    }

    @PostMapping("/account/addresses/{id}/remove")
    void remove(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        addresses.remove(storefront.frame(request).visitor().required().id(), new AddressId(id));
        storefront.goOn(response, "/account");
    }

    private void edit(Frame frame, HttpServletResponse response, @Nullable AddressId id, AddressForm form, Place place)
            throws IOException {
        var country = form.address().country();
        var texts = frame.texts();
        var countries = languages.countries(texts.locale()).stream()
                .map(code -> new Choice(code, texts.country(code), code.equals(country)))
                .toList();
        var view = new Editing(id, form, countries, LocalPath.of(place.next(), "/account"), place.said());
        storefront.show(response, "address", frame, view);
    }

    /** Where the form stands: what comes after it, and what is to be said above it. */
    private record Place(String next, String said) {}
}
