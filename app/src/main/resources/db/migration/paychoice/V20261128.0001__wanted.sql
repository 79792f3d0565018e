-- Which way to pay a person wants to meet first, whatever is learnt.
CREATE TABLE paychoice.wanted (
    person uuid PRIMARY KEY,
    method text NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON paychoice.wanted TO ${app};
CREATE INDEX choice_by_time ON paychoice.choice (chosen_at);
