-- How long delivered parcels took, for the days that are promised to the next ones: no person, no address. Only ever added to.
CREATE TABLE shipping.transit_time (
    parcel_id      uuid PRIMARY KEY,
    line           text NOT NULL,
    country        text NOT NULL,
    least_days     int NOT NULL,
    most_days      int NOT NULL,
    handed_over_at timestamptz NOT NULL,
    delivered_at   timestamptz NOT NULL
);
CREATE INDEX transit_time_by_line ON shipping.transit_time (line, delivered_at);
GRANT SELECT, INSERT ON shipping.transit_time TO ${app};
