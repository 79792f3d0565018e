package io.sampan.outside.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of what it may call an app has spent today, all nodes together.
 *
 * @param api the platform's name of it; empty for the app as a whole
 * @param today calls of the platform's day
 * @param daily most of them
 * @param closedUntil until when the platform does not want to hear from us; null when it does
 * @param why in its words; empty when it does
 */
public record Spending(
        String api, long today, long daily, @Nullable Instant closedUntil, String why) {}
