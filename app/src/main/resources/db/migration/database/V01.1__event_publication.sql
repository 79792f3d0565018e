-- Events between rooms are stored before they are sent. Source: Spring Modulith 2.1, schemas/v2/schema-postgresql.sql.
CREATE SCHEMA database;
GRANT USAGE ON SCHEMA database TO ${app};

CREATE TABLE database.event_publication (
    id                     uuid PRIMARY KEY,
    listener_id            text NOT NULL,
    event_type             text NOT NULL,
    serialized_event       text NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
CREATE INDEX event_publication_by_event ON database.event_publication (md5(serialized_event));
CREATE INDEX event_publication_by_completion ON database.event_publication (completion_date);
GRANT SELECT, INSERT, UPDATE, DELETE ON database.event_publication TO ${app};
