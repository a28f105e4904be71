-- Read models: everything here but trail_position and replay can be thrown away and rebuilt from the events.

-- The place of every event in the trail: numbers without a gap, in the order the one writer saw the events. A rebuild
-- keeps them, so that a reader who follows the trail goes on where it stopped.
create table trail_position (
    position bigint not null primary key,
    event_id text   not null unique
);

create table audit_record (
    position       bigint      not null primary key,
    event_id       text        not null unique,
    aggregate_id   text        not null,
    sequence       bigint      not null,
    at             timestamptz not null,
    type           text        not null,
    account_id     text,
    recovery_id    text,
    actor          text        not null,
    actor_role     text        not null,
    outcome        text        not null,
    reason         text,
    factor         text,
    details        jsonb       not null,
    correlation_id text,
    client_key     text,
    sealed_client  text,
    sealed_agent   text,
    policy_version text,
    unique (aggregate_id, sequence)
);

-- Bounded reading, newest first, by every filter.
create index audit_record_by_time on audit_record (at desc, position desc);
create index audit_record_by_account on audit_record (account_id, at desc, position desc) where account_id is not null;
create index audit_record_by_recovery on audit_record (recovery_id, at desc, position desc) where recovery_id is not null;
create index audit_record_by_actor on audit_record (actor, at desc, position desc);
create index audit_record_by_type on audit_record (type, at desc, position desc);
create index audit_record_by_outcome on audit_record (outcome, at desc, position desc);
create index audit_record_by_reason on audit_record (reason, at desc, position desc) where reason is not null;
create index audit_record_by_client on audit_record (client_key, at desc, position desc) where client_key is not null;
create index audit_record_by_correlation on audit_record (correlation_id, at desc, position desc)
    where correlation_id is not null;

-- Following, by the filters that leave many records; the others leave few enough to sort.
create index audit_record_follow_type on audit_record (type, position);
create index audit_record_follow_outcome on audit_record (outcome, position);
create index audit_record_follow_reason on audit_record (reason, position) where reason is not null;
create index audit_record_follow_client on audit_record (client_key, position) where client_key is not null;

-- Accounts that were erased: their records keep neither client address nor agent.
create table erased_account (
    account_id text        not null primary key,
    at         timestamptz not null
);

create table account_view (
    account_id                 text        not null primary key,
    sealed_email               text        not null,
    sealed_name                text        not null,
    registered_at              timestamptz not null,
    mailbox_verified_at        timestamptz,
    reenrolment_required       boolean     not null,
    backup_set_id              text,
    backup_codes_left          integer     not null,
    backup_codes_acknowledged  boolean     not null,
    recovery_code_id           text,
    recovery_code_activated_at timestamptz,
    pending_recovery_code_id   text,
    pending_recovery_code_at   timestamptz,
    disabled                   text[]      not null,
    roles                      text[]      not null
);

create index account_view_staff on account_view (account_id) where roles <> '{}';

create table authenticator_view (
    authenticator_id text        not null primary key,
    account_id       text        not null,
    sealed_name      text        not null,
    algorithm        text        not null,
    digits           integer     not null,
    period_seconds   integer     not null,
    status           text        not null,
    started_at       timestamptz not null,
    expires_at       timestamptz not null,
    enrolled_at      timestamptz,
    last_used_at     timestamptz,
    removed_at       timestamptz
);

create index authenticator_view_by_account on authenticator_view (account_id, started_at);

-- Sessions that have not been ended; whether one is still live is told by the clock.
create table session_view (
    session_id text        not null primary key,
    account_id text        not null,
    kind       text        not null,
    assurance  integer     not null,
    factors    text[]      not null,
    device_id  text,
    started_at timestamptz not null,
    proven_at  timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null
);

create index session_view_by_account on session_view (account_id, started_at);

create table device_view (
    device_id    text        not null primary key,
    account_id   text        not null,
    sealed_name  text        not null,
    trusted_at   timestamptz not null,
    last_used_at timestamptz not null
);

create index device_view_by_account on device_view (account_id, trusted_at);

create table recovery_view (
    recovery_id    text        not null primary key,
    account_id     text        not null,
    known          boolean     not null,
    known_client   boolean     not null,
    policy_version text        not null,
    status         text        not null,
    proven         text[]      not null,
    started_at     timestamptz not null,
    expires_at     timestamptz not null,
    ended_at       timestamptz,
    end_reason     text
);

create index recovery_view_by_account on recovery_view (account_id, started_at desc);

-- Rebuilds and how far they came; what an operator did, not a read model.
create table replay (
    replay_id    text        not null primary key,
    requested_by text        not null,
    reason       text        not null,
    state        text        not null,
    events       bigint      not null,
    of_events    bigint      not null,
    corrected    bigint      not null,
    started_at   timestamptz not null,
    updated_at   timestamptz not null,
    ended_at     timestamptz
);
