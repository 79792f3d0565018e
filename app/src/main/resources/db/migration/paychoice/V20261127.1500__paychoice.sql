CREATE SCHEMA paychoice;
GRANT USAGE ON SCHEMA paychoice TO ${app};

-- What was put before somebody who pays, in which order, how likely that order was, what they chose and how it ended. From it everything else can be
-- learnt anew, and any other way to rank can be judged.
CREATE TABLE paychoice.choice (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     uuid, -- null once the person wanted to be forgotten
    subject    uuid NOT NULL,
    country    text NOT NULL,
    minor      bigint NOT NULL,
    currency   char(3) NOT NULL,
    shown      text[] NOT NULL,
    propensity double precision NOT NULL,
    chosen     text NOT NULL,
    chosen_at  timestamptz NOT NULL,
    success    boolean, -- null until it ended
    ended_at   timestamptz
);
CREATE INDEX choice_by_subject ON paychoice.choice (subject, chosen);
CREATE INDEX choice_by_person ON paychoice.choice (person) WHERE person IS NOT NULL;
CREATE INDEX choice_ended ON paychoice.choice (ended_at) WHERE ended_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON paychoice.choice TO ${app};

-- What is believed of a person's tastes, by the names of the features; and who wants nothing to be learnt of them.
CREATE TABLE paychoice.payer (
    person     uuid PRIMARY KEY,
    country    text NOT NULL,
    features   text[] NOT NULL,
    mean       float8[] NOT NULL,
    covariance float8[] NOT NULL, -- row by row
    changed_at timestamptz NOT NULL
);
CREATE TABLE paychoice.unfollowed (
    person uuid PRIMARY KEY,
    since  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON paychoice.payer, paychoice.unfollowed TO ${app};
