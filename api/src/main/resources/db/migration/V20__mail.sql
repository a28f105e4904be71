-- Where the mail of an account goes; the address is sealed as in the event it came with.
create table addressee (
    account_id   uuid    primary key,
    sealed_email text    not null,
    verified     boolean not null default false
);

-- Every mail there is to send or was sent. Recipient and text are sealed, and gone once it is sent or can no longer be.
create table outbox (
    mail_id          uuid        primary key,
    account_id       uuid        not null,
    kind             text        not null,
    state            text        not null check (state in ('PENDING', 'SENT', 'DEAD', 'SUPPRESSED')),
    allowance        text        check (allowance in ('STRANGER', 'KNOWN_CLIENT')),
    recipient_digest text,
    sealed_recipient text,
    sealed_letter    text,
    merged           integer     not null default 0,
    attempts         integer     not null default 0,
    last_error       text,
    created_at       timestamptz not null,
    due_at           timestamptz not null,
    next_at          timestamptz not null,
    expires_at       timestamptz not null,
    last_at          timestamptz not null,
    ended_at         timestamptz,
    constraint outbox_pending_is_whole
        check (state <> 'PENDING' or (sealed_recipient is not null and sealed_letter is not null))
);

create index outbox_pending on outbox (due_at) where state = 'PENDING';
create index outbox_dead on outbox (created_at, mail_id) where state = 'DEAD';
create index outbox_by_kind on outbox (account_id, kind, due_at desc);
create index outbox_by_recipient on outbox (recipient_digest, created_at) where recipient_digest is not null;
create index outbox_created on outbox (created_at, mail_id);

-- Wrong second factors after a right password, counted for each sign-in.
create table wrong_factor (
    sign_in_id uuid        primary key,
    account_id uuid        not null,
    times      integer     not null,
    last_at    timestamptz not null
);

create index wrong_factor_by_account on wrong_factor (account_id);
create index wrong_factor_last on wrong_factor (last_at);
