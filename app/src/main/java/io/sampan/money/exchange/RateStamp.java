package io.sampan.money.exchange;

import java.time.LocalDate;

/**
 * Where a rate comes from, to be shown beside every price that was made with it.
 *
 * @param date the day whose reference rate it is; for a rate across two currencies the older of their days
 * @param source who published it, such as "European Central Bank"
 */
public record RateStamp(LocalDate date, String source) {}
