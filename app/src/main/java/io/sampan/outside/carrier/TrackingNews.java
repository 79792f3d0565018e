package io.sampan.outside.carrier;

/** Something happened to the parcel of this number. It carries no facts: who cares looks, since pushes come late, twice and in any order. */
public record TrackingNews(String number) {}
