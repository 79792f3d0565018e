package io.sampan.outside.gateway;

import java.util.List;

/** Where a gateway keeps people's ways to pay, if they want it, so that they need not type them again. We never see them whole. */
public interface SavedMethods {
    /** Whether it keeps this kind of way. @param method a {@link PayMethod#code} of the gateway */
    boolean keeps(String method);

    /** Makes the gateway know somebody by our key of them; returns its own reference, which {@link Gateway.Demand#customer} names. */
    Told<String> know(String key);

    /** What it keeps of them, the latest first. */
    Told<List<Kept>> of(String customer);

    /** They want it kept no longer. */
    Told<String> forget(String reference);

    /**
     * @param reference the gateway's
     * @param brand as the gateway names it, such as {@code visa}
     * @param lastFour the end of its number
     */
    record Kept(String reference, String brand, String lastFour, int month, int year) {}
}
