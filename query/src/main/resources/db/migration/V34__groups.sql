-- Families and businesses. Each table has a key of one column, by which a rebuild compares it.
create table group_view (
    group_id    text        not null primary key,
    sealed_name text        not null,
    created_at  timestamptz not null
);

create table group_member_view (
    member_id  text        not null primary key,
    group_id   text        not null,
    account_id text        not null,
    role       text        not null,
    joined_at  timestamptz not null
);

create index group_member_view_by_group on group_member_view (group_id, joined_at);
create index group_member_view_by_account on group_member_view (account_id, joined_at);

create table group_invitation_view (
    invitation_id text        not null primary key,
    group_id      text        not null,
    account_id    text        not null,
    expires_at    timestamptz not null
);

create index group_invitation_view_by_group on group_invitation_view (group_id);
create index group_invitation_view_by_account on group_invitation_view (account_id);

-- Who helps whom; how such a case stands is told by recovery_view.
create table group_recovery_view (
    recovery_id text        not null primary key,
    group_id    text        not null,
    account_id  text        not null,
    begun_by    text        not null,
    sealed_note text        not null,
    begun_at    timestamptz not null
);

create index group_recovery_view_by_account on group_recovery_view (account_id);
create index group_recovery_view_by_group on group_recovery_view (group_id, begun_at desc);

create table group_consent_view (
    consent_id  text not null primary key,
    group_id    text not null,
    recovery_id text not null,
    account_id  text not null
);

create index group_consent_view_by_recovery on group_consent_view (recovery_id);
create index group_consent_view_by_member on group_consent_view (group_id, account_id);
