-- Which account a proven address belongs to; the address itself is only here as a keyed digest.
create table identifier (
    lookup     text        not null primary key,
    account_id uuid        not null unique,
    claimed_at timestamptz not null
);

-- Digests of the one-time tokens for the first admin; the single row of bootstrap_spent ends them all.
create table bootstrap_token (
    digest    text        not null primary key,
    issued_at timestamptz not null
);

create table bootstrap_spent (
    once     boolean     not null primary key check (once),
    spent_at timestamptz not null
);

-- What a throttle refused, counted a minute at a time until it is written to the trail.
create table throttled_attempt (
    account_id uuid        not null,
    factor     text        not null,
    minute     timestamptz not null,
    attempts   integer     not null,
    primary key (account_id, factor, minute)
);
create index throttled_attempt_minute on throttled_attempt (minute);

-- The outcome of a command by its idempotency key, without secrets, kept for a day.
create table command_outcome (
    key            text        not null primary key,
    request_digest text        not null,
    type           text,
    outcome        jsonb,
    at             timestamptz not null
);
create index command_outcome_at on command_outcome (at);
