-- What a command is about to answer, written before its events are; only where another store than this commits those first.
create table command_intent (
    key            text        not null primary key,
    request_digest text        not null,
    outcome        jsonb       not null,
    aggregate_id   text        not null,
    sequence       bigint      not null,
    event_id       text        not null,
    at             timestamptz not null
);
create index command_intent_at on command_intent (at);
