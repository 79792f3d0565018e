CREATE SCHEMA exchange;
GRANT USAGE ON SCHEMA exchange TO ${app};

-- What was published stays: quotes name the day that made them.
CREATE TABLE exchange.rate (
    currency char(3) NOT NULL,
    day      date NOT NULL,
    per_euro numeric(20, 10) NOT NULL CHECK (per_euro > 0), -- main units for one euro
    source   text NOT NULL,
    PRIMARY KEY (currency, day)
);
GRANT SELECT, INSERT ON exchange.rate TO ${app};
