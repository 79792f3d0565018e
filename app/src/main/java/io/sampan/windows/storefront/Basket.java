package io.sampan.windows.storefront;

import io.sampan.buy.ordering.Cart;
import io.sampan.buy.ordering.CartKey;
import io.sampan.buy.ordering.Carts;
import io.sampan.windows.frame.Cookies;
import io.sampan.windows.frame.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose cart a browser carries: a stranger's by a key in a cookie, an account's own once they sign in, which the stranger's then joins. */
@Component
class Basket {
    private static final String COOKIE = "cart";

    private final Carts carts;
    private final Cookies cookies;

    Basket(Carts carts, Cookies cookies) {
        this.carts = carts;
        this.cookies = cookies;
    }

    /** The key of the visitor's cart; a stranger without one gets one, kept in their browser. */
    CartKey key(HttpServletRequest request, HttpServletResponse response) {
        var account = Visitor.of(request).account();
        var carried = carried(request);
        if (account == null) {
            return carried.orElseGet(() -> fresh(response));
        }
        if (carried.isEmpty()) {
            return carts.of(account.id());
        }
        cookies.remove(response, COOKIE);
        return carts.claim(carried.get(), account.id());
    }

    /** Tells the header of the pages to come how many pieces there are. */
    void tell(HttpServletResponse response, Cart cart) {
        cookies.cartCount(
                response, cart.lines().stream().mapToInt(Cart.Line::quantity).sum());
    }

    /** Tells it anew, after an order took things out. */
    void recount(HttpServletRequest request, HttpServletResponse response) {
        tell(response, carts.of(key(request, response)));
    }

    private CartKey fresh(HttpServletResponse response) {
        var key = carts.fresh();
        cookies.write(response, COOKIE, key.value().toString());
        return key;
    }

    private Optional<CartKey> carried(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(text -> new CartKey(UUID.fromString(text)));
    }
}
