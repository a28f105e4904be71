-- One key per owner: destroying it erases everything that was sealed for that owner, wherever a copy of it lies.
create table data_key (
    key_id       uuid primary key,
    owner        text not null,
    kek_id       text,
    wrapped      text,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    constraint data_key_is_whole_or_destroyed check (
        (destroyed_at is null and wrapped is not null and kek_id is not null)
        or (destroyed_at is not null and wrapped is null and kek_id is null))
);

-- A destroyed account never gets another key; the other owners (months, days) may.
create unique index data_key_owner on data_key (owner) where destroyed_at is null or owner like 'account:%';

create index data_key_kek on data_key (kek_id) where kek_id is not null;
