-- Money that is promised and not moved yet. Written once for all, as entries are.
CREATE TABLE ledger.hold (
    id             text PRIMARY KEY, -- by the caller, in one sequence with the ids of entries
    kind           text NOT NULL,
    subject        text NOT NULL,
    at             timestamptz NOT NULL,
    debit_kind     text NOT NULL,
    debit_subject  text NOT NULL,
    credit_kind    text NOT NULL,
    credit_subject text NOT NULL,
    minor          bigint NOT NULL CHECK (minor > 0),
    currency       char(3) NOT NULL,
    until          timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL
);
CREATE INDEX hold_by_subject ON ledger.hold (subject, at);
GRANT SELECT ON ledger.hold TO ${app};

-- How a hold ended, once: settled by an entry of this id, released, or expired.
CREATE TABLE ledger.hold_end (
    hold_id     text PRIMARY KEY REFERENCES ledger.hold (id),
    id          text NOT NULL UNIQUE,
    how         text NOT NULL,
    minor       bigint NOT NULL, -- what was moved of it
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
GRANT SELECT ON ledger.hold_end TO ${app};

-- Holds that nobody ended, for the caretaker that lets them expire.
CREATE TABLE ledger.hold_open (
    hold_id text PRIMARY KEY REFERENCES ledger.hold (id),
    until   timestamptz NOT NULL
);
CREATE INDEX hold_open_by_until ON ledger.hold_open (until);
GRANT SELECT ON ledger.hold_open TO ${app};

-- Accounts that never may be spent below nothing: the same list stands in AccountRef.Kind, and a test holds them together.
CREATE FUNCTION ledger.is_limited(kind text) RETURNS boolean LANGUAGE sql IMMUTABLE
    RETURN kind IN ('SHOPPER_BALANCE', 'COUPON');
GRANT EXECUTE ON FUNCTION ledger.is_limited(text) TO ${app};

-- What limited accounts come to: kept beside the postings by ledger.write alone, and provable from them.
CREATE TABLE ledger.limited_account (
    account_kind    text NOT NULL CHECK (ledger.is_limited(account_kind)),
    account_subject text NOT NULL,
    currency        char(3) NOT NULL,
    debits          bigint NOT NULL DEFAULT 0,
    credits         bigint NOT NULL DEFAULT 0,
    debits_held     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (account_kind, account_subject, currency),
    CHECK (debits >= 0 AND credits >= 0 AND debits_held >= 0),
    CONSTRAINT never_overdrawn CHECK (debits + debits_held <= credits)
);
GRANT SELECT ON ledger.limited_account TO ${app};

-- Locks limited accounts until the transaction ends, always in the same order, and says what they come to. An account begins here.
CREATE FUNCTION ledger.lock_accounts(kinds text[], subjects text[], currencies text[]) RETURNS SETOF ledger.limited_account
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
    a     record;
    account limited_account;
BEGIN
    FOR a IN SELECT u.kind, u.subject, u.currency FROM unnest(kinds, subjects, currencies) AS u (kind, subject, currency) ORDER BY 1, 2, 3 LOOP
        SELECT * INTO account FROM limited_account l
            WHERE l.account_kind = a.kind AND l.account_subject = a.subject AND l.currency = a.currency::char(3) FOR UPDATE;
        IF NOT FOUND THEN
            INSERT INTO limited_account AS l (account_kind, account_subject, currency) VALUES (a.kind, a.subject, a.currency)
                ON CONFLICT (account_kind, account_subject, currency) DO UPDATE SET debits = l.debits RETURNING * INTO account;
        END IF;
        RETURN NEXT account;
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION ledger.lock_accounts(text[], text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.lock_accounts(text[], text[], text[]) TO ${app};

-- What some movements add to accounts that are limited.
CREATE FUNCTION ledger.limited_sums(movements jsonb)
    RETURNS TABLE (kind text, subject text, currency text, debits bigint, credits bigint, held bigint)
    LANGUAGE sql STABLE SET search_path = ledger, pg_temp AS $$
    SELECT m.kind, m.subject, m.currency, sum(m.debit)::bigint, sum(m.credit)::bigint, sum(m.held)::bigint FROM (
        SELECT p.kind, p.subject, p.currency, greatest(p.minor, 0) AS debit, greatest(-p.minor, 0) AS credit, 0 AS held
        FROM jsonb_to_recordset(movements -> 'postings') AS p (kind text, subject text, minor bigint, currency text)
        UNION ALL
        SELECT h.debit_kind, h.debit_subject, h.currency, 0, 0, h.minor
        FROM jsonb_to_recordset(movements -> 'holds') AS h (debit_kind text, debit_subject text, minor bigint, currency text)
        UNION ALL
        SELECT h.debit_kind, h.debit_subject, h.currency, 0, 0, -h.minor
        FROM jsonb_to_recordset(movements -> 'ends') AS e (hold text) JOIN hold h ON h.id = e.hold
    ) m
    WHERE is_limited(m.kind)
    GROUP BY m.kind, m.subject, m.currency
$$;
REVOKE EXECUTE ON FUNCTION ledger.limited_sums(jsonb) FROM PUBLIC;

-- Adds them, one account after the other by its key, in the order in which they are locked.
CREATE FUNCTION ledger.count_limited(movements jsonb) RETURNS void
    LANGUAGE plpgsql SET search_path = ledger, pg_temp AS $$
DECLARE
    s record;
BEGIN
    FOR s IN SELECT * FROM limited_sums(movements) ORDER BY kind, subject, currency LOOP
        UPDATE limited_account l
            SET debits = l.debits + s.debits, credits = l.credits + s.credits, debits_held = l.debits_held + s.held
            WHERE l.account_kind = s.kind AND l.account_subject = s.subject AND l.currency = s.currency::char(3);
        IF NOT FOUND THEN
            INSERT INTO limited_account VALUES (s.kind, s.subject, s.currency, s.debits, s.credits, s.held);
        END IF;
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION ledger.count_limited(jsonb) FROM PUBLIC;

-- Days whose book is closed: nothing is recorded in them any more, and what is has this fingerprint, which covers the days before it, too.
CREATE TABLE ledger.closed_day (
    day         date PRIMARY KEY, -- of UTC
    until       timestamptz NOT NULL UNIQUE,
    fingerprint text NOT NULL,
    rows        bigint NOT NULL,
    closed_at   timestamptz NOT NULL
);
GRANT SELECT ON ledger.closed_day TO ${app};
CREATE INDEX entry_by_recorded ON ledger.entry (recorded_at);
CREATE INDEX hold_by_recorded ON ledger.hold (recorded_at);
CREATE INDEX hold_end_by_recorded ON ledger.hold_end (recorded_at);

-- Waits until nobody writes, and keeps all who want to waiting until the transaction ends.
CREATE FUNCTION ledger.begin_closing() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
    SELECT pg_advisory_xact_lock(hashtext('ledger.closed_day'))
$$;
REVOKE EXECUTE ON FUNCTION ledger.begin_closing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.begin_closing() TO ${app};

-- Days are closed one after the other, and only once they are over.
CREATE FUNCTION ledger.close_day(closing date, fingerprint text, rows bigint, now timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
    ends timestamptz := (closing + 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
    IF ends > now OR EXISTS (SELECT FROM closed_day c WHERE c.day >= closing) THEN
        RAISE EXCEPTION 'That day cannot be closed' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO closed_day VALUES (closing, ends, fingerprint, rows, now);
END $$;
REVOKE EXECUTE ON FUNCTION ledger.close_day(date, text, bigint, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.close_day(date, text, bigint, timestamptz) TO ${app};

-- The only way into the book. All of it is written, or nothing: 0 when the id of a single movement is taken; when an id of several is taken,
-- SQLSTATE 40001, so that they are judged again. Entries that do not balance and accounts that would be overdrawn are refused even here.
CREATE FUNCTION ledger.write(movements jsonb, recorded timestamptz) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
    wanted  int := jsonb_array_length(movements -> 'entries') + jsonb_array_length(movements -> 'holds')
                 + jsonb_array_length(movements -> 'ends');
    written int := 0;
    added   int;
BEGIN
    -- Nobody closes a day while this goes on, and a day that is closed takes no more.
    PERFORM pg_advisory_xact_lock_shared(hashtext('ledger.closed_day'));
    IF EXISTS (SELECT FROM closed_day WHERE until > recorded) THEN
        RAISE EXCEPTION 'That day is closed' USING ERRCODE = 'serialization_failure';
    END IF;
    IF EXISTS (SELECT FROM jsonb_to_recordset(movements -> 'postings') AS p (entry text, minor bigint, currency text)
               GROUP BY p.entry, p.currency HAVING sum(p.minor) <> 0) THEN
        RAISE EXCEPTION 'An entry is not balanced' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO entry (id, kind, subject, at, recorded_at)
        SELECT e.id, e.kind, e.subject, e.at, recorded
        FROM jsonb_to_recordset(movements -> 'entries') AS e (id text, kind text, subject text, at timestamptz)
        ORDER BY e.id ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    written := written + added;
    INSERT INTO hold (id, kind, subject, at, debit_kind, debit_subject, credit_kind, credit_subject, minor, currency, until, recorded_at)
        SELECT h.id, h.kind, h.subject, h.at, h.debit_kind, h.debit_subject, h.credit_kind, h.credit_subject, h.minor, h.currency, h.until,
            recorded
        FROM jsonb_to_recordset(movements -> 'holds') AS h (id text, kind text, subject text, at timestamptz, debit_kind text,
            debit_subject text, credit_kind text, credit_subject text, minor bigint, currency text, until timestamptz)
        ORDER BY h.id ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    written := written + added;
    INSERT INTO hold_end (hold_id, id, how, minor, at, recorded_at)
        SELECT e.hold, e.id, e.how, e.minor, e.at, recorded
        FROM jsonb_to_recordset(movements -> 'ends') AS e (hold text, id text, how text, minor bigint, at timestamptz)
        ORDER BY e.hold ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    written := written + added;
    IF written < wanted THEN
        IF wanted = 1 THEN
            RETURN 0;
        END IF;
        RAISE EXCEPTION 'An id was taken meanwhile' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO posting (entry_id, line, account_kind, account_subject, minor, currency)
        SELECT p.entry, p.line, p.kind, p.subject, p.minor, p.currency
        FROM jsonb_to_recordset(movements -> 'postings')
            AS p (entry text, line int, kind text, subject text, minor bigint, currency text);
    INSERT INTO hold_open (hold_id, until)
        SELECT h.id, h.until FROM jsonb_to_recordset(movements -> 'holds') AS h (id text, until timestamptz);
    DELETE FROM hold_open o USING jsonb_to_recordset(movements -> 'ends') AS e (hold text) WHERE o.hold_id = e.hold;
    PERFORM count_limited(movements);
    RETURN written;
END $$;
REVOKE EXECUTE ON FUNCTION ledger.write(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.write(jsonb, timestamptz) TO ${app};

-- The app reads the book, and writes into it by ledger.write alone.
REVOKE INSERT ON ledger.entry FROM ${app};
REVOKE INSERT ON ledger.posting FROM ${app};
