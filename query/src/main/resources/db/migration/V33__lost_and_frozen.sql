-- What was reported lost, accounts whose ways of recovery are closed, and what staff asked for about them.
alter table device_view
    add column suspended_at timestamptz;

alter table account_view
    add column frozen_at              timestamptz,
    add column frozen_by_notice       text,
    add column unfreezing_by          text,
    add column unfreezing_until       timestamptz,
    add column sealed_unfreezing_note text;

create index account_view_frozen on account_view (frozen_at) where frozen_at is not null;
