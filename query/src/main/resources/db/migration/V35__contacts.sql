-- Recovery contacts, and which of them are asked to approve what. Each table has a key of one column, by which a rebuild compares it.
create table contact_view (
    contact_id         text        not null primary key,
    account_id         text        not null,
    contact_account_id text        not null,
    sealed_name        text        not null,
    named_at           timestamptz not null,
    expires_at         timestamptz not null,
    accepted_at        timestamptz,
    reviewed_at        timestamptz
);

create index contact_view_by_account on contact_view (account_id, named_at);
create index contact_view_by_contact on contact_view (contact_account_id);

create table contact_approval_view (
    approval_id text        not null primary key,
    recovery_id text        not null,
    contact_id  text        not null,
    account_id  text        not null,
    begun_at    timestamptz not null,
    expires_at  timestamptz not null,
    approved    boolean     not null
);

create index contact_approval_view_by_recovery on contact_approval_view (recovery_id);
create index contact_approval_view_by_contact on contact_approval_view (contact_id);
create index contact_approval_view_by_account on contact_approval_view (account_id);
