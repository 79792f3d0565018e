package io.sampan.people.identity;

/** What an account may do. */
public enum Role {
    /** Buys for itself and sees only its own. */
    SHOPPER,
    /** Runs the shop: sees every order and moves it along. */
    OPERATOR
}
