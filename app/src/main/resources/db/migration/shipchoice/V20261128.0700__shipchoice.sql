CREATE SCHEMA shipchoice;
GRANT USAGE ON SCHEMA shipchoice TO ${app};

-- Which ways an order could have gone (line/fen/least days/most days/prepaid, in the order shown), and which way it goes. From it everything can be
-- learnt anew.
CREATE TABLE shipchoice.choice (
    subject   uuid PRIMARY KEY,
    person    uuid, -- null once the person wanted to be forgotten
    country   text NOT NULL,
    shown     text[] NOT NULL,
    chosen    text NOT NULL,
    chosen_at timestamptz NOT NULL
);
CREATE INDEX choice_by_person ON shipchoice.choice (person) WHERE person IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON shipchoice.choice TO ${app};

-- What is believed of a person, by the names of the features, and what they say of themselves.
CREATE TABLE shipchoice.shipper (
    person     uuid PRIMARY KEY,
    country    text NOT NULL,
    features   text NOT NULL,
    mean       float8[],
    covariance float8[], -- row by row
    last_line  text,
    choices    int NOT NULL,
    pace       text NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX shipper_by_change ON shipchoice.shipper (changed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON shipchoice.shipper TO ${app};
